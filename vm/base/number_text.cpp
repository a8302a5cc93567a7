// Numbers to text and back: layout of floats, and reading of floats and ints.
//
// All float output goes through one place: a run of significant digits and the position of the
// decimal point, laid out as Python does. The digits come from std::to_chars, which is exact at
// any precision and knows no locale; runs of zeros past the exact expansion are added here, so that
// a huge precision costs no more than its output. No lock is needed.
#include "vm/base/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>
#include <new>

#include "vm/base/unicode.h"
#include "vm/base/utf8.h"

namespace baton {

namespace {

// No double has more significant digits, or more decimals, than this.
constexpr int kExactDigits = 1100;
constexpr int64_t kMaxTextBytes = int64_t{1} << 30;

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// The value is 0.DIGITS * 10^point, with no zeros at either end of the digits (except for "0").
// Holds the longest exact expansion; left uninitialised, because most values need a few bytes.
struct Decimal {
  char digits[kExactDigits + 400];
  int64_t size;
  int64_t point;

  bool is_zero() const { return size == 1 && digits[0] == '0'; }
  void set_zero() {
    digits[0] = '0';
    size = 1;
    point = 1;
  }
  // Takes the digits of `text`, without leading and trailing zeros. The decimal
  // point is `whole` digits into the text.
  void set(std::string_view text, int64_t whole) {
    size = 0;
    point = whole;
    bool leading = true;
    for (char c : text) {
      if (c == '.') continue;
      if (leading && c == '0') {
        --point;
        continue;
      }
      leading = false;
      digits[size++] = c;
    }
    while (size > 0 && digits[size - 1] == '0') --size;
    if (size == 0) set_zero();
  }
};

// Takes "d.ddde+xx" apart.
void from_scientific(const char* begin, const char* end, Decimal* d) {
  const char* e = std::find(begin, end, 'e');
  int exponent = 0;
  const char* first = e + 1;
  if (first < end && *first == '+') ++first;
  std::from_chars(first, end, exponent);
  d->set(std::string_view(begin, static_cast<size_t>(e - begin)), exponent + 1);
}

// Shortest digits of a finite value >= 0.
void shortest(double value, Decimal* d) {
  char text[64];
  auto result = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific);
  from_scientific(text, result.ptr, d);
}

// `count` (>= 1) significant digits, correctly rounded.
void significant(double value, int64_t count, Decimal* d) {
  char text[kExactDigits + 32];
  int decimals = static_cast<int>(std::min<int64_t>(count, kExactDigits)) - 1;
  auto result =
      std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, decimals);
  from_scientific(text, result.ptr, d);
}

// `count` digits after the decimal point, correctly rounded.
void fixed(double value, int64_t count, Decimal* d) {
  char text[kExactDigits + 400];
  int decimals = static_cast<int>(std::min<int64_t>(count, kExactDigits));
  auto result = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals);
  std::string_view all(text, static_cast<size_t>(result.ptr - text));
  d->set(all, static_cast<int64_t>(std::min(all.find('.'), all.size())));
}

// Appends digits [from, to) of d, where positions outside its digits are zeros.
void append_digits(std::string* out, const Decimal& d, int64_t from, int64_t to) {
  if (from < 0) {
    out->append(static_cast<size_t>(std::min<int64_t>(to, 0) - from), '0');
    from = std::min<int64_t>(to, 0);
  }
  if (from < to && from < d.size) {
    int64_t end = std::min(to, d.size);
    out->append(d.digits + from, static_cast<size_t>(end - from));
    from = end;
  }
  if (from < to) out->append(static_cast<size_t>(to - from), '0');
}

void append_exponent(std::string* out, int64_t exponent, bool upper) {
  char text[32];
  int n =
      std::snprintf(text, sizeof text, "%c%+.02d", upper ? 'E' : 'e', static_cast<int>(exponent));
  out->append(text, static_cast<size_t>(n));
}

std::string special_text(double value, bool upper, unsigned flags) {
  std::string out;
  if (!std::isnan(value) && value < 0) {
    out = "-";
  } else if (flags & kFloatPlusSign) {
    out = "+";
  }
  out += std::isnan(value) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf");
  return out;
}

