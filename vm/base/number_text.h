// Numbers to text and back, by Python's rules.
//
// What float(), int(), repr() and round() do to text, without a Value: the caller turns a failure
// into an exception, with the words given here. Every result is exact: shortest round-trip digits
// for repr, correctly rounded decimals for a given precision, however long. No lock is needed.
// The format mini-language lives in format_spec.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vm/base/bigint.h"

namespace baton {

// repr(value): the shortest digits that read back as the same double ("1e+16", "-0.0", "inf").
std::string float_repr(double value);
// repr of a complex number: "(1+2j)", "1j", "(-0-1j)".
std::string complex_repr(double re, double im);

// Flags of format_double, as bits.
enum FloatFormatFlags : unsigned {
  kFloatPlusSign = 1,    // '+' before a value that is not negative
  kFloatAddDotZero = 2,  // "1" becomes "1.0" (codes 'r' and 'g')
  kFloatAlternate = 4,   // keep the decimal point and, for 'g', trailing zeros
  kFloatNoNegZero = 8,   // what prints as zero has no '-'
};

// Formats with one of the codes e E f F g G (at `precision` decimals or digits) or r (shortest,
// precision ignored). Upper-case codes also raise INF and NAN. Precision is from 0 to 2^31 - 1.
// Returns an empty string when the result would exceed 2^30 bytes or memory is short.
std::string format_double(double value, char code, int64_t precision, unsigned flags);

// float(text): white space stripped, underscores between digits, inf, infinity and nan with sign
// in any case, digits of any script. Too large gives an infinity, too small a zero. False when the
// text is no number ("could not convert string to float: " + repr of the text).
bool parse_float(std::string_view text, double* out);

// round(value, ndigits): correctly rounded, ties to even of the exact value. An infinite result
// from a finite value means OverflowError ("rounded value too large to represent").
double round_half_even(double value, int64_t ndigits);
// round(value): nearest integer, ties to even, as a double.
double round_half_even(double value);

// float.hex(), and float.fromhex(): kInvalid ("invalid hexadecimal floating-point string") or
// kOverflow ("hexadecimal value too large to represent as a float").
std::string float_hex(double value);
BigStatus parse_float_hex(std::string_view text, double* out);

// The default limit of sys.set_int_max_str_digits().
inline constexpr uint64_t kDefaultMaxStrDigits = 4300;

enum class IntTextError : uint8_t {
  kNone,
  kInvalid,        // ValueError: invalid literal for int() with base 10: '...'
  kBadBase,        // ValueError: int() base must be >= 2 and <= 36, or 0
  kTooManyDigits,  // ValueError: Exceeds the limit (4300 digits) ...
  kTooBig,         // MemoryError
};

// What parse_int_text gives: `small` when is_small, else `big`.
struct IntText {
  bool is_small = true;
  int64_t small = 0;
  BigBuf big;
  uint64_t digits = 0;  // how many digits the text had, for the message of kTooManyDigits
};

// int(text, base): white space, sign, prefix (base 0, 2, 8, 16), underscores, digits of any
// script. `base` is 0 or 2..36. More than `max_digits` digits (0: no limit) is an error in a base
// that is not a power of two.
[[nodiscard]] IntTextError parse_int_text(std::string_view text, int base, IntText* out,
                                          uint64_t max_digits = 0);
// The words of the exception for an error of parse_int_text (empty for kTooBig: MemoryError).
std::string int_text_message(IntTextError error, std::string_view text, int base,
                             uint64_t max_digits, uint64_t digits);

// Decimal text of an int64, appended.
void append_int64(std::string* out, int64_t value);

}  // namespace baton
