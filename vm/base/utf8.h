// UTF-8 as bytes: checking, counting, stepping.
//
// Strings are UTF-8, with one extension: a lone surrogate (U+D800..U+DFFF) may be stored in the
// three bytes that the generalised encoding gives it, because Python's str may hold one. Text from
// outside is checked by utf8_validate; everything else here trusts its input and only promises not
// to read out of bounds. What a character means is unicode.h's business. No lock is needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace baton {

inline constexpr char32_t kMaxCodePoint = 0x10ffff;
inline constexpr char32_t kReplacementCharacter = 0xfffd;

inline bool is_surrogate(char32_t c) { return c >= 0xd800 && c <= 0xdfff; }
// True for the second to fourth byte of a sequence.
inline bool is_utf8_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

// What utf8_validate finds. When !ok, bytes [start, end) are in error, as UnicodeDecodeError
// reports them, and `reason` is one of "invalid start byte", "invalid continuation byte",
// "unexpected end of data".
struct Utf8Check {
  bool ok = true;
  size_t start = 0;
  size_t end = 0;
  const char* reason = "";
};

// Checks `text` from byte `from` on. `allow_surrogates` admits the three-byte form of a lone
// surrogate (the codec's surrogatepass).
Utf8Check utf8_validate(std::string_view text, bool allow_surrogates = false, size_t from = 0);

bool is_ascii(std::string_view text);
// True when a surrogate is stored in the (generalised) text; *offset (may be null) is where.
bool find_surrogate(std::string_view text, size_t* offset);

// Number of code points.
size_t utf8_length(std::string_view text);

// Bytes of the sequence that `lead` starts: 1..4 (1 for a byte that can't start one).
inline unsigned utf8_sequence_length(char lead) {
  auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xc0) return 1;
  if (byte < 0xe0) return 2;
  if (byte < 0xf0) return 3;
  return byte < 0xf8 ? 4 : 1;
}

// Decodes the code point at *pos and moves *pos past it. *pos < text.size(). Malformed bytes come
// out one by one as U+FFFD.
char32_t utf8_next(std::string_view text, size_t* pos);
// Moves *pos (> 0) back by one code point and decodes it.
char32_t utf8_prev(std::string_view text, size_t* pos);
// Decodes the code point at `pos` without moving.
inline char32_t utf8_at(std::string_view text, size_t pos) { return utf8_next(text, &pos); }

// Bytes that `c` takes: 1..4.
inline unsigned utf8_width(char32_t c) {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}
// Writes `c` (surrogates included) to `to`, which has room for 4 bytes; returns how many it took.
unsigned utf8_encode(char32_t c, char* to);
void utf8_append(std::string* out, char32_t c);

// Byte offset reached from byte `from` by `n` code points forward, at most text.size().
size_t utf8_advance(std::string_view text, size_t from, size_t n);
// Byte offset reached from byte `from` by `n` code points backward, at least 0.
size_t utf8_retreat(std::string_view text, size_t from, size_t n);
// Byte offset of code point `index`, at most text.size().
inline size_t utf8_offset_of(std::string_view text, size_t index) {
  return utf8_advance(text, 0, index);
}
// Index of the code point that starts at byte `offset`.
inline size_t utf8_index_of(std::string_view text, size_t offset) {
  return utf8_length(text.substr(0, offset));
}

}  // namespace baton
