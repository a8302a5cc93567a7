// collections.deque: a double-ended queue.
//
// The items lie in a ring whose size is a power of two, from `head` on, wrapping around. The ring is
// a List that no script sees: the collector traces and accounts it like any other. Slots that hold
// nothing are None. With a maxlen the deque never holds more. `state` counts every change but the
// replacement of an item: whoever compares items or hands them to script looks at it afterwards.
// Lock held throughout; comparing, hashing and iterating may run script.
// Behaviour: https://docs.python.org/3.11/library/collections.html#deque-objects
#include "stdlib/collections_module.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

struct Deque : NativeObject {
  List* ring;  // null: never held anything
  size_t head, size;
  int64_t maxlen;  // -1: none
  uint64_t state;
};
void trace_deque(Object* o, Marker& m) { m.mark_object(static_cast<Deque*>(o)->ring); }
const NativeType kDequeType = {"collections.deque", trace_deque, nullptr, nullptr};
NativeGroup deque_methods{"deque"};

Deque* deque_of(Thread* t, Value self) { return native_self<Deque>(t, self, &kDequeType); }
bool is_deque(Value v) { return native_type_of(v) == &kDequeType; }

size_t room(const Deque* d) { return d->ring ? d->ring->size : 0; }
Value* place(const Deque* d, size_t i) {
  return &d->ring->items[(d->head + i) & (d->ring->size - 1)];
}
Value at(const Deque* d, size_t i) { return *place(d, i); }
void put(Deque* d, size_t i, Value v) { barrier_store(d->ring, place(d, i), v); }

// --- ends ----------------------------------------------------------------------------------------

BATON_NOINLINE bool grow(Thread* t, Deque* d, size_t want) {
  size_t cap = room(d) ? room(d) : 8;
  if (want > kMaxValues / 2) return raise_memory_error(t), false;
  while (cap < want) cap *= 2;
  List* ring = new_list(t, cap);
  if (!ring) return false;
  for (size_t i = 0; i < d->size; ++i) ring->items[i] = at(d, i);
  for (size_t i = d->size; i < cap; ++i) ring->items[i] = Value::none();
  ring->size = cap;
  d->ring = ring;
  d->head = 0;
  return true;
}
bool ensure(Thread* t, Deque* d, size_t want) {
  return BATON_LIKELY(want <= room(d)) || grow(t, d, want);
}
Value take_right(Deque* d) {
  Value v = at(d, --d->size);
  put(d, d->size, Value::none());
  ++d->state;
  return v;
}
Value take_left(Deque* d) {
  Value v = at(d, 0);
  put(d, 0, Value::none());
  d->head = (d->head + 1) & (d->ring->size - 1);
  --d->size;
  ++d->state;
  return v;
}
bool is_full(const Deque* d) { return d->maxlen >= 0 && d->size >= static_cast<size_t>(d->maxlen); }
bool push_right(Thread* t, Deque* d, Value v) {
  if (is_full(d)) {
    if (d->maxlen == 0) return true;
    take_left(d);
  }
  if (!ensure(t, d, d->size + 1)) return false;
  put(d, d->size++, v);
  ++d->state;
  return true;
}
bool push_left(Thread* t, Deque* d, Value v) {
  if (is_full(d)) {
    if (d->maxlen == 0) return true;
    take_right(d);
  }
  if (!ensure(t, d, d->size + 1)) return false;
  d->head = (d->head - 1) & (d->ring->size - 1);
  ++d->size;
  put(d, 0, v);
  ++d->state;
  return true;
}
void clear(Deque* d) {
  d->ring = nullptr;
  d->head = d->size = 0;
  ++d->state;
}

// Calls push for every item of an iterable; a deque that is its own source is copied first.
template <class Push>
bool extend_with(Thread* t, Deque* d, Value iterable, Push push) {
  Value source = iterable;
  if (iterable == val(d)) {
    List* copy;
    if (!list_from_iterable(t, iterable, &copy)) return false;
    source = val(copy);
  }
  return for_each_item(t, source, [&](Value v) { return push(t, d, v) && poll(t); });
}

