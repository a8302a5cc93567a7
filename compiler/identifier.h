// Which characters make a name, and how names are normalised (PEP 3131).
//
// ASCII names never come here: the lexer knows those. Unicode's tables are utf8proc's; what this
// file adds is XID_Start and XID_Continue, which utf8proc has no property for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace baton::syntax {

bool is_identifier_start(int32_t code_point);
bool is_identifier_continue(int32_t code_point);

/// True for what str.isprintable() calls printable.
bool is_printable(int32_t code_point);

/// The NFKC form of `name`, which must be valid UTF-8.
std::string normalize_identifier(std::string_view name);

/// Decodes one character of valid UTF-8 at `p` and stores its length.
int32_t decode_character(const char* p, int* length);

/// Appends a code point, surrogates included (as three bytes).
void append_utf8(std::string* out, uint32_t code_point);

}  // namespace baton::syntax
