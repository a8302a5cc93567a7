// The codecs of str.encode() and bytes.decode(): UTF-8 (with and without signature), ASCII and
// Latin-1 with their aliases, and the error handlers. Handlers that scripts register do not exist.
//
// Encoding a str that needs nothing changed is one copy; the character loop is for the rest. No
// script code runs here, so views stay good throughout.
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

enum class Codec { kUnknown, kUtf8, kUtf8Sig, kAscii, kLatin1 };

Codec find_codec(std::string_view encoding) {
  if (encoding == "utf-8") return Codec::kUtf8;
  std::string name;
  for (char c : encoding) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    name.push_back(c == '-' || c == ' ' ? '_' : c);
  }
  static const struct {
    std::string_view name;
    Codec codec;
  } kNames[] = {
      {"utf_8", Codec::kUtf8},
      {"utf8", Codec::kUtf8},
      {"u8", Codec::kUtf8},
      {"utf", Codec::kUtf8},
      {"utf8_ucs2", Codec::kUtf8},
      {"utf8_ucs4", Codec::kUtf8},
      {"cp65001", Codec::kUtf8},
      {"utf_8_sig", Codec::kUtf8Sig},
      {"utf8_sig", Codec::kUtf8Sig},
      {"ascii", Codec::kAscii},
      {"us_ascii", Codec::kAscii},
      {"us", Codec::kAscii},
      {"646", Codec::kAscii},
      {"ansi_x3.4_1968", Codec::kAscii},
      {"ansi_x3.4_1986", Codec::kAscii},
      {"cp367", Codec::kAscii},
      {"csascii", Codec::kAscii},
      {"ibm367", Codec::kAscii},
      {"iso646_us", Codec::kAscii},
      {"iso_646.irv_1991", Codec::kAscii},
      {"iso_ir_6", Codec::kAscii},
      {"latin_1", Codec::kLatin1},
      {"latin1", Codec::kLatin1},
      {"latin", Codec::kLatin1},
      {"l1", Codec::kLatin1},
      {"iso_8859_1", Codec::kLatin1},
      {"iso8859_1", Codec::kLatin1},
      {"iso8859", Codec::kLatin1},
      {"8859", Codec::kLatin1},
      {"cp819", Codec::kLatin1},
      {"csisolatin1", Codec::kLatin1},
      {"ibm819", Codec::kLatin1},
      {"iso_8859_1_1987", Codec::kLatin1},
      {"iso_ir_100", Codec::kLatin1},
  };
  for (const auto& entry : kNames)
    if (entry.name == name) return entry.codec;
  return Codec::kUnknown;
}

const char* codec_name(Codec codec) {
  switch (codec) {
    case Codec::kAscii: return "ascii";
    case Codec::kLatin1: return "latin-1";
    default: return "utf-8";
  }
}

void raise_unknown_encoding(Thread* t, std::string_view encoding) {
  raise(t, t->vm->classes.lookup_error, "unknown encoding: " + std::string(encoding));
}
bool raise_unknown_handler(Thread* t, std::string_view errors) {
  raise(t, t->vm->classes.lookup_error, "unknown error handler name '" + std::string(errors) + "'");
  return false;
}

// Raises UnicodeEncodeError or UnicodeDecodeError for [start, end) of `object`.
bool raise_unicode(Thread* t, Class* cls, const char* codec, Value object, size_t start, size_t end,
                   std::string_view reason) {
  Value name = str_value(t, codec);
  if (name.is_failed()) return false;
  Value why = str_value(t, reason);
  if (why.is_failed()) return false;
  Value args = tuple_of(t, {name, object, Value::from_int(static_cast<int64_t>(start)),
                            Value::from_int(static_cast<int64_t>(end)), why});
  if (args.is_failed()) return false;
  Value e = new_exception(t, cls, args);
  if (!e.is_failed()) raise_object(t, e);
  return false;
}

void append_escaped(std::string* out, char32_t c) {
  char text[12];
  std::snprintf(text, sizeof text,
                c <= 0xff     ? "\\x%02x"
                : c <= 0xffff ? "\\u%04x"
                              : "\\U%08x",
                static_cast<unsigned>(c));
  *out += text;
}

class Encoder {
 public:
  Encoder(Thread* t, Str* s, Codec codec, std::string_view errors)
      : t_(t), s_(s), codec_(codec), errors_(errors) {}

  bool run(std::string* out) {
    std::string_view text = s_->view();
    if (codec_ == Codec::kUtf8Sig) *out = "\xef\xbb\xbf";
    for (size_t pos = 0, index = 0; pos < text.size();) {
      size_t next = pos;
      char32_t c = utf8_next(text, &next);
      if (fits(c)) {
        if (codec_ == Codec::kLatin1 || c < 0x80)
          out->push_back(static_cast<char>(c));
        else
          out->append(text.substr(pos, next - pos));
        pos = next;
        ++index;
        continue;
      }
      size_t end = pos, end_index = index;  // the whole run that does not fit
      while (end < text.size()) {
        next = end;
        if (fits(utf8_next(text, &next))) break;
        end = next;
        ++end_index;
      }
      if (!handle(text.substr(pos, end - pos), index, end_index, out)) return false;
      pos = end;
      index = end_index;
    }
    return true;
  }

