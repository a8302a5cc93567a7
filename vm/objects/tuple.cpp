// tuple: making, hashing and its methods.
//
// A tuple's items are in the object itself and, once script can see it, never change. new_tuple
// fills it with None so that it may be rooted before it is complete. What lists and tuples share
// (indexing, +, *, comparison, search) is in sequence.cpp.
#include "vm/native/native.h"
#include "vm/objects/containers.h"

namespace baton {

Tuple* new_tuple_of_shape(Thread* t, size_t n, uint32_t shape) {
  if (BATON_UNLIKELY(n > kMaxValues)) {
    raise_memory_error(t);
    return nullptr;
  }
  Tuple* s = t->vm->heap.make<Tuple>(t, shape, n * sizeof(Value));
  if (!s) return nullptr;
  s->size = n;
  for (size_t i = 0; i < n; ++i) s->items[i] = Value::none();
  return s;
}

Tuple* new_tuple(Thread* t, size_t n) { return new_tuple_of_shape(t, n, t->vm->shape_ids.tuple); }

Tuple* new_tuple_from(Thread* t, const Value* items, size_t n) {
  if (n == 0) return t->vm->empty_tuple;
  if (BATON_UNLIKELY(n > kMaxValues)) {
    raise_memory_error(t);
    return nullptr;
  }
  Tuple* s = t->vm->heap.make<Tuple>(t, t->vm->shape_ids.tuple, n * sizeof(Value));
  if (!s) return nullptr;
  s->size = n;
  std::memcpy(s->items, items, n * sizeof(Value));
  return s;
}

Value tuple_of(Thread* t, std::initializer_list<Value> items) {
  Tuple* s = new_tuple_from(t, items.begin(), items.size());
  return s ? val(s) : Value::failed();
}

Value tuple_slice(Thread* t, Tuple* s, int64_t start, int64_t step, int64_t count) {
  if (count == static_cast<int64_t>(s->size) && step == 1 && exact_tuple(t, val(s))) return val(s);
  if (count == 0) return val(t->vm->empty_tuple);
  Tuple* r = new_tuple(t, static_cast<size_t>(count));
  if (!r) return Value::failed();
  for (int64_t i = 0, k = start; i < count; ++i, k += step) r->items[i] = s->items[k];
  return val(r);
}

Value tuple_from_iterable(Thread* t, Value iterable, uint32_t shape) {
  bool exact = shape == t->vm->shape_ids.tuple;
  if (exact && exact_tuple(t, iterable)) return iterable;
  Value source = iterable;
  if (!exact_list(t, iterable) && !exact_tuple(t, iterable)) {
    List* l = new_list(t);
    if (!l || !list_extend(t, l, iterable)) return Value::failed();
    source = val(l);
  }
  size_t n = is<List>(source) ? as<List>(source)->size : as<Tuple>(source)->size;
  if (exact && n == 0) return val(t->vm->empty_tuple);
  Tuple* s = new_tuple_of_shape(t, n, shape);
  if (!s) return Value::failed();
  const Value* items = is<List>(source) ? as<List>(source)->items : as<Tuple>(source)->items;
  if (n) std::memcpy(s->items, items, n * sizeof(Value));
  return val(s);
}

bool tuple_hash(Thread* t, Tuple* tuple, int64_t* out) {
  if (native_stack_exhausted(t)) return false;
  TupleHasher hasher;
  for (size_t i = 0; i < tuple->size; ++i) {
    int64_t h;
    if (!hash_key(t, tuple->items[i], &h)) return false;
    hasher.add(h);
  }
  *out = hasher.finish();
  return true;
}

namespace {

NativeGroup tuple_methods{"tuple"};

Value tuple_new(Thread* t, Class* cls, Value iterable) {
  if (!check_new(t, cls, t->vm->classes.tuple)) return Value::failed();
  if (iterable.is_unbound()) {
    if (cls == t->vm->classes.tuple) return val(t->vm->empty_tuple);
    iterable = val(t->vm->empty_tuple);
  }
  return tuple_from_iterable(t, iterable, shape_of(cls));
}
DEF_NEW(tuple_methods, tuple_new, "tuple(cls, iterable=<absent>, /)",
        "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty "
        "tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf "
        "the argument is a tuple, the return value is the same object.")

int64_t tuple_len(Thread*, Tuple* self) { return static_cast<int64_t>(self->size); }
DEF(tuple_methods, tuple_len, "__len__(self, /)", "Return len(self).")
Value tuple_getitem(Thread* t, Tuple* self, Value key) { return sequence_get(t, val(self), key); }
DEF(tuple_methods, tuple_getitem, "__getitem__(self, key, /)", "Return self[key].")
Value tuple_contains(Thread* t, Tuple* self, Value key) {
  bool found;
  return sequence_contains(t, val(self), key, &found) ? Value::boolean(found) : Value::failed();
}
DEF(tuple_methods, tuple_contains, "__contains__(self, key, /)", "Return key in self.")
Value tuple_iter(Thread* t, Tuple* self) { return new_list_iterator(t, val(self)); }
DEF(tuple_methods, tuple_iter, "__iter__(self, /)", "Implement iter(self).")
Value tuple_add(Thread* t, Tuple* self, Value value) {
  return sequence_concat(t, val(self), value);
}
DEF(tuple_methods, tuple_add, "__add__(self, value, /)", "Return self+value.")
Value tuple_mul(Thread* t, Tuple* self, Value value) {
  return sequence_repeat(t, val(self), value, false);
}
DEF(tuple_methods, tuple_mul, "__mul__(self, value, /)", "Return self*value.")
DEF(tuple_methods, tuple_mul, "__rmul__(self, value, /)", "Return value*self.")
BATON_DEF_COMPARE(tuple_methods, tuple_cmp, sequence_compare)

Value tuple_hash_method(Thread* t, Tuple* self) {
  int64_t h;
  return tuple_hash(t, self, &h) ? new_int(t, h) : Value::failed();
}
DEF(tuple_methods, tuple_hash_method, "__hash__(self, /)", "Return hash(self).")

Value tuple_repr(Thread* t, Tuple* self) {
  if (self->size == 0) return str_value(t, "()");
  ReprGuard guard(t, val(self));
  if (!guard.entered) return str_value(t, "(...)");
  if (native_stack_exhausted(t)) return Value::failed();
  std::string out = "(";
  if (!repr_items(t, val(self), &out)) return Value::failed();
  return str_value(t, out + (self->size == 1 ? ",)" : ")"));
}
DEF(tuple_methods, tuple_repr, "__repr__(self, /)", "Return repr(self).")

Value tuple_count(Thread* t, Tuple* self, Value value) {
  int64_t n;
  return sequence_count(t, val(self), value, &n) ? new_int(t, n) : Value::failed();
}
DEF(tuple_methods, tuple_count, "count(self, value, /)", "Return number of occurrences of value.")

Value tuple_index(Thread* t, Tuple* self, Value value, Value start, Value stop) {
  int64_t from = 0, to = INT64_MAX, at;
  if (!start.is_unbound() && !slice_bound(t, start, &from)) return Value::failed();
  if (!stop.is_unbound() && !slice_bound(t, stop, &to)) return Value::failed();
  if (!sequence_find(t, val(self), value, from, to, &at)) return Value::failed();
  if (at < 0) return value_error(t, "tuple.index(x): x not in tuple");
  return new_int(t, at);
}
DEF(tuple_methods, tuple_index, "index(self, value, start=<absent>, stop=<absent>, /)",
    "Return first index of value.\n\nRaises ValueError if the value is not present.")

Value tuple_getnewargs(Thread* t, Tuple* self) {
  Tuple* copy = new_tuple_from(t, self->items, self->size);
  return copy ? tuple_of(t, {val(copy)}) : Value::failed();
}
DEF(tuple_methods, tuple_getnewargs, "__getnewargs__(self, /)", "")

Value tuple_class_getitem(Thread* t, Class* cls, Value item) {
  return new_generic_alias(t, val(cls), item);
}
DEF_CLASS(tuple_methods, tuple_class_getitem, "__class_getitem__(cls, item, /)", "See PEP 585")

}  // namespace

void register_tuple(Vm* vm, Thread* t) { install_methods(t, vm->classes.tuple, tuple_methods); }

}  // namespace baton
