// What the text files share: room for new strings, views of bytes-like objects, the algorithms that
// str, bytes and bytearray have in common, the codecs.
//
// Lock held throughout. A view of a str or bytes stays good while the object is alive; a view of a
// bytearray only until script code runs, so views are taken after the last such call. Functions
// that return a Value or pointer fail with an exception pending.
#pragma once
#include <cstring>

#include "vm/base/bigint.h"
#include "vm/native/native.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"

namespace baton {

// Longest str in bytes: sizes are 32 bits, and sums of two must not wrap.
inline constexpr size_t kMaxText = 0x7fffff00;
inline constexpr size_t kMaxBytes = size_t{1} << 46;  // asking malloc for more is pointless

// --- str ---
// A new str of `size` bytes and `length` code points whose bytes the caller writes at once.
Str* take_str(Thread* t, size_t size, size_t length);
Str* new_str_of_shape(Thread* t, std::string_view utf8, uint32_t shape);
// A part of `from`, which must be kept alive by the caller.
Str* new_substr(Thread* t, Str* from, std::string_view part);
Value new_str_iterator(Thread* t, Str* s);
// The character that begins at byte *pos; moves *pos past it.
Str* str_char_at(Thread* t, Str* s, size_t* pos);

// --- bytes, bytearray ---
inline bool is_bytes_like(Value v) { return is<Bytes>(v) || is<ByteArray>(v); }
// As is_bytes_like, and everything else with a Buffer: memoryview, arrays.
inline bool is_buffer(Value v) {
  return is_bytes_like(v) || (is<NativeObject>(v) && as<NativeObject>(v)->type->buffer);
}
// The bytes of a NativeObject that is_buffer; empty if they can't be had in one piece.
std::string_view native_buffer_view(Value v);
inline std::string_view bytes_view(Value v) {  // needs is_buffer
  if (is<Bytes>(v)) return as<Bytes>(v)->view();
  if (BATON_UNLIKELY(!is<ByteArray>(v))) return native_buffer_view(v);
  ByteArray* b = as<ByteArray>(v);
  return {b->data ? reinterpret_cast<const char*>(b->data) : "", b->size};
}
// As bytes_view; TypeError "a bytes-like object is required, not 'x'".
bool to_bytes_view(Thread* t, Value v, std::string_view* out);
Bytes* take_bytes(Thread* t, size_t size, uint32_t shape);
ByteArray* new_bytearray(Thread* t, std::string_view data);
ByteArray* take_bytearray(Thread* t, size_t size, uint32_t shape);
bool bytearray_resize(Thread* t, ByteArray* b, size_t size);  // BufferError while exported
// The bytes that the constructors make of their arguments; `array` picks the wording.
bool bytes_from_arguments(Thread* t, Value source, Value encoding, Value errors, bool array,
                          std::string* out);
// Appends the items of an iterable of integers; may run script.
bool bytes_from_iterable(Thread* t, Value iterable, bool array, std::string* out);
bool byte_value(Thread* t, Value v, const char* message, uint8_t* out);  // ValueError(message)
Value new_bytes_iterator(Thread* t, Value bytes_or_array);

// --- what all three share (text_algorithms.cpp) ---
// A new object of self's kind (exact class) holding `part` of self's text; self itself if it is
// immutable, exact and the part is all of it.
Value make_like(Thread* t, Value self, std::string_view part);
struct Room {
  Value v = Value::failed();
  char* p = nullptr;
};
// An object of self's kind for the caller to fill in.
Room take_like(Thread* t, Value self, size_t size, size_t length);
inline std::string_view text_view(Value v) {
  return is<Str>(v) ? as<Str>(v)->view() : bytes_view(v);
}
// Characters of a part of self.
size_t text_length(Value self, std::string_view part);
constexpr size_t kNotFound = std::string_view::npos;
size_t text_find(std::string_view text, std::string_view part, size_t from = 0);
size_t text_rfind(std::string_view text, std::string_view part);
size_t text_count(std::string_view text, std::string_view part, size_t limit = SIZE_MAX);
Value text_split(Thread* t, Value self, std::string_view sep, int64_t limit);  // sep not empty
Value text_rsplit(Thread* t, Value self, std::string_view sep, int64_t limit);
Value text_split_space(Thread* t, Value self, int64_t limit);
Value text_rsplit_space(Thread* t, Value self, int64_t limit);
Value text_splitlines(Thread* t, Value self, bool keep_ends);
Value text_partition(Thread* t, Value self, Value sep, bool last);  // ValueError: empty separator
Value text_replace(Thread* t, Value self, std::string_view from, std::string_view to,
                   int64_t limit);
enum StripSides { kStripLeft = 1, kStripRight = 2, kStripBoth = 3 };
Value text_strip(Thread* t, Value self, const std::string_view* chars, int sides);
Value text_expandtabs(Thread* t, Value self, int64_t tab_size);
Value text_zfill(Thread* t, Value self, int64_t width);
enum class Justify { kLeft, kRight, kCenter };
Value text_justify(Thread* t, Value self, int64_t width, std::string_view fill, Justify side);
Value text_join(Thread* t, Value self, Value iterable);
Value text_repeat(Thread* t, Value self, Value count);
// Optional start and end of find() and the like, converted (may run script), not yet clipped.
bool bounds_given(Thread* t, Value start, Value end, int64_t* from, int64_t* to);
// Clips to `length` as CPython's ADJUST_INDICES; start may stay past the end.
void clip_bounds(int64_t length, int64_t* from, int64_t* to);
bool is_byte_space(char c);

// --- formatting ---
// format(v, spec) of an int, float, complex, bool or str by its layout, whatever its class.
Value format_builtin(Thread* t, Value v, Str* spec);
Value bytes_percent(Thread* t, Value format, Value args);

// --- codecs (text_codec.cpp) ---
// str -> bytes. LookupError for unknown names, UnicodeEncodeError. `encoding` as scripts spell it.
Bytes* encode_str(Thread* t, Str* s, std::string_view encoding, std::string_view errors);
// bytes -> str. `data` must stay in place; no script code runs.
Value decode_text(Thread* t, std::string_view data, std::string_view encoding,
                  std::string_view errors);

// --- registration, by file ---
void register_str_methods(Vm* vm, Thread* t);
void register_str_search(Vm* vm, Thread* t);
void register_str_format(Vm* vm, Thread* t);
void register_text_iterators(Vm* vm, Thread* t);
void register_bytes(Vm* vm, Thread* t);
void register_bytes_methods(Vm* vm, Thread* t);
void register_bytearray(Vm* vm, Thread* t);

// `self` of methods that bytes and bytearray share, and bytes-like arguments: the view is taken
// when asked for.
struct ByteSelf {
  Value v;
  std::string_view view() const { return bytes_view(v); }
};
struct BytesLike {
  Value v;
  std::string_view view() const { return bytes_view(v); }
};
namespace native_detail {
template <>
struct Arg<ByteSelf> {
  static bool get(Thread* t, const NativeDef* d, int i, Value v, ByteSelf* o) {
    if (!is_bytes_like(v)) return arg_type_error(t, d, i, "bytes", v);
    o->v = v;
    return true;
  }
};
template <>
struct Arg<BytesLike> {
  static bool get(Thread* t, const NativeDef*, int, Value v, BytesLike* o) {
    std::string_view unused;
    if (!to_bytes_view(t, v, &unused)) return false;
    o->v = v;
    return true;
  }
};
}  // namespace native_detail

}  // namespace baton
