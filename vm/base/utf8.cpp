// UTF-8 as bytes: the loops. Eight bytes at a time wherever text may be ASCII. No lock is needed.
#include "vm/base/utf8.h"

#include <cstring>

namespace baton {

namespace {

constexpr uint64_t kHighBits = 0x8080808080808080u;

uint64_t load_word(const char* p) {
  uint64_t word;
  std::memcpy(&word, p, sizeof word);
  return word;
}

// First byte at or after `pos` that is not ASCII.
size_t skip_ascii(std::string_view text, size_t pos) {
  while (pos + 8 <= text.size()) {
    uint64_t high = load_word(text.data() + pos) & kHighBits;
    if (high != 0) return pos + static_cast<size_t>(__builtin_ctzll(high)) / 8;
    pos += 8;
  }
  while (pos < text.size() && static_cast<signed char>(text[pos]) >= 0) ++pos;
  return pos;
}

// How many of the eight bytes are continuation bytes (10xxxxxx).
unsigned count_continuations(uint64_t word) {
  return static_cast<unsigned>(__builtin_popcountll(word & (~word << 1) & kHighBits));
}

// The values that the byte after `lead` may have; rules out overlong forms, surrogates and code
// points past U+10FFFF.
struct SecondByteRange {
  unsigned char low;
  unsigned char high;
};

SecondByteRange second_byte_range(unsigned char lead, bool allow_surrogates) {
  switch (lead) {
    case 0xe0: return {0xa0, 0xbf};
    case 0xed: return {0x80, static_cast<unsigned char>(allow_surrogates ? 0xbf : 0x9f)};
    case 0xf0: return {0x90, 0xbf};
    case 0xf4: return {0x80, 0x8f};
    default: return {0x80, 0xbf};
  }
}

// Checks the sequence at `pos`, whose first byte is not ASCII. Gives its length, or 0 with *check
// filled in.
size_t check_sequence(std::string_view text, size_t pos, bool allow_surrogates, Utf8Check* check) {
  auto lead = static_cast<unsigned char>(text[pos]);
  auto fail = [&](size_t end, const char* reason) {
    *check = Utf8Check{false, pos, end, reason};
    return size_t{0};
  };
  if (lead < 0xc2 || lead > 0xf4) return fail(pos + 1, "invalid start byte");
  size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  SecondByteRange range = second_byte_range(lead, allow_surrogates);
  for (size_t i = 1; i < length; ++i) {
    if (pos + i == text.size()) return fail(text.size(), "unexpected end of data");
    auto byte = static_cast<unsigned char>(text[pos + i]);
    if (byte < range.low || byte > range.high) return fail(pos + i, "invalid continuation byte");
    range = {0x80, 0xbf};
  }
  return length;
}

}  // namespace

Utf8Check utf8_validate(std::string_view text, bool allow_surrogates, size_t from) {
  Utf8Check check;
  for (size_t pos = from; pos < text.size();) {
    if (static_cast<signed char>(text[pos]) >= 0) {
      pos = skip_ascii(text, pos);
      continue;
    }
    size_t length = check_sequence(text, pos, allow_surrogates, &check);
    if (length == 0) return check;
    pos += length;
  }
  return check;
}

bool is_ascii(std::string_view text) { return skip_ascii(text, 0) == text.size(); }

bool find_surrogate(std::string_view text, size_t* offset) {
  for (size_t pos = 0; pos + 1 < text.size();) {
    const void* found = std::memchr(text.data() + pos, 0xed, text.size() - pos - 1);
    if (found == nullptr) return false;
    pos = static_cast<size_t>(static_cast<const char*>(found) - text.data());
    if (static_cast<unsigned char>(text[pos + 1]) >= 0xa0) {
      if (offset != nullptr) *offset = pos;
      return true;
    }
    ++pos;
  }
  return false;
}

size_t utf8_length(std::string_view text) {
  size_t continuations = 0;
  size_t pos = 0;
  for (; pos + 8 <= text.size(); pos += 8) {
    continuations += count_continuations(load_word(text.data() + pos));
  }
  for (; pos < text.size(); ++pos) continuations += is_utf8_continuation(text[pos]);
  return text.size() - continuations;
}

char32_t utf8_next(std::string_view text, size_t* pos) {
  size_t at = *pos;
  auto byte = [&](size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  char32_t lead = byte(at);
  *pos = at + 1;
  if (lead < 0x80) return lead;
  unsigned length = utf8_sequence_length(text[at]);
  if (length == 1 || at + length > text.size()) return kReplacementCharacter;
  for (unsigned i = 1; i < length; ++i) {
    if (!is_utf8_continuation(text[at + i])) return kReplacementCharacter;
  }
  *pos = at + length;
  if (length == 2) return ((lead & 0x1f) << 6) | (byte(at + 1) & 0x3f);
  if (length == 3) {
    return ((lead & 0x0f) << 12) | ((byte(at + 1) & 0x3f) << 6) | (byte(at + 2) & 0x3f);
  }
  return ((lead & 0x07) << 18) | ((byte(at + 1) & 0x3f) << 12) | ((byte(at + 2) & 0x3f) << 6) |
         (byte(at + 3) & 0x3f);
}

char32_t utf8_prev(std::string_view text, size_t* pos) {
  size_t start = *pos - 1;
  for (int i = 0; i < 3 && start > 0 && is_utf8_continuation(text[start]); ++i) --start;
  size_t end = start;
  char32_t c = utf8_next(text, &end);
  if (end != *pos) {  // malformed: step over one byte only
    *pos -= 1;
    return kReplacementCharacter;
  }
  *pos = start;
  return c;
}

unsigned utf8_encode(char32_t c, char* to) {
  auto put = [&](int i, char32_t value) { to[i] = static_cast<char>(value); };
  if (c < 0x80) {
    put(0, c);
    return 1;
  }
  if (c < 0x800) {
    put(0, 0xc0 | (c >> 6));
    put(1, 0x80 | (c & 0x3f));
    return 2;
  }
  if (c < 0x10000) {
    put(0, 0xe0 | (c >> 12));
    put(1, 0x80 | ((c >> 6) & 0x3f));
    put(2, 0x80 | (c & 0x3f));
    return 3;
  }
  put(0, 0xf0 | (c >> 18));
  put(1, 0x80 | ((c >> 12) & 0x3f));
  put(2, 0x80 | ((c >> 6) & 0x3f));
  put(3, 0x80 | (c & 0x3f));
  return 4;
}

void utf8_append(std::string* out, char32_t c) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
    return;
  }
  char bytes[4];
  out->append(bytes, utf8_encode(c, bytes));
}

