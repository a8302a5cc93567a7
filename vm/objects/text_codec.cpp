// str.encode() and bytes.decode(): from the name of an encoding to the loops of codec.h.
//
// Text that needs nothing changed is one copy. Encodings that scripts registered are asked last; they
// may run script, so `data` of a bytearray is copied for them.
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"
#include "vm/objects/attribute.h"
#include "vm/objects/codec.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

constexpr std::string_view kToText[] = {
    "rot13", "rot_13", "base64", "base_64", "hex",    "hex_codec",    "bz2",
    "zip",   "zlib",   "quopri", "uu",      "rot-13", "base64_codec", "quopri_codec"};

Value raise_unknown_encoding(Thread* t, std::string_view encoding) {
  for (std::string_view name : kToText)
    if (name == encoding)
      return raise(t, t->vm->classes.lookup_error,
                   "'" + std::string(encoding) +
                       "' is not a text encoding; use codecs.encode() to handle arbitrary codecs");
  return raise(t, t->vm->classes.lookup_error, "unknown encoding: " + std::string(encoding));
}

// result[0] of a registered codec's function; failed() if there is none.
Value call_script_codec(Thread* t, std::string_view encoding, const char* function, Value object,
                        std::string_view errors) {
  Value info = search_script_codec(t, encoding);
  if (info.is_failed()) return info;
  if (info.is_unbound()) return raise_unknown_encoding(t, encoding);
  Value args[2] = {object, str_value(t, errors)};
  if (args[1].is_failed()) return args[1];
  Value pair = call_method(t, info, intern(t, function), args, 2);
  if (pair.is_failed()) return pair;
  if (!is<Tuple>(pair) || as<Tuple>(pair)->size != 2)
    return type_error(t, std::string(function[0] == 'e' ? "encoder" : "decoder") +
                             " must return a tuple (object, integer)");
  return as<Tuple>(pair)->items[0];
}

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
  CodecSpec codec = find_codec(encoding);
  if (!codec.known()) {
    Value v = call_script_codec(t, encoding, "encode", val(s), errors);
    if (v.is_failed()) return nullptr;
    if (is<Bytes>(v)) return as<Bytes>(v);
    type_error(t, "'" + std::string(encoding) + "' encoder returned '" + type_name(t, v) +
                      "' instead of 'bytes'; use codecs.encode() to encode to arbitrary types");
    return nullptr;
  }
  if ((s->ascii() && codec.ascii_superset()) ||
      (codec.id == CodecId::kUtf8 && !find_surrogate(s->view(), nullptr)))
    return new_bytes(t, s->view());
  std::string out;
  EncodeState state;
  return codec_encode(t, codec, errors, s, &state, &out) ? new_bytes(t, out) : nullptr;
}

Value decode_text(Thread* t, std::string_view data, std::string_view encoding,
                  std::string_view errors) {
  CodecSpec codec = find_codec(encoding);
  if (!codec.known()) {
    Bytes* copy = new_bytes(t, data);
    if (!copy) return Value::failed();
    Value v = call_script_codec(t, encoding, "decode", val(copy), errors);
    if (v.is_failed() || is<Str>(v)) return v;
    return type_error(t,
                      "'" + std::string(encoding) + "' decoder returned '" + type_name(t, v) +
                          "' instead of 'str'; use codecs.decode() to decode to arbitrary types");
  }
  if (data.empty()) return val(t->vm->empty_str);
  if (codec.id == CodecId::kLatin1) return decode_latin1(t, data);
  if (codec.id == CodecId::kUtf8 && utf8_validate(data).ok) return str_value(t, data);
  if (codec.id == CodecId::kAscii && is_ascii(data)) return str_value(t, data);
  std::string out;
  DecodeState state;
  size_t consumed;
  return codec_decode(t, codec, errors, data, true, &state, &out, &consumed) ? str_value(t, out)
                                                                             : Value::failed();
}

}  // namespace baton
