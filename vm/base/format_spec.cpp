// Python's format mini-language: parsing a spec, and laying numbers and strings out by it.
//
// A number is laid out as: left padding, sign, prefix, inner padding, grouped digits, the rest
// (decimal point and what follows), right padding. Zero padding that meets a thousands separator
// becomes digits, so that the separators stay in step. No lock is needed.
#include "vm/base/format_spec.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <cstdio>
#include <new>

#include "vm/base/number_text.h"
#include "vm/base/utf8.h"

namespace baton {

namespace {

FormatError value_error(std::string* error, std::string message) {
  *error = std::move(message);
  return FormatError::kValueError;
}

bool is_align(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// A character as a message shows it between quotes.
std::string shown_code(char32_t code) {
  if (code > 32 && code < 128) return std::string(1, static_cast<char>(code));
  char text[16];
  std::snprintf(text, sizeof text, "\\x%x", static_cast<unsigned>(code));
  return text;
}

FormatError grouping_error(char grouping, char32_t type, std::string* error) {
  return value_error(
      error, std::string("Cannot specify '") + grouping + "' with '" + shown_code(type) + "'.");
}

// Reads the spec from left to right.
class SpecReader {
 public:
  explicit SpecReader(std::string_view text) : text_(text) {}
  bool at_end() const { return pos_ == text_.size(); }
  bool take(char c) {
    if (at_end() || text_[pos_] != c) return false;
    ++pos_;
    return true;
  }
  char32_t next() { return utf8_next(text_, &pos_); }
  char32_t peek() const { return at_end() ? 0 : utf8_at(text_, pos_); }
  char32_t peek_second() const {
    size_t at = pos_;
    if (at_end()) return 0;
    utf8_next(text_, &at);
    return at == text_.size() ? 0 : utf8_at(text_, at);
  }
  // Reads decimal digits; -1 in *value when there are none, false when they are too many.
  bool read_integer(int64_t* value) {
    *value = -1;
    while (!at_end() && text_[pos_] >= '0' && text_[pos_] <= '9') {
      int digit = text_[pos_++] - '0';
      int64_t so_far = *value < 0 ? 0 : *value;
      if (so_far > (INT64_MAX - digit) / 10) return false;
      *value = so_far * 10 + digit;
    }
    return true;
  }

 private:
  std::string_view text_;
  size_t pos_ = 0;
};

bool grouping_fits(char grouping, char32_t type) {
  switch (type) {
    case 0:
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'G':
    case '%':
    case 'F': return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X': return grouping == '_';
    case 's':
    case 'c':
    case 'n':
    default: return false;
  }
}

}  // namespace

std::string unknown_format_code(char32_t code, std::string_view type_name) {
  return "Unknown format code '" + shown_code(code) + "' for object of type '" +
         std::string(type_name.substr(0, 200)) + "'";
}

FormatError parse_format_spec(std::string_view text, std::string_view type_name, FormatSpec* spec,
                              std::string* error) {
  *spec = FormatSpec();
  SpecReader reader(text);
  if (is_align(reader.peek_second())) {
    spec->fill = reader.next();
    spec->align = static_cast<char>(reader.next());
    spec->fill_given = true;
  } else if (is_align(reader.peek())) {
    spec->align = static_cast<char>(reader.next());
  }
  for (char sign : {'+', '-', ' '}) {
    if (reader.take(sign)) {
      spec->sign = sign;
      break;
    }
  }
  spec->no_neg_zero = reader.take('z');
  spec->alternate = reader.take('#');
  if (!spec->fill_given && reader.take('0')) {
    spec->zero_pad = true;
    spec->fill = '0';
  }
  const char* kTooManyDigits = "Too many decimal digits in format string";
  if (!reader.read_integer(&spec->width)) return value_error(error, kTooManyDigits);
  if (reader.take(',')) spec->grouping = ',';
  if (reader.take('_')) {
    if (spec->grouping != 0) return value_error(error, "Cannot specify both ',' and '_'.");
    spec->grouping = '_';
  }
  if (spec->grouping == '_' && reader.peek() == ',') {
    return value_error(error, "Cannot specify both ',' and '_'.");
  }
  if (reader.take('.')) {
    if (!reader.read_integer(&spec->precision)) return value_error(error, kTooManyDigits);
    if (spec->precision < 0) return value_error(error, "Format specifier missing precision");
  }
  if (!reader.at_end()) spec->type = reader.next();
  if (!reader.at_end()) {
    return value_error(error, "Invalid format specifier '" + std::string(text) +
                                  "' for object of type '" + std::string(type_name.substr(0, 200)) +
                                  "'");
  }
  if (spec->grouping != 0 && !grouping_fits(spec->grouping, spec->type)) {
    return grouping_error(spec->grouping, spec->type, error);
  }
  return FormatError::kNone;
}

namespace {

// A number taken apart, all ASCII but for `digits` of type 'c'.
struct NumberParts {
  bool negative = false;
  std::string_view prefix;  // "0x"
  std::string_view digits;  // what is grouped
  std::string_view rest;    // ".5e+10", "inf", or the character of type 'c'
  size_t rest_chars = 0;    // code points of `rest`
};

void append_fill(std::string* out, char32_t fill, int64_t count) {
  if (count <= 0) return;
  if (fill < 0x80) {
    out->append(static_cast<size_t>(count), static_cast<char>(fill));
    return;
  }
  for (; count > 0; --count) utf8_append(out, fill);
}

// Runs `work`, which builds text; a failing allocation becomes an error here and goes no further.
template <typename Work>
FormatError guard_memory(Work work) {
  try {
    return work();
  } catch (const std::bad_alloc&) { return FormatError::kMemoryError; }
}

// Checks that a field of `width` columns is not absurdly large.
FormatError check_width(int64_t width, char32_t fill) {
  return width > kMaxFormattedBytes / utf8_width(fill) ? FormatError::kMemoryError
                                                       : FormatError::kNone;
}

// `digits` with separators, and with zeros in front up to `min_width` characters.
std::string group_digits(std::string_view digits, char separator, int group, int64_t min_width) {
  std::string out;
  auto have = static_cast<int64_t>(digits.size());
  if (separator == 0) {
    append_fill(&out, '0', min_width - have);
    out.append(digits);
    return out;
  }
  // From the right: a group may be cut short where neither digits nor width are left.
  int64_t remaining = have;
  bool first = true;
  for (;;) {
    int64_t length = std::min<int64_t>(group, std::max<int64_t>({remaining, min_width, 1}));
    if (!first) out.push_back(separator);
    first = false;
    for (int64_t i = 0; i < length; ++i) {
      if (remaining > 0) {
        out.push_back(digits[static_cast<size_t>(--remaining)]);
      } else {
        out.push_back('0');
      }
    }
    min_width -= length;
    if (remaining <= 0 && min_width <= 0) break;
    min_width -= 1;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

// How many fill characters go before a field, inside it (after the sign) and after it.
struct Padding {
  int64_t left = 0;
  int64_t inner = 0;
  int64_t right = 0;
};

Padding split_padding(char align, int64_t total) {
  Padding p;
  if (total <= 0) return p;
  switch (align) {
    case '<': p.right = total; break;
    case '^':
      p.left = total / 2;
      p.right = total - p.left;
      break;
    case '=': p.inner = total; break;
    default: p.left = total; break;
  }
  return p;
}

FormatError append_padded(std::string_view text, char32_t fill, const Padding& pad,
                          std::string* out) {
  return guard_memory([&] {
    append_fill(out, fill, pad.left);
    out->append(text);
    append_fill(out, fill, pad.right);
    return FormatError::kNone;
  });
}

FormatError build_number(const NumberParts& parts, const FormatSpec& spec, std::string* out) {
  if (FormatError e = check_width(spec.width, spec.fill); e != FormatError::kNone) return e;
  char align = spec.align != 0 ? spec.align : spec.zero_pad ? '=' : '>';
  char sign = parts.negative ? '-' : spec.sign == '+' || spec.sign == ' ' ? spec.sign : '\0';
  auto around = static_cast<int64_t>(parts.prefix.size() + parts.rest_chars) + (sign != 0);
  int64_t min_digits = spec.fill == '0' && align == '=' ? spec.width - around : 0;
  bool fours = spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X';
  std::string digits;
  if (!parts.digits.empty()) {
    digits = group_digits(parts.digits, spec.grouping, fours ? 4 : 3, min_digits);
  }
  Padding pad = split_padding(align, spec.width - around - static_cast<int64_t>(digits.size()));
  append_fill(out, spec.fill, pad.left);
  if (sign != 0) out->push_back(sign);
  out->append(parts.prefix);
  append_fill(out, spec.fill, pad.inner);
  out->append(digits);
  out->append(parts.rest);
  append_fill(out, spec.fill, pad.right);
  return FormatError::kNone;
}

FormatError lay_out_number(const NumberParts& parts, const FormatSpec& spec, std::string* out) {
  return guard_memory([&] { return build_number(parts, spec, out); });
}

// Splits formatted float text into sign, leading digits and the rest.
NumberParts split_float(std::string_view text) {
  NumberParts parts;
  if (!text.empty() && text[0] == '-') {
    parts.negative = true;
    text.remove_prefix(1);
  }
  size_t n = 0;
  while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
  parts.digits = text.substr(0, n);
  parts.rest = text.substr(n);
  parts.rest_chars = parts.rest.size();
  return parts;
}

// The code and precision by which a float of this spec is written.
struct FloatStyle {
  char code;
  int64_t precision;
  unsigned flags;
};

FormatError float_style(const FormatSpec& spec, unsigned default_flags, FloatStyle* style,
                        std::string* error) {
  if (spec.precision > INT_MAX) return value_error(error, "precision too big");
  style->precision = spec.precision < 0 ? 6 : spec.precision;
  style->flags = spec.alternate ? kFloatAlternate : 0u;
  if (spec.no_neg_zero) style->flags |= kFloatNoNegZero;
  switch (spec.type) {
    case 0:
      style->code = spec.precision < 0 ? 'r' : 'g';
      style->flags |= default_flags;
      break;
    case 'n': style->code = 'g'; break;
    case '%': style->code = 'f'; break;
    default: style->code = static_cast<char>(spec.type); break;
  }
  return FormatError::kNone;
}

bool is_float_type(char32_t type) {
  switch (type) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': return true;
    default: return false;
  }
}

FormatError format_code_point(BigView value, const FormatSpec& spec, std::string* out,
                              std::string* error) {
  if (spec.sign != 0) {
    return value_error(error, "Sign not allowed with integer format specifier 'c'");
  }
  if (spec.alternate) {
    return value_error(error, "Alternate form (#) not allowed with integer format specifier 'c'");
  }
  int64_t code = 0;
  if (!fits_int64(value, &code)) {
    *error = "Python int too large to convert to C long";
    return FormatError::kOverflowError;
  }
  if (code < 0 || code > static_cast<int64_t>(kMaxCodePoint)) {
    *error = "%c arg not in range(0x110000)";
    return FormatError::kOverflowError;
  }
  char bytes[4];
  NumberParts parts;
  parts.rest = std::string_view(bytes, utf8_encode(static_cast<char32_t>(code), bytes));
  parts.rest_chars = 1;
  return lay_out_number(parts, spec, out);
}

}  // namespace

FormatError format_int(BigView value, const FormatSpec& spec, std::string_view type_name,
                       std::string* out, std::string* error) {
  if (is_float_type(spec.type)) {
    double d = 0;
    if (big_to_double(value, &d) != BigStatus::kOk) {
      *error = "int too large to convert to float";
      return FormatError::kOverflowError;
    }
    return format_float(d, spec, type_name, out, error);
  }
  int base = 10;
  std::string_view prefix;
  switch (spec.type) {
    case 0:
    case 'd':
    case 'n':
    case 'c': break;
    case 'b':
      base = 2;
      prefix = "0b";
      break;
    case 'o':
      base = 8;
      prefix = "0o";
      break;
    case 'x':
      base = 16;
      prefix = "0x";
      break;
    case 'X':
      base = 16;
      prefix = "0X";
      break;
    default: return value_error(error, unknown_format_code(spec.type, type_name));
  }
  if (spec.precision >= 0) {
    return value_error(error, "Precision not allowed in integer format specifier");
  }
  if (spec.no_neg_zero) {
    return value_error(error, "Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type == 'c') return format_code_point(value, spec, out, error);
  std::string digits;
  NumberParts parts;
  parts.negative = value.neg;
  value.neg = false;
  if (big_to_string(value, base, &digits) != BigStatus::kOk) return FormatError::kMemoryError;
  if (spec.type == 'X') {
    for (char& c : digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  parts.digits = digits;
  if (spec.alternate) parts.prefix = prefix;
  return lay_out_number(parts, spec, out);
}

FormatError format_int(int64_t value, const FormatSpec& spec, std::string_view type_name,
                       std::string* out, std::string* error) {
  uint64_t storage;
  return format_int(view_of_int64(value, &storage), spec, type_name, out, error);
}

FormatError format_float(double value, const FormatSpec& spec, std::string_view type_name,
                         std::string* out, std::string* error) {
  if (spec.type != 0 && spec.type != 'n' && !is_float_type(spec.type)) {
    return value_error(error, unknown_format_code(spec.type, type_name));
  }
  FloatStyle style{};
  if (FormatError e = float_style(spec, kFloatAddDotZero, &style, error); e != FormatError::kNone) {
    return e;
  }
  if (spec.type == '%') value *= 100;
  std::string text = format_double(value, style.code, style.precision, style.flags);
  if (text.empty()) return FormatError::kMemoryError;
  if (spec.type == '%') text.push_back('%');
  return lay_out_number(split_float(text), spec, out);
}

FormatError format_str(std::string_view text, size_t nchars, const FormatSpec& spec,
                       std::string_view type_name, std::string* out, std::string* error) {
  if (spec.grouping != 0 && spec.type == 0) return grouping_error(spec.grouping, 's', error);
  if (spec.type != 0 && spec.type != 's') {
    return value_error(error, unknown_format_code(spec.type, type_name));
  }
  if (spec.sign == ' ') {
    return value_error(error, "Space not allowed in string format specifier");
  }
  if (spec.sign != 0) return value_error(error, "Sign not allowed in string format specifier");
  if (spec.no_neg_zero) {
    return value_error(error, "Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate) {
    return value_error(error, "Alternate form (#) not allowed in string format specifier");
  }
  if (spec.align == '=') {
    return value_error(error, "'=' alignment not allowed in string format specifier");
  }
  if (FormatError e = check_width(spec.width, spec.fill); e != FormatError::kNone) return e;
  auto chars = static_cast<int64_t>(nchars);
  if (spec.precision >= 0 && spec.precision < chars) {
    chars = spec.precision;
    text = text.substr(0, utf8_offset_of(text, static_cast<size_t>(chars)));
  }
  Padding pad = split_padding(spec.align != 0 ? spec.align : '<', spec.width - chars);
  return append_padded(text, spec.fill, pad, out);
}

FormatError format_complex(double re, double im, const FormatSpec& spec, std::string_view type_name,
                           std::string* out, std::string* error) {
  if ((spec.type != 0 && spec.type != 'n' && !is_float_type(spec.type)) || spec.type == '%') {
    return value_error(error, unknown_format_code(spec.type, type_name));
  }
  FloatStyle style{};
  if (FormatError e = float_style(spec, 0, &style, error); e != FormatError::kNone) return e;
  if (spec.fill == '0') {
    return value_error(error, "Zero padding is not allowed in complex format specifier");
  }
  if (spec.align == '=') {
    return value_error(error, "'=' alignment flag is not allowed in complex format specifier");
  }
  if (FormatError e = check_width(spec.width, spec.fill); e != FormatError::kNone) return e;
  bool skip_real = spec.type == 0 && re == 0.0 && !std::signbit(re);
  bool parentheses = spec.type == 0 && !skip_real;
  FormatSpec part = spec;  // the parts take sign and grouping; padding is for the whole
  part.width = -1;
  part.align = '<';
  std::string body;
  if (parentheses) body.push_back('(');
  for (bool imaginary : {false, true}) {
    if (!imaginary && skip_real) continue;
    if (imaginary && !skip_real) part.sign = '+';
    std::string text = format_double(imaginary ? im : re, style.code, style.precision, style.flags);
    if (text.empty()) return FormatError::kMemoryError;
    if (FormatError e = lay_out_number(split_float(text), part, &body); e != FormatError::kNone) {
      return e;
    }
  }
  body.push_back('j');
  if (parentheses) body.push_back(')');
  Padding pad = split_padding(spec.align != 0 ? spec.align : '>',
                              spec.width - static_cast<int64_t>(body.size()));
  return append_padded(body, spec.fill, pad, out);
}

}  // namespace baton
