// What characters mean: classes and case. How they are shown is in unicode_repr.cpp.
//
// The general category comes from utf8proc; unicode_tables.h says where Python's rules differ from
// it. No lock is needed.
#include "vm/base/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "vm/base/unicode_tables.h"
#include "vm/base/utf8.h"

namespace baton {

namespace {

int category(char32_t c) {
  return c > kMaxCodePoint ? UTF8PROC_CATEGORY_CN
                           : utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

template <size_t N>
bool in_ranges(const CodeRange (&table)[N], char32_t c) {
  const CodeRange* end = std::end(table);
  const CodeRange* at = std::lower_bound(
      std::begin(table), end, c, [](const CodeRange& r, char32_t value) { return r.last < value; });
  return at != end && c >= at->first;
}

template <size_t N>
const FullMapping* find_mapping(const FullMapping (&table)[N], char32_t c) {
  const FullMapping* end = std::end(table);
  const FullMapping* at =
      std::lower_bound(std::begin(table), end, c,
                       [](const FullMapping& m, char32_t value) { return m.from < value; });
  return at != end && at->from == c ? at : nullptr;
}

bool is_letter_category(int cat) {
  return cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_LO;
}

bool ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool ascii_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
bool ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_cased(char32_t c) { return is_upper(c) || is_lower(c) || is_title(c); }

bool is_case_ignorable(char32_t c) {
  switch (c) {
    case '\'':
    case '.':
    case ':':
    case 0xb7:
    case 0x387:
    case 0x55f:
    case 0x5f4:
    case 0x2018:
    case 0x2019:
    case 0x2024:
    case 0x2027:
    case 0xfe13:
    case 0xfe52:
    case 0xfe55:
    case 0xff07:
    case 0xff0e:
    case 0xff1a: return true;
    default: break;
  }
  switch (category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK: return true;
    default: return false;
  }
}

}  // namespace

bool is_alpha(char32_t c) {
  if (c < 0x80) return ascii_upper(c) || ascii_lower(c);
  return is_letter_category(category(c));
}

bool is_decimal(char32_t c) {
  if (c < 0x80) return ascii_digit(c);
  return category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return ascii_digit(c);
  return is_decimal(c) || in_ranges(kDigitNotDecimal, c);
}

bool is_numeric(char32_t c) {
  if (c < 0x80) return ascii_digit(c);
  int cat = category(c);
  if (cat == UTF8PROC_CATEGORY_ND || cat == UTF8PROC_CATEGORY_NL || cat == UTF8PROC_CATEGORY_NO) {
    return true;
  }
  return in_ranges(kNumericLetters, c);
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f);
  return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
         c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

bool is_line_break(char32_t c) {
  return (c >= 0x0a && c <= 0x0d) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return ascii_upper(c);
  return category(c) == UTF8PROC_CATEGORY_LU || in_ranges(kOtherUppercase, c);
}

bool is_lower(char32_t c) {
  if (c < 0x80) return ascii_lower(c);
  return category(c) == UTF8PROC_CATEGORY_LL || in_ranges(kOtherLowercase, c);
}

bool is_title(char32_t c) { return c >= 0x80 && category(c) == UTF8PROC_CATEGORY_LT; }

bool is_printable(char32_t c) {
  if (c < 0x80) return c >= ' ' && c != 0x7f;
  switch (category(c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_ZS: return false;
    default: return true;
  }
}

bool is_identifier_start(char32_t c) {
  if (c < 0x80) return ascii_upper(c) || ascii_lower(c) || c == '_';
  int cat = category(c);
  if (is_letter_category(cat) || cat == UTF8PROC_CATEGORY_NL) {
    return !in_ranges(kNotIdentifierStart, c);
  }
  return c == 0x1885 || c == 0x1886 || c == 0x2118 || c == 0x212e;
}

bool is_identifier_continue(char32_t c) {
  if (c < 0x80) return ascii_upper(c) || ascii_lower(c) || ascii_digit(c) || c == '_';
  int cat = category(c);
  if (is_letter_category(cat) || cat == UTF8PROC_CATEGORY_NL || cat == UTF8PROC_CATEGORY_MN ||
      cat == UTF8PROC_CATEGORY_MC || cat == UTF8PROC_CATEGORY_ND || cat == UTF8PROC_CATEGORY_PC) {
    return !in_ranges(kNotIdentifierContinue, c);
  }
  return in_ranges(kIdentifierContinue, c);
}

int decimal_value(char32_t c) {
  if (c < 0x80) return ascii_digit(c) ? static_cast<int>(c - '0') : -1;
  if (category(c) != UTF8PROC_CATEGORY_ND) return -1;
  // Decimal digits come in runs of ten, zero first; a few runs stand side by side.
  char32_t zero = c;
  while (category(zero - 1) == UTF8PROC_CATEGORY_ND) --zero;
  return static_cast<int>((c - zero) % 10);
}

char32_t simple_lower(char32_t c) {
  if (c < 0x80) return ascii_upper(c) ? c + 32 : c;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

char32_t simple_upper(char32_t c) {
  if (c < 0x80) return ascii_lower(c) ? c - 32 : c;
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
}

const char* general_category(char32_t c) {
  return c > kMaxCodePoint ? "Cn" : utf8proc_category_string(static_cast<utf8proc_int32_t>(c));
}

int display_width(char32_t c) {
  return c > kMaxCodePoint ? 0 : utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
}

namespace {

constexpr char32_t kCapitalSigma = 0x3a3;
constexpr char32_t kFinalSigma = 0x3c2;
constexpr char32_t kDottedCapitalI = 0x130;

void append_mapping(std::string* out, const FullMapping& mapping) {
  for (char16_t c : mapping.to) {
    if (c != 0) utf8_append(out, c);
  }
}

void append_upper(std::string* out, char32_t c) {
  const FullMapping* full = c < 0x80 ? nullptr : find_mapping(kFullUpper, c);
  if (full != nullptr) {
    append_mapping(out, *full);
  } else {
    utf8_append(out, simple_upper(c));
  }
}

void append_title(std::string* out, char32_t c) {
  const FullMapping* full = c < 0x80 ? nullptr : find_mapping(kFullTitle, c);
  if (full != nullptr) {
    append_mapping(out, *full);
  } else if (c < 0x80) {
    utf8_append(out, simple_upper(c));
  } else {
    utf8_append(out, static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(c))));
  }
}

// True when the capital sigma in text[start, end) ends a word: a cased letter before it and none
// after, whatever ignorable characters stand between.
bool is_final_sigma(std::string_view text, size_t start, size_t end) {
  bool cased_before = false;
  for (size_t pos = start; pos > 0;) {
    char32_t c = utf8_prev(text, &pos);
    if (is_case_ignorable(c)) continue;
    cased_before = is_cased(c);
    break;
  }
  if (!cased_before) return false;
  for (size_t pos = end; pos < text.size();) {
    char32_t c = utf8_next(text, &pos);
    if (is_case_ignorable(c)) continue;
    return !is_cased(c);
  }
  return true;
}

// Lowers the character `c` that text[start, end) holds.
void append_lower(std::string* out, std::string_view text, char32_t c, size_t start, size_t end) {
  if (c == kCapitalSigma) {
    utf8_append(out, is_final_sigma(text, start, end) ? kFinalSigma : simple_lower(c));
  } else if (c == kDottedCapitalI) {
    out->append("i\xcc\x87");
  } else {
    utf8_append(out, simple_lower(c));
  }
}

// Maps ASCII text byte by byte.
template <typename Map>
std::string map_ascii(std::string_view text, Map map) {
  std::string out(text);
  for (char& c : out) c = map(c);
  return out;
}

char ascii_to_lower(char c) { return static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 32 : 0)); }
char ascii_to_upper(char c) { return static_cast<char>(c - (c >= 'a' && c <= 'z' ? 32 : 0)); }

// Calls each(c, start, end) for every character.
template <typename Each>
void for_each_char(std::string_view text, Each each) {
  for (size_t pos = 0; pos < text.size();) {
    size_t start = pos;
    char32_t c = utf8_next(text, &pos);
    each(c, start, pos);
  }
}

}  // namespace

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) return map_ascii(text, ascii_to_lower);
  std::string out;
  out.reserve(text.size());
  for_each_char(
      text, [&](char32_t c, size_t start, size_t end) { append_lower(&out, text, c, start, end); });
  return out;
}

