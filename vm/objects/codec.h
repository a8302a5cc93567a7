// Encodings as the machine knows them: from a name to a CodecSpec, and the two loops that turn bytes
// into text and back, in one go or piece by piece.
//
// Text is generalised UTF-8 (as everywhere). The error handlers of the language are built in; others
// come from codecs.register_error(), which keeps them in the module _codecs. A handler is script: views
// handed to codec_decode may belong to a bytearray (they are copied before script runs), a Str is
// immutable. What is a stream, and which object offers which method, is the standard library's business.
// Lock held.
#pragma once
#include <string>
#include <string_view>

#include "vm/objects/objects.h"

namespace baton {

enum class CodecId : uint8_t {
  kUnknown,
  kUtf8,
  kUtf8Sig,
  kAscii,
  kLatin1,
  kUtf16,
  kUtf16Le,
  kUtf16Be,
  kUtf32,
  kUtf32Le,
  kUtf32Be,
  kCharmap,
  kUnicodeEscape,
  kRawUnicodeEscape,
};

struct CodecSpec {
  CodecId id = CodecId::kUnknown;
  const char* name = "";            // canonical: what CodecInfo.name says
  const char16_t* table = nullptr;  // kCharmap: the upper 128 bytes; 0xfffe where undefined
  bool known() const { return id != CodecId::kUnknown; }
  // Is every ASCII character the same single byte?
  bool ascii_superset() const {
    return id == CodecId::kUtf8 || id == CodecId::kAscii || id == CodecId::kLatin1 ||
           id == CodecId::kCharmap;
  }
};
// By any of its names, whatever their case and punctuation. Never fails.
CodecSpec find_codec(std::string_view encoding);

// What a decoder remembers between pieces; input that is no whole character yet is the caller's to keep.
struct DecodeState {
  int8_t order = 0;      // UTF-16/32: -1 little, 1 big, 0 not known yet
  bool started = false;  // UTF-8-sig: past the place of a signature
  bool stream = false;   // a byte order mark is required, as CPython's incremental decoders want it
};
// Appends what `data` says. Without `final` an incomplete end is left: *consumed tells how much was
// used. False: exception pending.
bool codec_decode(Thread* t, const CodecSpec& codec, std::string_view errors, std::string_view data,
                  bool final, DecodeState* state, std::string* out, size_t* consumed);

struct EncodeState {
  bool started = false;  // the byte order mark is out
};
bool codec_encode(Thread* t, const CodecSpec& codec, std::string_view errors, Str* text,
                  EncodeState* state, std::string* out);

// A handler registered under this name, or unbound().
Value find_error_handler(Thread* t, std::string_view name);
// Is it the name of a handler, built in or registered?
bool known_error_handler(Thread* t, std::string_view name);
BATON_COLD bool raise_unknown_handler(Thread* t, std::string_view name);
// The encoding found by the functions of codecs.register(): a CodecInfo, unbound() if there is none.
Value search_script_codec(Thread* t, std::string_view encoding);

// Shared by codec.cpp and codec_escape.cpp: a place in the data that can't be decoded, and what the
// handler makes of it.
class DecodeSink {
 public:
  DecodeSink(Thread* thread, const char* name, std::string_view errors, std::string_view bytes,
             std::string* to)
      : t(thread), data(bytes), out(to), name_(name), errors_(errors) {}
  // [start, end) is bad: appends the replacement, sets *next to where to go on. May run script.
  bool error(size_t start, size_t end, const char* reason, size_t* next);
  void set_name(const char* name) { name_ = name; }
  std::string_view errors() const { return errors_; }

  Thread* t;
  std::string_view data;  // taken anew after every error()
  std::string* out;

 private:
  bool raise(size_t start, size_t end, const char* reason);
  bool call_handler(Value handler, size_t start, size_t end, const char* reason, size_t* next);
  bool own_data();
  const char* name_;
  std::string_view errors_;
  Value object_ = Value::unbound();
};
bool decode_unicode_escape(DecodeSink* sink, bool final, size_t* consumed);
bool decode_raw_unicode_escape(DecodeSink* sink, bool final, size_t* consumed);
void encode_unicode_escape(Str* text, bool raw, std::string* out);
void append_escaped(std::string* out, char32_t c);  // \xff, \uffff or \U0010ffff

}  // namespace baton
