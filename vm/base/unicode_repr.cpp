// How str and bytes are shown: repr() and ascii().
//
// The quote is ' unless the text has one and no ". What Python doesn't print is written as the
// shortest of \xNN, \uNNNN and \UNNNNNNNN. No lock is needed.
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"

namespace baton {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

void append_hex(std::string* out, char32_t value, int digits) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
    out->push_back(kHexDigits[(value >> shift) & 0xf]);
  }
}

void append_escape(std::string* out, char32_t c) {
  out->push_back('\\');
  if (c <= 0xff) {
    out->push_back('x');
    append_hex(out, c, 2);
  } else if (c <= 0xffff) {
    out->push_back('u');
    append_hex(out, c, 4);
  } else {
    out->push_back('U');
    append_hex(out, c, 8);
  }
}

char choose_quote(std::string_view text) {
  return text.find('\'') != text.npos && text.find('"') == text.npos ? '"' : '\'';
}

// An ASCII character that stands for itself between these quotes.
bool is_plain(char c, char quote) { return c >= ' ' && c < 0x7f && c != quote && c != '\\'; }

// Appends an ASCII character; false when it has to be written in hex.
bool append_ascii_escaped(std::string* out, char c, char quote) {
  switch (c) {
    case '\t': out->append("\\t"); return true;
    case '\n': out->append("\\n"); return true;
    case '\r': out->append("\\r"); return true;
    case '\\': out->append("\\\\"); return true;
    default: break;
  }
  if (c < ' ' || c == 0x7f) return false;
  if (c == quote) out->push_back('\\');
  out->push_back(c);
  return true;
}

}  // namespace

std::string repr_str(std::string_view text) {
  char quote = choose_quote(text);
  std::string out;
  out.reserve(text.size() + 2);
  out.push_back(quote);
  for (size_t pos = 0; pos < text.size();) {
    size_t start = pos;
    while (pos < text.size() && is_plain(text[pos], quote)) ++pos;
    if (pos != start) {
      out.append(text.substr(start, pos - start));
      continue;
    }
    char32_t c = utf8_next(text, &pos);
    if (c < 0x80) {
      if (!append_ascii_escaped(&out, static_cast<char>(c), quote)) append_escape(&out, c);
    } else if (is_printable(c)) {
      out.append(text.substr(start, pos - start));
    } else {
      append_escape(&out, c);
    }
  }
  out.push_back(quote);
  return out;
}

std::string escape_non_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t pos = 0; pos < text.size();) {
    char32_t c = utf8_next(text, &pos);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c));
    } else {
      append_escape(&out, c);
    }
  }
  return out;
}

std::string ascii_str(std::string_view text) {
  std::string repr = repr_str(text);
  return is_ascii(repr) ? repr : escape_non_ascii(repr);
}

void append_bytes_escaped(std::string* out, std::string_view bytes, char quote) {
  for (char c : bytes) {
    bool ascii = static_cast<signed char>(c) >= 0;
    if (!ascii || !append_ascii_escaped(out, c, quote)) {
      append_escape(out, static_cast<unsigned char>(c));
    }
  }
}

std::string repr_bytes(std::string_view bytes) {
  char quote = choose_quote(bytes);
  std::string out;
  out.reserve(bytes.size() + 3);
  out.push_back('b');
  out.push_back(quote);
  append_bytes_escaped(&out, bytes, quote);
  out.push_back(quote);
  return out;
}

}  // namespace baton
