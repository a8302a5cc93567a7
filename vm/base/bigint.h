// Integers of any size, as plain limbs.
//
// A number here is a sign and an array of 64-bit limbs, least significant first. Inputs are
// BigViews (borrowed, never changed), outputs go to a BigBuf that the caller owns and then copies
// into an object of its own. Nothing here knows a Value, a heap or a thread: no lock is needed,
// and long operations may run with the interpreter lock released as long as the inputs stay put.
//
// What always holds:
//  - a view is normalised: its top limb is not zero, and zero is n == 0 with neg == false;
//  - every result is normalised;
//  - sizes are checked before GMP is called, and no result exceeds kMaxLimbs (kTooBig);
//  - when a function returns anything but kOk, the content of `out` is unspecified but valid;
//  - `out` must not be the buffer behind one of the inputs, unless the function says so.
//
// Only GMP's mpn layer is used. Its scratch memory is not ours to check: small pieces (up to about
// 64 KB) come from the C stack, larger ones from malloc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace baton {

// What an integer operation may end with.
enum class BigStatus : uint8_t {
  kOk,
  kTooBig,         // the result has more than kMaxLimbs limbs, or a digit limit is exceeded
  kNoMemory,       // malloc failed
  kZeroDivision,   // division or modulo by zero
  kNegative,       // an argument must not be negative (shift count, square root, unsigned bytes)
  kNotInvertible,  // pow(a, -n, m) where a has no inverse modulo m
  kOverflow,       // the value doesn't fit the target (double, or a count of bytes)
  kInvalid,        // not a number: text with a character that is no digit, or inf/nan
};

// Largest integer: 2^26 limbs, 512 MiB.
inline constexpr uint64_t kMaxLimbs = uint64_t{1} << 26;

// A borrowed integer. `limbs` may be null when n is 0.
struct BigView {
  const uint64_t* limbs = nullptr;
  uint32_t n = 0;
  bool neg = false;

  bool is_zero() const { return n == 0; }
};

// A view of `value`. `storage` (one limb) holds the magnitude and must outlive the view.
inline BigView view_of_int64(int64_t value, uint64_t* storage) {
  bool neg = value < 0;
  *storage = neg ? uint64_t{0} - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  return BigView{storage, value == 0 ? 0u : 1u, neg};
}

// As view_of_int64, for an unsigned value.
inline BigView view_of_uint64(uint64_t value, uint64_t* storage) {
  *storage = value;
  return BigView{storage, value == 0 ? 0u : 1u, false};
}

// An owned integer, the target of every operation. Small values live inside it. Move-only.
class BigBuf {
 public:
  static constexpr uint32_t kInline = 8;

  BigBuf() = default;
  ~BigBuf();
  BigBuf(BigBuf&& other) noexcept;
  BigBuf& operator=(BigBuf&& other) noexcept;
  BigBuf(const BigBuf&) = delete;
  BigBuf& operator=(const BigBuf&) = delete;

  // Makes room for `n` limbs and returns them; the value becomes unspecified until finish() is
  // called. Returns null when n > kMaxLimbs + 2 or when memory is short. Old content is lost.
  [[nodiscard]] uint64_t* reserve(uint64_t n);
  // Declares that the first `n` limbs are the magnitude; strips leading zeros. n <= the reserve.
  void finish(uint64_t n, bool neg);

  void set_int64(int64_t value);
  void set_uint64(uint64_t value);
  [[nodiscard]] BigStatus set(BigView value);
  void set_negative(bool neg) { neg_ = neg && n_ != 0; }

  BigView view() const { return BigView{limbs_, n_, neg_}; }
  const uint64_t* limbs() const { return limbs_; }
  uint32_t size() const { return n_; }
  bool negative() const { return neg_; }

 private:
  uint64_t* limbs_ = inline_;
  uint32_t n_ = 0;
  uint32_t capacity_ = kInline;
  bool neg_ = false;
  uint64_t inline_[kInline];
};

// True when `a` fits an int64; then *out (may be null) is its value.
bool fits_int64(BigView a, int64_t* out);
// True when `a` is not negative and fits a uint64; then *out (may be null) is its value.
bool fits_uint64(BigView a, uint64_t* out);

// -1, 0 or 1.
int big_compare(BigView a, BigView b);
// Compares with a double exactly. `d` must not be a NaN; infinities are fine.
int big_compare_double(BigView a, double d);