Deque* make_deque(Thread* t, Class* cls, int64_t maxlen) {
  Object* o = t->vm->heap.allocate(t, sizeof(Deque), Kind::kNativeObject, cls->root->id);
  if (!o) return nullptr;
  auto* d = static_cast<Deque*>(o);
  d->type = &kDequeType;
  d->ring = nullptr;
  d->head = d->size = 0;
  d->maxlen = maxlen;
  d->state = 0;
  return d;
}

Value deque_new(Thread* t, Class* cls, Kw, Args) {
  Deque* d = make_deque(t, cls, -1);
  return d ? val(d) : Value::failed();
}
DEF_NEW(deque_methods, deque_new, "deque(cls, *args, **kwargs)",
        "deque([iterable[, maxlen]]): a list-like sequence that is quick at both ends.")

bool read_maxlen(Thread* t, Value v, int64_t* out) {
  *out = -1;
  if (v.is_none()) return true;
  if (!is_intlike(v)) return type_error(t, "an integer is required"), false;
  if (!v.is_int() && !v.is_bool()) {
    bool small = false;
    int64_t n = 0;
    if (to_int64(t, v, &n)) small = true;
    if (!small) {
      clear_exception(t);
      return overflow_error(t, "Python int too large to convert to C ssize_t"), false;
    }
    v = new_int(t, n);
  }
  int64_t n = 0;
  if (!to_int64(t, v, &n)) return false;
  if (n < 0) return value_error(t, "maxlen must be non-negative"), false;
  *out = n;
  return true;
}

Value deque_init(Thread* t, Value self, Kw kw, Args args) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  Value given[2] = {Value::unbound(), Value::none()};
  uint32_t named = kw.dict ? kw.dict->size : 0;
  if (args.n + named > 2)
    return raisef(t, t->vm->classes.type_error, "deque() takes at most 2 arguments (%u given)",
                  args.n + named);
  for (uint32_t i = 0; i < args.n; ++i) given[i] = args.v[i];
  static const char* const kNames[2] = {"iterable", "maxlen"};
  for (uint32_t i = 0; named && i < kw.dict->used; ++i) {
    DictEntry e = kw.dict->entries[i];
    if (e.key.is_unbound()) continue;
    uint32_t k = 0;
    while (k < 2 && as<Str>(e.key)->view() != kNames[k]) ++k;
    if (k == 2)
      return raisef(t, t->vm->classes.type_error, "'%s' is an invalid keyword argument for deque()",
                    as<Str>(e.key)->data);
    if (k < args.n)
      return raisef(t, t->vm->classes.type_error,
                    "argument for deque() given by name ('%s') and position (%u)", kNames[k],
                    k + 1);
    given[k] = e.value;
  }
  int64_t maxlen;
  if (!read_maxlen(t, given[1], &maxlen)) return Value::failed();
  d->maxlen = maxlen;
  if (d->size) clear(d);
  if (given[0].is_unbound()) return Value::none();
  return extend_with(t, d, given[0], push_right) ? Value::none() : Value::failed();
}
DEF(deque_methods, deque_init, "__init__(self, /, *args, **kwargs)",
    "Fill the deque from an iterable and set its bound.")

Value deque_append(Thread* t, Value self, Value item) {
  Deque* d = deque_of(t, self);
  return d && push_right(t, d, item) ? Value::none() : Value::failed();
}
DEF(deque_methods, deque_append, "append(self, item, /)", "Add an item at the right end.")
Value deque_appendleft(Thread* t, Value self, Value item) {
  Deque* d = deque_of(t, self);
  return d && push_left(t, d, item) ? Value::none() : Value::failed();
}
DEF(deque_methods, deque_appendleft, "appendleft(self, item, /)", "Add an item at the left end.")
Value deque_pop(Thread* t, Value self) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  return d->size ? take_right(d) : index_error(t, "pop from an empty deque");
}
DEF(deque_methods, deque_pop, "pop(self, /)", "Remove and return the rightmost item.")
Value deque_popleft(Thread* t, Value self) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  return d->size ? take_left(d) : index_error(t, "pop from an empty deque");
}
DEF(deque_methods, deque_popleft, "popleft(self, /)", "Remove and return the leftmost item.")
Value deque_extend(Thread* t, Value self, Value iterable) {
  Deque* d = deque_of(t, self);
  return d && extend_with(t, d, iterable, push_right) ? Value::none() : Value::failed();
}
DEF(deque_methods, deque_extend, "extend(self, iterable, /)",
    "Add the items of an iterable at the right end.")
