// The decoding and encoding loops, and what the error handlers do. The interface is codec.h's.
//
// Data that needs nothing changed goes through in one copy; only what is in error goes through a
// handler. After a handler of a script the data is looked at anew: DecodeSink has taken a copy by then.
#include "vm/objects/codec.h"

#include <algorithm>
#include <cstdio>

#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/objects/exception.h"
#include "vm/objects/text.h"

namespace baton {

void append_escaped(std::string* out, char32_t c) {
  char text[12];
  std::snprintf(text, sizeof text,
                c <= 0xff     ? "\\x%02x"
                : c <= 0xffff ? "\\u%04x"
                              : "\\U%08x",
                static_cast<unsigned>(c));
  *out += text;
}

namespace {

// A dict that the module _codecs keeps; null if it was never imported.
Value codecs_attribute(Thread* t, const char* name) {
  Str* module_name = intern(t, "_codecs");
  Str* key = intern(t, name);
  Module* m =
      module_name && key ? try_as<Module>(dict_get_str(t->vm->modules, module_name)) : nullptr;
  return m ? dict_get_str(m->dict, key) : Value::unbound();
}

bool is_built_in(std::string_view name) {
  for (std::string_view known : {"strict", "ignore", "replace", "backslashreplace", "namereplace",
                                 "xmlcharrefreplace", "surrogateescape", "surrogatepass"})
    if (name == known) return true;
  return false;
}

// A new UnicodeDecodeError or UnicodeEncodeError; failed() if there is no memory.
Value unicode_exception(Thread* t, Class* cls, const char* codec, Value object, size_t start,
                        size_t end, const char* reason) {
  Value args[5] = {str_value(t, codec), object, Value::from_int(static_cast<int64_t>(start)),
                   Value::from_int(static_cast<int64_t>(end)), Value::none()};
  args[4] = str_value(t, reason);
  if (args[0].is_failed() || args[4].is_failed()) return Value::failed();
  return construct(t, cls, args, 5, nullptr);
}

// The pair that a handler returned: its text, and the place to go on in [0, length].
bool unpack_result(Thread* t, Value result, bool bytes_allowed, size_t length, Value* text,
                   size_t* next) {
  Tuple* pair = try_as<Tuple>(result);
  const char* expected = bytes_allowed ? "encoding error handler must return (str/bytes, int) tuple"
                                       : "decoding error handler must return (str, int) tuple";
  if (!pair || pair->size != 2 ||
      !(is<Str>(pair->items[0]) || (bytes_allowed && is<Bytes>(pair->items[0])))) {
    type_error(t, expected);
    return false;
  }
  int64_t at;
  if (!to_int64(t, pair->items[1], &at)) return false;
  int64_t given = at;
  if (at < 0) at += static_cast<int64_t>(length);
  if (at < 0 || at > static_cast<int64_t>(length)) {
    index_error(t, "position " + std::to_string(given) + " from error handler out of bounds");
    return false;
  }
  *text = pair->items[0];
  *next = static_cast<size_t>(at);
  return true;
}

unsigned unit_at(std::string_view data, size_t pos, bool big) {
  auto a = static_cast<unsigned char>(data[pos]), b = static_cast<unsigned char>(data[pos + 1]);
  return big ? a * 256u + b : b * 256u + a;
}
char32_t wide_at(std::string_view data, size_t pos, bool big) {
  char32_t c = 0;
  for (size_t i = 0; i < 4; ++i)
    c = c << 8 | static_cast<unsigned char>(data[pos + (big ? i : 3 - i)]);
  return c;
}

}  // namespace

Value find_error_handler(Thread* t, std::string_view name) {
  Value handlers = codecs_attribute(t, "_handlers");
  if (!is<Dict>(handlers)) return Value::unbound();
  Str* key = intern(t, name);
  return key ? dict_get_str(as<Dict>(handlers), key) : Value::unbound();
}
bool known_error_handler(Thread* t, std::string_view name) {
  return is_built_in(name) || !find_error_handler(t, name).is_unbound();
}
bool raise_unknown_handler(Thread* t, std::string_view name) {
  raise(t, t->vm->classes.lookup_error, "unknown error handler name '" + std::string(name) + "'");
  return false;
}

Value search_script_codec(Thread* t, std::string_view encoding) {
  Value functions = codecs_attribute(t, "_searchers");
  if (!is<List>(functions) || as<List>(functions)->size == 0) return Value::unbound();
  std::string name;
  for (char c : encoding) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    name += c == '-' || c == ' ' ? '_' : c;
  }
  Value key = str_value(t, name);
  Value found = codecs_attribute(t, "_found");
  if (key.is_failed()) return key;
  if (!is<Dict>(found)) return Value::unbound();
  Value known = dict_get(t, as<Dict>(found), key);
  if (!known.is_unbound()) return known;
  for (size_t i = 0; i < as<List>(functions)->size; ++i) {
    Value info = call1(t, as<List>(functions)->items[i], key);
    if (info.is_failed()) return info;
    if (info.is_none()) continue;
    if (!is<Tuple>(info) || as<Tuple>(info)->size != 4)
      return type_error(t, "codec search functions must return 4-tuples");
    return dict_set(t, as<Dict>(found), key, info) ? info : Value::failed();
  }
  return Value::unbound();
}