size_t utf8_advance(std::string_view text, size_t from, size_t n) {
  size_t pos = from;
  // A word at a time: each byte that is no continuation starts a code point.
  while (n >= 8 && pos + 8 <= text.size()) {
    n -= 8 - count_continuations(load_word(text.data() + pos));
    pos += 8;
  }
  // The word may have ended inside a code point that has been counted already.
  if (pos != from) {
    while (pos < text.size() && is_utf8_continuation(text[pos])) ++pos;
  }
  while (n > 0 && pos < text.size()) {
    ++pos;
    while (pos < text.size() && is_utf8_continuation(text[pos])) ++pos;
    --n;
  }
  return pos;
}

size_t utf8_retreat(std::string_view text, size_t from, size_t n) {
  size_t pos = from;
  while (n >= 8 && pos >= 8) {
    unsigned starts = 8 - count_continuations(load_word(text.data() + pos - 8));
    n -= starts;
    pos -= 8;
  }
  // The last word may begin inside a code point whose start has not been counted.
  if (n == 0) {
    while (pos < from && is_utf8_continuation(text[pos])) ++pos;
  }
  while (n > 0 && pos > 0) {
    --pos;
    if (!is_utf8_continuation(text[pos])) --n;
  }
  return pos;
}

}  // namespace baton
