// Number literals: where they end and whether they are well formed. Their values are computed by
// the parser. See lexer.h.
#include "compiler/lexer.h"

namespace baton::syntax {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool could_be_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' ||
         static_cast<unsigned char>(c) >= 128;
}

// `1if x else y` is allowed (if frowned upon): a keyword may follow a number directly.
bool keyword_may_follow(const char* p) {
  auto rest = [p](const char* tail) {
    for (int i = 0; tail[i]; ++i) {
      if (p[i + 1] != tail[i]) return false;
    }
    return true;
  };
  switch (*p) {
    case 'a': return rest("nd");
    case 'e': return rest("lse");
    case 'f': return rest("or");
    case 'i': return p[1] == 'f' || p[1] == 'n' || p[1] == 's';
    case 'o': return rest("r");
    case 'n': return rest("ot");
    default: return false;
  }
}

}  // namespace

bool Lexer::end_of_number(const char* kind) {
  if (keyword_may_follow(p_) || !could_be_name(*p_)) return true;
  return fail_at_cursor(std::string("invalid ") + kind + " literal");
}

// Digits with single underscores between them; p_ is at the first digit.
bool Lexer::decimal_tail() {
  for (;;) {
    while (is_digit(*p_)) ++p_;
    if (*p_ != '_') return true;
    ++p_;
    if (!is_digit(*p_)) return fail_at_cursor("invalid decimal literal");
  }
}

// After `0b`, `0o` or `0x`; `bits` per digit.
bool Lexer::radix_number(int bits, const char* kind) {
  auto valid = [bits](char c) {
    if (bits == 4) return is_hex_digit(c);
    return c >= '0' && c < '0' + (1 << bits);
  };
  auto bad_digit = [&] {
    ++p_;
    return fail_at_cursor(std::string("invalid digit '") + p_[-1] + "' in " + kind + " literal");
  };
  p_ += 2;
  do {
    if (*p_ == '_') ++p_;
    if (!valid(*p_)) {
      if (is_digit(*p_)) return bad_digit();
      return fail_at_cursor(std::string("invalid ") + kind + " literal");
    }
    while (valid(*p_)) ++p_;
  } while (*p_ == '_');
  if (is_digit(*p_)) return bad_digit();
  if (!end_of_number(kind)) return false;
  emit_here(Tok::kNumber);
  return true;
}

// p_ is after the point.
bool Lexer::fraction() {
  if (is_digit(*p_) && !decimal_tail()) return false;
  return exponent_or_imaginary();
}

bool Lexer::exponent_or_imaginary() {
  if (*p_ == 'e' || *p_ == 'E') {
    const char* e = p_;
    ++p_;
    if (*p_ == '+' || *p_ == '-') {
      ++p_;
      if (!is_digit(*p_)) return fail_at_cursor("invalid decimal literal");
      if (!decimal_tail()) return false;
    } else if (is_digit(*p_)) {
      if (!decimal_tail()) return false;
    } else {  // not an exponent after all: perhaps `1else`
      p_ = e;
      if (!end_of_number("decimal")) return false;
      emit_here(Tok::kNumber);
      return true;
    }
  }
  const char* kind = "decimal";
  if (*p_ == 'j' || *p_ == 'J') {
    ++p_;
    kind = "imaginary";
  }
  if (!end_of_number(kind)) return false;
  emit_here(Tok::kNumber);
  return true;
}

bool Lexer::number() {
  if (*p_ == '.') {
    ++p_;
    return fraction();
  }
  bool leading_zero = *p_ == '0';
  if (leading_zero) {
    switch (p_[1]) {
      case 'x':
      case 'X': return radix_number(4, "hexadecimal");
      case 'o':
      case 'O': return radix_number(3, "octal");
      case 'b':
      case 'B': return radix_number(1, "binary");
      default: break;
    }
  }
  const char* zeros_end = nullptr;
  bool nonzero = false;
  if (leading_zero) {
    while (*p_ == '0') {
      ++p_;
      if (*p_ == '_') {
        ++p_;
        if (!is_digit(*p_)) return fail_at_cursor("invalid decimal literal");
      }
    }
    zeros_end = p_;
    if (is_digit(*p_)) {
      nonzero = true;
      if (!decimal_tail()) return false;
    }
  } else if (!decimal_tail()) {
    return false;
  }
  if (*p_ == '.') {
    ++p_;
    return fraction();
  }
  bool floating = *p_ == 'e' || *p_ == 'E' || *p_ == 'j' || *p_ == 'J';
  if (nonzero && !floating) {
    return fail(kSyntaxError,
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for "
                "octal integers",
                line_, characters_to(token_) + 1, characters_to(zeros_end) + 1);
  }
  return exponent_or_imaginary();
}

}  // namespace baton::syntax
