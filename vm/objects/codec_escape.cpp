// unicode_escape and raw_unicode_escape: text as it stands in a string literal, in ASCII (the raw one: in
// Latin-1). The error handlers are codec.cpp's. Names of characters (\N{...}) are asked of the module
// unicodedata. Lock held.
#include "vm/base/utf8.h"
#include "vm/objects/codec.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Up to `count` hex digits from `pos`; returns how many there were.
size_t read_hex(std::string_view data, size_t pos, size_t count, uint32_t* value) {
  size_t n = 0;
  *value = 0;
  for (; n < count && pos + n < data.size(); ++n) {
    int digit = hex_value(data[pos + n]);
    if (digit < 0) break;
    *value = *value * 16 + static_cast<uint32_t>(digit);
  }
  return n;
}

// \N{name} at `pos` (of the backslash).
bool decode_name(DecodeSink* s, size_t* pos, bool final, bool* incomplete) {
  size_t start = *pos;
  if (start + 2 < s->data.size() ? s->data[start + 2] != '{' : final)
    return s->error(start, std::min(start + 2, s->data.size()), "malformed \\N character escape",
                    pos);
  size_t close = s->data.find('}', start);
  if (close == s->data.npos) {
    if (!final) return *incomplete = true;
    return s->error(start, s->data.size(), "malformed \\N character escape", pos);
  }
  if (close == start + 3) return s->error(start, close + 1, "malformed \\N character escape", pos);
  Thread* t = s->t;
  Value m = import_module(t, "unicodedata");
  if (m.is_failed()) return false;
  Value name = str_value(t, std::string(s->data.substr(start + 3, close - start - 3)));
  if (name.is_failed()) return false;
  Value found = call_method(t, m, intern(t, "lookup"), &name, 1);
  if (found.is_failed()) {
    if (!exception_is(t, t->vm->classes.key_error)) return false;
    clear_exception(t);
    return s->error(start, close + 1, "unknown Unicode character name", pos);
  }
  if (is<Str>(found)) s->out->append(as<Str>(found)->view());
  *pos = close + 1;
  return true;
}

}  // namespace

bool decode_unicode_escape(DecodeSink* s, bool final, size_t* consumed) {
  size_t pos = 0;
  while (pos < s->data.size()) {
    char c = s->data[pos];
    if (c != '\\') {
      utf8_append(s->out, static_cast<unsigned char>(c));
      ++pos;
      continue;
    }
    if (pos + 1 == s->data.size()) {
      if (!final) break;
      if (!s->error(pos, pos + 1, "\\ at end of string", &pos)) return false;
      continue;
    }
    char kind = s->data[pos + 1];
    static constexpr std::string_view kPlain = "\\'\"abfnrtv";
    static constexpr std::string_view kMeaning = "\\'\"\a\b\f\n\r\t\v";
    if (size_t at = kPlain.find(kind); at != kPlain.npos) {
      s->out->push_back(kMeaning[at]);
      pos += 2;
    } else if (kind == '\n') {
      pos += 2;
    } else if (kind >= '0' && kind <= '7') {
      unsigned value = 0;
      size_t end = pos + 1;
      for (; end < s->data.size() && end < pos + 4; ++end) {
        if (s->data[end] < '0' || s->data[end] > '7') break;
        value = value * 8 + static_cast<unsigned>(s->data[end] - '0');
      }
      if (end == s->data.size() && end < pos + 4 && !final) break;
      utf8_append(s->out, value);
      pos = end;
    } else if (kind == 'x' || kind == 'u' || kind == 'U') {
      size_t count = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
      uint32_t value;
      size_t got = read_hex(s->data, pos + 2, count, &value);
      if (got < count) {
        if (pos + 2 + got == s->data.size() && !final) break;
        const char* reason = kind == 'x'   ? "truncated \\xXX escape"
                             : kind == 'u' ? "truncated \\uXXXX escape"
                                           : "truncated \\UXXXXXXXX escape";
        if (!s->error(pos, pos + 2 + got, reason, &pos)) return false;
      } else if (value > kMaxCodePoint) {
        if (!s->error(pos, pos + 10, "illegal Unicode character", &pos)) return false;
      } else {
        utf8_append(s->out, value);
        pos += 2 + count;
      }
    } else if (kind == 'N') {
      bool incomplete = false;
      if (!decode_name(s, &pos, final, &incomplete)) return false;
      if (incomplete) break;
    } else {
      s->out->push_back('\\');
      utf8_append(s->out, static_cast<unsigned char>(kind));
      pos += 2;
    }
  }
  *consumed = pos;
  return true;
}

bool decode_raw_unicode_escape(DecodeSink* s, bool final, size_t* consumed) {
  size_t pos = 0;
  while (pos < s->data.size()) {
    char c = s->data[pos];
    if (c != '\\') {
      utf8_append(s->out, static_cast<unsigned char>(c));
      ++pos;
      continue;
    }
    if (pos + 1 == s->data.size()) {
      if (!final) break;
      s->out->push_back('\\');
      ++pos;
      continue;
    }
    char kind = s->data[pos + 1];
    if (kind != 'u' && kind != 'U') {
      s->out->push_back('\\');
      utf8_append(s->out, static_cast<unsigned char>(kind));
      pos += 2;
      continue;
    }
    size_t count = kind == 'u' ? 4 : 8;
    uint32_t value;
    size_t got = read_hex(s->data, pos + 2, count, &value);
    if (got < count) {
      if (pos + 2 + got == s->data.size() && !final) break;
      const char* reason =
          kind == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
      if (!s->error(pos, pos + 2 + got, reason, &pos)) return false;
    } else if (value > kMaxCodePoint) {
      if (!s->error(pos, pos + 10, "\\Uxxxxxxxx out of range", &pos)) return false;
    } else {
      utf8_append(s->out, value);
      pos += 2 + count;
    }
  }
  *consumed = pos;
  return true;
}

void encode_unicode_escape(Str* text, bool raw, std::string* out) {
  std::string_view view = text->view();
  for (size_t pos = 0; pos < view.size();) {
    char32_t c = utf8_next(view, &pos);
    if (raw) {
      if (c < 0x100)
        out->push_back(static_cast<char>(c));
      else
        append_escaped(out, c);
    } else if (c == '\\' || c == '\n' || c == '\r' || c == '\t') {
      *out += c == '\\' ? "\\\\" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
    } else if (c >= 0x20 && c < 0x7f) {
      out->push_back(static_cast<char>(c));
    } else {
      append_escaped(out, c);
    }
  }
}

}  // namespace baton