 private:
  bool fits(char32_t c) const {
    switch (codec_) {
      case Codec::kAscii: return c < 0x80;
      case Codec::kLatin1: return c < 0x100;
      default: return !is_surrogate(c);
    }
  }
  bool fail(size_t start, size_t end) {
    const char* reason = codec_ == Codec::kAscii    ? "ordinal not in range(128)"
                         : codec_ == Codec::kLatin1 ? "ordinal not in range(256)"
                                                    : "surrogates not allowed";
    return raise_unicode(t_, t_->vm->classes.unicode_encode_error, codec_name(codec_), val(s_),
                         start, end, reason);
  }
  bool handle(std::string_view run, size_t start, size_t end, std::string* out) {
    if (errors_ == "strict") return fail(start, end);
    if (errors_ == "ignore") return true;
    if (errors_ == "surrogatepass") {
      if (codec_ == Codec::kAscii || codec_ == Codec::kLatin1) return fail(start, end);
      out->append(run);
      return true;
    }
    bool replace = errors_ == "replace", escape = errors_ == "backslashreplace";
    bool xml = errors_ == "xmlcharrefreplace", surrogates = errors_ == "surrogateescape";
    if (!replace && !escape && !xml && !surrogates) return raise_unknown_handler(t_, errors_);
    for (size_t pos = 0; pos < run.size(); ++start) {
      char32_t c = utf8_next(run, &pos);
      if (replace) {
        out->push_back('?');
      } else if (escape) {
        append_escaped(out, c);
      } else if (xml) {
        *out += "&#" + std::to_string(static_cast<unsigned>(c)) + ";";
      } else {
        if (c < 0xdc80 || c > 0xdcff) return fail(start, end);
        out->push_back(static_cast<char>(c - 0xdc00));
      }
    }
    return true;
  }

  Thread* t_;
  Str* s_;
  Codec codec_;
  std::string_view errors_;
};

class Decoder {
 public:
  Decoder(Thread* t, std::string_view data, Codec codec, std::string_view errors)
      : t_(t), data_(data), codec_(codec), errors_(errors) {}

  // The data has an error at `check`; decodes all of it.
  bool run(Utf8Check check, std::string* out) {
    size_t pos = 0;
    for (;;) {
      out->append(data_.substr(pos, check.start - pos));
      if (!handle(check, out)) return false;
      pos = check.end;
      check = next_error(pos);
      if (check.ok) break;
    }
    out->append(data_.substr(pos));
    return true;
  }
  Utf8Check next_error(size_t from) const {
    if (codec_ == Codec::kUtf8) return utf8_validate(data_, errors_ == "surrogatepass", from);
    for (size_t i = from; i < data_.size(); ++i)
      if (static_cast<unsigned char>(data_[i]) >= 0x80)
        return {false, i, i + 1, "ordinal not in range(128)"};
    return {};
  }

 private:
  bool handle(const Utf8Check& check, std::string* out) {
    if (errors_ == "strict" || errors_ == "surrogatepass") {
      Bytes* object = new_bytes(t_, data_);
      return object && raise_unicode(t_, t_->vm->classes.unicode_decode_error, codec_name(codec_),
                                     val(object), check.start, check.end, check.reason);
    }
    if (errors_ == "ignore") return true;
    if (errors_ == "replace") {
      utf8_append(out, kReplacementCharacter);
      return true;
    }
    bool escape = errors_ == "backslashreplace";
    if (!escape && errors_ != "surrogateescape") {
      if (errors_ != "xmlcharrefreplace" && errors_ != "namereplace")
        return raise_unknown_handler(t_, errors_);
      type_error(t_, "don't know how to handle UnicodeDecodeError in error callback");
      return false;
    }
    for (size_t i = check.start; i < check.end; ++i) {
      auto byte = static_cast<unsigned char>(data_[i]);
      if (escape)
        append_escaped(out, byte);
      else
        utf8_append(out, 0xdc00u + byte);
    }
    return true;
  }

  Thread* t_;
  std::string_view data_;
  Codec codec_;
  std::string_view errors_;
};

Value decode_latin1(Thread* t, std::string_view data) {
  size_t wide = 0;
  for (char c : data) wide += static_cast<unsigned char>(c) >= 0x80;
  if (wide == 0 || data.size() == 1)
    return data.size() == 1 ? val(str_from_codepoint(t, static_cast<unsigned char>(data[0])))
                            : str_value(t, data);
  Str* s = take_str(t, data.size() + wide, data.size());
  if (!s) return Value::failed();
  char* p = s->data;
  for (char c : data) p += utf8_encode(static_cast<unsigned char>(c), p);
  return val(s);
}

}  // namespace

Bytes* encode_str(Thread* t, Str* s, std::string_view encoding, std::string_view errors) {
  Codec codec = find_codec(encoding);
  if (codec == Codec::kUnknown) {
    raise_unknown_encoding(t, encoding);
    return nullptr;
  }
  if (codec != Codec::kUtf8Sig &&
      (s->ascii() || (codec == Codec::kUtf8 && !find_surrogate(s->view(), nullptr))))
    return new_bytes(t, s->view());
  std::string out;
  return Encoder(t, s, codec, errors).run(&out) ? new_bytes(t, out) : nullptr;
}

Value decode_text(Thread* t, std::string_view data, std::string_view encoding,
                  std::string_view errors) {
  Codec codec = find_codec(encoding);
  if (codec == Codec::kUnknown) {
    raise_unknown_encoding(t, encoding);
    return Value::failed();
  }
  if (codec == Codec::kUtf8Sig) {
    if (data.starts_with("\xef\xbb\xbf")) data.remove_prefix(3);
    codec = Codec::kUtf8;
  }
  if (data.empty()) return val(t->vm->empty_str);
  if (codec == Codec::kLatin1) return decode_latin1(t, data);
  Decoder decoder(t, data, codec, errors);
  Utf8Check check = decoder.next_error(0);
  if (check.ok) return str_value(t, data);
  std::string out;
  return decoder.run(check, &out) ? str_value(t, out) : Value::failed();
}

}  // namespace baton