// --- decoding errors -----------------------------------------------------------------------------

bool DecodeSink::own_data() {
  if (!object_.is_unbound()) return true;
  Bytes* copy = new_bytes(t, data);
  if (!copy) return false;
  object_ = val(copy);
  data = copy->view();
  return true;
}

bool DecodeSink::raise(size_t start, size_t end, const char* reason) {
  if (!own_data()) return false;
  Value e =
      unicode_exception(t, t->vm->classes.unicode_decode_error, name_, object_, start, end, reason);
  if (!e.is_failed()) raise_object(t, e);
  return false;
}

bool DecodeSink::call_handler(Value handler, size_t start, size_t end, const char* reason,
                              size_t* next) {
  if (!own_data()) return false;
  Value e =
      unicode_exception(t, t->vm->classes.unicode_decode_error, name_, object_, start, end, reason);
  if (e.is_failed()) return false;
  Value result = call1(t, handler, e);
  Value text;
  if (result.is_failed() || !unpack_result(t, result, false, data.size(), &text, next))
    return false;
  // The handler may have changed the exception's object; only the same bytes make sense here.
  out->append(as<Str>(text)->view());
  keep_alive(text);
  return true;
}

bool DecodeSink::error(size_t start, size_t end, const char* reason, size_t* next) {
  *next = end;
  if (errors_ == "strict") return raise(start, end, reason);
  if (errors_ == "ignore") return true;
  if (errors_ == "replace") {
    utf8_append(out, kReplacementCharacter);
    return true;
  }
  if (errors_ == "backslashreplace") {
    for (size_t i = start; i < end; ++i) append_escaped(out, static_cast<unsigned char>(data[i]));
    return true;
  }
  if (errors_ == "surrogateescape") {
    size_t i = start;
    for (; i < end && static_cast<unsigned char>(data[i]) >= 0x80; ++i)
      utf8_append(out, 0xdc00u + static_cast<unsigned char>(data[i]));
    if (i == start) return raise(start, end, reason);
    *next = i;
    return true;
  }
  if (errors_ == "surrogatepass") {
    std::string_view name = name_;
    char32_t c = 0;
    size_t width = 0;
    if (name == "utf-8" && start + 3 <= data.size()) {
      size_t at = start;
      if (utf8_validate(data.substr(start, 3), true).ok) c = utf8_next(data, &at);
      width = 3;
    } else if (name.starts_with("utf-16") && start + 2 <= data.size()) {
      c = unit_at(data, start, name.ends_with("be"));
      width = 2;
    } else if (name.starts_with("utf-32") && start + 4 <= data.size()) {
      c = wide_at(data, start, name.ends_with("be"));
      width = 4;
    }
    if (!is_surrogate(c)) return raise(start, end, reason);
    utf8_append(out, c);
    *next = start + width;
    return true;
  }
  if (errors_ == "xmlcharrefreplace" || errors_ == "namereplace") {
    type_error(t, "don't know how to handle UnicodeDecodeError in error callback");
    return false;
  }
  Value handler = find_error_handler(t, errors_);
  if (handler.is_failed()) return false;
  if (handler.is_unbound()) return raise_unknown_handler(t, errors_);
  return call_handler(handler, start, end, reason, next);
}

