// The itertools module, third part: product, permutations, combinations and
// combinations_with_replacement.
//
// They read their sources to the end when made. A step then touches plain tuples only and runs no
// script, so it is whole under the lock. Each result is a new tuple, made from the one before it;
// positions of the items lie behind the object.
#include <algorithm>
#include <cstring>

#include "stdlib/itertools.h"

namespace baton {
namespace {

struct Combiner : NativeObject {
  Tuple* pool;    // of product: a tuple of tuples
  Tuple* result;  // the last one given; null: none yet
  bool stopped;
  uint32_t width;      // items of a result
  uint32_t indices[];  // permutations: indices of the whole pool, then `width` cycles
};
void trace_combiner(Object* o, Marker& m) {
  m.mark_object(static_cast<Combiner*>(o)->pool);
  m.mark_object(static_cast<Combiner*>(o)->result);
}

// A copy of the last result, to be changed and given; or a new tuple. Null: failed.
Tuple* next_result(Thread* t, Combiner* c) {
  Tuple* made = c->result ? new_tuple_from(t, c->result->items, c->width) : new_tuple(t, c->width);
  if (made) c->result = made;
  return made;
}
// Items of the positions from `first` on.
Value fill_result(Combiner* c, Tuple* made, uint32_t first) {
  for (uint32_t i = first; i < c->width; ++i)
    barrier_store(made, &made->items[i], c->pool->items[c->indices[i]]);
  return val(made);
}

Combiner* new_combiner(Thread* t, Class* cls, const NativeType* type, Value pool, uint64_t width,
                       uint64_t indices) {
  if (width >= UINT32_MAX || indices >= UINT32_MAX || as<Tuple>(pool)->size >= UINT32_MAX) {
    raise_memory_error(t);
    return nullptr;
  }
  auto* c = new_iterator_object<Combiner>(t, cls, type, indices * sizeof(uint32_t));
  if (!c) return nullptr;
  c->pool = as<Tuple>(pool);
  c->result = nullptr;
  c->stopped = false;
  c->width = static_cast<uint32_t>(width);
  return c;
}
Value pool_of(Thread* t, Value iterable) {
  return tuple_from_iterable(t, iterable, t->vm->shape_ids.tuple);
}
bool length_argument(Thread* t, Value v, int64_t* r) {
  if (!size_argument(t, v, r)) return false;
  if (*r >= 0) return true;
  value_error(t, "r must be non-negative");
  return false;
}

// --- product ---------------------------------------------------------------------------------------

Value product_next(Thread* t, Object* o) {
  auto* c = static_cast<Combiner*>(o);
  if (c->stopped) return Value::unbound();
  bool first = !c->result;
  Tuple* made = next_result(t, c);
  if (!made) return Value::failed();
  uint32_t pools = static_cast<uint32_t>(c->pool->size);
  auto pool_at = [&](uint32_t i) { return as<Tuple>(c->pool->items[i % pools]); };
  if (first) {
    for (uint32_t i = 0; i < c->width; ++i) {
      if (pool_at(i)->size == 0) {
        c->stopped = true;
        return Value::unbound();
      }
      barrier_store(made, &made->items[i], pool_at(i)->items[0]);
    }
    return val(made);
  }
  for (uint32_t i = c->width; i-- > 0;) {
    Tuple* pool = pool_at(i);
    if (++c->indices[i] < pool->size) {
      barrier_store(made, &made->items[i], pool->items[c->indices[i]]);
      return val(made);
    }
    c->indices[i] = 0;
    barrier_store(made, &made->items[i], pool->items[0]);
  }
  c->stopped = true;
  return Value::unbound();
}
const NativeType kProductType{"itertools.product", trace_combiner, nullptr, product_next};
NativeGroup product_methods{"product"};

Value product_new(Thread* t, Class* cls, Value repeat, Args args) {
  int64_t n;
  if (!size_argument(t, repeat, &n)) return Value::failed();
  if (n < 0) return value_error(t, "repeat argument cannot be negative");
  uint64_t width;
  if (__builtin_mul_overflow(static_cast<uint64_t>(n), uint64_t{args.n}, &width) ||
      width > INT64_MAX / sizeof(Value))
    return overflow_error(t, "repeat argument too large");
  Tuple* pools = new_tuple(t, n == 0 ? 0 : args.n);
  if (!pools) return Value::failed();
  for (uint32_t i = 0; i < pools->size; ++i) {
    Value pool = pool_of(t, args.v[i]);
    if (pool.is_failed()) return pool;
    if (as<Tuple>(pool)->size >= UINT32_MAX) return raise_memory_error(t);
    barrier_store(pools, &pools->items[i], pool);
  }
  Combiner* c = new_combiner(t, cls, &kProductType, val(pools), width, width);
  if (!c) return Value::failed();
  std::fill(c->indices, c->indices + width, 0);
  return val(c);
}
DEF_NEW(product_methods, product_new, "product(cls, /, *iterables, repeat=1)",
        "The cartesian product of the iterables, the last one changing fastest.")

// --- combinations ----------------------------------------------------------------------------------

Value combinations_next(Thread* t, Object* o) {
  auto* c = static_cast<Combiner*>(o);
  if (c->stopped) return Value::unbound();
  uint32_t r = c->width, n = static_cast<uint32_t>(c->pool->size), i = r;
  if (!c->result) {
    Tuple* made = next_result(t, c);
    return made ? fill_result(c, made, 0) : Value::failed();
  }
  while (i > 0 && c->indices[i - 1] == i - 1 + n - r) --i;
  if (i == 0) {
    c->stopped = true;
    return Value::unbound();
  }
  Tuple* made = next_result(t, c);
  if (!made) return Value::failed();
  uint32_t from = ++c->indices[--i];
  for (uint32_t k = i + 1; k < r; ++k) c->indices[k] = ++from;
  return fill_result(c, made, i);
}
const NativeType kCombinationsType{"itertools.combinations", trace_combiner, nullptr,
                                   combinations_next};
NativeGroup combinations_methods{"combinations"};

Value combinations_new(Thread* t, Class* cls, Value iterable, Value r) {
  int64_t width;
  Value pool = pool_of(t, iterable);
  if (pool.is_failed() || !length_argument(t, r, &width)) return Value::failed();
  bool none = static_cast<uint64_t>(width) > as<Tuple>(pool)->size;
  uint64_t room = none ? 0 : static_cast<uint64_t>(width);
  Combiner* c = new_combiner(t, cls, &kCombinationsType, pool, room, room);
  if (!c) return Value::failed();
  for (uint32_t i = 0; i < room; ++i) c->indices[i] = i;
  c->stopped = none;
  return val(c);
}
DEF_NEW(combinations_methods, combinations_new, "combinations(cls, iterable, r)",
        "All choices of r of the items, in their order.")

Value replacement_next(Thread* t, Object* o) {
  auto* c = static_cast<Combiner*>(o);
  if (c->stopped) return Value::unbound();
  uint32_t r = c->width, n = static_cast<uint32_t>(c->pool->size), i = r;
  if (!c->result) {
    Tuple* made = next_result(t, c);
    return made ? fill_result(c, made, 0) : Value::failed();
  }
  while (i > 0 && c->indices[i - 1] == n - 1) --i;
  if (i == 0) {
    c->stopped = true;
    return Value::unbound();
  }
  Tuple* made = next_result(t, c);
  if (!made) return Value::failed();
  uint32_t index = c->indices[--i] + 1;
  std::fill(c->indices + i, c->indices + r, index);
  return fill_result(c, made, i);
}
const NativeType kReplacementType{"itertools.combinations_with_replacement", trace_combiner,
                                  nullptr, replacement_next};
NativeGroup replacement_methods{"combinations_with_replacement"};

Value replacement_new(Thread* t, Class* cls, Value iterable, Value r) {
  int64_t width;
  Value pool = pool_of(t, iterable);
  if (pool.is_failed() || !length_argument(t, r, &width)) return Value::failed();
  auto room = static_cast<uint64_t>(width);
  Combiner* c = new_combiner(t, cls, &kReplacementType, pool, room, room);
  if (!c) return Value::failed();
  std::fill(c->indices, c->indices + room, 0);
  c->stopped = as<Tuple>(pool)->size == 0 && width > 0;
  return val(c);
}
DEF_NEW(replacement_methods, replacement_new, "combinations_with_replacement(cls, iterable, r)",
        "All choices of r of the items, in their order, each any number of times.")

// --- permutations ----------------------------------------------------------------------------------

Value permutations_next(Thread* t, Object* o) {
  auto* c = static_cast<Combiner*>(o);
  if (c->stopped) return Value::unbound();
  uint32_t r = c->width, n = static_cast<uint32_t>(c->pool->size);
  Tuple* made;
  if (!c->result) {
    made = next_result(t, c);
    return made ? fill_result(c, made, 0) : Value::failed();
  }
  made = next_result(t, c);
  if (!made) return Value::failed();
  uint32_t *indices = c->indices, *cycles = indices + n;
  for (uint32_t i = r; i-- > 0;) {
    if (--cycles[i] == 0) {  // all of the rest stood here: back to the order before
      std::rotate(indices + i, indices + i + 1, indices + n);
      cycles[i] = n - i;
    } else {
      std::swap(indices[i], indices[n - cycles[i]]);
      return fill_result(c, made, i);
    }
  }
  c->stopped = true;
  return Value::unbound();
}
const NativeType kPermutationsType{"itertools.permutations", trace_combiner, nullptr,
                                   permutations_next};
NativeGroup permutations_methods{"permutations"};

Value permutations_new(Thread* t, Class* cls, Value iterable, Value r) {
  Value pool = pool_of(t, iterable);
  if (pool.is_failed()) return pool;
  auto n = as<Tuple>(pool)->size;
  auto width = static_cast<int64_t>(n);
  if (!r.is_none()) {
    if (!is_intlike(r)) return type_error(t, "Expected int as r");
    if (!length_argument(t, r, &width)) return Value::failed();
  }
  bool none = static_cast<uint64_t>(width) > n;
  uint64_t room = none ? 0 : static_cast<uint64_t>(width);
  Combiner* c = new_combiner(t, cls, &kPermutationsType, pool, room, n + room);
  if (!c) return Value::failed();
  for (uint32_t i = 0; i < n; ++i) c->indices[i] = i;
  for (uint32_t i = 0; i < room; ++i) c->indices[n + i] = static_cast<uint32_t>(n) - i;
  c->stopped = none;
  return val(c);
}
DEF_NEW(permutations_methods, permutations_new, "permutations(cls, iterable, r=None)",
        "All orders of r of the items, or of all of them.")

}  // namespace

bool add_combining_iterators(Thread* t, Module* m) {
  return add_iterator_class(t, m, &kProductType, product_methods) &&
         add_iterator_class(t, m, &kCombinationsType, combinations_methods) &&
         add_iterator_class(t, m, &kReplacementType, replacement_methods) &&
         add_iterator_class(t, m, &kPermutationsType, permutations_methods);
}

}  // namespace baton
