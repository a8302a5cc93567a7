// Integers of any size as bits, as doubles and as hashes.
//
// Bitwise operations see an infinite two's complement, which is made limb by limb on the way from
// sign and magnitude and back; nothing is copied for it. Conversions to double round once, half to
// even, from the top 64 bits and a sticky bit. No lock is needed.
#include <gmp.h>

#include <cfloat>
#include <cmath>
#include <cstring>

#include "vm/base/bigint.h"
#include "vm/base/bigint_internal.h"
#include "vm/base/hash.h"

namespace baton {

uint64_t big_bit_length(BigView a) {
  return a.n == 0 ? 0
                  : uint64_t{a.n} * 64 - static_cast<uint64_t>(__builtin_clzll(a.limbs[a.n - 1]));
}

uint64_t big_bit_count(BigView a) { return a.n == 0 ? 0 : mpn_popcount(a.limbs, a.n); }

BigStatus big_shl(BigView a, uint64_t count, BigBuf* out) {
  if (a.n == 0) {
    out->set_uint64(0);
    return BigStatus::kOk;
  }
  uint64_t whole = count / 64;
  unsigned part = count % 64;
  uint64_t n = uint64_t{a.n} + whole + 1;
  if (whole > kMaxLimbs) return BigStatus::kTooBig;
  uint64_t* r = out->reserve(n);
  if (r == nullptr) return reserve_failure(n);
  std::memset(r, 0, whole * sizeof(uint64_t));
  if (part == 0) {
    std::memcpy(r + whole, a.limbs, a.n * sizeof(uint64_t));
    r[n - 1] = 0;
  } else {
    r[n - 1] = mpn_lshift(r + whole, a.limbs, a.n, part);
  }
  return big_done(out, n, a.neg);
}

BigStatus big_shr(BigView a, uint64_t count, BigBuf* out) {
  uint64_t whole = count / 64;
  unsigned part = count % 64;
  if (whole >= a.n) {
    out->set_int64(a.neg ? -1 : 0);
    return BigStatus::kOk;
  }
  uint64_t n = a.n - whole;
  uint64_t* r = out->reserve(n + 1);
  if (r == nullptr) return reserve_failure(n + 1);
  uint64_t lost = 0;
  if (part == 0) {
    std::memcpy(r, a.limbs + whole, n * sizeof(uint64_t));
  } else {
    lost = mpn_rshift(r, a.limbs + whole, static_cast<mp_size_t>(n), part);
  }
  r[n] = 0;
  if (a.neg) {
    // The floor of a negative number is one further from zero when bits were lost.
    if (lost == 0 && whole != 0) lost = !mpn_zero_p(a.limbs, static_cast<mp_size_t>(whole));
    if (lost != 0) r[n] = mpn_add_1(r, r, static_cast<mp_size_t>(n), 1);
  }
  return big_done(out, n + 1, a.neg);
}

namespace {

// Gives the limbs of a number's two's complement, lowest first, then its sign for ever.
class ComplementReader {
 public:
  explicit ComplementReader(BigView a) : a_(a), carry_(a.neg) {}
  uint64_t next() {
    uint64_t limb = index_ < a_.n ? a_.limbs[index_] : 0;
    ++index_;
    if (!a_.neg) return limb;
    limb = ~limb + carry_;
    carry_ = carry_ && limb == 0;
    return limb;
  }

