// The methods of set and frozenset. What both have is written once and defined into both groups;
// the table is in set.cpp, the algebra in set_ops.cpp.
#include "vm/native/native.h"
#include "vm/objects/containers.h"

namespace baton {

namespace {

NativeGroup set_methods{"set"};
NativeGroup frozenset_methods{"frozenset"};
NativeGroup iter_methods{"set_iterator"};

Value done(bool ok) { return ok ? Value::none() : Value::failed(); }
Value given(Set* s) { return s ? val(s) : Value::failed(); }
Set* copy_of(Thread* t, Set* s) {
  const CoreShapes& shapes = t->vm->shape_ids;
  bool frozen = s->flags & kFrozen;
  return set_copy(t, s, frozen ? shapes.frozenset : shapes.set, frozen);
}

// --- iterator: ends with RuntimeError once the number of members changes ---
struct SetIter : NativeObject {
  Set* set;  // null: exhausted
  size_t at;
  uint32_t used;  // members at the start; UINT32_MAX: a change was reported
  int64_t left;
};
void trace_iter(Object* o, Marker& m) { m.mark_object(static_cast<SetIter*>(o)->set); }
Value iter_step(Thread* t, Object* o) {
  auto* it = static_cast<SetIter*>(o);
  if (!it->set) return Value::unbound();
  if (BATON_UNLIKELY(it->used != it->set->used)) {
    it->used = UINT32_MAX;
    return runtime_error(t, "Set changed size during iteration");
  }
  SetEntry e;
  if (!set_next(it->set, &it->at, &e)) {
    it->set = nullptr;
    return Value::unbound();
  }
  it->left--;
  return e.key;
}
const NativeType kSetIter = {"set_iterator", trace_iter, nullptr, iter_step};

Value iter_hint(Thread* t, Value self) {
  auto* it = native_self<SetIter>(t, self, &kSetIter);
  if (!it) return Value::failed();
  return Value::from_int(it->set && it->used == it->set->used ? it->left : 0);
}
DEF(iter_methods, iter_hint, "__length_hint__(self, /)",
    "Private method returning an estimate of len(list(it)).")

// --- making ---
// The arguments are __init__'s business: a subclass may have its own.
Value set_new(Thread* t, Class* cls, Kw, Args) {
  if (!check_new(t, cls, t->vm->classes.set)) return Value::failed();
  return given(new_set_of_shape(t, shape_of(cls), false));
}
DEF_NEW(set_methods, set_new, "set(cls, *args, **kwargs)",
        "set() -> new empty set object\nset(iterable) -> new set object\n\nBuild an unordered "
        "collection of unique elements.")
Value set_init(Thread* t, Set* self, Value iterable) {
  if (self->fill) set_clear(t, self);
  return done(iterable.is_unbound() || set_update(t, self, iterable));
}
DEF(set_methods, set_init, "__init__(self, iterable=<absent>, /)",
    "Initialize self.  See help(type(self)) for accurate signature.")

Value frozenset_new(Thread* t, Class* cls, Value iterable) {
  if (!check_new(t, cls, t->vm->classes.frozenset)) return Value::failed();
  uint32_t shape = shape_of(cls), exact = t->vm->shape_ids.frozenset;
  if (shape == exact && iterable.is_ptr() && iterable.ptr()->shape == exact) return iterable;
  Set* s = new_set_of_shape(t, shape, true);
  if (!s || (!iterable.is_unbound() && !set_update(t, s, iterable))) return Value::failed();
  return val(s);
}
DEF_NEW(frozenset_methods, frozenset_new, "frozenset(cls, iterable=<absent>, /)",
        "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nBuild "
        "an immutable unordered collection of unique elements.")

// --- both ---
#define BATON_BOTH(fn, text, doc) \
  DEF(set_methods, fn, text, doc) \
  DEF_FROZEN(fn, text, doc)
#define DEF_FROZEN(fn, text, doc)                                                              \
  BATON_DEF(BATON_CAT(BATON_CAT(fn, _frozen_), __LINE__), frozenset_methods, fn, text, doc, 0, \
            false)

int64_t set_len(Thread*, Set* self) { return self->used; }
BATON_BOTH(set_len, "__len__(self, /)", "Return len(self).")
Value set_iter(Thread* t, Set* self) { return new_set_iterator(t, self); }
BATON_BOTH(set_iter, "__iter__(self, /)", "Implement iter(self).")
Value set_contains_method(Thread* t, Set* self, Value key) {
  bool found;
  return set_contains(t, self, key, &found) ? Value::boolean(found) : Value::failed();
}
BATON_BOTH(set_contains_method, "__contains__(self, key, /)", "x.__contains__(y) <==> y in x.")
BATON_DEF_COMPARE(set_methods, set_cmp, set_compare)
BATON_DEF_COMPARE(frozenset_methods, frozenset_cmp, set_compare)

Value set_repr(Thread* t, Set* self) {
  Class* cls = class_of(t->vm, val(self));
  std::string name(as<Str>(cls->name)->view());
  if (self->used == 0) return str_value(t, name + "()");
  ReprGuard guard(t, val(self));
  if (!guard.entered) return str_value(t, name + "(...)");
  if (native_stack_exhausted(t)) return Value::failed();
  List* items = new_list(t);  // what is printed is the content of this moment
  if (!items || !list_extend(t, items, val(self))) return Value::failed();
  bool plain = cls == t->vm->classes.set;
  std::string out = plain ? "{" : name + "({";
  if (!repr_items(t, val(items), &out)) return Value::failed();
  return str_value(t, out + (plain ? "}" : "})"));
}
BATON_BOTH(set_repr, "__repr__(self, /)", "Return repr(self).")

Value set_copy_method(Thread* t, Set* self) {
  if (self->shape == t->vm->shape_ids.frozenset) return val(self);
  return given(copy_of(t, self));
}
BATON_BOTH(set_copy_method, "copy(self, /)", "Return a shallow copy of a set.")

Value set_union(Thread* t, Set* self, Args others) {
  Set* s = copy_of(t, self);
  for (uint32_t i = 0; s && i < others.n; ++i)
    if (others.v[i] != val(self) && !set_update(t, s, others.v[i])) return Value::failed();
  return given(s);
}
BATON_BOTH(set_union, "union(self, /, *others)",
           "Return the union of sets as a new set.\n\n(i.e. all elements that are in either set.)")
Value set_intersection_method(Thread* t, Set* self, Args others) {
  if (others.n == 0) return given(copy_of(t, self));
  Set* s = self;
  for (uint32_t i = 0; s && i < others.n; ++i) s = set_intersection(t, s, others.v[i]);
  return given(s);
}
BATON_BOTH(set_intersection_method, "intersection(self, /, *others)",
           "Return the intersection of two sets as a new set.\n\n(i.e. all elements that are in "
           "both sets.)")
Value set_difference_method(Thread* t, Set* self, Args others) {
  if (others.n == 0) return given(copy_of(t, self));
  Set* s = set_difference(t, self, others.v[0]);
  for (uint32_t i = 1; s && i < others.n; ++i)
    if (!set_difference_update(t, s, others.v[i])) return Value::failed();
  return given(s);
}
BATON_BOTH(set_difference_method, "difference(self, /, *others)",
           "Return the difference of two or more sets as a new set.\n\n(i.e. all elements that are "
           "in this set but not the others.)")
Value set_symmetric_difference_method(Thread* t, Set* self, Value other) {
  return given(set_symmetric_difference(t, self, other));
}
BATON_BOTH(set_symmetric_difference_method, "symmetric_difference(self, other, /)",
           "Return the symmetric difference of two sets as a new set.\n\n(i.e. all elements that "
           "are in exactly one of the sets.)")
Value set_issubset(Thread* t, Set* self, Value other) {
  bool r;
  return set_is_subset(t, self, other, &r) ? Value::boolean(r) : Value::failed();
}
BATON_BOTH(set_issubset, "issubset(self, other, /)",
           "Report whether another set contains this set.")
Value set_issuperset(Thread* t, Set* self, Value other) {
  Set* o = try_as<Set>(other);
  if (!o) {
    o = new_set(t, false);
    if (!o || !set_update(t, o, other)) return Value::failed();
  }
  return set_issubset(t, o, val(self));
}
BATON_BOTH(set_issuperset, "issuperset(self, other, /)",
           "Report whether this set contains another set.")
Value set_isdisjoint(Thread* t, Set* self, Value other) {
  bool r;
  return set_is_disjoint(t, val(self), other, &r) ? Value::boolean(r) : Value::failed();
}
BATON_BOTH(set_isdisjoint, "isdisjoint(self, other, /)",
           "Return True if two sets have a null intersection.")

#define BATON_SET_OPERATOR(id, op, sign)                                                         \
  Value set_op_##id(Thread* t, Set* a, Value b) { return set_binary(t, op, val(a), b, false); }  \
  BATON_BOTH(set_op_##id, "__" #id "__(self, value, /)", "Return self" sign "value.")            \
  Value set_rop_##id(Thread* t, Set* a, Value b) { return set_binary(t, op, b, val(a), false); } \
  BATON_BOTH(set_rop_##id, "__r" #id "__(self, value, /)", "Return value" sign "self.")          \
  Value set_iop_##id(Thread* t, Set* a, Value b) {                                               \
    return is<Set>(b) ? set_binary(t, op, val(a), b, true) : Value::not_implemented();           \
  }                                                                                              \
  DEF(set_methods, set_iop_##id, "__i" #id "__(self, value, /)", "Return self" sign "=value.")
BATON_SET_OPERATOR(and, BinOp::kAnd, "&")
BATON_SET_OPERATOR(or, BinOp::kOr, "|")
BATON_SET_OPERATOR(sub, BinOp::kSub, "-")
BATON_SET_OPERATOR(xor, BinOp::kXor, "^")
#undef BATON_SET_OPERATOR

Value set_reduce(Thread* t, Set* self) {
  List* l = nullptr;
  if (!list_from_iterable(t, val(self), &l)) return Value::failed();
  Value args = tuple_of(t, {val(l)});
  Str* name = args.is_failed() ? nullptr : intern(t, "__getstate__");
  Value state = name ? call_method(t, val(self), name) : Value::failed();
  if (state.is_failed()) return state;
  return tuple_of(t, {val(class_of(t->vm, val(self))), args, state});
}
BATON_BOTH(set_reduce, "__reduce__(self, /)", "Return state information for pickling.")
int64_t set_sizeof(Thread*, Set* self) {
  size_t table = self->table == self->small ? 0 : (size_t{self->mask} + 1) * sizeof(SetEntry);
  return static_cast<int64_t>(sizeof(Set) + table);
}
BATON_BOTH(set_sizeof, "__sizeof__(self, /)", "S.__sizeof__() -> size of S in memory, in bytes")

Value frozenset_hash_method(Thread* t, Set* self) {
  if (!(self->flags & kFrozen))
    return type_error(t,
                      "descriptor '__hash__' requires a 'frozenset' object but received a 'set'");
  int64_t h;
  return frozenset_hash(self, &h) ? new_int(t, h) : Value::failed();
}
DEF(frozenset_methods, frozenset_hash_method, "__hash__(self, /)", "Return hash(self).")

// --- set only. A frozenset reaching them (set.add(frozenset(), 1)) is refused ---
bool changeable(Thread* t, Set* s) {
  if (BATON_LIKELY(!(s->flags & kFrozen))) return true;
  type_error(t, "descriptor requires a 'set' object but received a 'frozenset'");
  return false;
}

Value set_add_method(Thread* t, Set* self, Value object) {
  return done(changeable(t, self) && set_add(t, self, object));
}
DEF(set_methods, set_add_method, "add(self, object, /)", "Add an element to a set.")
Value set_discard_method(Thread* t, Set* self, Value object) {
  return done(changeable(t, self) && set_discard(t, self, object) >= 0);
}
DEF(set_methods, set_discard_method, "discard(self, object, /)",
    "Remove an element from a set if it is a member.")
Value set_remove(Thread* t, Set* self, Value object) {
  if (!changeable(t, self)) return Value::failed();
  int r = set_discard(t, self, object);
  return r == 0 ? raise_key_error(t, object) : done(r > 0);
}
DEF(set_methods, set_remove, "remove(self, object, /)",
    "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a "
    "KeyError.")
Value set_pop(Thread* t, Set* self) {
  if (!changeable(t, self)) return Value::failed();
  if (self->used == 0) return raise(t, t->vm->classes.key_error, "pop from an empty set");
  SetEntry e;
  size_t at = self->finger & self->mask;
  if (!set_next(self, &at, &e)) {
    at = 0;
    set_next(self, &at, &e);
  }
  self->table[at - 1] = {Value::failed(), -1};
  self->used--;
  self->finger = static_cast<uint32_t>(at);
  return e.key;
}
DEF(set_methods, set_pop, "pop(self, /)",
    "Remove and return an arbitrary set element.\nRaises KeyError if the set is empty.")
Value set_clear_method(Thread* t, Set* self) {
  if (!changeable(t, self)) return Value::failed();
  set_clear(t, self);
  return Value::none();
}
DEF(set_methods, set_clear_method, "clear(self, /)", "Remove all elements from this set.")

Value set_update_method(Thread* t, Set* self, Args others) {
  if (!changeable(t, self)) return Value::failed();
  for (uint32_t i = 0; i < others.n; ++i)
    if (!set_update(t, self, others.v[i])) return Value::failed();
  return Value::none();
}
DEF(set_methods, set_update_method, "update(self, /, *others)",
    "Update a set with the union of itself and others.")
Value set_intersection_update_method(Thread* t, Set* self, Args others) {
  if (!changeable(t, self)) return Value::failed();
  Value common = set_intersection_method(t, self, others);
  if (common.is_failed()) return common;
  return done(set_intersection_update(t, self, common));
}
DEF(set_methods, set_intersection_update_method, "intersection_update(self, /, *others)",
    "Update a set with the intersection of itself and another.")
Value set_difference_update_method(Thread* t, Set* self, Args others) {
  if (!changeable(t, self)) return Value::failed();
  for (uint32_t i = 0; i < others.n; ++i)
    if (!set_difference_update(t, self, others.v[i])) return Value::failed();
  return Value::none();
}
DEF(set_methods, set_difference_update_method, "difference_update(self, /, *others)",
    "Remove all elements of another set from this set.")
Value set_symmetric_difference_update_method(Thread* t, Set* self, Value other) {
  return done(changeable(t, self) && set_symmetric_difference_update(t, self, other));
}
DEF(set_methods, set_symmetric_difference_update_method,
    "symmetric_difference_update(self, other, /)",
    "Update a set with the symmetric difference of itself and another.")

Value set_class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(set_methods, set_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585")
DEF_CLASS(frozenset_methods, set_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585")

}  // namespace

Value new_set_iterator(Thread* t, Set* s) {
  auto* it = make_native<SetIter>(t, &kSetIter);
  if (!it) return Value::failed();
  it->set = s;
  it->at = 0;
  it->used = s->used;
  it->left = s->used;
  return val(it);
}

void register_set(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.set, set_methods);
  install_methods(t, vm->classes.frozenset, frozenset_methods);
  install_methods(t, new_iterator_class(t, &kSetIter), iter_methods);
  set_unhashable(t, vm->classes.set);
}

}  // namespace baton
