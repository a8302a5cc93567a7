// Arithmetic on integers of any size: the buffer, and the operations that carry or divide.
//
// Signs and sizes are settled here; the limb loops are GMP's. Bits and doubles are in
// bigint_bits.cpp, text and bytes in bigint_text.cpp. No lock is needed.
#include "vm/base/bigint.h"

#include <gmp.h>

#include <cstdlib>
#include <cstring>
#include <utility>

#include "vm/base/bigint_internal.h"

namespace baton {

static_assert(sizeof(mp_limb_t) == 8 && GMP_NAIL_BITS == 0, "64-bit limbs without nails");

BigBuf::~BigBuf() {
  if (limbs_ != inline_) std::free(limbs_);
}

BigBuf::BigBuf(BigBuf&& other) noexcept { *this = std::move(other); }

BigBuf& BigBuf::operator=(BigBuf&& other) noexcept {
  if (this == &other) return *this;
  if (other.limbs_ == other.inline_) {
    // Inline content always fits: capacity never falls below kInline.
    std::memcpy(limbs_, other.inline_, other.n_ * sizeof(uint64_t));
  } else {
    if (limbs_ != inline_) std::free(limbs_);
    limbs_ = other.limbs_;
    capacity_ = other.capacity_;
    other.limbs_ = other.inline_;
    other.capacity_ = kInline;
  }
  n_ = other.n_;
  neg_ = other.neg_;
  other.n_ = 0;
  other.neg_ = false;
  return *this;
}

uint64_t* BigBuf::reserve(uint64_t n) {
  n_ = 0;
  neg_ = false;
  if (n <= capacity_) return limbs_;
  if (n > kMaxLimbs + 2) return nullptr;
  auto* fresh = static_cast<uint64_t*>(std::malloc(n * sizeof(uint64_t)));
  if (fresh == nullptr) return nullptr;
  if (limbs_ != inline_) std::free(limbs_);
  limbs_ = fresh;
  capacity_ = static_cast<uint32_t>(n);
  return fresh;
}

void BigBuf::finish(uint64_t n, bool neg) {
  while (n > 0 && limbs_[n - 1] == 0) --n;
  n_ = static_cast<uint32_t>(n);
  neg_ = neg && n != 0;
}

void BigBuf::set_int64(int64_t value) {
  uint64_t storage;
  BigView v = view_of_int64(value, &storage);
  limbs_[0] = storage;
  n_ = v.n;
  neg_ = v.neg;
}

void BigBuf::set_uint64(uint64_t value) {
  limbs_[0] = value;
  n_ = value != 0;
  neg_ = false;
}

BigStatus BigBuf::set(BigView value) {
  uint64_t* to = reserve(value.n);
  if (to == nullptr) return reserve_failure(value.n);
  if (value.n != 0) std::memcpy(to, value.limbs, value.n * sizeof(uint64_t));
  return big_done(this, value.n, value.neg);
}

bool fits_int64(BigView a, int64_t* out) {
  int64_t value = 0;
  if (a.n > 1) return false;
  if (a.n == 1) {
    uint64_t limb = a.limbs[0];
    if (limb > (uint64_t{1} << 63) - (a.neg ? 0 : 1)) return false;
    value = static_cast<int64_t>(a.neg ? uint64_t{0} - limb : limb);
  }
  if (out != nullptr) *out = value;
  return true;
}

bool fits_uint64(BigView a, uint64_t* out) {
  if (a.n > 1 || a.neg) return false;
  if (out != nullptr) *out = a.n == 0 ? 0 : a.limbs[0];
  return true;
}

namespace {

int compare_magnitudes(BigView a, BigView b) {
  if (a.n != b.n) return a.n < b.n ? -1 : 1;
  if (a.n == 0) return 0;
  int c = mpn_cmp(a.limbs, b.limbs, a.n);
  return c < 0 ? -1 : c > 0;
}

BigStatus add_magnitudes(BigView a, BigView b, bool neg, BigBuf* out) {
  if (a.n < b.n) std::swap(a, b);
  if (b.n == 0) {
    a.neg = neg;
    return out->set(a);
  }
  uint64_t* r = out->reserve(uint64_t{a.n} + 1);
  if (r == nullptr) return reserve_failure(uint64_t{a.n} + 1);
  r[a.n] = mpn_add(r, a.limbs, a.n, b.limbs, b.n);
  return big_done(out, uint64_t{a.n} + 1, neg);
}

// |a| - |b| with the sign flipped when `neg`.
BigStatus sub_magnitudes(BigView a, BigView b, bool neg, BigBuf* out) {
  int c = compare_magnitudes(a, b);
  if (c == 0) {
    out->set_uint64(0);
    return BigStatus::kOk;
  }
  if (c < 0) {
    std::swap(a, b);
    neg = !neg;
  }
  if (b.n == 0) {
    a.neg = neg;
    return out->set(a);
  }
  uint64_t* r = out->reserve(a.n);
  if (r == nullptr) return reserve_failure(a.n);
  mpn_sub(r, a.limbs, a.n, b.limbs, b.n);
  return big_done(out, a.n, neg);
}

}  // namespace

int big_compare(BigView a, BigView b) {
  if (a.neg != b.neg) return a.neg ? -1 : 1;
  int c = compare_magnitudes(a, b);
  return a.neg ? -c : c;
}

BigStatus big_add(BigView a, BigView b, BigBuf* out) {
  return a.neg == b.neg ? add_magnitudes(a, b, a.neg, out) : sub_magnitudes(a, b, a.neg, out);
}

BigStatus big_sub(BigView a, BigView b, BigBuf* out) {
  return a.neg != b.neg ? add_magnitudes(a, b, a.neg, out) : sub_magnitudes(a, b, a.neg, out);
}

BigStatus big_neg(BigView a, BigBuf* out) {
  a.neg = !a.neg && a.n != 0;
  return out->set(a);
}

BigStatus big_abs(BigView a, BigBuf* out) {
  a.neg = false;
  return out->set(a);
}

BigStatus big_mul(BigView a, BigView b, BigBuf* out) {
  if (a.n < b.n) std::swap(a, b);
  bool neg = a.neg != b.neg;
  if (b.n == 0) {
    out->set_uint64(0);
    return BigStatus::kOk;
  }
  uint64_t n = uint64_t{a.n} + b.n;
  uint64_t* r = out->reserve(n);
  if (r == nullptr) return reserve_failure(n);
  if (b.n == 1) {
    r[a.n] = mpn_mul_1(r, a.limbs, a.n, b.limbs[0]);
  } else if (a.limbs == b.limbs && a.n == b.n) {
    mpn_sqr(r, a.limbs, a.n);
  } else {
    mpn_mul(r, a.limbs, a.n, b.limbs, b.n);
  }
  return big_done(out, n, neg);
}

BigStatus big_floordivmod(BigView a, BigView b, BigBuf* quotient, BigBuf* remainder) {
  if (b.n == 0) return BigStatus::kZeroDivision;
  BigBuf spare_quotient;
  BigBuf spare_remainder;
  if (quotient == nullptr) quotient = &spare_quotient;
  if (remainder == nullptr) remainder = &spare_remainder;
  bool neg = a.neg != b.neg;
  if (compare_magnitudes(a, b) < 0) {
    if (a.n == 0 || !neg) {
      quotient->set_uint64(0);
      return remainder->set(a);
    }
    quotient->set_int64(-1);
    return big_add(a, b, remainder);
  }
  uint64_t qn = uint64_t{a.n} - b.n + 1;
  uint64_t* q = quotient->reserve(qn + 1);
  if (q == nullptr) return reserve_failure(qn + 1);
  uint64_t* r = remainder->reserve(b.n);
  if (r == nullptr) return reserve_failure(b.n);
  if (b.n == 1) {
    r[0] = mpn_divrem_1(q, 0, a.limbs, a.n, b.limbs[0]);
  } else {
    mpn_tdiv_qr(q, r, 0, a.limbs, a.n, b.limbs, b.n);
  }
  q[qn] = 0;
  if (neg && !mpn_zero_p(r, b.n)) {
    // Truncation rounded towards zero; the floor is one further down.
    q[qn] = mpn_add_1(q, q, static_cast<mp_size_t>(qn), 1);
    mpn_sub_n(r, b.limbs, r, b.n);
  }
  remainder->finish(b.n, b.neg);
  return big_done(quotient, qn + 1, neg);
}

BigStatus big_pow(BigView a, uint64_t exponent, BigBuf* out) {
  if (exponent == 0 || (a.n == 1 && a.limbs[0] == 1)) {
    out->set_int64(a.neg && (exponent & 1) ? -1 : 1);
    return BigStatus::kOk;
  }
  if (a.n == 0) {
    out->set_uint64(0);
    return BigStatus::kOk;
  }
  uint64_t bits = big_bit_length(a);
  using Wide = unsigned __int128;
  if (Wide{bits - 1} * exponent >= Wide{kMaxLimbs} * 64) return BigStatus::kTooBig;
  bool neg = a.neg && (exponent & 1);
  if (big_bit_count(a) == 1) {
    uint64_t one = 1;
    BigStatus s = big_shl(BigView{&one, 1, false}, (bits - 1) * exponent, out);
    if (s == BigStatus::kOk) out->set_negative(neg);
    return s;
  }
  BigBuf spare;
  BigBuf* have = out;
  BigBuf* next = &spare;
  a.neg = false;
  if (BigStatus s = have->set(a); s != BigStatus::kOk) return s;
  for (int bit = 62 - __builtin_clzll(exponent); bit >= 0; --bit) {
    if (BigStatus s = big_mul(have->view(), have->view(), next); s != BigStatus::kOk) return s;
    std::swap(have, next);
    if ((exponent >> bit) & 1) {
      if (BigStatus s = big_mul(have->view(), a, next); s != BigStatus::kOk) return s;
      std::swap(have, next);
    }
  }
  if (have != out) *out = std::move(*have);
  out->set_negative(neg);
  return BigStatus::kOk;
}

namespace {

// The inverse of `a` modulo `m`, for 0 <= a < m and m > 1.
BigStatus invert_modulo(BigView a, BigView m, BigBuf* out) {
  if (a.n == 0) return BigStatus::kNotInvertible;
  // gcd(a + m, m) = (a + m) * s + m * t: s is the inverse, and the first operand is the longer one.
  BigBuf u, g, s;
  if (BigStatus st = big_add(a, m, &u); st != BigStatus::kOk) return st;
  uint64_t un = u.size();
  // gcdext wants one limb more than each operand has, in the operands as well.
  BigBuf u_room, v_room;
  uint64_t* up = u_room.reserve(un + 1);
  uint64_t* vp = v_room.reserve(uint64_t{m.n} + 1);
  uint64_t* gp = g.reserve(un + 1);
  uint64_t* sp = s.reserve(un + 1);
  if (up == nullptr || vp == nullptr || gp == nullptr || sp == nullptr) {
    return BigStatus::kNoMemory;
  }
  std::memcpy(up, u.limbs(), un * sizeof(uint64_t));
  std::memcpy(vp, m.limbs, m.n * sizeof(uint64_t));
  mp_size_t sn = 0;
  mp_size_t gn = mpn_gcdext(gp, sp, &sn, up, static_cast<mp_size_t>(un), vp, m.n);
  if (gn != 1 || gp[0] != 1) return BigStatus::kNotInvertible;
  s.finish(static_cast<uint64_t>(sn < 0 ? -sn : sn), sn < 0);
  return big_floordivmod(s.view(), m, nullptr, out);
}

uint64_t pow_mod_word(uint64_t base, BigView exponent, uint64_t modulus) {
  unsigned __int128 result = 1 % modulus;
  unsigned __int128 square = base % modulus;
  for (uint32_t i = 0; i < exponent.n; ++i) {
    uint64_t word = exponent.limbs[i];
    int steps = i + 1 == exponent.n ? 64 - __builtin_clzll(word) : 64;
    for (int k = 0; k < steps; ++k) {
      if ((word >> k) & 1) result = result * square % modulus;
      square = square * square % modulus;
    }
  }
  return static_cast<uint64_t>(result);
}

// Multiplies modulo a fixed number, in buffers made once.
class ModularMultiplier {
 public:
  explicit ModularMultiplier(BigView modulus) : m_(modulus) {}