// --- decoding --------------------------------------------------------------------------------------

namespace {

bool decode_utf8(DecodeSink* s, bool final, size_t* consumed) {
  bool pass = s->errors() == "surrogatepass";
  for (size_t pos = 0;;) {
    Utf8Check check = utf8_validate(s->data, pass, pos);
    if (check.ok) {
      s->out->append(s->data.substr(pos));
      *consumed = s->data.size();
      return true;
    }
    s->out->append(s->data.substr(pos, check.start - pos));
    if (!final && std::string_view(check.reason) == "unexpected end of data") {
      *consumed = check.start;
      return true;
    }
    if (!s->error(check.start, check.end, check.reason, &pos)) return false;
  }
}

bool decode_ascii(DecodeSink* s, size_t* consumed) {
  for (size_t pos = 0; pos < s->data.size();) {
    size_t end = pos;
    while (end < s->data.size() && static_cast<unsigned char>(s->data[end]) < 0x80) ++end;
    s->out->append(s->data.substr(pos, end - pos));
    pos = end;
    if (end < s->data.size() && !s->error(end, end + 1, "ordinal not in range(128)", &pos))
      return false;
  }
  *consumed = s->data.size();
  return true;
}

bool decode_charmap(DecodeSink* s, const char16_t* table, size_t* consumed) {
  for (size_t pos = 0; pos < s->data.size();) {
    auto byte = static_cast<unsigned char>(s->data[pos]);
    char32_t c = byte < 0x80 ? byte : table[byte - 0x80];
    if (c != 0xfffe) {
      utf8_append(s->out, c);
      ++pos;
    } else if (!s->error(pos, pos + 1, "character maps to <undefined>", &pos)) {
      return false;
    }
  }
  *consumed = s->data.size();
  return true;
}

bool decode_utf16(DecodeSink* s, bool big, size_t pos, bool final, size_t* consumed) {
  s->set_name(big ? "utf-16-be" : "utf-16-le");
  while (pos < s->data.size()) {
    size_t left = s->data.size() - pos;
    if (left < 2) {
      if (!final) break;
      if (!s->error(pos, pos + 1, "truncated data", &pos)) return false;
      continue;
    }
    unsigned unit = unit_at(s->data, pos, big);
    if (!is_surrogate(unit)) {
      utf8_append(s->out, unit);
      pos += 2;
      continue;
    }
    const char* reason = "illegal encoding";
    size_t end = pos + 2;
    if (unit < 0xdc00) {
      if (left < 4) {
        if (!final) break;
        reason = "unexpected end of data";
        end = s->data.size();
      } else {
        unsigned low = unit_at(s->data, pos + 2, big);
        if (low >= 0xdc00 && low <= 0xdfff) {
          utf8_append(s->out, 0x10000u + ((unit - 0xd800u) << 10) + (low - 0xdc00u));
          pos += 4;
          continue;
        }
        reason = "illegal UTF-16 surrogate";
      }
    }
    if (!s->error(pos, end, reason, &pos)) return false;
  }
  *consumed = pos;
  return true;
}

bool decode_utf32(DecodeSink* s, bool big, size_t pos, bool final, size_t* consumed) {
  s->set_name(big ? "utf-32-be" : "utf-32-le");
  while (pos < s->data.size()) {
    if (s->data.size() - pos < 4) {
      if (!final) break;
      if (!s->error(pos, s->data.size(), "truncated data", &pos)) return false;
      continue;
    }
    char32_t c = wide_at(s->data, pos, big);
    if (c <= kMaxCodePoint && !is_surrogate(c)) {
      utf8_append(s->out, c);
      pos += 4;
      continue;
    }
    const char* reason = is_surrogate(c)
                             ? "code point in surrogate code point range(0xd800, 0xe000)"
                             : "code point not in range(0x110000)";
    if (!s->error(pos, pos + 4, reason, &pos)) return false;
  }
  *consumed = pos;
  return true;
}

// The byte order mark, if the data is long enough to show one: moves *pos past it and sets the order.
void find_order(std::string_view data, size_t unit, bool final, DecodeState* state, size_t* pos) {
  if (state->order != 0) return;
  if (data.size() < unit) {
    if (final) state->order = -1;
    return;
  }
  char32_t little = unit == 2 ? unit_at(data, 0, false) : wide_at(data, 0, false);
  char32_t big = unit == 2 ? unit_at(data, 0, true) : wide_at(data, 0, true);
  if (state->stream && big != 0xfeff && little != 0xfeff) return;
  state->order = big == 0xfeff ? 1 : -1;
  if (big == 0xfeff || little == 0xfeff) *pos = unit;
}

// Too little data yet, or a stream without a mark.
bool no_order(Thread* t, std::string_view data, size_t unit, size_t* consumed) {
  *consumed = 0;
  if (data.size() < unit) return true;
  raise(t, t->vm->classes.unicode_error,
        unit == 2 ? "UTF-16 stream does not start with BOM"
                  : "UTF-32 stream does not start with BOM");
  return false;
}

}  // namespace

