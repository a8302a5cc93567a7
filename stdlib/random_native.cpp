// _random: the Mersenne Twister behind the random module, with CPython's sequences for the same seed.
//
// Besides the generator itself, the methods that programs call in loops (randrange, choice, shuffle,
// gauss ...) are here; stdlib/lib/random.py adds the others, and replaces these in a class that has a
// random() or getrandbits() of its own. State is an object's, touched with the lock held.
// Behaviour: https://docs.python.org/3.11/library/random.html
#include <openssl/sha.h>
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
    r->mt->seed(static_cast<uint64_t>(number_hash(t, seed)));
    return Value::none();
  }
  // Text and bytes: themselves and their SHA-512 as one number.
  std::string data;
  if (is<Str>(seed)) {
    data = as<Str>(seed)->view();
  } else if (is<Bytes>(seed)) {
    data = as<Bytes>(seed)->view();
  } else if (is<ByteArray>(seed)) {
    data.assign(reinterpret_cast<const char*>(as<ByteArray>(seed)->data),
                as<ByteArray>(seed)->size);
  } else {
    return type_error(t,
                      "The only supported seed types are: None,\nint, float, str, bytes, and "
                      "bytearray.");
  }
  unsigned char digest[SHA512_DIGEST_LENGTH];
  SHA512(reinterpret_cast<const unsigned char*>(data.data()), data.size(), digest);
  data.append(reinterpret_cast<const char*>(digest), sizeof digest);
  BigBuf number;
  BigStatus st = big_from_bytes(reinterpret_cast<const uint8_t*>(data.data()), data.size(), false,
                                false, &number);
  if (st != BigStatus::kOk || r->mt->seed(number.view()) != BigStatus::kOk)
    return raise_memory_error(t);
  return Value::none();
}

Value random_new(Thread* t, Class* cls, Kw, Args) {
  Object* o = t->vm->heap.allocate(t, sizeof(RandomObject), Kind::kNativeObject, cls->root->id);
  if (!o) return Value::failed();
  auto* r = static_cast<RandomObject*>(o);
  r->type = &kRandomType;
  r->mt = new Mt19937;
  r->has_gauss = false;
  r->next_gauss = 0;
  r->mt->seed_from_system();
  return val(r);
}
DEF_NEW(random_methods, random_new, "Random(cls, /, *args, **kwargs)", "A generator of its own.")

Value random_seed(Thread* t, Value self, Value a) {
  RandomObject* r = self_of(t, self);
  return r ? seed_random(t, r, a) : Value::failed();
}
DEF(random_methods, random_seed, "seed(self, a=None)",
    "Start anew from None, an int, a float, a str or bytes.")
Value random_getstate(Thread* t, Value self) {
  RandomObject* r = self_of(t, self);
  if (!r) return Value::failed();
  Tuple* words = new_tuple(t, Mt19937::kSize + 1);
  if (!words) return Value::failed();
  for (int i = 0; i < Mt19937::kSize; ++i) words->items[i] = Value::from_int(r->mt->state()[i]);
  words->items[Mt19937::kSize] = Value::from_int(r->mt->index());
  Value gauss = r->has_gauss ? new_float(t, r->next_gauss) : Value::none();
  return gauss.is_failed() ? gauss : tuple_of(t, {val(words), gauss});
}
DEF(random_methods, random_getstate, "_getstate(self, /)",
    "The words of the state with the position, and the normal deviate in store.")
