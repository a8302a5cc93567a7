// The values of number and string literals. F-strings continue in parser_fstring.cpp.
// See parser_impl.h.
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "compiler/character_names.h"
#include "compiler/identifier.h"
#include "compiler/parser_impl.h"

namespace baton::syntax {

using namespace ast;

namespace {

// Decimal literals are limited as int() is: converting them takes quadratic time.
constexpr size_t kMaxDecimalDigits = 4300;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

double parse_double(const std::string& digits) {
  double value = 0;
  auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (status == std::errc()) return value;
  // Out of range: strtod tells infinity from zero. No locale's decimal point can be in the way,
  // since only the exponent and the leading digits decide.
  std::string mantissa = digits;
  size_t e = mantissa.find_first_of("eE");
  bool negative_exponent =
      e != std::string::npos && e + 1 < mantissa.size() && mantissa[e + 1] == '-';
  if (e == std::string::npos) {
    // A long row of digits: overflow if there are any before the point, else underflow.
    size_t first = mantissa.find_first_not_of("0");
    return first != std::string::npos && mantissa[first] != '.' ? HUGE_VAL : 0.0;
  }
  return negative_exponent ? 0.0 : HUGE_VAL;
}

}  // namespace

Constant* Parser::constant(Start s, ConstantKind type) {
  auto* n = node<Constant>(s);
  n->type = type;
  return n;
}

Expr* Parser::number() {
  Start s = start();
  std::string_view raw = tok().text();
  // One or two digits, or any short plain decimal: by far the most common.
  if (raw.size() <= 18) {
    int64_t value = 0;
    size_t i = 0;
    while (i < raw.size() && raw[i] >= '0' && raw[i] <= '9') value = value * 10 + (raw[i++] - '0');
    if (i == raw.size()) {
      advance();
      auto* n = constant(s, ConstantKind::kInt);
      n->int_value = value;
      return n;
    }
  }
  std::string digits;
  digits.reserve(raw.size());
  for (char c : raw) {
    if (c != '_') digits += c;
  }
  int base = 10;
  if (digits.size() > 2 && digits[0] == '0') {
    char c = static_cast<char>(digits[1] | 0x20);
    base = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 10;
  }
  if (base == 10 && digits.find_first_of(".eEjJ") != std::string::npos) {
    bool imaginary = (digits.back() | 0x20) == 'j';
    if (imaginary) digits.pop_back();
    double value = parse_double(digits);
    advance();
    auto* n = constant(s, imaginary ? ConstantKind::kComplex : ConstantKind::kFloat);
    n->float_value = value;
    return n;
  }
  if (base != 10) digits.erase(0, 2);
  size_t zeros = digits.find_first_not_of('0');
  digits.erase(0, zeros == std::string::npos ? digits.size() - 1 : zeros);
  if (base == 10 && digits.size() > kMaxDecimalDigits) {
    fail_here(
        "Exceeds the limit (4300 digits) for integer string conversion: value has " +
        std::to_string(digits.size()) +
        " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal "
        "for huge integer literals to avoid decimal conversion limits.");
  }
  int64_t value = 0;
  auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  advance();
  if (status == std::errc()) {
    auto* n = constant(s, ConstantKind::kInt);
    n->int_value = value;
    return n;
  }
  for (char& c : digits) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c | 0x20);
  }
  auto* n = constant(s, ConstantKind::kBigInt);
  n->base = static_cast<uint8_t>(base);
  n->text = arena_->copy(digits);
  return n;
}

// ---- strings ---------------------------------------------------------------------------------

Parser::StringToken Parser::split_string(const Token& t) {
  StringToken s;
  s.token = t;
  const char* p = t.start;
  for (; *p != '\'' && *p != '"'; ++p) {
    switch (*p | 0x20) {
      case 'r': s.raw = true; break;
      case 'b': s.bytes = true; break;
      case 'f': s.formatted = true; break;
      default: s.u = true; break;
    }
  }
  size_t rest = t.length - static_cast<size_t>(p - t.start);
  size_t quotes = rest >= 6 && p[1] == *p && p[2] == *p ? 3 : 1;
  s.body = {p + quotes, rest - 2 * quotes};
  return s;
}

// An escape in bytes [from, to) of `body` is wrong. CPython's decoder works on a text in which each
// character past ASCII has become a ten-byte escape, and counts in that.
void Parser::fail_escape(const StringToken& t, std::string_view body, size_t from, size_t to,
                         const char* what) {
  size_t position = 0;
  for (size_t i = 0; i < from; ++i) {
    auto c = static_cast<unsigned char>(body[i]);
    position += c < 0x80 ? 1 : (c & 0xC0) == 0x80 ? 0 : 10;
  }
  size_t last = position + (to - from) - 1;
  std::string where = last == position ? "byte 0x5c in position " + std::to_string(position)
                                       : "bytes in position " + std::to_string(position) + "-" +
                                             std::to_string(last);
  fail_token("(unicode error) 'unicodeescape' codec can't decode " + where + ": " + what, t.token);
}

// A string may be parsed twice, but each of its escapes is told once.
void Parser::warn_escape(const StringToken& t, std::string_view escape, bool octal) {
  std::string message = std::string(octal ? "invalid octal" : "invalid") + " escape sequence '\\" +
                        std::string(escape) + "'";
  auto line = static_cast<int32_t>(t.token.line);
  for (const char* p : warned_at_)
    if (p == escape.data()) return;
  warned_at_.push_back(escape.data());
  warnings_.push_back({false, std::move(message), line});
}

