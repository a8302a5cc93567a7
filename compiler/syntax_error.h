// What went wrong in a source text, as plain data.
//
// The compiler raises nothing: it returns one of these, and whoever called it (import, eval, the
// REPL) makes the exception. The fields are SyntaxError's attributes, with the same conventions.
#pragma once

#include <string>

namespace baton {

struct SyntaxErrorInfo {
  std::string type = "SyntaxError";  // or "IndentationError", "TabError"
  std::string message;
  std::string filename;
  int line = 0;      // lineno, 1-based
  int col = 0;       // offset: 1-based, in characters
  int end_line = 0;  // end_lineno
  int end_col = 0;   // end_offset: 1-based, exclusive; -1 (or 0) when only the start is known
  std::string text;  // the source line `line`, with its newline
  // The input ended where more could have made it valid: a REPL reads another line.
  bool incomplete = false;
};

}  // namespace baton
