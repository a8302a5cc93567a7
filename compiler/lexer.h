// Source text -> tokens, all of them at once.
//
// The parser then walks an array and may look ahead or back up for nothing. The lexer decides what
// CPython's tokenizer decides: layout (NEWLINE, INDENT, DEDENT), bracket matching, where literals
// end and whether they are well formed. What literals mean is the parser's business.
// What always holds: the array ends with exactly one kEnd or kError token; after kError, `error()`
// says why. Time is linear in the input, and no recursion is used.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/interner.h"
#include "compiler/token.h"

namespace baton::syntax {

inline constexpr const char* kSyntaxError = "SyntaxError";

struct LexError {
  const char* type = kSyntaxError;
  std::string message;
  int line = 0;
  int col = 0;  // as SyntaxError's offset: 1-based, in characters; likewise end_col
  int end_col = 0;
  bool at_end = false;  // more input could have helped
  // Of layout, not of a token: an error that the parser met earlier is the better one.
  bool layout = false;
};

class Lexer {
 public:
  /// `text` must be followed by a NUL and contain none, and be valid UTF-8.
  Lexer(std::string_view text, Interner* names, std::vector<Token>* out)
      : p_(text.data()), line_start_(text.data()), names_(names), out_(out) {}

  /// Lexes a whole file. False on error.
  bool run_file();

  /// Lexes the expression of an f-string's replacement field, between two bracket tokens made up
  /// for it, and a kEnd. (`line`, `col`) is where the opening brace stands, `end_line` and `end_col`
  /// where the expression ends.
  bool run_field(int line, int col, int end_line, int end_col);

  const LexError& error() const { return error_; }

  /// The innermost bracket still open when the input ended, for "'(' was never closed"; 0 if none.
  char open_bracket() const { return level_ ? stack_[level_ - 1].bracket : 0; }
  int open_bracket_line() const { return level_ ? stack_[level_ - 1].line : 0; }
  int open_bracket_col() const { return level_ ? stack_[level_ - 1].col : 0; }

 private:
  struct Bracket {
    char bracket;
    int line;
    int col;  // 0-based, bytes
  };

  bool run();
  bool indentation();
  bool continuation();
  void skip_comment();
  bool name_or_prefixed_string();
  bool unicode_name();
  bool number();
  bool radix_number(int bits, const char* kind);
  bool decimal_tail();
  bool end_of_number(const char* kind);
  bool fraction();
  bool exponent_or_imaginary();
  bool string();
  bool operator_token();
  bool open(Tok kind, char bracket);
  bool close(Tok kind, char bracket);

  int column(const char* p) const { return static_cast<int>(p - line_start_) + shift_; }
  void emit(Tok kind, const char* start, int start_line, int start_col);
  void emit_here(Tok kind);
  void next_line() {
    ++line_;
    line_start_ = p_;
    shift_ = 0;
  }
  int characters_to(const char* p) const;
  bool fail(const char* type, std::string message, int line, int col, int end_col);
  bool fail_at_cursor(std::string message);
  bool fail_character(const char* at);

  static constexpr int kMaxLevel = 200;
  static constexpr int kMaxIndent = 100;

  const char* p_;
  const char* line_start_;
  const char* token_ = nullptr;  // start of the token being read
  int line_ = 1;
  int shift_ = 0;  // added to columns of the first line when the text starts in mid-line
  int level_ = 0;
  bool in_field_ = false;
  Bracket stack_[kMaxLevel];
  int indents_ = 1;
  int indent_[kMaxIndent] = {0};
  int alt_indent_[kMaxIndent] = {0};
  Interner* names_;
  std::vector<Token>* out_;
  LexError error_;
};

}  // namespace baton::syntax
