// The names of one parse: each spelling once, so that equal names are equal pointers.
//
// An open-addressing table, seeded with the keywords, so that telling a keyword from a name is the
// same look-up. It lives as long as the parse; the spellings live in the arena.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/arena.h"
#include "compiler/token.h"

namespace baton::syntax {

class Interner {
 public:
  explicit Interner(Arena* arena);

  struct Entry {
    const char* data = nullptr;
    uint32_t length = 0;
    uint32_t hash = 0;
    Tok kind = Tok::kName;  // or the keyword it is
  };

  /// The entry of `name`, made if it is new. Valid until the next call.
  const Entry& find(std::string_view name);

  std::string_view intern(std::string_view name) {
    const Entry& e = find(name);
    return {e.data, e.length};
  }

 private:
  static uint32_t hash_of(std::string_view name);
  void grow();

  Arena* arena_;
  std::vector<Entry> table_;
  size_t used_ = 0;
};

}  // namespace baton::syntax