Value random_setstate(Thread* t, Value self, Value words, Value gauss) {
  RandomObject* r = self_of(t, self);
  if (!r) return Value::failed();
  if (!is<Tuple>(words)) return type_error(t, "state vector must be a tuple");
  Tuple* w = as<Tuple>(words);
  if (w->size != Mt19937::kSize + 1) return value_error(t, "state vector is the wrong size");
  uint32_t state[Mt19937::kSize];
  int64_t n;
  for (int i = 0; i <= Mt19937::kSize; ++i) {
    if (!is_intlike(w->items[i])) return type_error(t, "an integer is required");
    if (!int_fits_int64(w->items[i], &n) || (i < Mt19937::kSize && n < 0))
      return overflow_error(t, "can't convert negative value to unsigned int");
    if (i < Mt19937::kSize) state[i] = static_cast<uint32_t>(n);
  }
  double g = 0;
  if (!gauss.is_none() && !to_double(t, gauss, &g)) return Value::failed();
  if (n < 0 || n > Mt19937::kSize || !r->mt->set_state(state, static_cast<int>(n)))
    return value_error(t, "invalid state");
  r->has_gauss = !gauss.is_none();
  r->next_gauss = g;
  return Value::none();
}
DEF(random_methods, random_setstate, "_setstate(self, words, gauss, /)",
    "Go on from a state of _getstate().")
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
// An int, or a float that is whole (as CPython still allows).
Value whole_argument(Thread* t, Value v, const char* name) {
  if (!is_floatlike(v)) return to_index(t, v);
  Value whole = float_to_int(t, float_value(v));
  if (whole.is_failed()) return whole;
  if (std::trunc(float_value(v)) != float_value(v))
    return value_error(t, std::string("non-integer ") + name + " for randrange()");
  return whole;
}
Value random_randrange(Thread* t, Value self, Value start, Value stop, Value step) {
  RandomObject* r = self_of(t, self);
  if (!r) return Value::failed();
  Value lo = whole_argument(t, start, "arg 1");
  if (lo.is_failed()) return lo;
  if (stop.is_none()) {
    if (!(step == Value::from_int(1))) return type_error(t, "Missing a non-None stop argument");
    if (!positive(lo)) return value_error(t, "empty range for randrange()");
    return below(t, r, lo);
  }
  Value hi = whole_argument(t, stop, "stop");
  if (hi.is_failed()) return hi;
  Value by = whole_argument(t, step, "step");
  if (by.is_failed()) return by;
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
Value random_uniform(Thread* t, Value self, Value a, Value b) {
  RandomObject* r = self_of(t, self);
  if (!r) return Value::failed();
  if (is_floatlike(a) && is_floatlike(b)) {
    double low = float_value(a);
    return new_float(t, low + (float_value(b) - low) * r->mt->random());
  }
  Value width = binary_op(t, BinOp::kSub, b, a);
  if (width.is_failed()) return width;
  Value part = binary_op(t, BinOp::kMul, width, new_float(t, r->mt->random()));
  return part.is_failed() ? part : binary_op(t, BinOp::kAdd, a, part);
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
DEF(random_methods, random_sample, "_sample(self, population, k)",
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

// Index of the item that random() falls on among `count` cumulative weights.
Value random_weighted(Thread* t, Value self, List* sums, double total, int64_t count) {
  RandomObject* r = self_of(t, self);
  if (!r) return Value::failed();
  Value x = new_float(t, r->mt->random() * total);
  if (x.is_failed()) return x;
  int64_t lo = 0, hi = count - 1;
  while (lo < hi) {
    int64_t mid = lo + (hi - lo) / 2;
    if (static_cast<size_t>(mid) >= sums->size) return index_error(t, "list index out of range");
    bool before;
    if (!compare_bool(t, CmpOp::kLt, x, sums->items[mid], &before)) return Value::failed();
    (before ? hi : lo) = before ? mid : mid + 1;
  }
  return Value::from_int(lo);
}
DEF(random_methods, random_weighted, "_weighted(self, sums, total, count, /)",
    "A random index by cumulative weights.")

}  // namespace

void init_random(Thread* t, Module* m) {
  Class* cls = new_builtin_class(t, "_random.Random", t->vm->classes.object, Kind::kNativeObject, 0,
                                 &kRandomType);
  install_methods(t, cls, random_methods);
  dict_set_cstr(t, m->dict, "Random", val(cls));
}

}  // namespace baton
