// One conversion of Python's printf-style formatting: "%-10.3f".
//
// parse_percent reads one conversion after its '%'; the caller walks the format text, fetches the
// arguments (width and precision given as '*' included) and hands a plain value to one of the
// functions below. Messages are CPython's. No lock is needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "vm/base/format_spec.h"

namespace baton {

struct PercentSpec {
  bool has_key = false;
  std::string_view key;         // between the parentheses of %(key)s, inside the format text
  bool left = false;            // '-'
  bool plus = false;            // '+'
  bool space = false;           // ' '
  bool alternate = false;       // '#'
  bool zero = false;            // '0'
  bool width_star = false;      // width comes from an argument: store it with set_star_width
  bool precision_star = false;  // likewise, set_star_precision
  int64_t width = -1;           // -1 when not given
  int64_t precision = -1;       // -1 when not given
  char32_t type = 0;            // d i u o x X e E f F g G c r s a, or a wrong one
  size_t type_offset = 0;       // byte offset of the type in the format text
};

// Parses the conversion whose '%' is at text[*pos - 1]; the caller has dealt with "%%", which takes
// no argument (any other conversion of type '%' is unsupported). On success *pos is just past the
// type.
// The type is not checked: a type that is none of the known ones is the caller's to refuse with
// unsupported_percent_type, after it has fetched the argument, as CPython does.
// Errors (ValueError): "incomplete format key", "incomplete format", "width too big",
// "precision too big".
[[nodiscard]] FormatError parse_percent(std::string_view text, size_t* pos, PercentSpec* spec,
                                        std::string* error);

// "unsupported format character 'y' (0x79) at index 1".
std::string unsupported_percent_type(std::string_view text, const PercentSpec& spec);

// Stores the value of a '*' argument: a negative width means left alignment, a negative precision
// counts as 0.
void set_star_width(PercentSpec* spec, int64_t width);
void set_star_precision(PercentSpec* spec, int64_t precision);

// Types d i u o x X. Appends to *out.
[[nodiscard]] FormatError percent_int(BigView value, const PercentSpec& spec, std::string* out,
                                      std::string* error);
// Types e E f F g G.
[[nodiscard]] FormatError percent_float(double value, const PercentSpec& spec, std::string* out,
                                        std::string* error);
// Type c: a code point; beyond 0x10ffff it is an OverflowError.
[[nodiscard]] FormatError percent_char(int64_t code, const PercentSpec& spec, std::string* out,
                                       std::string* error);
// Types s r a (and c with a one-character string, with `is_char`): cut to the precision and padded.
// `nchars` is the number of code points of `text`.
[[nodiscard]] FormatError percent_str(std::string_view text, size_t nchars, const PercentSpec& spec,
                                      bool is_char, std::string* out, std::string* error);

}  // namespace baton