std::string lay_out_double(double value, char code, int64_t precision, unsigned flags) {
  bool upper = code == 'E' || code == 'F' || code == 'G';
  if (!std::isfinite(value)) return special_text(value, upper, flags);
  double magnitude = std::fabs(value);
  bool exponent_form = false;
  int64_t end = 0;  // digits to show, counted from the first
  Decimal d;
  if (precision > kMaxTextBytes) return std::string();
  switch (code) {
    case 'e':
    case 'E':
      significant(magnitude, precision + 1, &d);
      exponent_form = true;
      end = precision + 1;
      break;
    case 'f':
    case 'F':
      fixed(magnitude, precision, &d);
      end = d.point + precision;
      break;
    case 'g':
    case 'G':
      if (precision == 0) precision = 1;
      significant(magnitude, precision, &d);
      exponent_form = d.point <= -4 || d.point > precision - ((flags & kFloatAddDotZero) ? 1 : 0);
      if (flags & kFloatAlternate) end = precision;
      break;
    default:
      shortest(magnitude, &d);
      exponent_form = d.point <= -4 || d.point > 16;
      break;
  }
  int64_t point = exponent_form ? 1 : d.point;
  end = std::max(end, d.size);
  end = std::max(end, !exponent_form && (flags & kFloatAddDotZero) ? point + 1 : point);
  if (end - std::min<int64_t>(point, 0) > kMaxTextBytes) return std::string();

  std::string out;
  bool negative = std::signbit(value) && !((flags & kFloatNoNegZero) && d.is_zero());
  if (negative) {
    out = "-";
  } else if (flags & kFloatPlusSign) {
    out = "+";
  }
  append_digits(&out, d, std::min<int64_t>(point - 1, 0), point);
  if (end > point || (flags & kFloatAlternate)) out.push_back('.');
  append_digits(&out, d, point, end);
  if (exponent_form) append_exponent(&out, d.point - 1, upper);
  return out;
}

}  // namespace

std::string format_double(double value, char code, int64_t precision, unsigned flags) {
  try {
    return lay_out_double(value, code, precision, flags);
  } catch (const std::bad_alloc&) { return std::string(); }
}

std::string float_repr(double value) { return format_double(value, 'r', 0, kFloatAddDotZero); }

std::string complex_repr(double re, double im) {
  if (re == 0.0 && !std::signbit(re)) return format_double(im, 'r', 0, 0) + "j";
  return "(" + format_double(re, 'r', 0, 0) + format_double(im, 'r', 0, kFloatPlusSign) + "j)";
}

std::string float_hex(double value) {
  if (!std::isfinite(value)) return float_repr(value);
  if (value == 0) return std::signbit(value) ? "-0x0.0p+0" : "0x0.0p+0";
  char text[48];
  std::snprintf(text, sizeof text, "%.13a", value);
  return text;
}

void append_int64(std::string* out, int64_t value) {
  char text[24];
  auto result = std::to_chars(text, text + sizeof text, value);
  out->append(text, result.ptr);
}

namespace {

bool is_c_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view strip_spaces(std::string_view text) {
  while (!text.empty() && is_c_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_c_space(text.back())) text.remove_suffix(1);
  return text;
}

// Digits and spaces of any script as ASCII; what is neither becomes '?'. ASCII text stays as it is,
// in `storage` only when something had to change.
std::string_view to_ascii_digits(std::string_view text, std::string* storage) {
  if (is_ascii(text)) return text;
  for (size_t pos = 0; pos < text.size();) {
    char32_t c = utf8_next(text, &pos);
    if (c < 0x80) {
      storage->push_back(static_cast<char>(c));
    } else if (int digit = decimal_value(c); digit >= 0) {
      storage->push_back(static_cast<char>('0' + digit));
    } else {
      storage->push_back(is_space(c) ? ' ' : '?');
    }
  }
  return *storage;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((text[i] | 0x20) != lower[i]) return false;
  }
  return true;
}

// Removes underscores that stand between digits; false when one stands elsewhere.
bool remove_underscores(std::string_view* text, std::string* storage) {
  if (text->find('_') == text->npos) return true;
  std::string out;
  for (size_t i = 0; i < text->size(); ++i) {
    char c = (*text)[i];
    if (c != '_') {
      out.push_back(c);
    } else if (i == 0 || i + 1 == text->size() || !is_ascii_digit((*text)[i - 1]) ||
               !is_ascii_digit((*text)[i + 1])) {
      return false;
    }
  }
  *storage = std::move(out);
  *text = *storage;
  return true;
}

