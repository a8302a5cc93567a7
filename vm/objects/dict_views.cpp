// dict.keys(), values() and items(), and the iterators over dicts.
//
// A view is the dict seen from one side and holds nothing else. An iterator remembers the number of
// live entries it began with: a different number means RuntimeError, once, and then the end. An
// entry number is its position; entries that move keep their order, so a compaction under an
// iterator (a deletion and an insertion that even out) can skip or repeat, never go out of bounds.
// The set operators of views are in set_ops.cpp.
#include "vm/native/native.h"
#include "vm/objects/containers.h"
#include "vm/objects/dict_order.h"

namespace baton {

namespace {

struct DictIter : NativeObject {
  Dict* dict;     // null: exhausted
  int64_t at;     // next entry to look at
  uint32_t size;  // live entries at the start; UINT32_MAX: a change was reported
  int64_t left;   // items still to come if nothing changes
};

void trace_view(Object* o, Marker& m) { m.mark_object(static_cast<DictView*>(o)->dict); }
void trace_iter(Object* o, Marker& m) { m.mark_object(static_cast<DictIter*>(o)->dict); }

template <DictPart part>
Value part_of(Thread* t, const DictEntry& e) {
  if constexpr (part == DictPart::kKeys) return e.key;
  if constexpr (part == DictPart::kValues) return e.value;
  Value pair[2] = {e.key, e.value};
  Tuple* tuple = new_tuple_from(t, pair, 2);
  return tuple ? val(tuple) : Value::failed();
}

template <DictPart part, bool reversed>
Value iter_step(Thread* t, Object* o) {
  auto* it = static_cast<DictIter*>(o);
  Dict* d = it->dict;
  if (!d) return Value::unbound();
  if (BATON_UNLIKELY(it->size != d->size)) {
    it->size = UINT32_MAX;
    return runtime_error(t, "dictionary changed size during iteration");
  }
  for (; reversed ? it->at >= 0 : it->at < d->used; it->at += reversed ? -1 : 1) {
    if (reversed && it->at >= d->used) continue;
    const DictEntry& e = d->entries[it->at];
    if (e.key.is_unbound()) continue;
    if (it->left == 0) {
      it->dict = nullptr;
      return runtime_error(t, "dictionary keys changed during iteration");
    }
    it->left--;
    it->at += reversed ? -1 : 1;
    return part_of<part>(t, e);
  }
  it->dict = nullptr;
  return Value::unbound();
}

using P = DictPart;
const NativeType kIterTypes[2][3] = {
    {{"dict_keyiterator", trace_iter, nullptr, iter_step<P::kKeys, false>},
     {"dict_valueiterator", trace_iter, nullptr, iter_step<P::kValues, false>},
     {"dict_itemiterator", trace_iter, nullptr, iter_step<P::kItems, false>}},
    {{"dict_reversekeyiterator", trace_iter, nullptr, iter_step<P::kKeys, true>},
     {"dict_reversevalueiterator", trace_iter, nullptr, iter_step<P::kValues, true>},
     {"dict_reverseitemiterator", trace_iter, nullptr, iter_step<P::kItems, true>}}};

}  // namespace

const NativeType kDictKeysType = {"dict_keys", trace_view, nullptr, nullptr};
const NativeType kDictValuesType = {"dict_values", trace_view, nullptr, nullptr};
const NativeType kDictItemsType = {"dict_items", trace_view, nullptr, nullptr};

Value new_dict_view(Thread* t, Dict* d, DictPart part) {
  auto* view = make_native<DictView>(t, part == P::kKeys     ? &kDictKeysType
                                        : part == P::kValues ? &kDictValuesType
                                                             : &kDictItemsType);
  if (!view) return Value::failed();
  view->dict = d;
  return val(view);
}

Value new_dict_iterator(Thread* t, Dict* d, DictPart part, bool reversed) {
  auto* it = make_native<DictIter>(t, &kIterTypes[reversed][static_cast<int>(part)]);
  if (!it) return Value::failed();
  it->dict = d;
  it->size = d->size;
  it->left = d->size;
  it->at = reversed ? int64_t{d->used} - 1 : int64_t{dict_first(d)};
  return val(it);
}

bool dict_view_contains(Thread* t, DictView* view, Value item, bool* out) {
  *out = false;
  if (view->type == &kDictValuesType) {
    for (uint32_t i = 0; i < view->dict->used; ++i) {
      DictEntry e = view->dict->entries[i];
      if (e.key.is_unbound()) continue;
      if (!values_equal(t, e.value, item, out)) return false;
      if (*out) break;
    }
    return true;
  }
  if (view->type == &kDictKeysType) {
    Value v = dict_get(t, view->dict, item);
    *out = !v.is_failed() && !v.is_unbound();
    return !v.is_failed();
  }
  Tuple* pair = try_as<Tuple>(item);
  if (!pair || pair->size != 2) return true;
  Value v = dict_get(t, view->dict, pair->items[0]);
  if (v.is_failed()) return false;
  return v.is_unbound() || values_equal(t, v, pair->items[1], out);
}

namespace {

NativeGroup view_methods{"dict_view"};      // all three
NativeGroup set_view_methods{"dict_keys"};  // keys and items
NativeGroup iter_methods{"dict_keyiterator"};

DictView* self_of(Thread* t, Value self) {
  const NativeType* type = native_type_of(self);
  if (type == &kDictKeysType || type == &kDictValuesType || type == &kDictItemsType)
    return static_cast<DictView*>(self.ptr());
  return native_self<DictView>(t, self, &kDictKeysType);
}
DictPart part(const DictView* view) {
  return view->type == &kDictKeysType     ? P::kKeys
         : view->type == &kDictValuesType ? P::kValues
                                          : P::kItems;
}

Value view_len(Thread* t, Value self) {
  DictView* view = self_of(t, self);
  return view ? Value::from_int(view->dict->size) : Value::failed();
}
DEF(view_methods, view_len, "__len__(self, /)", "Return len(self).")
Value view_iter(Thread* t, Value self) {
  DictView* view = self_of(t, self);
  return view ? new_dict_iterator(t, view->dict, part(view)) : Value::failed();
}
DEF(view_methods, view_iter, "__iter__(self, /)", "Implement iter(self).")
Value view_reversed(Thread* t, Value self) {
  DictView* view = self_of(t, self);
  return view ? new_dict_iterator(t, view->dict, part(view), true) : Value::failed();
}
DEF(view_methods, view_reversed, "__reversed__(self, /)",
    "Return a reverse iterator over the dict's entries.")

// The dict itself: a script that writes to it through here gets what it asked for.
Value view_mapping(Thread* t, Value self) {
  DictView* view = self_of(t, self);
  return view ? val(view->dict) : Value::failed();
}
DEF_GET(view_methods, view_mapping, "mapping(self)", "dictionary that this view refers to")

Value view_repr(Thread* t, Value self) {
  DictView* view = self_of(t, self);
  if (!view || native_stack_exhausted(t)) return Value::failed();
  ReprGuard guard(t, self);
  if (!guard.entered) return str_value(t, "...");
  std::string out = std::string(view->type->name) + "([";
  bool first = true;
  for (uint32_t i = 0; i < view->dict->used; ++i) {
    DictEntry e = view->dict->entries[i];
    if (e.key.is_unbound()) continue;
    if (!first) out += ", ";
    first = false;
    DictPart p = part(view);
    if (p == P::kItems) out += '(';
    if (p != P::kValues && !repr_to(t, e.key, &out)) return Value::failed();
    if (p == P::kItems) out += ", ";
    if (p != P::kKeys && !repr_to(t, e.value, &out)) return Value::failed();
    if (p == P::kItems) out += ')';
  }
  return str_value(t, out + "])");
}
DEF(view_methods, view_repr, "__repr__(self, /)", "Return repr(self).")

Value view_contains(Thread* t, Value self, Value item) {
  DictView* view = self_of(t, self);
  bool found;
  return view && dict_view_contains(t, view, item, &found) ? Value::boolean(found)
                                                           : Value::failed();
}
DEF(set_view_methods, view_contains, "__contains__(self, key, /)", "Return key in self.")
Value view_isdisjoint(Thread* t, Value self, Value other) {
  bool disjoint;
  if (!self_of(t, self) || !set_is_disjoint(t, self, other, &disjoint)) return Value::failed();
  return Value::boolean(disjoint);
}
DEF(set_view_methods, view_isdisjoint, "isdisjoint(self, other, /)",
    "Return True if the view and the given iterable have a null intersection.")
BATON_DEF_COMPARE(set_view_methods, view_cmp, set_compare)

#define BATON_VIEW_OPERATOR(id, op, sign)                                                      \
  Value view_##id(Thread* t, Value a, Value b) { return set_binary(t, op, a, b, false); }      \
  DEF(set_view_methods, view_##id, "__" #id "__(self, value, /)", "Return self" sign "value.") \
  Value view_r##id(Thread* t, Value a, Value b) { return set_binary(t, op, b, a, false); }     \
  DEF(set_view_methods, view_r##id, "__r" #id "__(self, value, /)", "Return value" sign "self.")
BATON_VIEW_OPERATOR(and, BinOp::kAnd, "&")
BATON_VIEW_OPERATOR(or, BinOp::kOr, "|")
BATON_VIEW_OPERATOR(sub, BinOp::kSub, "-")
BATON_VIEW_OPERATOR(xor, BinOp::kXor, "^")
#undef BATON_VIEW_OPERATOR

Value iter_hint(Thread* t, Value self) {
  for (const auto& row : kIterTypes)
    for (const NativeType& type : row)
      if (native_type_of(self) == &type) {
        auto* it = static_cast<DictIter*>(self.ptr());
        return Value::from_int(it->dict && it->size == it->dict->size ? it->left : 0);
      }
  return type_error(t, "descriptor '__length_hint__' requires a dictionary iterator");
}
DEF(iter_methods, iter_hint, "__length_hint__(self, /)",
    "Private method returning an estimate of len(list(it)).")

}  // namespace

void register_dict_views(Vm* vm, Thread* t) {
  for (const NativeType* type : {&kDictKeysType, &kDictValuesType, &kDictItemsType}) {
    Class* cls = new_builtin_class(t, type->name, vm->classes.object, Kind::kNativeObject,
                                   kClassNoSubclass, type);
    install_methods(t, cls, view_methods);
    if (type == &kDictValuesType) continue;
    install_methods(t, cls, set_view_methods);
    set_unhashable(t, cls);
  }
  for (const auto& row : kIterTypes)
    for (const NativeType& type : row)
      install_methods(t, new_iterator_class(t, &type), iter_methods);
}

}  // namespace baton
