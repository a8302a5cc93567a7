// Integers of any size to digits and to bytes, and back.
//
// Every base is converted by GMP in subquadratic time. Digit buffers come from malloc and a failure
// is reported, never thrown. No lock is needed.
#include <gmp.h>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>

#include "vm/base/bigint.h"
#include "vm/base/bigint_internal.h"

namespace baton {

namespace {

struct Free {
  void operator()(void* p) const { std::free(p); }
};
using Bytes = std::unique_ptr<unsigned char, Free>;

Bytes allocate_bytes(size_t n) {
  return Bytes(static_cast<unsigned char*>(std::malloc(n == 0 ? 1 : n)));
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 36;
}

char digit_char(unsigned value) {
  return static_cast<char>(value < 10 ? '0' + value : 'a' + (value - 10));
}

// Turns text into digit values without underscores or leading zeros; false when it is malformed.
bool collect_digits(std::string_view text, int base, bool underscores, unsigned char* to,
                    size_t* count) {
  size_t n = 0;
  bool digit_before = false;
  for (char c : text) {
    if (c == '_' && underscores && digit_before) {
      digit_before = false;
      continue;
    }
    int value = digit_value(c);
    if (value >= base) return false;
    digit_before = true;
    if (n != 0 || value != 0) to[n++] = static_cast<unsigned char>(value);
  }
  *count = n;
  return digit_before;
}

}  // namespace

BigStatus big_from_digits(std::string_view text, int base, bool negative, bool underscores,
                          BigBuf* out) {
  unsigned char inline_digits[64];
  Bytes allocated;
  unsigned char* digits = inline_digits;
  if (text.size() > sizeof inline_digits) {
    allocated = allocate_bytes(text.size());
    if (allocated == nullptr) return BigStatus::kNoMemory;
    digits = allocated.get();
  }
  size_t count = 0;
  if (!collect_digits(text, base, underscores, digits, &count)) return BigStatus::kInvalid;
  if (count == 0) {
    out->set_uint64(0);
    return BigStatus::kOk;
  }
  if (count <= 12) {  // 36^12 < 2^64
    uint64_t value = 0;
    for (size_t i = 0; i < count; ++i) value = value * static_cast<unsigned>(base) + digits[i];
    out->set_uint64(value);
    out->set_negative(negative);
    return BigStatus::kOk;
  }
  double limbs = static_cast<double>(count) * std::log2(static_cast<double>(base)) / 64.0;
  if (limbs > static_cast<double>(kMaxLimbs)) return BigStatus::kTooBig;
  auto room = static_cast<uint64_t>(limbs * 1.0000001) + 2;
  uint64_t* r = out->reserve(room);
  if (r == nullptr) return reserve_failure(room);
  mp_size_t n = mpn_set_str(r, digits, count, base);
  return big_done(out, static_cast<uint64_t>(n), negative);
}

BigStatus big_to_string(BigView a, int base, std::string* out) {
  try {
    if (a.n <= 1) {
      char small[72];
      auto end = std::to_chars(small + 1, small + sizeof small, a.n == 0 ? 0 : a.limbs[0], base);
      small[0] = '-';
      out->append(a.neg ? small : small + 1, end.ptr);
      return BigStatus::kOk;
    }
    uint64_t bits = big_bit_length(a);
    auto room = static_cast<size_t>(static_cast<double>(bits) * 1.0000001 /
                                    std::log2(static_cast<double>(base))) +
                3;
    // mpn_get_str destroys its input and wants a limb more of it.
    BigBuf copy;
    uint64_t* limbs = copy.reserve(uint64_t{a.n} + 1);
    if (limbs == nullptr) return reserve_failure(uint64_t{a.n} + 1);
    std::memcpy(limbs, a.limbs, a.n * sizeof(uint64_t));
    Bytes digits = allocate_bytes(room);
    if (digits == nullptr) return BigStatus::kNoMemory;
    size_t count = mpn_get_str(digits.get(), base, limbs, a.n);
    size_t first = 0;
    while (first + 1 < count && digits.get()[first] == 0) ++first;
    out->reserve(out->size() + count - first + 1);
    if (a.neg) out->push_back('-');
    size_t at = out->size();
    out->resize(at + count - first);
    for (size_t i = first; i < count; ++i) (*out)[at + i - first] = digit_char(digits.get()[i]);
    return BigStatus::kOk;
  } catch (const std::bad_alloc&) {
    return BigStatus::kNoMemory;
  } catch (const std::length_error&) { return BigStatus::kTooBig; }
}

bool big_exceeds_decimal_digits(BigView a, uint64_t max_digits) {
  constexpr double kBitsPerDigit = 3.321928094887362;
  double bits = static_cast<double>(big_bit_length(a));
  double limit = static_cast<double>(max_digits) * kBitsPerDigit;
  if (bits < limit - 1) return false;
  if (bits > limit * 1.0000001 + 2) return true;
  a.neg = false;
  std::string text;
  if (big_to_string(a, 10, &text) != BigStatus::kOk) return true;
  return text.size() > max_digits;
}

BigStatus big_from_bytes(const uint8_t* bytes, size_t size, bool little, bool is_signed,
                         BigBuf* out) {
  uint64_t n = size / 8 + 1;
  uint64_t* r = out->reserve(n);
  if (r == nullptr) return reserve_failure(n);
  std::memset(r, 0, n * sizeof(uint64_t));
  auto* raw = reinterpret_cast<uint8_t*>(r);  // limbs are stored low byte first on this machine
  if (little) {
    if (size != 0) std::memcpy(raw, bytes, size);
  } else {
    for (size_t i = 0; i < size; ++i) raw[i] = bytes[size - 1 - i];
  }
  bool neg = is_signed && size != 0 && (raw[size - 1] & 0x80) != 0;
  if (neg) {
    std::memset(raw + size, 0xff, n * sizeof(uint64_t) - size);
    mpn_neg(r, r, static_cast<mp_size_t>(n));
  }
  return big_done(out, n, neg);
}

BigStatus big_to_bytes(BigView a, uint8_t* bytes, size_t size, bool little, bool is_signed) {
  if (a.neg && !is_signed) return BigStatus::kNegative;
  uint64_t bits = big_bit_length(a);
  uint64_t room = uint64_t{size} * 8;
  if (is_signed && a.n != 0) {
    // -2^(k-1) is the one number whose magnitude may use all k bits.
    // (No bytes hold -1, as they do in CPython.)
    bool lowest = a.neg && big_bit_count(a) == 1 && (bits == room || (size == 0 && bits == 1));
    if (bits >= room && !lowest) return BigStatus::kOverflow;
  } else if (bits > room) {
    return BigStatus::kOverflow;
  }
  bool carry = true;
  for (size_t i = 0; i < size; ++i) {
    uint64_t limb = i / 8 < a.n ? a.limbs[i / 8] : 0;
    auto byte = static_cast<uint8_t>(limb >> (i % 8 * 8));
    if (a.neg) {
      byte = static_cast<uint8_t>(~byte + carry);
      carry = carry && byte == 0;
    }
    bytes[little ? i : size - 1 - i] = byte;
  }
  return BigStatus::kOk;
}

}  // namespace baton