bool codec_decode(Thread* t, const CodecSpec& codec, std::string_view errors, std::string_view data,
                  bool final, DecodeState* state, std::string* out, size_t* consumed) {
  DecodeSink sink(t, "utf-8", errors, data, out);
  size_t start = 0;
  switch (codec.id) {
    case CodecId::kUtf8Sig: {
      constexpr std::string_view kMark = "\xef\xbb\xbf";
      if (!state->started) {
        if (!final && data.size() < 3 && kMark.starts_with(data)) {
          *consumed = 0;
          return true;
        }
        state->started = true;
        if (data.starts_with(kMark)) {
          size_t used = 0;
          bool ok = codec_decode(t, {CodecId::kUtf8, "utf-8", nullptr}, errors, data.substr(3),
                                 final, state, out, &used);
          *consumed = used + 3;
          return ok;
        }
      }
      return decode_utf8(&sink, final, consumed);
    }
    case CodecId::kUtf8: return decode_utf8(&sink, final, consumed);
    case CodecId::kAscii: sink.set_name("ascii"); return decode_ascii(&sink, consumed);
    case CodecId::kLatin1:
      for (char c : data) utf8_append(out, static_cast<unsigned char>(c));
      *consumed = data.size();
      return true;
    case CodecId::kCharmap:
      sink.set_name("charmap");
      return decode_charmap(&sink, codec.table, consumed);
    case CodecId::kUtf16:
      find_order(data, 2, final, state, &start);
      if (state->order == 0) return no_order(t, data, 2, consumed);
      return decode_utf16(&sink, state->order > 0, start, final, consumed);
    case CodecId::kUtf16Le: return decode_utf16(&sink, false, 0, final, consumed);
    case CodecId::kUtf16Be: return decode_utf16(&sink, true, 0, final, consumed);
    case CodecId::kUtf32:
      find_order(data, 4, final, state, &start);
      if (state->order == 0) return no_order(t, data, 4, consumed);
      return decode_utf32(&sink, state->order > 0, start, final, consumed);
    case CodecId::kUtf32Le: return decode_utf32(&sink, false, 0, final, consumed);
    case CodecId::kUtf32Be: return decode_utf32(&sink, true, 0, final, consumed);
    case CodecId::kUnicodeEscape:
      sink.set_name("unicodeescape");
      return decode_unicode_escape(&sink, final, consumed);
    case CodecId::kRawUnicodeEscape:
      sink.set_name("rawunicodeescape");
      return decode_raw_unicode_escape(&sink, final, consumed);
    case CodecId::kUnknown: break;
  }
  raise(t, t->vm->classes.lookup_error, "unknown encoding");
  return false;
}

// --- encoding --------------------------------------------------------------------------------------

namespace {

class Encoder {
 public:
  Encoder(Thread* t, Str* s, const CodecSpec& codec, std::string_view errors, std::string* out)
      : t_(t), s_(s), codec_(codec), errors_(errors), out_(out) {
    switch (codec.id) {
      case CodecId::kUtf16:
      case CodecId::kUtf16Le:
      case CodecId::kUtf16Be: unit_ = 2; break;
      case CodecId::kUtf32:
      case CodecId::kUtf32Le:
      case CodecId::kUtf32Be: unit_ = 4; break;
      default: break;
    }
    big_ = codec.id == CodecId::kUtf16Be || codec.id == CodecId::kUtf32Be;
  }

