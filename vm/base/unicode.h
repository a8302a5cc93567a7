// What characters mean: classes, case, normal forms, and how a str is shown.
//
// A thin layer over utf8proc's tables with the rules of Python's str methods on top (full case
// mappings, the final sigma, identifiers, what repr() may print). The few properties that utf8proc
// lacks are small tables in unicode.cpp. Strings are (generalised) UTF-8; ASCII is handled first
// and fast. No lock is needed, nothing is cached.
#pragma once

#include <string>
#include <string_view>

namespace baton {

// One character, as the str methods of the same name judge a one-character string.
bool is_alpha(char32_t c);
bool is_decimal(char32_t c);
bool is_digit(char32_t c);
bool is_numeric(char32_t c);
bool is_space(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_title(char32_t c);
bool is_printable(char32_t c);
inline bool is_alnum(char32_t c) { return is_alpha(c) || is_numeric(c) || is_digit(c); }
// May start, or continue, an identifier ('_' included).
bool is_identifier_start(char32_t c);
bool is_identifier_continue(char32_t c);
// Ends a line for str.splitlines().
bool is_line_break(char32_t c);
// Value 0..9 of a decimal digit of any script, -1 for anything else.
int decimal_value(char32_t c);
// Simple (one to one) case mappings.
char32_t simple_lower(char32_t c);
char32_t simple_upper(char32_t c);
// Two-letter general category, as unicodedata.category.
const char* general_category(char32_t c);
// Columns that a character takes on a terminal: 0, 1 or 2.
int display_width(char32_t c);

// Whole strings, as the str methods: "ß".upper() is "SS", a final capital sigma lowers to ς.
std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);
std::string to_title(std::string_view text);
std::string to_capitalized(std::string_view text);
std::string to_swapcase(std::string_view text);
std::string to_casefold(std::string_view text);

bool is_identifier(std::string_view text);
// All-of tests of the str methods; false for the empty string unless noted.
bool all_alpha(std::string_view text);
bool all_alnum(std::string_view text);
bool all_decimal(std::string_view text);
bool all_digit(std::string_view text);
bool all_numeric(std::string_view text);
bool all_space(std::string_view text);
bool all_printable(std::string_view text);  // true for the empty string
bool str_is_upper(std::string_view text);
bool str_is_lower(std::string_view text);
bool str_is_title(std::string_view text);

enum class NormalForm { kNfc, kNfd, kNfkc, kNfkd };
// unicodedata.normalize. Text with surrogates passes them through unchanged.
std::string normalize(std::string_view text, NormalForm form);
inline std::string nfkc(std::string_view text) { return normalize(text, NormalForm::kNfkc); }

// repr() of a str: quotes chosen and escapes written as Python does.
std::string repr_str(std::string_view text);
// ascii() of a str: as repr_str, with everything past ASCII escaped.
std::string ascii_str(std::string_view text);
// repr() of bytes: b'...'.
std::string repr_bytes(std::string_view bytes);
// Appends the escaped content of repr_bytes, without prefix or quotes; `quote` is escaped.
void append_bytes_escaped(std::string* out, std::string_view bytes, char quote);
// Replaces everything past ASCII in `text` (already a repr) by \x, \u and \U escapes.
std::string escape_non_ascii(std::string_view text);

}  // namespace baton