[[nodiscard]] BigStatus big_add(BigView a, BigView b, BigBuf* out);
[[nodiscard]] BigStatus big_sub(BigView a, BigView b, BigBuf* out);
[[nodiscard]] BigStatus big_mul(BigView a, BigView b, BigBuf* out);
[[nodiscard]] BigStatus big_neg(BigView a, BigBuf* out);
[[nodiscard]] BigStatus big_abs(BigView a, BigBuf* out);

// Floor division as Python's // and %: the remainder has the divisor's sign. Either output may be
// null. kZeroDivision when b is 0.
[[nodiscard]] BigStatus big_floordivmod(BigView a, BigView b, BigBuf* quotient, BigBuf* remainder);
// a / b as a correctly rounded double. kZeroDivision; kOverflow ("integer division result too
// large for a float").
[[nodiscard]] BigStatus big_true_divide(BigView a, BigView b, double* out);

// a ** exponent.
[[nodiscard]] BigStatus big_pow(BigView a, uint64_t exponent, BigBuf* out);
// pow(a, exponent, modulus), with the modulus' sign. kZeroDivision ("pow() 3rd argument cannot be
// 0"); kNotInvertible ("base is not invertible for the given modulus").
[[nodiscard]] BigStatus big_pow_mod(BigView a, BigView exponent, BigView modulus, BigBuf* out);

// a << count, a >> count (floor). A shift right past the end gives 0 or -1.
[[nodiscard]] BigStatus big_shl(BigView a, uint64_t count, BigBuf* out);
[[nodiscard]] BigStatus big_shr(BigView a, uint64_t count, BigBuf* out);

// Bitwise, as on an infinite two's complement.
[[nodiscard]] BigStatus big_and(BigView a, BigView b, BigBuf* out);
[[nodiscard]] BigStatus big_or(BigView a, BigView b, BigBuf* out);
[[nodiscard]] BigStatus big_xor(BigView a, BigView b, BigBuf* out);
[[nodiscard]] BigStatus big_invert(BigView a, BigBuf* out);

// Bits of the magnitude (0 for 0), and how many of them are ones.
uint64_t big_bit_length(BigView a);
uint64_t big_bit_count(BigView a);

// Greatest common divisor, never negative.
[[nodiscard]] BigStatus big_gcd(BigView a, BigView b, BigBuf* out);
// Floor of the square root. kNegative when a < 0.
[[nodiscard]] BigStatus big_isqrt(BigView a, BigBuf* out);

// Nearest double, ties to even. kOverflow ("int too large to convert to float").
[[nodiscard]] BigStatus big_to_double(BigView a, double* out);
// Writes a as mantissa * 2^exponent with 0.5 <= |mantissa| < 1, correctly rounded; never
// overflows (for logarithms). Zero gives 0 and 0.
void big_frexp(BigView a, double* mantissa, int64_t* exponent);
// Truncates. kInvalid for a NaN, kOverflow for an infinity.
[[nodiscard]] BigStatus big_from_double(double d, BigBuf* out);

// CPython's hash of an int: modulo 2^61 - 1, sign kept, -1 becomes -2.
int64_t big_hash(BigView a);

// Digits of `text` in `base` (2..36, either case) into a number; `negative` sets the sign. Single
// underscores between digits are admitted when `underscores`. No sign, prefix or white space here.
// kInvalid for an empty text or a character that is not a digit.
[[nodiscard]] BigStatus big_from_digits(std::string_view text, int base, bool negative,
                                        bool underscores, BigBuf* out);
// Appends the digits of a in `base` (2..36, lower case), with '-' when negative, without prefix.
[[nodiscard]] BigStatus big_to_string(BigView a, int base, std::string* out);
// True when the decimal text of |a| has more than `max_digits` digits; cheap when far from it.
bool big_exceeds_decimal_digits(BigView a, uint64_t max_digits);

// int.from_bytes: `size` bytes in the given order.
[[nodiscard]] BigStatus big_from_bytes(const uint8_t* bytes, size_t size, bool little,
                                       bool is_signed, BigBuf* out);
// int.to_bytes into exactly `size` bytes. kNegative ("can't convert negative int to unsigned"),
// kOverflow ("int too big to convert").
[[nodiscard]] BigStatus big_to_bytes(BigView a, uint8_t* bytes, size_t size, bool little,
                                     bool is_signed);

}  // namespace baton
