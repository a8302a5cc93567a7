// The _codecs module: the machine's encodings (vm/objects/codec.h) piece by piece, for codecs.py, and the
// places where registered error handlers and search functions are kept. Lock held.
#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/codec.h"
#include "vm/objects/containers.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup functions{"_codecs"};

bool known(Thread* t, std::string_view encoding, CodecSpec* out) {
  *out = find_codec(encoding);
  if (out->known()) return true;
  raise(t, t->vm->classes.lookup_error, "unknown encoding: " + std::string(encoding));
  return false;
}

Value name_of(Thread* t, std::string_view encoding) {
  CodecSpec codec = find_codec(encoding);
  return codec.known() ? str_value(t, codec.name) : Value::none();
}
DEF(functions, name_of, "name_of(encoding, /)", "The usual name of a native encoding, or None.")

// What CPython calls the function behind an encoding, for its errors.
std::string function_name(const CodecSpec& codec, const char* what) {
  std::string name = codec.id == CodecId::kCharmap   ? "charmap"
                     : codec.id == CodecId::kLatin1  ? "latin_1"
                     : codec.id == CodecId::kUtf8Sig ? "utf_8"
                                                     : codec.name;
  for (char& c : name)
    if (c == '-') c = '_';
  return name + "_" + what + "()";
}

// encode_piece(text, encoding, errors, started) -> bytes
Value encode_piece(Thread* t, Value text, std::string_view encoding, std::string_view errors,
                   bool started) {
  CodecSpec codec;
  if (!known(t, encoding, &codec)) return Value::failed();
  Str* s = try_as<Str>(text);
  if (!s)
    return type_error(
        t, function_name(codec, "encode") + " argument 1 must be str, not " + type_name(t, text));
  std::string out;
  EncodeState state;
  state.started = started;
  if (!codec_encode(t, codec, errors, s, &state, &out)) return Value::failed();
  Bytes* b = new_bytes(t, out);
  return b ? val(b) : Value::failed();
}
DEF(functions, encode_piece, "encode_piece(text, encoding, errors, started, /)",
    "The bytes of a piece of text.")

// decode_piece(data, encoding, errors, final, order, started, stream) -> (text, consumed, order, started)
Value decode_piece(Thread* t, Value data, std::string_view encoding, std::string_view errors,
                   bool final, int64_t order, bool started, bool stream) {
  CodecSpec codec;
  if (!known(t, encoding, &codec)) return Value::failed();
  Pinned p{};
  bool escapes = codec.id == CodecId::kUnicodeEscape || codec.id == CodecId::kRawUnicodeEscape;
  std::string_view view;
  if (escapes && is<Str>(data)) {
    view = as<Str>(data)->view();
  } else {
    if (!pin_bytes(t, data, &p)) return Value::failed();
    view = {reinterpret_cast<const char*>(p.data), p.size};
  }
  DecodeState state;
  state.order = static_cast<int8_t>(order);
  state.started = started;
  state.stream = stream;
  std::string out;
  size_t consumed = 0;
  bool ok = codec_decode(t, codec, errors, view, final, &state, &out, &consumed);
  if (p.data) unpin(&p);
  keep_alive(data);
  if (!ok) return Value::failed();
  Value text = str_value(t, out);
  if (text.is_failed()) return text;
  return tuple_of(t, {text, new_uint(t, consumed), Value::from_int(state.order),
                      Value::boolean(state.started)});
}
DEF(functions, decode_piece,
    "decode_piece(data, encoding, errors, final, order, started, stream, /)",
    "(text, bytes used, byte order, started)")

Value search(Thread* t, std::string_view encoding) {
  Value info = search_script_codec(t, std::string(encoding));
  return info.is_unbound() ? Value::none() : info;
}
DEF(functions, search, "search(encoding, /)", "What the registered functions find, or None.")

Value is_handler(Thread* t, std::string_view name) {
  return Value::boolean(known_error_handler(t, name));
}
DEF(functions, is_handler, "is_handler(name, /)", "Is there an error handler of this name?")

}  // namespace

void init_codecs(Thread* t, Module* m) {
  install_functions(t, m, functions);
  Dict* handlers = new_dict(t);
  if (!handlers || !dict_set_cstr(t, m->dict, "_handlers", val(handlers))) return;
  Dict* found = new_dict(t);
  if (!found || !dict_set_cstr(t, m->dict, "_found", val(found))) return;
  List* searchers = new_list(t);
  if (searchers) dict_set_cstr(t, m->dict, "_searchers", val(searchers));
}

}  // namespace baton
