// The _collections module: defaultdict, the counting loop of Counter, the fields and constructor of
// named tuples. deque and OrderedDict have files of their own.
//
// A defaultdict is laid out as a dict; its default_factory is the one slot of its AttrStore, which the
// collector traces and frees with it. Lock held throughout; factories, hashes and iterables are
// script.
// Behaviour: https://docs.python.org/3.11/library/collections.html
#include "stdlib/collections_module.h"

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/tuple_getter.h"

namespace baton {
namespace {

// Tells that layout from other dicts'.
const NativeType kDefaultTag = {"collections.defaultdict", nullptr, nullptr, nullptr};

NativeGroup default_methods{"defaultdict"}, getter_methods{"_tuplegetter"},
    module_functions{"_collections"};

Value done(bool ok) { return ok ? Value::none() : Value::failed(); }

// --- defaultdict -----------------------------------------------------------------------------------

Value factory_of(Thread* t, Dict* d) {
  if (!(d->flags & kHasAttrs)) return Value::none();
  auto it = t->vm->attrs.find(d);
  return it == t->vm->attrs.end() || it->second.slots.empty() ? Value::none() : it->second.slots[0];
}
void set_factory(Thread* t, Dict* d, Value f) {
  if (f.is_none() && !(d->flags & kHasAttrs)) return;
  AttrStore& store = t->vm->attrs[d];
  d->flags |= kHasAttrs;
  if (store.slots.empty()) store.slots.push_back(Value::none());
  barrier_store(d, &store.slots[0], f);
}

Value default_new(Thread* t, Class* cls, Kw, Args) {
  if (!check_new(t, cls, t->vm->classes.dict)) return Value::failed();
  Dict* d = new_dict_of_shape(t, shape_of(cls));
  return d ? val(d) : Value::failed();
}
DEF_NEW(default_methods, default_new, "defaultdict(cls, *args, **kwargs)",
        "defaultdict(default_factory=None, /, [...]): a dict that makes missing values.")

Value default_init(Thread* t, Dict* self, Kw kw, Args args) {
  Value factory = args.n ? args.v[0] : Value::none();
  if (!factory.is_none() && !is_callable(t, factory))
    return type_error(t, "first argument must be callable or None");
  if (args.n > 2)
    return raisef(t, t->vm->classes.type_error, "dict expected at most 1 argument, got %u",
                  args.n - 1);
  set_factory(t, self, factory);
  if (args.n == 2 && !dict_update(t, self, args.v[1])) return Value::failed();
  return done(!kw.dict || dict_merge(t, self, kw.dict));
}
DEF(default_methods, default_init, "__init__(self, /, *args, **kwargs)",
    "Set the factory and fill the dict as dict() would.")

Value default_missing(Thread* t, Dict* self, Value key) {
  Value factory = factory_of(t, self);
  if (factory.is_none()) return raise_key_error(t, key);
  Value v = call0(t, factory);
  if (v.is_failed()) return v;
  Class* cls = class_of(t->vm, val(self));
  bool plain = (cls->class_flags & kClassBuiltin) != 0;
  bool ok = plain ? dict_set(t, self, key, v) : set_item(t, val(self), key, v);
  return ok ? v : Value::failed();
}
DEF(default_methods, default_missing, "__missing__(self, key, /)",
    "Enter and return a new value of the factory; KeyError without one.")

Value default_repr(Thread* t, Dict* self) {
  if (native_stack_exhausted(t)) return Value::failed();
  Value factory = factory_of(t, self), base = val(t->vm->classes.dict);
  std::string out(as<Str>(class_of(t->vm, val(self))->name)->view());
  out += '(';
  // A dict in its own factory's repr shows as "...": two guards would mix the two cases up.
  if (factory.is_none()) {
    out += "None";
  } else {
    Value mark = Value::from_ptr(reinterpret_cast<char*>(self) + 8);  // not the dict itself
    ReprGuard guard(t, mark);
    if (!guard.entered)
      out += "...";
    else if (!repr_to(t, factory, &out))
      return Value::failed();
  }
  out += ", ";
  Value f = find_in_class(t->vm, as<Class>(base), t->vm->names.repr);
  Value text = call1(t, f, val(self));
  if (text.is_failed()) return text;
  return str_value(t, out + std::string(as<Str>(text)->view()) + ")");
}
DEF(default_methods, default_repr, "__repr__(self, /)", "Return repr(self).")

Value default_copy(Thread* t, Dict* self) {
  return call2(t, val(class_of(t->vm, val(self))), factory_of(t, self), val(self));
}
DEF(default_methods, default_copy, "copy(self, /)", "A shallow copy with the same factory.")
DEF(default_methods, default_copy, "__copy__(self, /)", "A shallow copy with the same factory.")

Value default_reduce(Thread* t, Dict* self) {
  Value factory = factory_of(t, self);
  Value args = factory.is_none() ? val(t->vm->empty_tuple) : tuple_of(t, {factory});
  Value items = args.is_failed() ? args : call_method(t, val(self), t->vm->names.n_items);
  Value it = items.is_failed() ? items : get_iter(t, items);
  if (it.is_failed()) return it;
  return tuple_of(t, {val(class_of(t->vm, val(self))), args, Value::none(), Value::none(), it});
}
DEF(default_methods, default_reduce, "__reduce__(self, /)", "What makes an equal dict again.")

Value default_or(Thread* t, Dict* self, Value other) {
  if (!is<Dict>(other)) return Value::not_implemented();
  Value copy = call_method(t, val(self), intern(t, "copy"));
  if (copy.is_failed()) return copy;
  if (!is<Dict>(copy)) return type_error(t, "copy() must return a dict");
  return dict_update(t, as<Dict>(copy), other) ? copy : Value::failed();
}
DEF(default_methods, default_or, "__or__(self, value, /)", "Return self|value.")
Value default_ror(Thread* t, Dict* self, Value other) {
  if (!is<Dict>(other)) return Value::not_implemented();
  Value made = call2(t, val(class_of(t->vm, val(self))), factory_of(t, self), other);
  if (made.is_failed()) return made;
  if (!is<Dict>(made)) return Value::not_implemented();
  return dict_update(t, as<Dict>(made), val(self)) ? made : Value::failed();
}
DEF(default_methods, default_ror, "__ror__(self, value, /)", "Return value|self.")

Value default_factory(Thread* t, Dict* self) { return factory_of(t, self); }
DEF_GET(default_methods, default_factory, "default_factory(self)",
        "What __missing__() calls, or None.")
Value default_set_factory(Thread* t, Dict* self, Value v) {
  set_factory(t, self, v.is_unbound() ? Value::none() : v);
  return Value::none();
}
DEF_SET(default_methods, default_set_factory, "default_factory(self, value, /)", "")

// --- counting --------------------------------------------------------------------------------------

bool uses_dict_method(Thread* t, Class* cls, Str* name) {
  return find_in_class(t->vm, cls, name) == find_in_class(t->vm, t->vm->classes.dict, name);
}

Value count_elements(Thread* t, Value mapping, Value iterable) {
  Class* cls = class_of(t->vm, mapping);
  Value one = Value::from_int(1);
  if (is<Dict>(mapping) && uses_dict_method(t, cls, t->vm->names.n_get) &&
      uses_dict_method(t, cls, t->vm->names.setitem)) {
    Dict* d = as<Dict>(mapping);
    return done(for_each_item(t, iterable, [&](Value key) {
      int64_t hash;
      if (!hash_key(t, key, &hash)) return false;
      Value n = dict_get_hashed(t, d, key, hash);
      if (n.is_failed()) return false;
      if (n.is_unbound())
        n = one;
      else if (Value sum; both_int(n, one) && int_add(n, one, &sum))
        n = sum;
      else
        n = binary_op(t, BinOp::kAdd, n, one);
      return !n.is_failed() && dict_set_hashed(t, d, key, hash, n) && poll(t);
    }));
  }
  Value get = get_attr(t, mapping, t->vm->names.n_get);
  if (get.is_failed()) return get;
  return done(for_each_item(t, iterable, [&](Value key) {
    Value n = call2(t, get, key, Value::from_int(0));
    if (!n.is_failed()) n = binary_op(t, BinOp::kAdd, n, one);
    return !n.is_failed() && set_item(t, mapping, key, n) && poll(t);
  }));
}
DEF(module_functions, count_elements, "_count_elements(mapping, iterable, /)",
    "Count the items of an iterable in a mapping.")

// --- named tuples ----------------------------------------------------------------------------------

Value getter_new(Thread* t, Class* cls, int64_t index, Value doc) {
  Object* o = t->vm->heap.allocate(t, sizeof(TupleGetter), Kind::kNativeObject, cls->root->id);
  if (!o) return Value::failed();
  auto* g = static_cast<TupleGetter*>(o);
  g->type = &kTupleGetterType;
  g->index = static_cast<size_t>(index);
  g->doc = doc;
  return val(g);
}
DEF_NEW(getter_methods, getter_new, "_tuplegetter(cls, index, doc, /)",
        "A field of a named tuple, by its position.")
TupleGetter* getter_of(Thread* t, Value self) {
  return native_self<TupleGetter>(t, self, &kTupleGetterType);
}
Value getter_get(Thread* t, Value self, Value o, Value) {
  TupleGetter* g = getter_of(t, self);
  return g ? tuple_getter_read(t, g, o) : Value::failed();
}
DEF(getter_methods, getter_get, "__get__(self, instance, owner=None, /)",
    "The field of an instance.")
Value getter_set(Thread* t, Value, Value, Value) {
  return raise(t, t->vm->classes.attribute_error, "can't set attribute");
}
DEF(getter_methods, getter_set, "__set__(self, instance, value, /)", "Always refuses.")
Value getter_delete(Thread* t, Value, Value) {
  return raise(t, t->vm->classes.attribute_error, "can't delete attribute");
}
DEF(getter_methods, getter_delete, "__delete__(self, instance, /)", "Always refuses.")
Value getter_doc(Thread* t, Value self) {
  TupleGetter* g = getter_of(t, self);
  return g ? g->doc : Value::failed();
}
DEF_GET(getter_methods, getter_doc, "__doc__(self)", "")
Value getter_set_doc(Thread* t, Value self, Value v) {
  TupleGetter* g = getter_of(t, self);
  if (!g) return Value::failed();
  barrier_store(g, &g->doc, v.is_unbound() ? Value::none() : v);
  return Value::none();
}
DEF_SET(getter_methods, getter_set_doc, "__doc__(self, value, /)", "")
Value getter_reduce(Thread* t, Value self) {
  TupleGetter* g = getter_of(t, self);
  if (!g) return Value::failed();
  Value args = tuple_of(t, {new_uint(t, g->index), g->doc});
  return args.is_failed() ? args : tuple_of(t, {val(class_of(t->vm, self)), args});
}
DEF(getter_methods, getter_reduce, "__reduce__(self, /)", "What makes an equal one again.")
Value getter_repr(Thread* t, Value self) {
  TupleGetter* g = getter_of(t, self);
  if (!g) return Value::failed();
  std::string out = "_tuplegetter(" + std::to_string(g->index) + ", ";
  return repr_to(t, g->doc, &out) ? str_value(t, out + ")") : Value::failed();
}
DEF(getter_methods, getter_repr, "__repr__(self, /)", "Return repr(self).")

// A tuple of a tuple subclass straight from the items, where tuple.__new__ would copy a tuple.
Value make_tuple(Thread* t, Class* cls, Args args) {
  if (!check_new(t, cls, t->vm->classes.tuple)) return Value::failed();
  Tuple* made = new_tuple_of_shape(t, args.n, shape_of(cls));
  if (!made) return Value::failed();
  std::copy(args.v, args.v + args.n, made->items);
  return val(made);
}
DEF(module_functions, make_tuple, "_make_tuple(cls, /, *args)",
    "An instance of a tuple subclass with these items.")

// The name of the module of the script frame `depth` calls out from the running one; None if there
// is no such frame.
Value caller_module(Thread* t, int64_t depth) {
  Value* window = t->window;
  for (Control* c = t->control;; ++c) {
    Function* f = window ? try_as<Function>(window[-1]) : nullptr;
    if (f && f->globals && !f->code->blob->name.empty() && depth-- <= 0) {
      Value name = dict_get_str(f->globals, t->vm->names.name);
      return name.is_unbound() ? Value::none() : name;
    }
    if (c >= t->stack_top) return Value::none();
    window = c->window;
  }
}
DEF(module_functions, caller_module, "_caller_module(depth, /)",
    "Name of the module of the frame that many calls out.")

}  // namespace

void install_tuple_getter(Thread* t, Module* m) {
  Class* cls = new_builtin_class(t, kTupleGetterType.name, t->vm->classes.object,
                                 Kind::kNativeObject, kClassNoSubclass, &kTupleGetterType);
  if (!cls) return;
  install_methods(t, cls, getter_methods);
  dict_set_cstr(t, m->dict, "_tuplegetter", val(cls));
}

void init_collections(Thread* t, Module* m) {
  install_functions(t, m, module_functions);
  install_deque(t, m);
  install_ordered_dict(t, m);
  install_tuple_getter(t, m);
  Class* cls = new_builtin_class(t, "collections.defaultdict", t->vm->classes.dict, Kind::kDict, 0,
                                 &kDefaultTag);
  if (!cls) return;
  install_methods(t, cls, default_methods);
  set_unhashable(t, cls);
  dict_set_cstr(t, m->dict, "defaultdict", val(cls));
}

}  // namespace baton
