// The compiler's front door: source bytes in, a syntax tree or an error out.
//
// `parse` keeps no state between calls, takes no lock and may run on any number of threads. It never
// throws on bad input and never uses more than a bounded amount of stack, however deep the input
// nests: too deep is a SyntaxError.
// Errors that need scopes ('return' outside function, nonlocal at module level, ...) are not found
// here but by the pass that resolves names.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/arena.h"
#include "compiler/ast.h"
#include "compiler/source.h"
#include "compiler/syntax_error.h"
#include "vm/bytecode/code_blob.h"

namespace baton {

enum class ParseMode {
  kExec,    // a module: any number of statements
  kEval,    // one expression
  kSingle,  // one interactive statement
};

struct ParseOptions {
  // The bytes come from a str, so an encoding cookie in them means nothing.
  bool is_text = false;
};

struct ParseResult {
  std::unique_ptr<Arena> arena;  // owns the tree
  ast::Mod* mod = nullptr;       // null iff `error`
  std::optional<SyntaxErrorInfo> error;
  std::vector<CompileWarning> warnings;  // invalid escapes
  std::shared_ptr<SourceText> source;    // null if the bytes could not be decoded
  // kSingle only: a compound statement that is valid as it stands but that no empty line has ended
  // yet, so that an interactive reader should ask for more lines.
  bool open_block = false;
};

/// Parses `bytes`. Exactly one of `mod` and `error` is set in the result.
ParseResult parse(std::string_view bytes, std::string filename, ParseMode mode,
                  ParseOptions options = {});

}  // namespace baton