  bool run() {
    std::string_view text = s_->view();
    for (size_t pos = 0, index = 0; pos < text.size();) {
      size_t next = pos;
      char32_t c = utf8_next(text, &next);
      if (put(c)) {
        pos = next;
        ++index;
        continue;
      }
      size_t end = next, end_index = index + 1;  // all that does not fit, where runs are reported
      while (unit_ == 1 && end < text.size()) {
        next = end;
        if (fits(utf8_next(text, &next))) break;
        end = next;
        ++end_index;
      }
      size_t go_on = end_index;
      if (!handle(text.substr(pos, end - pos), index, end_index, &go_on)) return false;
      pos = go_on == end_index ? end : utf8_offset_of(text, go_on);
      index = go_on;
    }
    return true;
  }
  void put_unit(unsigned u) {
    out_->push_back(static_cast<char>(big_ ? u >> 8 : u));
    out_->push_back(static_cast<char>(big_ ? u : u >> 8));
  }
  void put_wide(char32_t c) {
    for (int i = 0; i < 4; ++i) out_->push_back(static_cast<char>(c >> (8 * (big_ ? 3 - i : i))));
  }

 private:
  int charmap_byte(char32_t c) const {
    if (c < 0x80) return static_cast<int>(c);
    if (c > 0xffff || c == 0xfffe) return -1;
    const char16_t* end = codec_.table + 128;
    const char16_t* found = std::find(codec_.table, end, static_cast<char16_t>(c));
    return found == end ? -1 : static_cast<int>(0x80 + (found - codec_.table));
  }
  bool fits(char32_t c) const {
    switch (codec_.id) {
      case CodecId::kAscii: return c < 0x80;
      case CodecId::kLatin1: return c < 0x100;
      case CodecId::kCharmap: return charmap_byte(c) >= 0;
      default: return !is_surrogate(c);
    }
  }
  bool put(char32_t c) {
    if (!fits(c)) return false;
    if (codec_.id == CodecId::kCharmap) {
      out_->push_back(static_cast<char>(charmap_byte(c)));
    } else if (codec_.id == CodecId::kAscii || codec_.id == CodecId::kLatin1) {
      out_->push_back(static_cast<char>(c));
    } else if (unit_ == 1) {
      utf8_append(out_, c);
    } else if (unit_ == 4) {
      put_wide(c);
    } else if (c < 0x10000) {
      put_unit(c);
    } else {
      put_unit(0xd800u + ((c - 0x10000u) >> 10));
      put_unit(0xdc00u + ((c - 0x10000u) & 0x3ff));
    }
    return true;
  }
  const char* name() const {
    switch (codec_.id) {
      case CodecId::kLatin1: return "latin-1";
      case CodecId::kCharmap: return "charmap";
      case CodecId::kUtf8Sig: return "utf-8";
      default: return codec_.name;
    }
  }
  const char* reason() const {
    switch (codec_.id) {
      case CodecId::kAscii: return "ordinal not in range(128)";
      case CodecId::kLatin1: return "ordinal not in range(256)";
      case CodecId::kCharmap: return "character maps to <undefined>";
      default: return "surrogates not allowed";
    }
  }
  bool fail(size_t start, size_t end) {
    Value e = unicode_exception(t_, t_->vm->classes.unicode_encode_error, name(), val(s_), start,
                                end, reason());
    if (!e.is_failed()) raise_object(t_, e);
    return false;
  }
  // Replacement text, which the codec must be able to say.
  bool put_text(std::string_view text, size_t start, size_t end) {
    for (size_t pos = 0; pos < text.size();)
      if (!put(utf8_next(text, &pos))) return fail(start, end);
    return true;
  }
  bool put_bytes(std::string_view bytes, size_t start, size_t end) {
    if (bytes.size() % unit_ != 0) return fail(start, end);
    out_->append(bytes);
    return true;
  }
  bool character_name(char32_t c, std::string* text) {
    Value m = import_module(t_, "unicodedata");
    if (m.is_failed()) return false;
    Value args[2] = {val(str_from_codepoint(t_, c)), val(t_->vm->empty_str)};
    Value name = call_method(t_, m, intern(t_, "name"), args, 2);
    if (name.is_failed()) return false;
    if (is<Str>(name) && as<Str>(name)->size > 0)
      *text += "\\N{" + std::string(as<Str>(name)->view()) + "}";
    else
      append_escaped(text, c);
    return true;
  }
  bool handle(std::string_view run, size_t start, size_t end, size_t* go_on) {
    if (errors_ == "strict") return fail(start, end);
    if (errors_ == "ignore") return true;
    bool replace = errors_ == "replace", escape = errors_ == "backslashreplace";
    bool xml = errors_ == "xmlcharrefreplace", surrogates = errors_ == "surrogateescape";
    bool names = errors_ == "namereplace", pass = errors_ == "surrogatepass";
    if (!replace && !escape && !xml && !surrogates && !names && !pass)
      return call_handler(start, end, go_on);
    if (pass && (codec_.id == CodecId::kAscii || codec_.id == CodecId::kLatin1 ||
                 codec_.id == CodecId::kCharmap))
      return fail(start, end);
    std::string text;
    bool from_here = unit_ == 1 && codec_.id != CodecId::kCharmap;  // what escaped is past
    size_t index = start;
    for (size_t pos = 0; pos < run.size(); ++index) {
      char32_t c = utf8_next(run, &pos);
      if (replace) {
        text += '?';
      } else if (escape) {
        append_escaped(&text, c);
      } else if (xml) {
        text += "&#" + std::to_string(static_cast<unsigned>(c)) + ";";
      } else if (names) {
        if (!character_name(c, &text)) return false;
      } else if (pass) {
        if (!is_surrogate(c)) return fail(start, end);
        if (unit_ == 1) utf8_append(out_, c);
        if (unit_ == 2) put_unit(c);
        if (unit_ == 4) put_wide(c);
      } else {
        if (c < 0xdc80 || c > 0xdcff) return fail(from_here ? index : start, end);
        char byte = static_cast<char>(c - 0xdc00);
        if (!put_bytes({&byte, 1}, start, end)) return false;
      }
    }
    return put_text(text, start, end);
  }
  bool call_handler(size_t start, size_t end, size_t* go_on) {
    Value handler = find_error_handler(t_, errors_);
    if (handler.is_failed()) return false;
    if (handler.is_unbound()) return raise_unknown_handler(t_, errors_);
    Value e = unicode_exception(t_, t_->vm->classes.unicode_encode_error, name(), val(s_), start,
                                end, reason());
    if (e.is_failed()) return false;
    Value result = call1(t_, handler, e);
    Value text;
    if (result.is_failed() || !unpack_result(t_, result, true, s_->length, &text, go_on))
      return false;
    bool ok = is<Str>(text) ? put_text(as<Str>(text)->view(), start, end)
                            : put_bytes(as<Bytes>(text)->view(), start, end);
    keep_alive(text);
    return ok;
  }

