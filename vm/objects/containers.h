// What the container files share among themselves and offer to fast paths elsewhere: memory for
// their buffers, index and slice conversion, hashing and key comparison, views and iterators.
//
// Everything here runs with the lock held. "May run script" functions call __index__, __eq__,
// __hash__ or iterators, after which the caller must re-read sizes and buffers of every container.
#pragma once
#include <cstring>

#include "vm/base/hash.h"
#include "vm/objects/objects.h"

namespace baton {

// --- memory ---
inline constexpr size_t kMaxValues = size_t{1} << 39;  // 4 TiB of words: more is refused unasked
// malloc'ed words, accounted; contents undefined. Null with MemoryError pending. May collect.
Value* take_values(Thread* t, size_t n);
void drop_values(Thread* t, Value* items, size_t n);

// --- classes ---
BATON_INLINE bool exact_list(Thread* t, Value v) {
  return v.is_ptr() && v.ptr()->shape == t->vm->shape_ids.list;
}
BATON_INLINE bool exact_tuple(Thread* t, Value v) {
  return v.is_ptr() && v.ptr()->shape == t->vm->shape_ids.tuple;
}
BATON_INLINE bool exact_str(Thread* t, Value v) {
  return v.is_ptr() && v.ptr()->shape == t->vm->shape_ids.str;
}
BATON_INLINE bool exact_dict(Thread* t, Value v) {
  return v.is_ptr() && v.ptr()->shape == t->vm->shape_ids.dict;
}
BATON_INLINE bool exact_set(Thread* t, Value v) {
  return v.is_ptr() &&
         (v.ptr()->shape == t->vm->shape_ids.set || v.ptr()->shape == t->vm->shape_ids.frozenset);
}
// Shape of a new object of `cls`: for allocation on behalf of a constructor.
inline uint32_t shape_of(Class* cls) { return cls->root->id; }
// Is `cls` fit for base.__new__(cls)? TypeError otherwise.
bool check_new(Thread* t, Class* cls, Class* base);
// Does iterating over this container mean what the built-in class says (class not a subclass with
// its own __iter__)?
bool iterates_plainly(Thread* t, Value v);

// --- indices (slice.cpp) ---
bool has_index(Thread* t, Value v);  // an int, or its class has __index__
// A bound of index(), insert() and the like: clamped to 64 bits. May run script. TypeError "slice
// indices must be integers or have an __index__ method".
bool slice_bound(Thread* t, Value v, int64_t* out);
// start, stop and step with defaults filled in and clamped to 64 bits; ValueError for step 0. May
// run script: take the length afterwards, then slice_adjust().
bool slice_unpack(Thread* t, Slice* s, int64_t* start, int64_t* stop, int64_t* step);
// Clips to a sequence of `length` items; returns the count of items selected.
int64_t slice_adjust(int64_t length, int64_t* start, int64_t* stop, int64_t step);
// As slice.indices() for a length of any size.
bool slice_indices_big(Thread* t, Slice* s, Value length, Value* start, Value* stop, Value* step);
// Key -> index for getitem-like uses of a container called `what` ("list"); may run script.
// TypeError "list indices must be integers or slices, not str".
bool item_index(Thread* t, Value key, const char* what, int64_t* out);

// --- keys of dicts and sets ---
bool tuple_hash(Thread* t, Tuple* tuple, int64_t* out);
bool frozenset_hash(Set* s, int64_t* out);  // never fails
BATON_INLINE bool hash_key(Thread* t, Value key, int64_t* out) {
  if (key.is_int()) {
    int64_t i = key.as_int();
    *out = BATON_LIKELY(static_cast<uint64_t>(i) < kHashModulus) ? i : hash_int64(i);
    return true;
  }
  if (BATON_LIKELY(exact_str(t, key))) {
    Str* s = as<Str>(key);
    *out = BATON_LIKELY(s->hash != 0) ? s->hash : str_hash(s);
    return true;
  }
  if (exact_tuple(t, key)) return tuple_hash(t, as<Tuple>(key), out);
  return hash_value(t, key, out);
}
// Text equality of two different Str objects whose hashes are equal.
BATON_INLINE bool same_text(Str* a, Str* b) {
  return a->size == b->size && !(a->flags & b->flags & kInterned) &&
         std::memcmp(a->data, b->data, a->size) == 0;
}
// Are two keys of equal hash, which are not the same word, equal? Sets *script when script code
// may have run.
BATON_INLINE bool keys_equal(Thread* t, Value have, Value key, bool* equal, bool* script) {
  if (both_int(have, key)) {
    *equal = false;
    return true;
  }
  if (exact_str(t, have) && exact_str(t, key)) {
    *equal = same_text(as<Str>(have), as<Str>(key));
    return true;
  }
  *script = true;
  return values_equal(t, have, key, equal);
}

// --- list, tuple, range ---
List* new_list_of_shape(Thread* t, uint32_t shape);
bool list_reserve(Thread* t, List* l, size_t capacity);  // exact; never shrinks
void list_clear(Thread* t, List* l);
Tuple* new_tuple_of_shape(Thread* t, size_t n, uint32_t shape);
Value list_slice(Thread* t, List* l, int64_t start, int64_t step, int64_t count);
Value tuple_slice(Thread* t, Tuple* s, int64_t start, int64_t step, int64_t count);
// A tuple of the items of any iterable, as the constructor makes it. May run script.
Value tuple_from_iterable(Thread* t, Value iterable, uint32_t shape);
// Item by position: negative counts from the end; IndexError.
Value range_item(Thread* t, Range* r, Value index);
Value range_slice(Thread* t, Range* r, Slice* s);
Value range_compare(Thread* t, CmpOp op, Value a, Value b);
bool range_hash(Thread* t, Range* r, int64_t* out);
bool range_contains(Thread* t, Range* r, Value v, bool* out);
bool sequence_contains(Thread* t, Value seq, Value item, bool* out);  // list, tuple
// Position of an equal item in [start, stop) of a list or tuple, -1 if none; false: failed. May
// run script.
bool sequence_find(Thread* t, Value seq, Value item, int64_t start, int64_t stop, int64_t* out);
bool sequence_count(Thread* t, Value seq, Value item, int64_t* out);
// "[a, b]" / "(a,)": appends the reprs of a list's or tuple's items, separated by ", ".
bool repr_items(Thread* t, Value seq, std::string* out);
// `seq * n`, or in place for a list. count any object: TypeError, OverflowError, MemoryError.
Value sequence_repeat(Thread* t, Value seq, Value count, bool inplace);
Value sequence_concat(Thread* t, Value a, Value b);

// --- dict ---
Dict* new_dict_of_shape(Thread* t, uint32_t shape);
// d[key] as script sees it: __missing__ of a subclass, KeyError.
Value dict_subscript(Thread* t, Dict* d, Value key);
// As dict_get / dict_set with the key's hash known.
Value dict_get_hashed(Thread* t, Dict* d, Value key, int64_t hash);
bool dict_set_hashed(Thread* t, Dict* d, Value key, int64_t hash, Value v);
int dict_del_hashed(Thread* t, Dict* d, Value key, int64_t hash);
// Adds every entry of `other` to d. RuntimeError if `other` changes meanwhile. May run script.
bool dict_merge(Thread* t, Dict* d, Dict* other);
// Removes the last entry; false: empty (no exception).
bool dict_pop_last(Dict* d, Value* key, Value* value);
Value dict_union(Thread* t, Value a, Value b, bool inplace);

enum class DictPart : uint8_t { kKeys, kValues, kItems };
struct DictView : NativeObject {
  Dict* dict;
};
extern const NativeType kDictKeysType, kDictValuesType, kDictItemsType;
BATON_INLINE const NativeType* native_type_of(Value v) {
  return is<NativeObject>(v) ? as<NativeObject>(v)->type : nullptr;
}
// keys() or items(): the views that are sets.
BATON_INLINE bool is_set_view(Value v) {
  const NativeType* type = native_type_of(v);
  return type == &kDictKeysType || type == &kDictItemsType;
}
Value new_dict_view(Thread* t, Dict* d, DictPart part);
bool dict_view_contains(Thread* t, DictView* view, Value item, bool* out);
// The iterator objects of `for k in d`, d.values(), d.items() and of reversed().
Value new_dict_iterator(Thread* t, Dict* d, DictPart part, bool reversed = false);

// --- set ---
Set* new_set_of_shape(Thread* t, uint32_t shape, bool frozen);
bool set_add_hashed(Thread* t, Set* s, Value key, int64_t hash);
int set_find_hashed(Thread* t, Set* s, Value key, int64_t hash);     // 1, 0, -1 failed
int set_discard_hashed(Thread* t, Set* s, Value key, int64_t hash);  // 1 removed, 0, -1 failed
int set_discard(Thread* t, Set* s, Value key);
void set_clear(Thread* t, Set* s);
bool set_resize(Thread* t, Set* s, size_t min_used);
bool set_merge(Thread* t, Set* s, Set* other);
bool set_update(Thread* t, Set* s, Value iterable);  // may run script
Set* set_copy(Thread* t, Set* s, uint32_t shape, bool frozen);
// Next live entry at or after *position; false at the end.
BATON_INLINE bool set_next(Set* s, size_t* position, SetEntry* out) {
  for (size_t i = *position; i <= s->mask; ++i) {
    Value key = s->table[i].key;
    if (!key.is_unbound() && !key.is_failed()) {
      *out = s->table[i];
      *position = i + 1;
      return true;
    }
  }
  return false;
}
Value new_set_iterator(Thread* t, Set* s);
// Algebra (set_ops.cpp); operands as the methods take them: `other` any iterable. May run script.
Set* set_intersection(Thread* t, Set* s, Value other);
Set* set_difference(Thread* t, Set* s, Value other);
Set* set_symmetric_difference(Thread* t, Set* s, Value other);
bool set_difference_update(Thread* t, Set* s, Value other);
bool set_intersection_update(Thread* t, Set* s, Value other);
bool set_symmetric_difference_update(Thread* t, Set* s, Value other);
bool set_is_subset(Thread* t, Set* s, Value other, bool* out);
bool set_is_disjoint(Thread* t, Value s, Value other, bool* out);  // s a set or set-like view

// --- iterators ---
template <class T>
T* make_native(Thread* t, const NativeType* type) {
  Class* cls = native_class(t->vm, type);
  Object* o = t->vm->heap.allocate(t, sizeof(T), Kind::kNativeObject, cls->root->id);
  if (o) static_cast<T*>(o)->type = type;
  return static_cast<T*>(o);
}
// `self` of a native type's method; TypeError for anything else.
template <class T>
T* native_self(Thread* t, Value self, const NativeType* type) {
  if (BATON_LIKELY(is<NativeObject>(self) && as<NativeObject>(self)->type == type))
    return static_cast<T*>(self.ptr());
  raisef(t, t->vm->classes.type_error, "descriptor requires a '%s' object but received a '%s'",
         type->name, type_name(t, self).c_str());
  return nullptr;
}
// A class whose instances are iterators: __iter__ and __next__ by type->next.
Class* new_iterator_class(Thread* t, const NativeType* type);
Value new_range_iterator(Thread* t, Range* r, bool reversed);
Value new_list_reverse_iterator(Thread* t, List* l);

// `list[int]`: calling it calls the class.
Value new_generic_alias(Thread* t, Value origin, Value args);
bool is_generic_alias(Value v);
// Appends a type as aliases and unions print it: classes as their name (with the module unless it
// is builtins), `...` as itself, the rest by repr.
bool generic_text(Thread* t, Value v, std::string* out);

// --- registration, by file ---
void set_unhashable(Thread* t, Class* cls);
void register_slice(Vm* vm, Thread* t);
void register_range(Vm* vm, Thread* t);
void register_tuple(Vm* vm, Thread* t);
void register_list(Vm* vm, Thread* t);
void register_sequence_iterators(Vm* vm, Thread* t);
void register_generic_alias(Vm* vm, Thread* t);
void register_union_type(Vm* vm, Thread* t, Class* generic_alias);  // after `type` has its methods
void register_dict(Vm* vm, Thread* t);
void register_dict_views(Vm* vm, Thread* t);
void register_set(Vm* vm, Thread* t);

// The six comparison methods of a group, all going through one function
// `Value compare_fn(Thread*, CmpOp, Value, Value)`.
#define BATON_DEF_COMPARE(group, prefix, compare_fn)                                         \
  Value prefix##_eq(Thread* t, Value a, Value b) { return compare_fn(t, CmpOp::kEq, a, b); } \
  DEF(group, prefix##_eq, "__eq__(self, value, /)", "Return self==value.")                   \
  Value prefix##_ne(Thread* t, Value a, Value b) { return compare_fn(t, CmpOp::kNe, a, b); } \
  DEF(group, prefix##_ne, "__ne__(self, value, /)", "Return self!=value.")                   \
  Value prefix##_lt(Thread* t, Value a, Value b) { return compare_fn(t, CmpOp::kLt, a, b); } \
  DEF(group, prefix##_lt, "__lt__(self, value, /)", "Return self<value.")                    \
  Value prefix##_le(Thread* t, Value a, Value b) { return compare_fn(t, CmpOp::kLe, a, b); } \
  DEF(group, prefix##_le, "__le__(self, value, /)", "Return self<=value.")                   \
  Value prefix##_gt(Thread* t, Value a, Value b) { return compare_fn(t, CmpOp::kGt, a, b); } \
  DEF(group, prefix##_gt, "__gt__(self, value, /)", "Return self>value.")                    \
  Value prefix##_ge(Thread* t, Value a, Value b) { return compare_fn(t, CmpOp::kGe, a, b); } \
  DEF(group, prefix##_ge, "__ge__(self, value, /)", "Return self>=value.")

}  // namespace baton
