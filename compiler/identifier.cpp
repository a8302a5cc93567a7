// See identifier.h.
#include "compiler/identifier.h"

#include <utf8proc.h>

#include <cstdlib>

namespace baton::syntax {
namespace {

// Characters whose compatibility decomposition would not be an identifier any more: UAX #31's
// closure under NFKC leaves them out of XID_Start, and the first group out of XID_Continue too.
bool breaks_under_nfkc(int32_t c) {
  return c == 0x37A || c == 0x309B || c == 0x309C || (c >= 0xFC5E && c <= 0xFC63) || c == 0xFDFA ||
         c == 0xFDFB || c == 0xFE70 || c == 0xFE72 || c == 0xFE74 || c == 0xFE76 || c == 0xFE78 ||
         c == 0xFE7A || c == 0xFE7C || c == 0xFE7E;
}

bool starts_only_by_closure(int32_t c) {
  return c == 0xE33 || c == 0xEB3 || c == 0xFF9E || c == 0xFF9F;
}

bool is_pattern_syntax_letter(int32_t c) { return c == 0x2E2F; }

}  // namespace

bool is_identifier_start(int32_t c) {
  if (c == '_') return true;
  if (breaks_under_nfkc(c) || starts_only_by_closure(c) || is_pattern_syntax_letter(c)) {
    return false;
  }
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL: return true;
    default:  // Other_ID_Start
      return c == 0x1885 || c == 0x1886 || c == 0x2118 || c == 0x212E;
  }
}

bool is_identifier_continue(int32_t c) {
  if (is_identifier_start(c)) return true;
  if (breaks_under_nfkc(c) || is_pattern_syntax_letter(c)) return false;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC: return true;
    default:  // Other_ID_Continue, and the letters that only the start excludes
      return starts_only_by_closure(c) || c == 0xB7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) ||
             c == 0x19DA;
  }
}

bool is_printable(int32_t c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return false;
    case UTF8PROC_CATEGORY_ZS: return c == ' ';
    default: return true;
  }
}

std::string normalize_identifier(std::string_view name) {
  utf8proc_uint8_t* out = nullptr;
  auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_STABLE);
  utf8proc_ssize_t n = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                                    static_cast<utf8proc_ssize_t>(name.size()), &out, options);
  if (n < 0) return std::string(name);
  std::string result(reinterpret_cast<const char*>(out), static_cast<size_t>(n));
  std::free(out);
  return result;
}

int32_t decode_character(const char* p, int* length) {
  auto b = [p](int i) { return static_cast<int32_t>(static_cast<unsigned char>(p[i])); };
  if (b(0) < 0x80) {
    *length = 1;
    return b(0);
  }
  if (b(0) < 0xE0) {
    *length = 2;
    return (b(0) & 0x1F) << 6 | (b(1) & 0x3F);
  }
  if (b(0) < 0xF0) {
    *length = 3;
    return (b(0) & 0x0F) << 12 | (b(1) & 0x3F) << 6 | (b(2) & 0x3F);
  }
  *length = 4;
  return (b(0) & 0x07) << 18 | (b(1) & 0x3F) << 12 | (b(2) & 0x3F) << 6 | (b(3) & 0x3F);
}

void append_utf8(std::string* out, uint32_t c) {
  if (c < 0x80) {
    *out += static_cast<char>(c);
  } else if (c < 0x800) {
    *out += static_cast<char>(0xC0 | (c >> 6));
    *out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    *out += static_cast<char>(0xE0 | (c >> 12));
    *out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    *out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    *out += static_cast<char>(0xF0 | (c >> 18));
    *out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    *out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    *out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

}  // namespace baton::syntax