std::string to_upper(std::string_view text) {
  if (is_ascii(text)) return map_ascii(text, ascii_to_upper);
  std::string out;
  out.reserve(text.size());
  for_each_char(text, [&](char32_t c, size_t, size_t) { append_upper(&out, c); });
  return out;
}

std::string to_title(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool in_word = false;
  for_each_char(text, [&](char32_t c, size_t start, size_t end) {
    if (in_word) {
      append_lower(&out, text, c, start, end);
    } else {
      append_title(&out, c);
    }
    in_word = is_cased(c);
  });
  return out;
}

std::string to_capitalized(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_char(text, [&](char32_t c, size_t start, size_t end) {
    if (start == 0) {
      append_title(&out, c);
    } else {
      append_lower(&out, text, c, start, end);
    }
  });
  return out;
}

std::string to_swapcase(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_char(text, [&](char32_t c, size_t start, size_t end) {
    if (is_upper(c)) {
      append_lower(&out, text, c, start, end);
    } else if (is_lower(c)) {
      append_upper(&out, c);
    } else {
      utf8_append(&out, c);
    }
  });
  return out;
}

std::string to_casefold(std::string_view text) {
  if (is_ascii(text)) return map_ascii(text, ascii_to_lower);
  std::string out;
  out.reserve(text.size());
  for_each_char(text, [&](char32_t c, size_t, size_t) {
    if (c < 0x80) {
      out.push_back(static_cast<char>(simple_lower(c)));
      return;
    }
    utf8proc_int32_t folded[16];
    int boundary = 0;
    utf8proc_ssize_t n = is_surrogate(c)
                             ? -1
                             : utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), folded, 16,
                                                       UTF8PROC_CASEFOLD, &boundary);
    if (n < 0 || n > 16) {
      utf8_append(&out, c);
      return;
    }
    for (utf8proc_ssize_t i = 0; i < n; ++i) utf8_append(&out, static_cast<char32_t>(folded[i]));
  });
  return out;
}

