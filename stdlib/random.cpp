// The random module: the Mersenne Twister, with CPython's sequences for the same seed. The module's
// functions are methods of one hidden Random instance, as in CPython. State is an object's, touched
// with the lock held.
// Behaviour: https://docs.python.org/3.11/library/random.html
#include <cmath>
#include <cstring>

#include "stdlib/stdlib.h"
#include "vm/base/mt19937.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"

namespace baton {
namespace {

struct RandomObject : NativeObject {
  Mt19937* mt;
  double next_gauss;
  bool has_gauss;
};
void finalize_random(Object* o) { delete static_cast<RandomObject*>(o)->mt; }
const NativeType kRandomType = {"Random", nullptr, finalize_random, nullptr};
NativeGroup random_methods{"Random"};

RandomObject* self_of(Thread* t, Value self) {
  return native_self<RandomObject>(t, self, &kRandomType);
}

Value seed_random(Thread* t, RandomObject* r, Value seed) {
  r->has_gauss = false;
  if (seed.is_none()) {
    r->mt->seed_from_system();
    return Value::none();
  }
  if (is_intlike(seed)) {
    uint64_t s;
    if (r->mt->seed(int_view(seed, &s)) != BigStatus::kOk) return raise_memory_error(t);
    return Value::none();
  }
  if (is_floatlike(seed)) {
    int64_t h = number_hash(t, seed);
    r->mt->seed(static_cast<uint64_t>(h < 0 ? -h : h));
    return Value::none();
  }
  return type_error(t, "The only supported seed types are: None, int and float.");
}

Value random_new(Thread* t, Class* cls, Value seed) {
  Object* o = t->vm->heap.allocate(t, sizeof(RandomObject), Kind::kNativeObject, cls->root->id);
  if (!o) return Value::failed();
  auto* r = static_cast<RandomObject*>(o);
  r->type = &kRandomType;
  r->mt = new Mt19937;
  r->has_gauss = false;
  r->next_gauss = 0;
  return seed_random(t, r, seed).is_failed() ? Value::failed() : val(r);
}
DEF_NEW(random_methods, random_new, "Random(cls, x=None, /)", "A generator of its own.")

Value random_seed(Thread* t, Value self, Value a) {
  RandomObject* r = self_of(t, self);
  return r ? seed_random(t, r, a) : Value::failed();
}
DEF(random_methods, random_seed, "seed(self, a=None)",
    "Initialize internal state from a seed: None, an int or a float.")
Value random_random(Thread* t, Value self) {
  RandomObject* r = self_of(t, self);
  return r ? new_float(t, r->mt->random()) : Value::failed();
}
DEF(random_methods, random_random, "random(self, /)", "random() -> x in the interval [0, 1).")
Value random_getrandbits(Thread* t, Value self, int64_t k) {
  RandomObject* r = self_of(t, self);
  if (!r) return Value::failed();
  if (k < 0) return value_error(t, "number of bits must be non-negative");
  BigBuf b;
  return int_result(t, r->mt->getrandbits(static_cast<uint64_t>(k), &b), b);
}
DEF(random_methods, random_getrandbits, "getrandbits(self, k, /)",
    "getrandbits(k) -> x. Generates an int with k random bits.")

// An int below n (> 0) of any size.
Value below(Thread* t, RandomObject* r, Value n) {
  int64_t small;
  if (int_fits_int64(n, &small)) return new_uint(t, r->mt->below(static_cast<uint64_t>(small)));
  uint64_t s;
  BigView bound = int_view(n, &s);
  uint64_t bits = big_bit_length(bound);
  for (;;) {
    BigBuf b;
    BigStatus st = r->mt->getrandbits(bits, &b);
    if (st != BigStatus::kOk) return big_status_error(t, st);
    if (big_compare(b.view(), bound) < 0) return int_from_big(t, b.view());
  }
}
bool positive(Value v) {
  uint64_t s;
  BigView b = int_view(v, &s);
  return !b.neg && !b.is_zero();
}
Value random_randrange(Thread* t, Value self, Value start, Value stop, Value step) {
  RandomObject* r = self_of(t, self);
  if (!r) return Value::failed();
  Value lo = to_index(t, start);
  if (lo.is_failed()) return lo;
  if (stop.is_none()) {
    if (!positive(lo)) return value_error(t, "empty range for randrange()");
    return below(t, r, lo);
  }
  Value hi = to_index(t, stop), by = to_index(t, step);
  if (hi.is_failed() || by.is_failed()) return Value::failed();
  Value width = number_binary(t, BinOp::kSub, hi, lo);
  if (width.is_failed()) return width;
  if (by == Value::from_int(1)) {
    if (!positive(width)) {
      return value_error(t, "empty range for randrange() (" + int_to_text(t, lo) + ", " +
                                int_to_text(t, hi) + ", " + int_to_text(t, width) + ")");
    }
    Value k = below(t, r, width);
    return k.is_failed() ? k : number_binary(t, BinOp::kAdd, lo, k);
  }
  if (by == Value::from_int(0)) return value_error(t, "zero step for randrange()");
  uint64_t s;
  Value adjust = int_view(by, &s).neg ? Value::from_int(1) : Value::from_int(-1);
  Value n = number_binary(t, BinOp::kAdd, number_binary(t, BinOp::kAdd, width, by), adjust);
  n = number_binary(t, BinOp::kFloorDiv, n, by);
  if (n.is_failed()) return n;
  if (!positive(n)) return value_error(t, "empty range for randrange()");
  Value k = below(t, r, n);
  if (!k.is_failed()) k = number_binary(t, BinOp::kMul, k, by);
  return k.is_failed() ? k : number_binary(t, BinOp::kAdd, lo, k);
}
DEF(random_methods, random_randrange, "randrange(self, start, stop=None, step=1)",
    "Choose a random item from range(stop) or range(start, stop[, step]).")
Value random_randint(Thread* t, Value self, Value a, Value b) {
  Value stop = binary_op(t, BinOp::kAdd, b, Value::from_int(1));
  return stop.is_failed() ? stop : random_randrange(t, self, a, stop, Value::from_int(1));
}
DEF(random_methods, random_randint, "randint(self, a, b)",
    "Return random integer in range [a, b], including both end points.")
Value random_uniform(Thread* t, Value self, double a, double b) {
  RandomObject* r = self_of(t, self);
  return r ? new_float(t, a + (b - a) * r->mt->random()) : Value::failed();
}
DEF(random_methods, random_uniform, "uniform(self, a, b)",
    "Get a random number in the range [a, b) or [a, b] depending on rounding.")
Value random_choice(Thread* t, Value self, Value seq) {
  RandomObject* r = self_of(t, self);
  int64_t n;
  if (!r || !length_of(t, seq, &n)) return Value::failed();
  if (n == 0) return index_error(t, "Cannot choose from an empty sequence");
  return get_item(t, seq,
                  Value::from_int(static_cast<int64_t>(r->mt->below(static_cast<uint64_t>(n)))));
}
DEF(random_methods, random_choice, "choice(self, seq)",
    "Choose a random element from a non-empty sequence.")
Value random_shuffle(Thread* t, Value self, Value x) {
  RandomObject* r = self_of(t, self);
  int64_t n;
  if (!r || !length_of(t, x, &n)) return Value::failed();
  for (int64_t i = n - 1; i > 0; --i) {
    Value at = Value::from_int(i),
          other = Value::from_int(static_cast<int64_t>(r->mt->below(static_cast<uint64_t>(i) + 1)));
    Value a = get_item(t, x, at), b = a.is_failed() ? a : get_item(t, x, other);
    if (b.is_failed() || !set_item(t, x, at, b) || !set_item(t, x, other, a))
      return Value::failed();
  }
  return Value::none();
}
DEF(random_methods, random_shuffle, "shuffle(self, x)", "Shuffle list x in place, and return None.")
Value random_sample(Thread* t, Value self, Value population, int64_t k) {
  RandomObject* r = self_of(t, self);
  int64_t n;
  if (!r) return Value::failed();
  if (is<Set>(population) || is<Dict>(population)) {
    return type_error(t, "Population must be a sequence.  For dicts or sets, use sorted(d).");
  }
  if (!length_of(t, population, &n)) return Value::failed();
  if (k < 0 || k > n) return value_error(t, "Sample larger than population or is negative");
  List* out = new_list(t, static_cast<size_t>(k));
  if (!out) return Value::failed();
  // CPython's two ways, so that the sequences agree: a pool for small populations, a set of chosen indices else.
  double set_size = 21;
  if (k > 5)
    set_size += std::pow(4.0, std::ceil(std::log(static_cast<double>(k) * 3) / std::log(4.0)));
  if (static_cast<double>(n) <= set_size) {
    List* pool;
    if (!list_from_iterable(t, population, &pool)) return Value::failed();
    for (int64_t i = 0; i < k; ++i) {
      auto j = static_cast<int64_t>(r->mt->below(static_cast<uint64_t>(n - i)));
      if (!list_append(t, out, pool->items[j])) return Value::failed();
      barrier_store(pool, &pool->items[j], pool->items[n - i - 1]);
    }
    return val(out);
  }
  Set* chosen = new_set(t, false);
  if (!chosen) return Value::failed();
  for (int64_t i = 0; i < k; ++i) {
    Value j;
    bool taken = true;
    while (taken) {
      j = Value::from_int(static_cast<int64_t>(r->mt->below(static_cast<uint64_t>(n))));
      if (!set_contains(t, chosen, j, &taken)) return Value::failed();
    }
    Value v = get_item(t, population, j);
    if (v.is_failed() || !set_add(t, chosen, j) || !list_append(t, out, v)) return Value::failed();
  }
  return val(out);
}
DEF(random_methods, random_sample, "sample(self, population, k)",
    "Chooses k unique random elements from a population sequence.")
Value random_gauss(Thread* t, Value self, Value mu, Value sigma) {
  RandomObject* r = self_of(t, self);
  double m = 0, s = 1;
  if (!r || (!mu.is_unbound() && !to_double(t, mu, &m)) ||
      (!sigma.is_unbound() && !to_double(t, sigma, &s)))
    return Value::failed();
  double z;
  if (r->has_gauss) {
    z = r->next_gauss;
    r->has_gauss = false;
  } else {
    double x2pi = r->mt->random() * 2 * M_PI;
    double g2rad = std::sqrt(-2.0 * std::log(1.0 - r->mt->random()));
    z = std::cos(x2pi) * g2rad;
    r->next_gauss = std::sin(x2pi) * g2rad;
    r->has_gauss = true;
  }
  return new_float(t, m + z * s);
}
DEF(random_methods, random_gauss, "gauss(self, mu=<absent>, sigma=<absent>)",
    "Gaussian distribution.")
Value random_expovariate(Thread* t, Value self, double lambd) {
  RandomObject* r = self_of(t, self);
  if (!r) return Value::failed();
  if (lambd == 0) return raise(t, t->vm->classes.zero_division_error, "float division by zero");
  return new_float(t, -std::log(1.0 - r->mt->random()) / lambd);
}
DEF(random_methods, random_expovariate, "expovariate(self, lambd)", "Exponential distribution.")

}  // namespace

void init_random(Thread* t, Module* m) {
  Class* cls =
      new_builtin_class(t, "Random", t->vm->classes.object, Kind::kNativeObject, 0, &kRandomType);
  install_methods(t, cls, random_methods);
  dict_set_cstr(t, m->dict, "Random", val(cls));
  Value hidden = call0(t, val(cls));
  if (hidden.is_failed()) return;
  for (const NativeDef* d = random_methods.first; d != nullptr; d = d->next) {
    if (d->flags & kNativeNew) continue;
    Str* name = intern(t, d->sig.name);
    Value bound = get_attr(t, hidden, name);
    if (bound.is_failed() || !dict_set_str(t, m->dict, name, bound)) return;
  }
}

}  // namespace baton