  [[nodiscard]] bool prepare() {
    product_ = wide_.reserve(uint64_t{m_.n} * 2);
    quotient_ = ratio_.reserve(uint64_t{m_.n} + 1);
    return product_ != nullptr && quotient_ != nullptr;
  }
  // to = x * y mod m; all have m.n limbs, and `to` may be x or y.
  void multiply(uint64_t* to, const uint64_t* x, const uint64_t* y) {
    if (x == y) {
      mpn_sqr(product_, x, m_.n);
    } else {
      mpn_mul_n(product_, x, y, m_.n);
    }
    mpn_tdiv_qr(quotient_, to, 0, product_, 2 * static_cast<mp_size_t>(m_.n), m_.limbs, m_.n);
  }

 private:
  BigView m_;
  BigBuf wide_, ratio_;
  uint64_t* product_ = nullptr;
  uint64_t* quotient_ = nullptr;
};

unsigned exponent_bits(BigView e, uint64_t low, unsigned count) {
  uint64_t index = low / 64;
  unsigned offset = low % 64;
  uint64_t bits = e.limbs[index] >> offset;
  if (offset + count > 64 && index + 1 < e.n) bits |= e.limbs[index + 1] << (64 - offset);
  return static_cast<unsigned>(bits & ((1u << count) - 1));
}

// base ** exponent mod m by fixed windows; 0 <= base < m, m has two limbs or more, exponent > 0.
BigStatus pow_mod_windows(BigView base, BigView exponent, BigView m, BigBuf* out) {
  uint64_t bits = big_bit_length(exponent);
  const unsigned window = bits < 24 ? 1 : bits < 128 ? 3 : bits < 768 ? 4 : 5;
  const uint64_t n = m.n;
  ModularMultiplier mod(m);
  BigBuf table;
  uint64_t* powers = table.reserve(n << window);
  uint64_t* r = out->reserve(n);
  if (!mod.prepare() || powers == nullptr || r == nullptr) return BigStatus::kNoMemory;
  std::memset(powers, 0, 2 * n * sizeof(uint64_t));
  powers[0] = 1;
  if (base.n != 0) std::memcpy(powers + n, base.limbs, base.n * sizeof(uint64_t));
  for (unsigned i = 2; i < 1u << window; ++i) {
    mod.multiply(powers + i * n, powers + (i - 1) * n, powers + n);
  }
  uint64_t low = (bits - 1) / window * window;
  std::memcpy(r, powers + exponent_bits(exponent, low, window) * n, n * sizeof(uint64_t));
  while (low != 0) {
    low -= window;
    for (unsigned i = 0; i < window; ++i) mod.multiply(r, r, r);
    unsigned digit = exponent_bits(exponent, low, window);
    if (digit != 0) mod.multiply(r, r, powers + digit * n);
  }
  out->finish(n, false);
  return BigStatus::kOk;
}

}  // namespace

BigStatus big_pow_mod(BigView a, BigView exponent, BigView modulus, BigBuf* out) {
  if (modulus.n == 0) return BigStatus::kZeroDivision;
  BigView m = modulus;
  m.neg = false;
  if (m.n == 1 && m.limbs[0] == 1) {
    out->set_uint64(0);
    return BigStatus::kOk;
  }
  if (m.n > kMaxLimbs / 64) return BigStatus::kTooBig;
  BigBuf base;
  if (BigStatus s = big_floordivmod(a, m, nullptr, &base); s != BigStatus::kOk) return s;
  if (exponent.neg) {
    BigBuf inverse;
    if (BigStatus s = invert_modulo(base.view(), m, &inverse); s != BigStatus::kOk) return s;
    base = std::move(inverse);
    exponent.neg = false;
  }
  BigBuf result;
  if (exponent.n == 0) {
    result.set_uint64(1);
  } else if (m.n == 1) {
    result.set_uint64(pow_mod_word(base.size() == 0 ? 0 : base.limbs()[0], exponent, m.limbs[0]));
  } else if (BigStatus s = pow_mod_windows(base.view(), exponent, m, &result);
             s != BigStatus::kOk) {
    return s;
  }
  if (modulus.neg && result.size() != 0) return big_sub(result.view(), m, out);
  *out = std::move(result);
  return BigStatus::kOk;
}

namespace {

// Copies |a| without its trailing zero bits into `to`; returns how many bits were dropped.
BigStatus strip_zeros(BigView a, BigBuf* to, uint64_t* zeros) {
  *zeros = mpn_scan1(a.limbs, 0);
  a.neg = false;
  return big_shr(a, *zeros, to);
}

}  // namespace

BigStatus big_gcd(BigView a, BigView b, BigBuf* out) {
  if (a.n == 0) return big_abs(b, out);
  if (b.n == 0) return big_abs(a, out);
  if (a.n < b.n) std::swap(a, b);
  if (b.n == 1) {
    out->set_uint64(mpn_gcd_1(a.limbs, a.n, b.limbs[0]));
    return BigStatus::kOk;
  }
  BigBuf u, v, g;
  uint64_t u_zeros, v_zeros;
  if (BigStatus s = strip_zeros(a, &u, &u_zeros); s != BigStatus::kOk) return s;
  if (BigStatus s = strip_zeros(b, &v, &v_zeros); s != BigStatus::kOk) return s;
  if (compare_magnitudes(u.view(), v.view()) < 0) std::swap(u, v);
  uint64_t* r = g.reserve(v.size());
  if (r == nullptr) return reserve_failure(v.size());
  // Both copies are ours for GMP to destroy.
  mp_size_t n = mpn_gcd(r, const_cast<uint64_t*>(u.limbs()), u.size(),
                        const_cast<uint64_t*>(v.limbs()), v.size());
  g.finish(static_cast<uint64_t>(n), false);
  return big_shl(g.view(), u_zeros < v_zeros ? u_zeros : v_zeros, out);
}

BigStatus big_isqrt(BigView a, BigBuf* out) {
  if (a.neg) return BigStatus::kNegative;
  if (a.n == 0) {
    out->set_uint64(0);
    return BigStatus::kOk;
  }
  uint64_t n = (uint64_t{a.n} + 1) / 2;
  uint64_t* r = out->reserve(n);
  if (r == nullptr) return reserve_failure(n);
  mpn_sqrtrem(r, nullptr, a.limbs, a.n);
  return big_done(out, n, false);
}

}  // namespace baton