Value deque_extendleft(Thread* t, Value self, Value iterable) {
  Deque* d = deque_of(t, self);
  return d && extend_with(t, d, iterable, push_left) ? Value::none() : Value::failed();
}
DEF(deque_methods, deque_extendleft, "extendleft(self, iterable, /)",
    "Add the items of an iterable, one after the other, at the left end.")
Value deque_clear(Thread* t, Value self) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  clear(d);
  return Value::none();
}
DEF(deque_methods, deque_clear, "clear(self, /)", "Remove every item.")

// --- the middle ----------------------------------------------------------------------------------

void erase(Deque* d, size_t i) {
  if (i < d->size / 2) {
    for (; i > 0; --i) put(d, i, at(d, i - 1));
    take_left(d);
  } else {
    for (; i + 1 < d->size; ++i) put(d, i, at(d, i + 1));
    take_right(d);
  }
}

Value deque_insert(Thread* t, Value self, Value index, Value item) {
  Deque* d = deque_of(t, self);
  int64_t i;
  if (!d || !index_of(t, index, &i)) return Value::failed();
  if (is_full(d)) return index_error(t, "deque already at its maximum size");
  auto n = static_cast<int64_t>(d->size);
  if (i < 0) i = i + n < 0 ? 0 : i + n;
  if (i > n) i = n;
  if (!ensure(t, d, d->size + 1)) return Value::failed();
  auto to = static_cast<size_t>(i);
  if (to < d->size / 2) {
    d->head = (d->head - 1) & (d->ring->size - 1);
    ++d->size;
    for (size_t k = 0; k < to; ++k) put(d, k, at(d, k + 1));
  } else {
    ++d->size;
    for (size_t k = d->size - 1; k > to; --k) put(d, k, at(d, k - 1));
  }
  put(d, to, item);
  ++d->state;
  return Value::none();
}
DEF(deque_methods, deque_insert, "insert(self, index, item, /)", "Insert an item before index.")

Value deque_rotate(Thread* t, Value self, Value steps) {
  Deque* d = deque_of(t, self);
  int64_t n = 1;
  if (!d || (!steps.is_unbound() && !index_of(t, steps, &n))) return Value::failed();
  if (d->size <= 1) return Value::none();
  auto size = static_cast<int64_t>(d->size);
  n %= size;
  if (n > size / 2) n -= size;
  if (n < -(size / 2)) n += size;
  for (; n > 0; --n) {
    Value v = take_right(d);
    push_left(t, d, v);  // there is room: one just went
  }
  for (; n < 0; ++n) {
    Value v = take_left(d);
    push_right(t, d, v);
  }
  ++d->state;
  return Value::none();
}
DEF(deque_methods, deque_rotate, "rotate(self, n=<absent>, /)",
    "Rotate n steps to the right; to the left if n is negative.")

Value deque_reverse(Thread* t, Value self) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  for (size_t i = 0, k = d->size; i + 1 < k; ++i) {
    --k;
    Value v = at(d, i);
    put(d, i, at(d, k));
    put(d, k, v);
  }
  return Value::none();
}
DEF(deque_methods, deque_reverse, "reverse(self, /)", "Reverse the order of the items in place.")

// --- looking for items -----------------------------------------------------------------------------

constexpr const char* kMutated = "deque mutated during iteration";

