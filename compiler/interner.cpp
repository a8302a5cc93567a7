// See interner.h.
#include "compiler/interner.h"

namespace baton::syntax {
namespace {

struct Keyword {
  Tok kind;
  std::string_view text;
};

constexpr Keyword kKeywords[] = {
#define BATON_ROW(id, text) {Tok::id, text},
    BATON_KEYWORDS(BATON_ROW)
#undef BATON_ROW
};

constexpr size_t kFirstSize = 256;  // a power of two

}  // namespace

Interner::Interner(Arena* arena) : arena_(arena), table_(kFirstSize) {
  for (const Keyword& k : kKeywords) {
    uint32_t h = hash_of(k.text);
    size_t i = h & (table_.size() - 1);
    while (table_[i].data) i = (i + 1) & (table_.size() - 1);
    table_[i] = {k.text.data(), static_cast<uint32_t>(k.text.size()), h, k.kind};
    ++used_;
  }
}

uint32_t Interner::hash_of(std::string_view name) {
  uint64_t h = name.size() * 0x9E3779B97F4A7C15u;
  const char* p = name.data();
  size_t n = name.size();
  while (n >= 8) {
    uint64_t word;
    std::memcpy(&word, p, 8);
    h = (h ^ word) * 0xD6E8FEB86659FD93u;
    h ^= h >> 32;
    p += 8;
    n -= 8;
  }
  uint64_t word = 0;
  std::memcpy(&word, p, n);
  h = (h ^ word) * 0xD6E8FEB86659FD93u;
  return static_cast<uint32_t>(h ^ (h >> 32));
}

const Interner::Entry& Interner::find(std::string_view name) {
  uint32_t h = hash_of(name);
  size_t mask = table_.size() - 1;
  size_t i = h & mask;
  while (table_[i].data) {
    const Entry& e = table_[i];
    if (e.hash == h && e.length == name.size() &&
        std::memcmp(e.data, name.data(), name.size()) == 0) {
      return e;
    }
    i = (i + 1) & mask;
  }
  if (used_ * 2 > table_.size()) {
    grow();
    mask = table_.size() - 1;
    i = h & mask;
    while (table_[i].data) i = (i + 1) & mask;
  }
  std::string_view copy = arena_->copy(name);
  table_[i] = {copy.data(), static_cast<uint32_t>(copy.size()), h, Tok::kName};
  ++used_;
  return table_[i];
}

void Interner::grow() {
  std::vector<Entry> old(table_.size() * 2);
  old.swap(table_);
  size_t mask = table_.size() - 1;
  for (const Entry& e : old) {
    if (!e.data) continue;
    size_t i = e.hash & mask;
    while (table_[i].data) i = (i + 1) & mask;
    table_[i] = e;
  }
}

}  // namespace baton::syntax