bool parse_special(std::string_view text, double* out) {
  if (equals_ignoring_case(text, "inf") || equals_ignoring_case(text, "infinity")) {
    *out = std::numeric_limits<double>::infinity();
    return true;
  }
  if (equals_ignoring_case(text, "nan")) {
    *out = std::numeric_limits<double>::quiet_NaN();
    return true;
  }
  return false;
}

// Reads an exponent ("-12"), held within +-10^12.
int64_t read_exponent(std::string_view text) {
  constexpr int64_t kLimit = 1000000000000;
  bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  int64_t value = 0;
  for (char c : text) value = std::min(value * 10 + (c - '0'), kLimit);
  return negative ? -value : value;
}

// Whether a well-formed number that is out of a double's range is too large (not too small). Each
// digit stands for `step` exponent units: 1 in decimal, 4 in hexadecimal (with a binary exponent).
bool is_too_large(std::string_view text, char exponent_mark, int step) {
  size_t mark = text.size();
  for (size_t i = 0; i < text.size(); ++i) {
    if ((text[i] | 0x20) == exponent_mark) {
      mark = i;
      break;
    }
  }
  std::string_view digits = text.substr(0, mark);
  int64_t exponent = mark < text.size() ? read_exponent(text.substr(mark + 1)) : 0;
  size_t dot = std::min(digits.find('.'), digits.size());
  size_t first = digits.find_first_not_of("0.");
  if (first == digits.npos) return false;
  int64_t magnitude = static_cast<int64_t>(dot) - static_cast<int64_t>(first);
  return magnitude * step + exponent > 0;
}

}  // namespace

bool parse_float(std::string_view text, double* out) {
  std::string ascii, plain;
  text = strip_spaces(to_ascii_digits(text, &ascii));
  if (!remove_underscores(&text, &plain) || text.empty()) return false;
  bool negative = text[0] == '-';
  if (negative || text[0] == '+') text.remove_prefix(1);
  double value = 0;
  if (text.empty()) return false;
  if (!is_ascii_digit(text[0]) && text[0] != '.') {
    if (!parse_special(text, &value)) return false;
  } else {
    const char* end = text.data() + text.size();
    auto result = std::from_chars(text.data(), end, value);
    if (result.ec == std::errc::invalid_argument || result.ptr != end) return false;
    if (result.ec == std::errc::result_out_of_range) {
      value = is_too_large(text, 'e', 1) ? std::numeric_limits<double>::infinity() : 0.0;
    }
  }
  *out = negative ? -value : value;
  return true;
}

BigStatus parse_float_hex(std::string_view text, double* out) {
  text = strip_spaces(text);
  bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (negative || text[0] == '+')) text.remove_prefix(1);
  double value = 0;
  if (!parse_special(text, &value)) {
    if (text.size() >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x') text.remove_prefix(2);
    auto is_hex = [](char c) {
      return is_ascii_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    };
    if (text.empty() || (!is_hex(text[0]) && text[0] != '.')) return BigStatus::kInvalid;
    const char* end = text.data() + text.size();
    auto result = std::from_chars(text.data(), end, value, std::chars_format::hex);
    if (result.ec == std::errc::invalid_argument || result.ptr != end) return BigStatus::kInvalid;
    if (result.ec == std::errc::result_out_of_range) {
      if (is_too_large(text, 'p', 4)) return BigStatus::kOverflow;
      value = 0.0;
    }
  }
  *out = negative ? -value : value;
  return BigStatus::kOk;
}

double round_half_even(double value) { return std::nearbyint(value); }

double round_half_even(double value, int64_t ndigits) {
  // Past these a double has no digit to round, or nothing but.
  constexpr int64_t kMostDecimals = 323;
  constexpr int64_t kMostZeros = 308;
  if (!std::isfinite(value) || value == 0 || ndigits > kMostDecimals) return value;
  if (ndigits < -kMostZeros) return 0.0 * value;
  std::string text;
  if (ndigits >= 0) {
    text = format_double(std::fabs(value), 'f', ndigits, 0);
  } else {
    // The whole part, its digits cut at 10^-ndigits and rounded by what was cut.
    double whole = std::trunc(std::fabs(value));
    text = format_double(whole, 'f', 0, 0);
    auto zeros = static_cast<size_t>(-ndigits);
    if (text.size() < zeros) text.insert(0, zeros - text.size(), '0');
    std::string kept = "0" + text.substr(0, text.size() - zeros);
    std::string cut = text.substr(text.size() - zeros);
    bool rest = whole != std::fabs(value) || cut.find_first_not_of('0', 1) != cut.npos;
    bool odd = (kept.back() - '0') % 2 != 0;
    if (cut[0] > '5' || (cut[0] == '5' && (rest || odd))) {
      size_t i = kept.size() - 1;
      while (kept[i] == '9') kept[i--] = '0';
      ++kept[i];
    }
    text = kept + std::string(zeros, '0');
  }
  double rounded = 0;
  if (!parse_float(text, &rounded)) return value;
  return std::copysign(rounded, value);
}