bool is_identifier(std::string_view text) {
  if (text.empty()) return false;
  size_t pos = 0;
  if (!is_identifier_start(utf8_next(text, &pos))) return false;
  while (pos < text.size()) {
    if (!is_identifier_continue(utf8_next(text, &pos))) return false;
  }
  return true;
}

namespace {

template <typename Test>
bool all_of(std::string_view text, Test test) {
  for (size_t pos = 0; pos < text.size();) {
    if (!test(utf8_next(text, &pos))) return false;
  }
  return true;
}

}  // namespace

bool all_alpha(std::string_view text) { return !text.empty() && all_of(text, is_alpha); }
bool all_alnum(std::string_view text) { return !text.empty() && all_of(text, is_alnum); }
bool all_decimal(std::string_view text) { return !text.empty() && all_of(text, is_decimal); }
bool all_digit(std::string_view text) { return !text.empty() && all_of(text, is_digit); }
bool all_numeric(std::string_view text) { return !text.empty() && all_of(text, is_numeric); }
bool all_space(std::string_view text) { return !text.empty() && all_of(text, is_space); }
bool all_printable(std::string_view text) { return all_of(text, is_printable); }

bool str_is_upper(std::string_view text) {
  bool cased = false;
  for (size_t pos = 0; pos < text.size();) {
    char32_t c = utf8_next(text, &pos);
    if (is_lower(c) || is_title(c)) return false;
    cased = cased || is_upper(c);
  }
  return cased;
}

bool str_is_lower(std::string_view text) {
  bool cased = false;
  for (size_t pos = 0; pos < text.size();) {
    char32_t c = utf8_next(text, &pos);
    if (is_upper(c) || is_title(c)) return false;
    cased = cased || is_lower(c);
  }
  return cased;
}

bool str_is_title(std::string_view text) {
  bool cased = false;
  bool in_word = false;
  for (size_t pos = 0; pos < text.size();) {
    char32_t c = utf8_next(text, &pos);
    bool starts_word = is_upper(c) || is_title(c);
    bool continues_word = !starts_word && is_lower(c);
    if (starts_word && in_word) return false;
    if (continues_word && !in_word) return false;
    in_word = starts_word || continues_word;
    cased = cased || in_word;
  }
  return cased;
}

namespace {

void append_normalized(std::string* out, std::string_view text, int options) {
  if (text.empty()) return;
  utf8proc_uint8_t* result = nullptr;
  utf8proc_ssize_t n = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                    static_cast<utf8proc_ssize_t>(text.size()), &result,
                                    static_cast<utf8proc_option_t>(options));
  if (n < 0) {
    out->append(text);
    return;
  }
  out->append(reinterpret_cast<const char*>(result), static_cast<size_t>(n));
  std::free(result);
}

}  // namespace

std::string normalize(std::string_view text, NormalForm form) {
  if (is_ascii(text)) return std::string(text);
  int options = UTF8PROC_STABLE;
  bool composed = form == NormalForm::kNfc || form == NormalForm::kNfkc;
  bool compatible = form == NormalForm::kNfkc || form == NormalForm::kNfkd;
  options |= composed ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE;
  if (compatible) options |= UTF8PROC_COMPAT;
  std::string out;
  size_t surrogate = 0;
  while (find_surrogate(text, &surrogate)) {
    append_normalized(&out, text.substr(0, surrogate), options);
    out.append(text.substr(surrogate, 3));
    text.remove_prefix(std::min(surrogate + 3, text.size()));
  }
  append_normalized(&out, text, options);
  return out;
}

}  // namespace baton