// The octal escape whose first digit lies before `at`: more than a byte if three digits follow \4...
bool Parser::warn_octal(const StringToken& t, std::string_view body, size_t at) {
  auto digit = [&](size_t i) { return i < body.size() && body[i] >= '0' && body[i] <= '7'; };
  if (!digit(at) || !digit(at + 1)) return false;
  warn_escape(t, body.substr(at - 1, 3), true);
  return true;
}

// Appends the value of `body`, a part of the string token `t`.
void Parser::decode_string(const StringToken& t, std::string_view body, std::string* out) {
  if (t.raw || body.find('\\') == std::string_view::npos) {
    out->append(body);
    return;
  }
  bool warned = false;  // only the first odd escape of a string is told
  size_t i = 0;
  while (i < body.size()) {
    size_t plain = body.find('\\', i);
    if (plain == std::string_view::npos) plain = body.size();
    out->append(body.substr(i, plain - i));
    i = plain;
    if (i >= body.size()) break;
    size_t from = i;
    if (i + 1 >= body.size()) fail_escape(t, body, from, from + 1, "\\ at end of string");
    char c = body[i + 1];
    i += 2;
    auto hex = [&](int digits, const char* what) {
      uint32_t value = 0;
      for (int k = 0; k < digits; ++k) {
        int h = i < body.size() ? hex_value(body[i]) : -1;
        if (h < 0) fail_escape(t, body, from, i, what);
        value = value << 4 | static_cast<uint32_t>(h);
        ++i;
      }
      if (value > 0x10FFFF) fail_escape(t, body, from, i, "illegal Unicode character");
      append_utf8(out, value);
    };
    switch (c) {
      case '\n': break;
      case '\\': *out += '\\'; break;
      case '\'': *out += '\''; break;
      case '"': *out += '"'; break;
      case 'a': *out += '\a'; break;
      case 'b': *out += '\b'; break;
      case 'f': *out += '\f'; break;
      case 'n': *out += '\n'; break;
      case 'r': *out += '\r'; break;
      case 't': *out += '\t'; break;
      case 'v': *out += '\v'; break;
      case 'x': hex(2, "truncated \\xXX escape"); break;
      case 'u': hex(4, "truncated \\uXXXX escape"); break;
      case 'U': hex(8, "truncated \\UXXXXXXXX escape"); break;
      case 'N': {
        size_t close = i < body.size() && body[i] == '{' ? body.find('}', i) : std::string::npos;
        if (close == std::string::npos || close == i + 1) {
          fail_escape(t, body, from, i, "malformed \\N character escape");
        }
        int32_t value = named_character(body.substr(i + 1, close - i - 1));
        if (value < 0) fail_escape(t, body, from, close + 1, "unknown Unicode character name");
        append_utf8(out, static_cast<uint32_t>(value));
        i = close + 1;
        break;
      }
      default:
        if (c >= '0' && c <= '7') {
          if (c > '3' && !warned) warned = warn_octal(t, body, i);
          uint32_t value = static_cast<uint32_t>(c - '0');
          for (int k = 0; k < 2 && i < body.size() && body[i] >= '0' && body[i] <= '7'; ++k) {
            value = value * 8 + static_cast<uint32_t>(body[i++] - '0');
          }
          append_utf8(out, value);
        } else {  // an unknown escape stands for itself
          --i;
          if (!warned && !(c & 0x80)) warn_escape(t, body.substr(i, 1), false);
          if (!(c & 0x80)) warned = true;
          *out += '\\';
          *out += body[i++];
        }
    }
  }
}

void Parser::decode_bytes(const StringToken& t, std::string* out) {
  std::string_view body = t.body;
  for (char c : body) {
    if (static_cast<unsigned char>(c) >= 128) {
      fail_token("bytes can only contain ASCII literal characters", t.token);
    }
  }
  if (t.raw) {
    out->append(body);
    return;
  }
  bool warned = false;
  for (size_t i = 0; i < body.size();) {
    if (body[i] != '\\') {
      *out += body[i++];
      continue;
    }
    size_t from = i;
    char c = i + 1 < body.size() ? body[i + 1] : '\\';
    i += 2;
    switch (c) {
      case '\n': break;
      case '\\': *out += '\\'; break;
      case '\'': *out += '\''; break;
      case '"': *out += '"'; break;
      case 'a': *out += '\a'; break;
      case 'b': *out += '\b'; break;
      case 'f': *out += '\f'; break;
      case 'n': *out += '\n'; break;
      case 'r': *out += '\r'; break;
      case 't': *out += '\t'; break;
      case 'v': *out += '\v'; break;
      case 'x': {
        int high = i < body.size() ? hex_value(body[i]) : -1;
        int low = i + 1 < body.size() ? hex_value(body[i + 1]) : -1;
        if (high < 0 || low < 0) {
          fail_token("(value error) invalid \\x escape at position " + std::to_string(from),
                     t.token);
        }
        *out += static_cast<char>(high << 4 | low);
        i += 2;
        break;
      }
      default:
        if (c >= '0' && c <= '7') {
          if (c > '3' && !warned) warned = warn_octal(t, body, i);
          int value = c - '0';
          for (int k = 0; k < 2 && i < body.size() && body[i] >= '0' && body[i] <= '7'; ++k) {
            value = value * 8 + (body[i++] - '0');
          }
          *out += static_cast<char>(value & 0xFF);
        } else {
          if (!warned) warn_escape(t, body.substr(i - 1, 1), false);
          warned = true;
          *out += '\\';
          *out += c;
        }
    }
  }
}

}  // namespace baton::syntax