 private:
  BigView a_;
  uint32_t index_ = 0;
  bool carry_;
};

template <typename Op>
BigStatus bitwise(BigView a, BigView b, BigBuf* out, Op op) {
  uint64_t n = uint64_t{a.n > b.n ? a.n : b.n} + 1;
  uint64_t* r = out->reserve(n);
  if (r == nullptr) return reserve_failure(n);
  ComplementReader x(a), y(b);
  for (uint64_t i = 0; i < n; ++i) r[i] = op(x.next(), y.next());
  bool neg = r[n - 1] >> 63;
  if (neg) mpn_neg(r, r, static_cast<mp_size_t>(n));
  return big_done(out, n, neg);
}

}  // namespace

BigStatus big_and(BigView a, BigView b, BigBuf* out) {
  return bitwise(a, b, out, [](uint64_t x, uint64_t y) { return x & y; });
}

BigStatus big_or(BigView a, BigView b, BigBuf* out) {
  return bitwise(a, b, out, [](uint64_t x, uint64_t y) { return x | y; });
}

BigStatus big_xor(BigView a, BigView b, BigBuf* out) {
  return bitwise(a, b, out, [](uint64_t x, uint64_t y) { return x ^ y; });
}

BigStatus big_invert(BigView a, BigBuf* out) {
  uint64_t one = 1;
  a.neg = !a.neg && a.n != 0;  // ~a == -a - 1
  return big_sub(a, BigView{&one, 1, false}, out);
}

namespace {

// The top 64 bits of |a| (a != 0), the lowest one also set when any bit below is.
uint64_t top_bits_sticky(BigView a) {
  unsigned zeros = static_cast<unsigned>(__builtin_clzll(a.limbs[a.n - 1]));
  uint64_t top = a.limbs[a.n - 1] << zeros;
  if (a.n == 1) return top;
  uint64_t below = a.limbs[a.n - 2];
  if (zeros != 0) {
    top |= below >> (64 - zeros);
    below <<= zeros;
  }
  if (below != 0 || (a.n > 2 && !mpn_zero_p(a.limbs, a.n - 2))) top |= 1;
  return top;
}

}  // namespace

BigStatus big_to_double(BigView a, double* out) {
  if (a.n == 0) {
    *out = 0.0;
    return BigStatus::kOk;
  }
  uint64_t bits = big_bit_length(a);
  if (bits > 1024) return BigStatus::kOverflow;
  double d = std::ldexp(static_cast<double>(top_bits_sticky(a)), static_cast<int>(bits) - 64);
  if (std::isinf(d)) return BigStatus::kOverflow;
  *out = a.neg ? -d : d;
  return BigStatus::kOk;
}

void big_frexp(BigView a, double* mantissa, int64_t* exponent) {
  *mantissa = 0.0;
  *exponent = 0;
  if (a.n == 0) return;
  int e = 0;
  double m = std::frexp(static_cast<double>(top_bits_sticky(a)), &e);
  *mantissa = a.neg ? -m : m;
  *exponent = static_cast<int64_t>(big_bit_length(a)) - 64 + e;
}

BigStatus big_from_double(double d, BigBuf* out) {
  if (std::isnan(d)) return BigStatus::kInvalid;
  if (std::isinf(d)) return BigStatus::kOverflow;
  int exponent = 0;
  double fraction = std::frexp(std::fabs(d), &exponent);
  if (exponent <= 63) {
    out->set_int64(static_cast<int64_t>(d));
    return BigStatus::kOk;
  }
  auto mantissa = static_cast<uint64_t>(std::ldexp(fraction, DBL_MANT_DIG));
  uint64_t storage;
  BigView v = view_of_uint64(mantissa, &storage);
  v.neg = d < 0;
  return big_shl(v, static_cast<uint64_t>(exponent - DBL_MANT_DIG), out);
}

int big_compare_double(BigView a, double d) {
  if (std::isinf(d)) return d > 0 ? -1 : 1;
  double whole = std::trunc(d);
  BigBuf b;
  // At most 1024 bits: the buffer holds 512 of them, so only a failing malloc could stop this.
  if (big_from_double(whole, &b) != BigStatus::kOk) return a.neg ? -1 : 1;
  int c = big_compare(a, b.view());
  if (c != 0 || whole == d) return c;
  return d > whole ? -1 : 1;
}

BigStatus big_true_divide(BigView a, BigView b, double* out) {
  if (b.n == 0) return BigStatus::kZeroDivision;
  bool neg = a.neg != b.neg;
  if (a.n == 0) {
    *out = neg ? -0.0 : 0.0;
    return BigStatus::kOk;
  }
  constexpr uint64_t kExact = uint64_t{1} << DBL_MANT_DIG;
  if (a.n == 1 && b.n == 1 && a.limbs[0] <= kExact && b.limbs[0] <= kExact) {
    double q = static_cast<double>(a.limbs[0]) / static_cast<double>(b.limbs[0]);
    *out = neg ? -q : q;
    return BigStatus::kOk;
  }
  int64_t difference =
      static_cast<int64_t>(big_bit_length(a)) - static_cast<int64_t>(big_bit_length(b));
  if (difference > DBL_MAX_EXP) return BigStatus::kOverflow;
  if (difference < DBL_MIN_EXP - DBL_MANT_DIG - 1) {
    *out = neg ? -0.0 : 0.0;
    return BigStatus::kOk;
  }
  // A quotient of 55 to 57 bits (fewer when the result is subnormal) and a sticky bit are enough to
  // round once.
  int64_t shift = (difference > DBL_MIN_EXP ? difference : DBL_MIN_EXP) - (DBL_MANT_DIG + 2);
  BigBuf scaled, quotient, remainder;
  a.neg = b.neg = false;
  bool inexact = false;
  if (shift <= 0) {
    if (BigStatus s = big_shl(a, static_cast<uint64_t>(-shift), &scaled); s != BigStatus::kOk) {
      return s;
    }
  } else {
    if (BigStatus s = big_shr(a, static_cast<uint64_t>(shift), &scaled); s != BigStatus::kOk) {
      return s;
    }
    inexact = static_cast<int64_t>(mpn_scan1(a.limbs, 0)) < shift;
  }
  if (BigStatus s = big_floordivmod(scaled.view(), b, &quotient, &remainder); s != BigStatus::kOk) {
    return s;
  }
  inexact = inexact || remainder.size() != 0;
  uint64_t q = quotient.size() == 0 ? 0 : quotient.limbs()[0];
  int q_bits = q == 0 ? 0 : 64 - __builtin_clzll(q);
  int64_t kept = q_bits > DBL_MIN_EXP - shift ? q_bits : DBL_MIN_EXP - shift;
  // The quotient has more bits than a double keeps, so there is something to round.
  // NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult)
  uint64_t half = uint64_t{1} << (kept - DBL_MANT_DIG - 1);
  q |= static_cast<uint64_t>(inexact);
  if ((q & half) != 0 && (q & (3 * half - 1)) != 0) q += half;
  q &= ~(2 * half - 1);
  double result = std::ldexp(static_cast<double>(q), static_cast<int>(shift));
  if (std::isinf(result)) return BigStatus::kOverflow;
  *out = neg ? -result : result;
  return BigStatus::kOk;
}

int64_t big_hash(BigView a) {
  if (a.n == 0) return 0;
  auto hash = static_cast<int64_t>(mpn_mod_1(a.limbs, a.n, kHashModulus));
  if (a.neg) hash = -hash;
  return hash == -1 ? -2 : hash;
}

}  // namespace baton
