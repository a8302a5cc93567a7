// Python's printf-style formatting: one conversion parsed, one value laid out.
//
// A failing allocation of a wide field ends here as kMemoryError. No lock is needed.
#include "vm/base/percent_format.h"

#include <climits>
#include <cstdio>
#include <new>

#include "vm/base/number_text.h"
#include "vm/base/utf8.h"

namespace baton {

namespace {

FormatError value_error(std::string* error, const char* message) {
  *error = message;
  return FormatError::kValueError;
}

// Reads '*' or digits into *value; false when the number passes `limit`.
bool read_count(std::string_view text, size_t* pos, int64_t limit, bool* star, int64_t* value) {
  if (*pos < text.size() && text[*pos] == '*') {
    *star = true;
    ++*pos;
    return true;
  }
  while (*pos < text.size() && text[*pos] >= '0' && text[*pos] <= '9') {
    int digit = text[(*pos)++] - '0';
    int64_t so_far = *value < 0 ? 0 : *value;
    if (so_far > (limit - digit) / 10) return false;
    *value = so_far * 10 + digit;
  }
  return true;
}

// Moves *pos past "(key)", minding nested parentheses; false when it never ends.
bool read_key(std::string_view text, size_t* pos, PercentSpec* spec) {
  size_t start = ++*pos;
  int depth = 1;
  for (; *pos < text.size(); ++*pos) {
    if (text[*pos] == '(') ++depth;
    if (text[*pos] == ')' && --depth == 0) {
      spec->has_key = true;
      spec->key = text.substr(start, *pos - start);
      ++*pos;
      return true;
    }
  }
  return false;
}

void read_flags(std::string_view text, size_t* pos, PercentSpec* spec) {
  for (; *pos < text.size(); ++*pos) {
    switch (text[*pos]) {
      case '-': spec->left = true; break;
      case '+': spec->plus = true; break;
      case ' ': spec->space = true; break;
      case '#': spec->alternate = true; break;
      case '0': spec->zero = true; break;
      default: return;
    }
  }
}

// Appends sign, prefix and body in the field. Zeros go between prefix and body, spaces outside.
FormatError append_field(bool negative, std::string_view prefix, std::string_view body,
                         size_t body_chars, bool numeric, const PercentSpec& spec,
                         std::string* out) {
  if (spec.width > kMaxFormattedBytes) return FormatError::kMemoryError;
  char sign = '\0';
  if (numeric) sign = negative ? '-' : spec.plus ? '+' : spec.space ? ' ' : '\0';
  auto length = static_cast<int64_t>(prefix.size() + body_chars) + (sign != 0);
  size_t pad = spec.width > length ? static_cast<size_t>(spec.width - length) : 0;
  bool zeros = numeric && spec.zero;
  try {
    if (!spec.left && !zeros) out->append(pad, ' ');
    if (sign != 0) out->push_back(sign);
    out->append(prefix);
    if (!spec.left && zeros) out->append(pad, '0');
    out->append(body);
    if (spec.left) out->append(pad, ' ');
  } catch (const std::bad_alloc&) { return FormatError::kMemoryError; }
  return FormatError::kNone;
}

}  // namespace

FormatError parse_percent(std::string_view text, size_t* pos, PercentSpec* spec,
                          std::string* error) {
  *spec = PercentSpec();
  if (*pos < text.size() && text[*pos] == '(' && !read_key(text, pos, spec)) {
    return value_error(error, "incomplete format key");
  }
  read_flags(text, pos, spec);
  if (!read_count(text, pos, INT64_MAX, &spec->width_star, &spec->width)) {
    return value_error(error, "width too big");
  }
  if (*pos < text.size() && text[*pos] == '.') {
    ++*pos;
    spec->precision = 0;
    if (!read_count(text, pos, INT_MAX, &spec->precision_star, &spec->precision)) {
      return value_error(error, "precision too big");
    }
  }
  if (*pos < text.size() && (text[*pos] == 'h' || text[*pos] == 'l' || text[*pos] == 'L')) ++*pos;
  if (*pos >= text.size()) return value_error(error, "incomplete format");
  spec->type_offset = *pos;
  spec->type = utf8_next(text, pos);
  return FormatError::kNone;
}

std::string unsupported_percent_type(std::string_view text, const PercentSpec& spec) {
  char message[96];
  char shown = spec.type > 31 && spec.type < 127 ? static_cast<char>(spec.type) : '?';
  std::snprintf(message, sizeof message, "unsupported format character '%c' (0x%x) at index %zu",
                shown, static_cast<unsigned>(spec.type), utf8_index_of(text, spec.type_offset));
  return message;
}

void set_star_width(PercentSpec* spec, int64_t width) {
  if (width < 0) {
    spec->left = true;
    width = width == INT64_MIN ? INT64_MAX : -width;
  }
  spec->width = width;
}

void set_star_precision(PercentSpec* spec, int64_t precision) {
  spec->precision = precision < 0 ? 0 : precision;
}

FormatError percent_int(BigView value, const PercentSpec& spec, std::string* out,
                        std::string* error) {
  if (spec.precision > INT_MAX - 3) return value_error(error, "precision too large");
  if (spec.precision > kMaxFormattedBytes) return FormatError::kMemoryError;
  int base = 10;
  std::string_view prefix;
  switch (spec.type) {
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
    default: break;
  }
  bool negative = value.neg;
  value.neg = false;
  std::string digits;
  if (big_to_string(value, base, &digits) != BigStatus::kOk) return FormatError::kMemoryError;
  if (spec.type == 'X') {
    for (char& c : digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  if (spec.precision > static_cast<int64_t>(digits.size())) {
    try {
      digits.insert(0, static_cast<size_t>(spec.precision) - digits.size(), '0');
    } catch (const std::bad_alloc&) { return FormatError::kMemoryError; }
  }
  if (!spec.alternate) prefix = std::string_view();
  return append_field(negative, prefix, digits, digits.size(), true, spec, out);
}

FormatError percent_float(double value, const PercentSpec& spec, std::string* out,
                          std::string* error) {
  if (spec.precision > INT_MAX) return value_error(error, "precision too big");
  std::string text =
      format_double(value, static_cast<char>(spec.type), spec.precision < 0 ? 6 : spec.precision,
                    spec.alternate ? kFloatAlternate : 0u);
  if (text.empty()) return FormatError::kMemoryError;
  std::string_view body = text;
  bool negative = body[0] == '-';
  if (negative) body.remove_prefix(1);
  return append_field(negative, std::string_view(), body, body.size(), true, spec, out);
}

FormatError percent_char(int64_t code, const PercentSpec& spec, std::string* out,
                         std::string* error) {
  if (code < 0 || code > static_cast<int64_t>(kMaxCodePoint)) {
    *error = "%c arg not in range(0x110000)";
    return FormatError::kOverflowError;
  }
  char bytes[4];
  std::string_view text(bytes, utf8_encode(static_cast<char32_t>(code), bytes));
  return percent_str(text, 1, spec, true, out, error);
}

FormatError percent_str(std::string_view text, size_t nchars, const PercentSpec& spec, bool is_char,
                        std::string* out, std::string* error) {
  if (!is_char && spec.precision > INT_MAX) return value_error(error, "precision too big");
  if (!is_char && spec.precision >= 0 && static_cast<uint64_t>(spec.precision) < nchars) {
    nchars = static_cast<size_t>(spec.precision);
    text = text.substr(0, utf8_offset_of(text, nchars));
  }
  return append_field(false, std::string_view(), text, nchars, false, spec, out);
}

}  // namespace baton