namespace {

int digit_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 36;
}

int prefix_base(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return 0;
  switch (text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
  }
}

// Length of the run of digits and single inner underscores that starts `text`; false when an
// underscore is misplaced.
bool scan_digits(std::string_view text, int base, size_t* length, uint64_t* digits) {
  size_t i = 0;
  char previous = '_';
  for (; i < text.size(); ++i) {
    char c = text[i];
    if (c == '_') {
      if (previous == '_') return false;
    } else if (digit_value(c) < base) {
      ++*digits;
    } else {
      break;
    }
    previous = c;
  }
  *length = i;
  return i != 0 && previous != '_';
}

}  // namespace

IntTextError parse_int_text(std::string_view text, int base, IntText* out, uint64_t max_digits) {
  constexpr uint64_t kAlwaysAllowed = 640;
  if (base != 0 && (base < 2 || base > 36)) return IntTextError::kBadBase;
  out->digits = 0;
  std::string ascii;
  text = strip_spaces(to_ascii_digits(text, &ascii));
  bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (negative || text[0] == '+')) text.remove_prefix(1);
  int prefix = prefix_base(text);
  bool must_be_zero = false;
  if (base == 0) {
    base = prefix != 0 ? prefix : 10;
    // "012" was octal once; as a decimal it is refused unless it is zero.
    must_be_zero = prefix == 0 && !text.empty() && text[0] == '0';
  }
  if (prefix != 0 && prefix == base) {
    text.remove_prefix(2);
    if (!text.empty() && text[0] == '_') text.remove_prefix(1);
  }
  size_t length = 0;
  if (!scan_digits(text, base, &length, &out->digits)) return IntTextError::kInvalid;
  bool power_of_two = (base & (base - 1)) == 0;
  if (!power_of_two && max_digits != 0 && out->digits > max_digits &&
      out->digits > kAlwaysAllowed) {
    return IntTextError::kTooManyDigits;
  }
  if (length != text.size()) return IntTextError::kInvalid;
  out->is_small = true;
  if (base == 10 && length <= 18 && length == out->digits) {
    int64_t value = 0;
    for (char c : text) value = value * 10 + (c - '0');
    if (must_be_zero && value != 0) return IntTextError::kInvalid;
    out->small = negative ? -value : value;
    return IntTextError::kNone;
  }
  switch (big_from_digits(text, base, negative, true, &out->big)) {
    case BigStatus::kOk: break;
    case BigStatus::kInvalid: return IntTextError::kInvalid;
    default: return IntTextError::kTooBig;
  }
  if (must_be_zero && out->big.size() != 0) return IntTextError::kInvalid;
  out->is_small = fits_int64(out->big.view(), &out->small);
  return IntTextError::kNone;
}

std::string int_text_message(IntTextError error, std::string_view text, int base,
                             uint64_t max_digits, uint64_t digits) {
  switch (error) {
    case IntTextError::kInvalid: {
      constexpr size_t kShown = 200;
      std::string shown = repr_str(text);
      shown.resize(utf8_offset_of(shown, kShown));
      return "invalid literal for int() with base " + std::to_string(base) + ": " + shown;
    }
    case IntTextError::kBadBase: return "int() base must be >= 2 and <= 36, or 0";
    case IntTextError::kTooManyDigits:
      return "Exceeds the limit (" + std::to_string(max_digits) +
             " digits) for integer string conversion: value has " + std::to_string(digits) +
             " digits; use sys.set_int_max_str_digits() to increase the limit";
    case IntTextError::kNone:
    case IntTextError::kTooBig: break;
  }
  return std::string();
}

}  // namespace baton