  Thread* t_;
  Str* s_;
  CodecSpec codec_;
  std::string_view errors_;
  std::string* out_;
  unsigned unit_ = 1;
  bool big_ = false;
};

}  // namespace

bool codec_encode(Thread* t, const CodecSpec& codec, std::string_view errors, Str* text,
                  EncodeState* state, std::string* out) {
  Encoder encoder(t, text, codec, errors, out);
  bool first = !state->started;
  switch (codec.id) {
    case CodecId::kUtf8Sig:
      if (first) *out += "\xef\xbb\xbf";
      break;
    case CodecId::kUtf16:
      if (first) encoder.put_unit(0xfeff);
      break;
    case CodecId::kUtf32:
      if (first) encoder.put_wide(0xfeff);
      break;
    case CodecId::kUnicodeEscape: encode_unicode_escape(text, false, out); return true;
    case CodecId::kRawUnicodeEscape: encode_unicode_escape(text, true, out); return true;
    default: break;
  }
  state->started = true;
  if ((text->ascii() && codec.ascii_superset()) ||
      ((codec.id == CodecId::kUtf8 || codec.id == CodecId::kUtf8Sig) &&
       !find_surrogate(text->view(), nullptr))) {
    out->append(text->view());
    return true;
  }
  return encoder.run();
}

}  // namespace baton
