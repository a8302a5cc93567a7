// collections.OrderedDict: a dict that can move its entries about, and whose equality sees order.
//
// It is laid out as a dict, whose table keeps insertion order anyway (vm/objects/dict_order.h). Its
// iterators and views are classes of their own, since CPython's have other names and other words for
// a change under an iteration; the views' objects are dict views, so that set operators know them.
// A subclass that overrides __setitem__ sees update() and its kin use it. Lock held; script may run.
// Behaviour: https://docs.python.org/3.11/library/collections.html#ordereddict-objects
#include "stdlib/collections_module.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/dict_order.h"

namespace baton {
namespace {

NativeGroup od_methods{"OrderedDict"}, od_view_methods{"odict_keys"},
    od_iter_methods{"odict_iterator"};

Value done(bool ok) { return ok ? Value::none() : Value::failed(); }

// The key of its class in vm->native_classes; tells its layout from other dicts'.
const NativeType kOrderedTag = {"collections.OrderedDict", nullptr, nullptr, nullptr};
const NativeType kKeysTag = {"odict_keys", nullptr, nullptr, nullptr};
const NativeType kValuesTag = {"odict_values", nullptr, nullptr, nullptr};
const NativeType kItemsTag = {"odict_items", nullptr, nullptr, nullptr};

Class* ordered_class(Thread* t) { return native_class(t->vm, &kOrderedTag); }
bool is_ordered(Thread* t, Value v) { return is<Dict>(v) && is_instance(t, v, ordered_class(t)); }
bool is_exact(Thread* t, Dict* d) { return class_of(t->vm, val(d)) == ordered_class(t); }

bool store(Thread* t, Dict* d, Value key, Value v) {
  return is_exact(t, d) ? dict_set(t, d, key, v) : set_item(t, val(d), key, v);
}

// --- iterators -------------------------------------------------------------------------------------

struct OrderedIter : NativeObject {
  Dict* dict;  // null: exhausted
  int64_t at;
  uint32_t left, guard;
  DictPart part;
  bool reversed;
};
void trace_iter(Object* o, Marker& m) { m.mark_object(static_cast<OrderedIter*>(o)->dict); }
Value ordered_next(Thread* t, Object* o) {
  auto* it = static_cast<OrderedIter*>(o);
  Dict* d = it->dict;
  if (!d) return Value::unbound();
  if (it->left == 0) {
    it->dict = nullptr;
    return Value::unbound();
  }
  if (BATON_UNLIKELY(d->guard != it->guard)) {
    it->dict = nullptr;
    return runtime_error(t, d->size == 0 ? "OrderedDict changed size during iteration"
                                         : "OrderedDict mutated during iteration");
  }
  int step = it->reversed ? -1 : 1;
  for (; it->at >= 0 && it->at < d->used; it->at += step) {
    DictEntry e = d->entries[it->at];
    if (e.key.is_unbound()) continue;
    it->at += step;
    it->left--;
    if (it->part == DictPart::kKeys) return e.key;
    return it->part == DictPart::kValues ? e.value : tuple_of(t, {e.key, e.value});
  }
  it->dict = nullptr;
  return Value::unbound();
}
const NativeType kIterType = {"odict_iterator", trace_iter, nullptr, ordered_next};

Value make_iter(Thread* t, Dict* d, DictPart part, bool reversed) {
  auto* it = make_native<OrderedIter>(t, &kIterType);
  if (!it) return Value::failed();
  it->dict = d;
  it->at = reversed ? int64_t{d->used} - 1 : int64_t{dict_first(d)};
  it->left = d->size;
  it->guard = d->guard;
  it->part = part;
  it->reversed = reversed;
  return val(it);
}
Value iter_hint(Thread* t, Value self) {
  OrderedIter* it = native_self<OrderedIter>(t, self, &kIterType);
  return it ? Value::from_int(it->dict ? it->left : 0) : Value::failed();
}
DEF(od_iter_methods, iter_hint, "__length_hint__(self, /)", "Items still to come.")

Value od_iter(Thread* t, Dict* self) { return make_iter(t, self, DictPart::kKeys, false); }
DEF(od_methods, od_iter, "__iter__(self, /)", "Implement iter(self).")
Value od_reversed(Thread* t, Dict* self) { return make_iter(t, self, DictPart::kKeys, true); }
DEF(od_methods, od_reversed, "__reversed__(self, /)", "An iterator over the keys, last first.")

// --- views -----------------------------------------------------------------------------------------

Value make_view(Thread* t, Dict* d, const NativeType* type, const NativeType* tag) {
  auto* view = static_cast<DictView*>(t->vm->heap.allocate(t, sizeof(DictView), Kind::kNativeObject,
                                                           native_class(t->vm, tag)->root->id));
  if (!view) return Value::failed();
  view->type = type;
  view->dict = d;
  return val(view);
}
Value od_keys(Thread* t, Dict* self) { return make_view(t, self, &kDictKeysType, &kKeysTag); }
DEF(od_methods, od_keys, "keys(self, /)", "A set-like view of the keys.")
Value od_values(Thread* t, Dict* self) { return make_view(t, self, &kDictValuesType, &kValuesTag); }
DEF(od_methods, od_values, "values(self, /)", "A view of the values.")
Value od_items(Thread* t, Dict* self) { return make_view(t, self, &kDictItemsType, &kItemsTag); }
DEF(od_methods, od_items, "items(self, /)", "A set-like view of the (key, value) pairs.")

Value view_iter_of(Thread* t, Value self, bool reversed) {
  const NativeType* type = native_type_of(self);
  bool values = type == &kDictValuesType;
  if (!values && !is_set_view(self))
    return type_error(t, "descriptor '__iter__' requires a view of an OrderedDict");
  DictPart part = values                    ? DictPart::kValues
                  : type == &kDictItemsType ? DictPart::kItems
                                            : DictPart::kKeys;
  return make_iter(t, static_cast<DictView*>(self.ptr())->dict, part, reversed);
}
Value view_iter(Thread* t, Value self) { return view_iter_of(t, self, false); }
DEF(od_view_methods, view_iter, "__iter__(self, /)", "Implement iter(self).")
Value view_reversed(Thread* t, Value self) { return view_iter_of(t, self, true); }
DEF(od_view_methods, view_reversed, "__reversed__(self, /)", "An iterator from the last entry.")
Value view_repr(Thread* t, Value self) {
  if (native_stack_exhausted(t)) return Value::failed();
  ReprGuard guard(t, self);
  if (!guard.entered) return str_value(t, "...");
  Value it = view_iter_of(t, self, false);
  List* items;
  if (it.is_failed() || !list_from_iterable(t, it, &items)) return Value::failed();
  std::string out(as<Str>(class_of(t->vm, self)->name)->view());
  out += '(';
  return repr_to(t, val(items), &out) ? str_value(t, out + ")") : Value::failed();
}
DEF(od_view_methods, view_repr, "__repr__(self, /)", "Return repr(self).")

// --- filling ---------------------------------------------------------------------------------------

bool store_pairs(Thread* t, Dict* d, Value pairs) {
  return for_each_item(t, pairs, [&](Value pair) {
    Value kv[2];
    size_t n = 0;
    bool long_enough = for_each_item(t, pair, [&](Value v) {
      if (n == 2) return value_error(t, "too many values to unpack (expected 2)"), false;
      kv[n++] = v;
      return true;
    });
    if (!long_enough) return false;
    if (n < 2) {
      raisef(t, t->vm->classes.value_error, "need more than %zu value%s to unpack", n,
             n == 1 ? "" : "s");
      return false;
    }
    return store(t, d, kv[0], kv[1]);
  });
}

bool fill_from(Thread* t, Dict* d, Value source) {
  bool exact = is_exact(t, d);
  if (exact && exact_dict(t, source)) return dict_merge(t, d, as<Dict>(source));
  if (exact_dict(t, source)) {
    Value items = call_method(t, source, t->vm->names.n_items);
    List* copy;
    return !items.is_failed() && list_from_iterable(t, items, &copy) &&
           store_pairs(t, d, val(copy));
  }
  Value keys = get_attr_or_unbound(t, source, t->vm->names.n_keys);
  if (keys.is_failed()) return false;
  if (!keys.is_unbound()) {
    Value all = call0(t, keys);
    return !all.is_failed() && for_each_item(t, all, [&](Value key) {
      Value v = get_item(t, source, key);
      return !v.is_failed() && store(t, d, key, v);
    });
  }
  Value items = get_attr_or_unbound(t, source, t->vm->names.n_items);
  if (items.is_failed()) return false;
  if (items.is_unbound()) return store_pairs(t, d, source);
  items = call0(t, items);
  return !items.is_failed() && store_pairs(t, d, items);
}
bool fill_keywords(Thread* t, Dict* d, Dict* kw) {
  if (is_exact(t, d)) return dict_merge(t, d, kw);
  for (uint32_t i = 0; i < kw->used; ++i) {
    DictEntry e = kw->entries[i];
    if (!e.key.is_unbound() && !store(t, d, e.key, e.value)) return false;
  }
  return true;
}

Value od_new(Thread* t, Class* cls, Kw, Args) {
  if (!check_new(t, cls, t->vm->classes.dict)) return Value::failed();
  Dict* d = new_dict_of_shape(t, shape_of(cls));
  return d ? val(d) : Value::failed();
}
DEF_NEW(od_methods, od_new, "OrderedDict(cls, *args, **kwargs)",
        "A dict that knows about the order of its entries.")
Value od_init(Thread* t, Dict* self, Kw kw, Args args) {
  if (args.n > 1)
    return raisef(t, t->vm->classes.type_error, "expected at most 1 arguments, got %u", args.n);
  if (args.n == 1 && !fill_from(t, self, args.v[0])) return Value::failed();
  return done(!kw.dict || fill_keywords(t, self, kw.dict));
}
DEF(od_methods, od_init, "__init__(self, /, *args, **kwargs)", "Fill the dict as dict() would.")
Value od_update(Thread* t, Dict* self, Kw kw, Args args) {
  if (args.n > 1)
    return raisef(t, t->vm->classes.type_error,
                  "update() takes at most 1 positional argument (%u given)", args.n);
  if (args.n == 1 && !fill_from(t, self, args.v[0])) return Value::failed();
  return done(!kw.dict || fill_keywords(t, self, kw.dict));
}
DEF(od_methods, od_update, "update(self, /, *args, **kwargs)",
    "Enter what a mapping or an iterable of pairs holds, then the keywords.")

Value od_fromkeys(Thread* t, Class* cls, Value iterable, Value value) {
  Value made = call0(t, val(cls));
  if (made.is_failed()) return made;
  return for_each_item(t, iterable, [&](Value key) { return set_item(t, made, key, value); })
             ? made
             : Value::failed();
}
DEF_CLASS(od_methods, od_fromkeys, "fromkeys(cls, iterable, value=None)",
          "A new dict with these keys and one value.")

// --- single entries --------------------------------------------------------------------------------

Value od_setdefault(Thread* t, Dict* self, Value key, Value fallback) {
  if (is_exact(t, self)) {
    Value v = dict_get(t, self, key);
    if (!v.is_unbound()) return v;
    return dict_set(t, self, key, fallback) ? fallback : Value::failed();
  }
  bool found;
  if (!contains(t, val(self), key, &found)) return Value::failed();
  if (found) return get_item(t, val(self), key);
  return set_item(t, val(self), key, fallback) ? fallback : Value::failed();
}
DEF(od_methods, od_setdefault, "setdefault(self, key, default=None)",
    "The value of key; entered as default if it was missing.")

Value od_pop(Thread* t, Dict* self, Value key, Value fallback) {
  Value v = dict_get(t, self, key);
  if (v.is_failed()) return v;
  if (!v.is_unbound()) return dict_del(t, self, key) < 0 ? Value::failed() : v;
  return fallback.is_unbound() ? raise_key_error(t, key) : fallback;
}
DEF(od_methods, od_pop, "pop(self, key, default=<absent>)",
    "Remove a key and return its value; default, or KeyError, if it is missing.")

Value od_popitem(Thread* t, Dict* self, bool last) {
  if (self->size == 0) return raise(t, t->vm->classes.key_error, "dictionary is empty");
  Value key, value;
  if (last)
    dict_pop_last(self, &key, &value);
  else
    dict_pop_first(self, &key, &value);
  return tuple_of(t, {key, value});
}
DEF(od_methods, od_popitem, "popitem(self, last=True)",
    "Remove and return the last (key, value) pair, or the first one.")

Value od_move_to_end(Thread* t, Dict* self, Value key, bool last) {
  int r = dict_move_to_end(t, self, key, last);
  return r == 0 ? raise_key_error(t, key) : done(r > 0);
}
DEF(od_methods, od_move_to_end, "move_to_end(self, key, last=True)",
    "Make an entry the last one, or the first.")

// --- as a whole --------------------------------------------------------------------------------------

Value od_copy(Thread* t, Dict* self) {
  Value made = call0(t, val(class_of(t->vm, val(self))));
  if (made.is_failed()) return made;
  if (!is<Dict>(made)) return type_error(t, "an OrderedDict's class must make dicts");
  if (is_exact(t, self)) return dict_merge(t, as<Dict>(made), self) ? made : Value::failed();
  List* keys;
  if (!list_from_iterable(t, val(self), &keys)) return Value::failed();
  for (size_t i = 0; i < keys->size; ++i) {
    Value key = keys->items[i], v = get_item(t, val(self), key);
    if (v.is_failed() || !set_item(t, made, key, v)) return Value::failed();
  }
  return made;
}
DEF(od_methods, od_copy, "copy(self, /)", "A shallow copy.")

List* keys_of(Thread* t, Dict* d) {
  List* keys = new_list(t, d->size);
  for (uint32_t i = 0; keys && i < d->used; ++i)
    if (!d->entries[i].key.is_unbound()) keys->items[keys->size++] = d->entries[i].key;
  return keys;
}
Value od_compare(Thread* t, CmpOp op, Value a, Value b) {
  if (!is<Dict>(a) || !is<Dict>(b)) return Value::not_implemented();
  Value r = dict_compare(t, CmpOp::kEq, a, b);
  if (r.is_failed()) return r;
  bool equal = r.is_true();
  if (equal && a != b && is_ordered(t, b)) {
    List *x = keys_of(t, as<Dict>(a)), *y = keys_of(t, as<Dict>(b));
    if (!x || !y) return Value::failed();
    for (size_t i = 0; equal && i < x->size; ++i)
      if (!values_equal(t, x->items[i], y->items[i], &equal)) return Value::failed();
  }
  return Value::boolean(equal == (op == CmpOp::kEq));
}
Value od_eq(Thread* t, Value self, Value other) { return od_compare(t, CmpOp::kEq, self, other); }
DEF(od_methods, od_eq, "__eq__(self, value, /)", "Return self==value.")
Value od_ne(Thread* t, Value self, Value other) { return od_compare(t, CmpOp::kNe, self, other); }
DEF(od_methods, od_ne, "__ne__(self, value, /)", "Return self!=value.")

Value od_repr(Thread* t, Dict* self) {
  std::string out(as<Str>(class_of(t->vm, val(self))->name)->view());
  if (self->size == 0) return str_value(t, out + "()");
  if (native_stack_exhausted(t)) return Value::failed();
  ReprGuard guard(t, val(self));
  if (!guard.entered) return str_value(t, "...");
  Value items = is_exact(t, self) ? make_iter(t, self, DictPart::kItems, false)
                                  : call_method(t, val(self), t->vm->names.n_items);
  List* pairs;
  if (items.is_failed() || !list_from_iterable(t, items, &pairs)) return Value::failed();
  out += '(';
  return repr_to(t, val(pairs), &out) ? str_value(t, out + ")") : Value::failed();
}
DEF(od_methods, od_repr, "__repr__(self, /)", "Return repr(self).")

Value union_of(Thread* t, Class* cls, Value left, Value right) {
  Value made = call1(t, val(cls), left);
  if (made.is_failed()) return made;
  if (!is<Dict>(made)) return Value::not_implemented();
  return fill_from(t, as<Dict>(made), right) ? made : Value::failed();
}
Value od_or(Thread* t, Dict* self, Value other) {
  if (!is<Dict>(other)) return Value::not_implemented();
  return union_of(t, class_of(t->vm, val(self)), val(self), other);
}
DEF(od_methods, od_or, "__or__(self, value, /)", "Return self|value.")
Value od_ror(Thread* t, Dict* self, Value other) {
  if (!is<Dict>(other)) return Value::not_implemented();
  return union_of(t, class_of(t->vm, val(self)), other, val(self));
}
DEF(od_methods, od_ror, "__ror__(self, value, /)", "Return value|self.")
Value od_ior(Thread* t, Dict* self, Value other) {
  return fill_from(t, self, other) ? val(self) : Value::failed();
}
DEF(od_methods, od_ior, "__ior__(self, value, /)", "Return self|=value.")

Value od_reduce(Thread* t, Dict* self) {
  Value state = call_method(t, val(self), intern(t, "__getstate__"));
  Value items = state.is_failed() ? state : call_method(t, val(self), t->vm->names.n_items);
  Value it = items.is_failed() ? items : get_iter(t, items);
  if (it.is_failed()) return it;
  return tuple_of(
      t, {val(class_of(t->vm, val(self))), val(t->vm->empty_tuple), state, Value::none(), it});
}
DEF(od_methods, od_reduce, "__reduce__(self, /)", "What makes an equal dict again.")

}  // namespace

void install_ordered_dict(Thread* t, Module* m) {
  Vm* vm = t->vm;
  Class* cls = new_builtin_class(t, "collections.OrderedDict", vm->classes.dict, Kind::kDict,
                                 kClassHasDict, &kOrderedTag);
  if (!cls) return;
  install_methods(t, cls, od_methods);
  set_unhashable(t, cls);
  dict_set_cstr(t, m->dict, "OrderedDict", val(cls));
  struct {
    const NativeType *tag, *base;
  } const views[] = {
      {&kKeysTag, &kDictKeysType}, {&kValuesTag, &kDictValuesType}, {&kItemsTag, &kDictItemsType}};
  for (const auto& v : views) {
    Class* view = new_builtin_class(t, v.tag->name, native_class(vm, v.base), Kind::kNativeObject,
                                    kClassNoSubclass, v.tag);
    if (!view) return;
    install_methods(t, view, od_view_methods);
  }
  Class* iter = new_iterator_class(t, &kIterType);
  if (iter) install_methods(t, iter, od_iter_methods);
}

}  // namespace baton
