// list: the growing array of values and its changes by index and by slice.
//
// items is from heap.buffers, `capacity` words long, null while capacity is 0; every change of capacity is
// accounted with the heap. Slice assignment first turns the right side into a list or tuple that
// nobody else can change meanwhile, then reads this list's size: from there on no script runs.
// Methods are in list_methods.cpp, sorting in sort.cpp, what tuples share in sequence.cpp.
#include <cstdlib>

#include "vm/objects/containers.h"
#include "vm/objects/length_hint.h"
#include "vm/objects/number.h"

namespace baton {

Value* take_values(Thread* t, size_t n) {
  if (n > kMaxValues) {
    raise_memory_error(t);
    return nullptr;
  }
  size_t bytes = n * sizeof(Value);
  if (!t->vm->heap.account_checked(t, bytes)) return nullptr;
  auto* items = static_cast<Value*>(t->vm->heap.buffers.take(bytes ? bytes : 1));
  if (!items) {
    t->vm->heap.account(-static_cast<ptrdiff_t>(bytes));
    raise_memory_error(t);
  }
  return items;
}

void drop_values(Thread* t, Value* items, size_t n) {
  if (!items) return;
  t->vm->heap.buffers.give(items, n * sizeof(Value));
  t->vm->heap.account(-static_cast<ptrdiff_t>(n * sizeof(Value)));
}

bool list_reserve(Thread* t, List* l, size_t capacity) {
  if (capacity <= l->capacity) return true;
  if (capacity > kMaxValues) {
    raise_memory_error(t);
    return false;
  }
  size_t more = (capacity - l->capacity) * sizeof(Value);
  if (!t->vm->heap.account_checked(t, more)) return false;
  auto* items = static_cast<Value*>(
      t->vm->heap.buffers.resize(l->items, l->capacity * sizeof(Value), capacity * sizeof(Value)));
  if (!items) {
    t->vm->heap.account(-static_cast<ptrdiff_t>(more));
    raise_memory_error(t);
    return false;
  }
  l->items = items;
  l->capacity = capacity;
  return true;
}

namespace {

// Room for `size` items, with an eighth to spare so that appending is linear on the whole.
BATON_NOINLINE bool list_grow(Thread* t, List* l, size_t size) {
  return list_reserve(t, l, (size + (size >> 3) + 6) & ~size_t{3});
}
bool ensure(Thread* t, List* l, size_t size) {
  return BATON_LIKELY(size <= l->capacity) || list_grow(t, l, size);
}

// Gives memory back after many items went.
void list_trim(Thread* t, List* l) {
  if (l->size >= l->capacity / 2 || l->capacity <= 16) return;
  if (l->size == 0) {
    list_clear(t, l);
    return;
  }
  size_t capacity = (l->size + (l->size >> 3) + 6) & ~size_t{3};
  if (capacity >= l->capacity) return;
  auto* items = static_cast<Value*>(
      t->vm->heap.buffers.resize(l->items, l->capacity * sizeof(Value), capacity * sizeof(Value)));
  if (!items) return;
  t->vm->heap.account(-static_cast<ptrdiff_t>((l->capacity - capacity) * sizeof(Value)));
  l->items = items;
  l->capacity = capacity;
}

}  // namespace

List* new_list_of_shape(Thread* t, uint32_t shape) {
  List* l = t->vm->heap.make<List>(t, shape);
  if (!l) return nullptr;
  l->size = 0;
  l->items = nullptr;
  l->capacity = 0;
  return l;
}

List* new_list(Thread* t, size_t capacity) {
  List* l = new_list_of_shape(t, t->vm->shape_ids.list);
  if (!l || (capacity && !list_reserve(t, l, capacity))) return nullptr;
  return l;
}

List* new_list_from(Thread* t, const Value* items, size_t n) {
  List* l = new_list(t, n);
  if (!l) return nullptr;
  if (n) std::memcpy(l->items, items, n * sizeof(Value));
  l->size = n;
  return l;
}

bool list_append(Thread* t, List* l, Value v) {
  if (BATON_UNLIKELY(l->size == l->capacity) && !list_grow(t, l, l->size + 1)) return false;
  barrier_store(l, &l->items[l->size], v);
  l->size++;
  return true;
}

void list_clear(Thread* t, List* l) {
  Value* items = l->items;
  size_t capacity = l->capacity;
  l->items = nullptr;
  l->size = l->capacity = 0;
  drop_values(t, items, capacity);
}

bool iterates_plainly(Thread* t, Value v) {
  if (!v.is_ptr()) return false;
  const CoreShapes& shapes = t->vm->shape_ids;
  const CoreClasses& classes = t->vm->classes;
  uint32_t shape = v.ptr()->shape;
  Class* base;
  switch (v.ptr()->kind) {
    case Kind::kList:
      if (shape == shapes.list) return true;
      base = classes.list;
      break;
    case Kind::kTuple:
      if (shape == shapes.tuple) return true;
      base = classes.tuple;
      break;
    case Kind::kDict:
      if (shape == shapes.dict) return true;
      base = classes.dict;
      break;
    case Kind::kSet:
      if (shape == shapes.set || shape == shapes.frozenset) return true;
      base = v.ptr()->flags & kFrozen ? classes.frozenset : classes.set;
      break;
    default: return false;
  }
  Str* name = t->vm->names.iter;
  return find_in_class(t->vm, class_of(t->vm, v), name) == find_in_class(t->vm, base, name);
}

bool list_extend(Thread* t, List* l, Value iterable) {
  if (iterable.is_ptr() && iterates_plainly(t, iterable)) {
    Object* o = iterable.ptr();
    switch (o->kind) {
      case Kind::kList:
      case Kind::kTuple: {
        size_t n = o->kind == Kind::kList ? as<List>(iterable)->size : as<Tuple>(iterable)->size;
        if (n == 0) return true;
        // An empty list takes just what it needs: list(x) and x[:] have no spare room.
        if (l->capacity == 0 ? !list_reserve(t, l, n) : !ensure(t, l, l->size + n)) return false;
        const Value* from =
            o->kind == Kind::kList ? as<List>(iterable)->items : as<Tuple>(iterable)->items;
        std::memcpy(l->items + l->size, from, n * sizeof(Value));
        l->size += n;
        return true;
      }
      case Kind::kDict: {
        Dict* d = as<Dict>(iterable);
        if (!ensure(t, l, l->size + d->size)) return false;
        for (uint32_t i = 0; i < d->used; ++i)
          if (!d->entries[i].key.is_unbound()) l->items[l->size++] = d->entries[i].key;
        return true;
      }
      case Kind::kSet: {
        Set* s = as<Set>(iterable);
        if (!ensure(t, l, l->size + s->used)) return false;
        SetEntry e;
        for (size_t i = 0; set_next(s, &i, &e);) l->items[l->size++] = e.key;
        return true;
      }
      default: break;
    }
  }
  if (Range* r = try_as<Range>(iterable);
      r && both_int(r->start, r->length) && both_int(r->stop, r->step)) {
    int64_t n = r->length.as_int(), x = r->start.as_int(), step = r->step.as_int();
    if (static_cast<size_t>(n) > kMaxValues) {
      raise_memory_error(t);
      return false;
    }
    if (l->capacity == 0 ? !list_reserve(t, l, n) : !ensure(t, l, l->size + n)) return false;
    Value* to = l->items + l->size;
    for (int64_t i = 0; i < n; ++i, x += step) to[i] = Value::from_int(x);
    l->size += n;
    return true;
  }
  if (Range* r = try_as<Range>(iterable); r && !r->length.is_int()) {
    int64_t n;
    if (int_fits_int64(r->length, &n))
      raise_memory_error(t);
    else
      raise(t, t->vm->classes.overflow_error, "Python int too large to convert to C ssize_t");
    return false;
  }
  // A view's size is known, and its iterator native: no more to gain than the room.
  Value it = get_iter(t, iterable);
  if (it.is_failed() || !check_length_hint(t, iterable)) return false;
  if (const NativeType* type = native_type_of(it); type && type->next) {
    NativeObject* o = as<NativeObject>(it);
    for (uint32_t polls = 1;; ++polls) {
      Value v = type->next(t, o);
      if (v.is_failed()) return false;
      if (v.is_unbound()) return true;
      if (!list_append(t, l, v)) return false;
      if ((polls & 4095) == 0 && !poll(t)) return false;
    }
  }
  for (;;) {
    Value v = iter_next(t, it);
    if (v.is_failed()) return false;
    if (v.is_unbound()) return true;
    if (!list_append(t, l, v)) return false;
  }
}

Value list_slice(Thread* t, List* l, int64_t start, int64_t step, int64_t count) {
  List* r = new_list(t, static_cast<size_t>(count));
  if (!r) return Value::failed();
  if (count) {
    Value* to = r->items;
    const Value* from = l->items + start;
    if (step == 1)
      std::memcpy(to, from, count * sizeof(Value));
    else
      for (int64_t i = 0; i < count; ++i, from += step) to[i] = *from;
    r->size = static_cast<size_t>(count);
  }
  return val(r);
}

namespace {

// The right side of a slice assignment as a list or tuple that this thread alone holds or that
// cannot change while no script runs. failed() with `message` instead of "not iterable".
Value right_side(Thread* t, List* l, Value v, const char* message) {
  if (v == val(l)) {
    List* copy = new_list_from(t, l->items, l->size);
    return copy ? val(copy) : Value::failed();
  }
  if (exact_list(t, v) || exact_tuple(t, v)) return v;
  Value it = get_iter(t, v);
  if (it.is_failed()) {
    if (exception_is(t, t->vm->classes.type_error)) {
      clear_exception(t);
      type_error(t, message);
    }
    return it;
  }
  List* items = new_list(t);
  return items && list_extend(t, items, it) ? val(items) : Value::failed();
}

// l[start:stop] = n items at *source (a list or tuple that is not l; unbound: nothing).
bool replace_span(Thread* t, List* l, int64_t start, int64_t stop, Value source) {
  size_t n = source.is_unbound() ? 0
             : is<List>(source)  ? as<List>(source)->size
                                 : as<Tuple>(source)->size;
  if (stop < start) stop = start;
  size_t gone = static_cast<size_t>(stop - start), tail = l->size - static_cast<size_t>(stop);
  size_t size = l->size - gone + n;
  if (n > gone && !ensure(t, l, size)) return false;
  if (n != gone && tail) std::memmove(l->items + start + n, l->items + stop, tail * sizeof(Value));
  if (n) {
    const Value* from = is<List>(source) ? as<List>(source)->items : as<Tuple>(source)->items;
    std::memcpy(l->items + start, from, n * sizeof(Value));
  }
  l->size = size;
  if (n < gone) list_trim(t, l);
  return true;
}

bool list_set_slice(Thread* t, List* l, Slice* s, Value v) {
  int64_t start, stop, step;
  if (!slice_unpack(t, s, &start, &stop, &step)) return false;
  Value source = right_side(
      t, l, v,
      step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice");
  if (source.is_failed()) return false;
  int64_t count = slice_adjust(static_cast<int64_t>(l->size), &start, &stop, step);
  if (step == 1) return replace_span(t, l, start, stop, source);
  size_t n = is<List>(source) ? as<List>(source)->size : as<Tuple>(source)->size;
  if (static_cast<int64_t>(n) != count) {
    raisef(t, t->vm->classes.value_error,
           "attempt to assign sequence of size %zu to extended slice of size %lld", n,
           static_cast<long long>(count));
    return false;
  }
  const Value* from = is<List>(source) ? as<List>(source)->items : as<Tuple>(source)->items;
  for (size_t i = 0; i < n; ++i, start += step) barrier_store(l, &l->items[start], from[i]);
  return true;
}

bool list_del_slice(Thread* t, List* l, Slice* s) {
  int64_t start, stop, step;
  if (!slice_unpack(t, s, &start, &stop, &step)) return false;
  int64_t count = slice_adjust(static_cast<int64_t>(l->size), &start, &stop, step);
  if (count == 0) return true;
  if (step == 1) return replace_span(t, l, start, stop, Value::unbound());
  if (step < 0) {  // the same items, from the lowest up
    start += (count - 1) * step;
    step = -step;
  }
  Value* to = l->items + start;
  const Value* from = to;
  for (int64_t i = 0; i < count; ++i) {
    from++;
    const Value* next = i + 1 < count ? l->items + start + (i + 1) * step : l->items + l->size;
    std::memmove(to, from, static_cast<size_t>(next - from) * sizeof(Value));
    to += next - from;
    from = next;
  }
  l->size -= static_cast<size_t>(count);
  list_trim(t, l);
  return true;
}

}  // namespace

bool list_set(Thread* t, List* l, Value key, Value v) {
  if (is<Slice>(key)) return list_set_slice(t, l, as<Slice>(key), v);
  int64_t i;
  if (!item_index(t, key, "list", &i)) return false;
  if (i < 0) i += static_cast<int64_t>(l->size);
  if (i < 0 || static_cast<size_t>(i) >= l->size) {
    index_error(t, "list assignment index out of range");
    return false;
  }
  barrier_store(l, &l->items[i], v);
  return true;
}

bool list_del(Thread* t, List* l, Value key) {
  if (is<Slice>(key)) return list_del_slice(t, l, as<Slice>(key));
  int64_t i;
  if (!item_index(t, key, "list", &i)) return false;
  if (i < 0) i += static_cast<int64_t>(l->size);
  if (i < 0 || static_cast<size_t>(i) >= l->size) {
    index_error(t, "list assignment index out of range");
    return false;
  }
  return replace_span(t, l, i, i + 1, Value::unbound());
}

}  // namespace baton
