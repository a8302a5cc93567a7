// Python's format mini-language: "{:>10,.2f}".
//
// A spec is parsed once into a plain struct and applied to a number or a string. Values arrive as
// C++ data and the result is appended to a UTF-8 string; the caller raises the exception that
// FormatError names, with the message filled in here as CPython 3.11 words it. No lock is needed.
// Python's %-formatting is in percent_format.h. There is one locale: 'n' is 'd' or 'g'.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "vm/base/bigint.h"

namespace baton {

enum class FormatError : uint8_t { kNone, kValueError, kOverflowError, kMemoryError };

// A result longer than this many bytes is refused (kMemoryError).
inline constexpr int64_t kMaxFormattedBytes = int64_t{1} << 30;

struct FormatSpec {
  char32_t fill = U' ';
  char align = 0;            // '<' '>' '=' '^', or 0 when not given
  char sign = 0;             // '+' '-' ' ', or 0 when not given
  bool fill_given = false;   // the spec named a fill character (with an alignment)
  bool zero_pad = false;     // a '0' before the width, and no fill given
  bool no_neg_zero = false;  // 'z'
  bool alternate = false;    // '#'
  char grouping = 0;         // ',' '_', or 0
  int64_t width = -1;        // -1 when not given
  int64_t precision = -1;    // -1 when not given
  char32_t type = 0;         // 0 when not given
};

// Parses `text`. `type_name` is the class of the value ("int") for the message. An empty text gives
// the default spec.
[[nodiscard]] FormatError parse_format_spec(std::string_view text, std::string_view type_name,
                                            FormatSpec* spec, std::string* error);

// format(int, spec): types b c d o x X n and, through a double, e E f F g G %. Appends to *out.
[[nodiscard]] FormatError format_int(BigView value, const FormatSpec& spec,
                                     std::string_view type_name, std::string* out,
                                     std::string* error);
[[nodiscard]] FormatError format_int(int64_t value, const FormatSpec& spec,
                                     std::string_view type_name, std::string* out,
                                     std::string* error);

// format(float, spec): types e E f F g G n % and none.
[[nodiscard]] FormatError format_float(double value, const FormatSpec& spec,
                                       std::string_view type_name, std::string* out,
                                       std::string* error);

// format(str, spec): `nchars` is the number of code points of `text`.
[[nodiscard]] FormatError format_str(std::string_view text, size_t nchars, const FormatSpec& spec,
                                     std::string_view type_name, std::string* out,
                                     std::string* error);

// format(complex, spec).
[[nodiscard]] FormatError format_complex(double re, double im, const FormatSpec& spec,
                                         std::string_view type_name, std::string* out,
                                         std::string* error);

// The message "Unknown format code 'd' for object of type 'float'".
std::string unknown_format_code(char32_t code, std::string_view type_name);

}  // namespace baton