// Position of an equal item in [start, stop), or -1. False: failed; *changed tells that the deque
// changed under the comparison (no exception then).
bool find(Thread* t, Deque* d, Value item, size_t start, size_t stop, int64_t* found,
          bool* changed) {
  uint64_t state = d->state;
  *changed = false;
  *found = -1;
  for (size_t i = start; i < stop && i < d->size; ++i) {
    bool equal;
    if (!values_equal(t, at(d, i), item, &equal)) return false;
    if (d->state != state) {
      *changed = true;
      return false;
    }
    if (equal) {
      *found = static_cast<int64_t>(i);
      return true;
    }
    if (!poll(t)) return false;
    if (d->state != state) {
      *changed = true;
      return false;
    }
  }
  return true;
}

Value not_in(Thread* t, Value item) {
  std::string text;
  if (!repr_to(t, item, &text)) return Value::failed();
  return value_error(t, text + " is not in deque");
}

Value deque_remove(Thread* t, Value self, Value item) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  int64_t i;
  bool changed;
  if (!find(t, d, item, 0, d->size, &i, &changed))
    return changed ? index_error(t, kMutated) : Value::failed();
  if (i < 0) return not_in(t, item);
  erase(d, static_cast<size_t>(i));
  return Value::none();
}
DEF(deque_methods, deque_remove, "remove(self, value, /)", "Remove the first item equal to value.")

Value deque_index(Thread* t, Value self, Value item, Value start, Value stop) {
  Deque* d = deque_of(t, self);
  int64_t from = 0, to = INT64_MAX, i;
  if (!d || (!start.is_unbound() && !slice_bound(t, start, &from)) ||
      (!stop.is_unbound() && !slice_bound(t, stop, &to)))
    return Value::failed();
  auto n = static_cast<int64_t>(d->size);
  if (from < 0) from = from + n < 0 ? 0 : from + n;
  if (to < 0) to = to + n < 0 ? 0 : to + n;
  if (to > n) to = n;
  if (from > to) from = to;
  bool changed;
  if (!find(t, d, item, static_cast<size_t>(from), static_cast<size_t>(to), &i, &changed))
    return changed ? runtime_error(t, kMutated) : Value::failed();
  return i < 0 ? not_in(t, item) : Value::from_int(i);
}
DEF(deque_methods, deque_index, "index(self, value, start=<absent>, stop=<absent>, /)",
    "Position of the first item equal to value; ValueError if there is none.")

Value deque_contains(Thread* t, Value self, Value item) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  int64_t i;
  bool changed;
  if (!find(t, d, item, 0, d->size, &i, &changed))
    return changed ? runtime_error(t, kMutated) : Value::failed();
  return Value::boolean(i >= 0);
}
DEF(deque_methods, deque_contains, "__contains__(self, key, /)", "Return key in self.")

Value deque_count(Thread* t, Value self, Value item) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  int64_t count = 0, i;
  bool changed;
  uint64_t state = d->state;
  for (size_t from = 0;; from = static_cast<size_t>(i) + 1) {
    if (!find(t, d, item, from, d->size, &i, &changed))
      return changed ? runtime_error(t, kMutated) : Value::failed();
    if (d->state != state) return runtime_error(t, kMutated);
    if (i < 0) return Value::from_int(count);
    ++count;
  }
}
DEF(deque_methods, deque_count, "count(self, value, /)", "Number of items equal to value.")

// --- as a sequence ---------------------------------------------------------------------------------

Value deque_len(Thread* t, Value self) {
  Deque* d = deque_of(t, self);
  return d ? new_uint(t, d->size) : Value::failed();
}
DEF(deque_methods, deque_len, "__len__(self, /)", "Return len(self).")

