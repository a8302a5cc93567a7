// Names of characters, for `\N{...}` in string literals.
//
// Unicode's full list of names is several times the size of this program, so only part of it is
// here: everything whose name can be computed (CJK ideographs, Hangul syllables), ASCII, Latin-1,
// the Greek and Cyrillic letters, and the punctuation, arrows and symbols that programs print.
#pragma once

#include <cstdint>
#include <string_view>

namespace baton::syntax {

/// The character called `name` (any case), or -1 if it is not known here.
int32_t named_character(std::string_view name);

}  // namespace baton::syntax