// The position a subscript means; false: failed.
bool subscript(Thread* t, Deque* d, Value key, size_t* out) {
  if (!key.is_int() && !has_index(t, key)) {
    raisef(t, t->vm->classes.type_error, "sequence index must be integer, not '%s'",
           type_name(t, key).c_str());
    return false;
  }
  int64_t i;
  if (!index_of(t, key, &i)) return false;
  if (i < 0) i += static_cast<int64_t>(d->size);
  if (i < 0 || static_cast<size_t>(i) >= d->size)
    return index_error(t, "deque index out of range"), false;
  *out = static_cast<size_t>(i);
  return true;
}
Value deque_getitem(Thread* t, Value self, Value key) {
  Deque* d = deque_of(t, self);
  size_t i;
  return d && subscript(t, d, key, &i) ? at(d, i) : Value::failed();
}
DEF(deque_methods, deque_getitem, "__getitem__(self, key, /)", "Return self[key].")
Value deque_setitem(Thread* t, Value self, Value key, Value v) {
  Deque* d = deque_of(t, self);
  size_t i;
  if (!d || !subscript(t, d, key, &i)) return Value::failed();
  put(d, i, v);
  return Value::none();
}
DEF(deque_methods, deque_setitem, "__setitem__(self, key, value, /)", "Set self[key] to value.")
Value deque_delitem(Thread* t, Value self, Value key) {
  Deque* d = deque_of(t, self);
  size_t i;
  if (!d || !subscript(t, d, key, &i)) return Value::failed();
  erase(d, i);
  return Value::none();
}
DEF(deque_methods, deque_delitem, "__delitem__(self, key, /)", "Delete self[key].")

// A copy of the same class: the class itself is called where it is not plain deque.
Value deque_copy(Thread* t, Value self) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  Class* cls = class_of(t->vm, self);
  if (cls != native_class(t->vm, &kDequeType)) {
    Value made = d->maxlen < 0 ? call1(t, val(cls), self)
                               : call2(t, val(cls), self, Value::from_int(d->maxlen));
    if (made.is_failed() || is_deque(made)) return made;
    return raisef(t, t->vm->classes.type_error, "%s() must return a deque, not %s",
                  class_name(cls).c_str(), type_name(t, made).c_str());
  }
  Deque* copy = make_deque(t, cls, d->maxlen);
  if (!copy || (d->size && !grow(t, copy, d->size))) return Value::failed();
  for (size_t i = 0; i < d->size; ++i) put(copy, i, at(d, i));
  copy->size = d->size;
  return val(copy);
}
DEF(deque_methods, deque_copy, "copy(self, /)", "A shallow copy.")
DEF(deque_methods, deque_copy, "__copy__(self, /)", "A shallow copy.")

Value deque_add(Thread* t, Value self, Value other) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  if (!is_deque(other))
    return raisef(t, t->vm->classes.type_error, "can only concatenate deque (not \"%s\") to deque",
                  type_name(t, other).c_str());
  Value sum = deque_copy(t, self);
  if (sum.is_failed()) return sum;
  return extend_with(t, as<Deque>(sum), other, push_right) ? sum : Value::failed();
}
DEF(deque_methods, deque_add, "__add__(self, value, /)", "Return self+value.")
Value deque_iadd(Thread* t, Value self, Value other) {
  Deque* d = deque_of(t, self);
  return d && extend_with(t, d, other, push_right) ? self : Value::failed();
}
DEF(deque_methods, deque_iadd, "__iadd__(self, value, /)", "Implement self+=value.")

Value deque_imul(Thread* t, Value self, Value times) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  if (!times.is_int() && !has_index(t, times))
    return raisef(t, t->vm->classes.type_error, "can't multiply sequence by non-int of type '%s'",
                  type_name(t, times).c_str());
  int64_t n;
  if (!index_of(t, times, &n)) {
    if (!exception_is(t, t->vm->classes.index_error)) return Value::failed();
    clear_exception(t);
    return overflow_error(t, "cannot fit 'int' into an index-sized integer");
  }
  size_t size = d->size;
  if (n <= 0) {
    clear(d);
    return self;
  }
  if (size == 0 || n == 1) return self;
  auto times_kept = static_cast<size_t>(n), most = static_cast<size_t>(d->maxlen);
  // With a bound, what is added beyond it goes out at the left again.
  if (d->maxlen >= 0 && times_kept > most / size + 2) times_kept = most / size + 2;
  if (times_kept > kMaxValues / size) return raise_memory_error(t);
  size_t held = size * times_kept;
  if (d->maxlen >= 0 && held > most) held = most;
  if (!ensure(t, d, held)) return Value::failed();
  List* items = new_list(t, size);
  if (!items) return Value::failed();
  for (size_t i = 0; i < size; ++i) items->items[i] = at(d, i);
  items->size = size;
  for (; times_kept > 1; --times_kept)
    for (size_t i = 0; i < size; ++i)
      if (!push_right(t, d, items->items[i])) return Value::failed();
  keep_alive(val(items));
  return self;
}
DEF(deque_methods, deque_imul, "__imul__(self, value, /)", "Implement self*=value.")
Value deque_mul(Thread* t, Value self, Value times) {
  Value copy = deque_copy(t, self);
  return copy.is_failed() ? copy : deque_imul(t, copy, times);
}
DEF(deque_methods, deque_mul, "__mul__(self, value, /)", "Return self*value.")
DEF(deque_methods, deque_mul, "__rmul__(self, value, /)", "Return value*self.")

Value deque_compare(Thread* t, CmpOp op, Value self, Value other) {
  if (!is_deque(self) || !is_deque(other)) return Value::not_implemented();
  Deque *a = as<Deque>(self), *b = as<Deque>(other);
  if (op == CmpOp::kEq || op == CmpOp::kNe) {
    if (a == b) return Value::boolean(op == CmpOp::kEq);
    if (a->size != b->size) return Value::boolean(op == CmpOp::kNe);
  }
  if (native_stack_exhausted(t)) return Value::failed();
  uint64_t state_a = a->state, state_b = b->state;
  for (size_t i = 0;; ++i) {
    if (a->state != state_a || b->state != state_b) return runtime_error(t, kMutated);
    if (i >= a->size || i >= b->size) break;
    Value x = at(a, i), y = at(b, i);
    bool equal;
    if (!values_equal(t, x, y, &equal)) return Value::failed();
    if (equal) continue;
    if (op == CmpOp::kEq) return Value::false_();
    if (op == CmpOp::kNe) return Value::true_();
    bool r;
    return compare_bool(t, op, x, y, &r) ? Value::boolean(r) : Value::failed();
  }
  switch (op) {
    case CmpOp::kLt: return Value::boolean(a->size < b->size);
    case CmpOp::kLe: return Value::boolean(a->size <= b->size);
    case CmpOp::kGt: return Value::boolean(a->size > b->size);
    case CmpOp::kGe: return Value::boolean(a->size >= b->size);
    case CmpOp::kEq: return Value::boolean(a->size == b->size);
    default: return Value::boolean(a->size != b->size);
  }
}
BATON_DEF_COMPARE(deque_methods, deque_cmp, deque_compare)

Value deque_repr(Thread* t, Value self) {
  Deque* d = deque_of(t, self);
  if (!d || native_stack_exhausted(t)) return Value::failed();
  ReprGuard guard(t, self);
  if (!guard.entered) return str_value(t, "[...]");
  std::string out(as<Str>(class_of(t->vm, self)->name)->view());
  out += "([";
  uint64_t state = d->state;
  for (size_t i = 0; i < d->size; ++i) {
    if (i) out += ", ";
    if (!repr_to(t, at(d, i), &out)) return Value::failed();
    if (d->state != state) return runtime_error(t, kMutated);
  }
  out += ']';
  if (d->maxlen >= 0) out += ", maxlen=" + std::to_string(d->maxlen);
  return str_value(t, out + ")");
}
DEF(deque_methods, deque_repr, "__repr__(self, /)", "Return repr(self).")

Value deque_maxlen(Thread* t, Value self) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  return d->maxlen < 0 ? Value::none() : new_int(t, d->maxlen);
}
DEF_GET(deque_methods, deque_maxlen, "maxlen(self)", "The bound, or None.")
Value deque_sizeof(Thread* t, Value self) {
  Deque* d = deque_of(t, self);
  return d ? new_uint(t, sizeof(Deque) + room(d) * sizeof(Value)) : Value::failed();
}
DEF(deque_methods, deque_sizeof, "__sizeof__(self, /)", "Size in memory, in bytes.")

Value deque_reduce(Thread* t, Value self) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  Value state = call_method(t, self, intern(t, "__getstate__"));
  if (state.is_failed()) return state;
  Value args = val(t->vm->empty_tuple);
  if (d->maxlen >= 0) args = tuple_of(t, {args, Value::from_int(d->maxlen)});
  if (args.is_failed()) return args;
  Value it = get_iter(t, self);
  if (it.is_failed()) return it;
  return tuple_of(t, {val(class_of(t->vm, self)), args, state, it});
}
DEF(deque_methods, deque_reduce, "__reduce__(self, /)", "What makes an equal deque again.")

Value deque_class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(deque_methods, deque_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585")

// --- iterators -------------------------------------------------------------------------------------

struct DequeIter : NativeObject {
  Deque* deque;
  size_t next, left;
  uint64_t state;
};
void trace_iter(Object* o, Marker& m) { m.mark_object(static_cast<DequeIter*>(o)->deque); }
template <int step>
Value iter_next_item(Thread* t, Object* o) {
  auto* it = static_cast<DequeIter*>(o);
  Deque* d = it->deque;
  if (BATON_UNLIKELY(d->state != it->state)) {
    it->left = 0;
    return runtime_error(t, kMutated);
  }
  if (it->left == 0) return Value::unbound();
  --it->left;
  Value v = at(d, it->next);
  it->next += static_cast<size_t>(step);  // wraps after the first item of a reversed walk
  return v;
}
const NativeType kIterType = {"_collections._deque_iterator", trace_iter, nullptr,
                              iter_next_item<1>};
const NativeType kReverseType = {"_collections._deque_reverse_iterator", trace_iter, nullptr,
                                 iter_next_item<-1>};
NativeGroup iter_methods{"_deque_iterator"};

Value iter_hint(Thread* t, Value self) {
  const NativeType* type = native_type_of(self);
  if (type != &kIterType && type != &kReverseType)
    return type_error(t, "descriptor '__length_hint__' requires a deque iterator");
  return new_uint(t, as<DequeIter>(self)->left);
}
DEF(iter_methods, iter_hint, "__length_hint__(self, /)", "Items still to come.")

Value make_iter(Thread* t, Value self, const NativeType* type) {
  Deque* d = deque_of(t, self);
  if (!d) return Value::failed();
  auto* it = make_native<DequeIter>(t, type);
  if (!it) return Value::failed();
  it->deque = d;
  it->left = d->size;
  it->next = type == &kIterType ? 0 : d->size - 1;
  it->state = d->state;
  return val(it);
}
Value deque_iter(Thread* t, Value self) { return make_iter(t, self, &kIterType); }
DEF(deque_methods, deque_iter, "__iter__(self, /)", "Implement iter(self).")
Value deque_reversed(Thread* t, Value self) { return make_iter(t, self, &kReverseType); }
DEF(deque_methods, deque_reversed, "__reversed__(self, /)", "An iterator from the right end.")

}  // namespace

void install_deque(Thread* t, Module* m) {
  Class* cls = new_builtin_class(t, kDequeType.name, t->vm->classes.object, Kind::kNativeObject, 0,
                                 &kDequeType);
  if (!cls) return;
  install_methods(t, cls, deque_methods);
  set_unhashable(t, cls);
  dict_set_cstr(t, m->dict, "deque", val(cls));
  for (const NativeType* type : {&kIterType, &kReverseType}) {
    Class* iter = new_iterator_class(t, type);
    if (!iter) return;
    install_methods(t, iter, iter_methods);
    dict_set_cstr(t, m->dict, as<Str>(iter->name)->view(), val(iter));
  }
}

}  // namespace baton
