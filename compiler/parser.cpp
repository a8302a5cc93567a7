// The entry: lexes, parses, settles which error to report. See parser.h and parser_impl.h.
#include "compiler/parser.h"

#include <new>

#include "compiler/parser_impl.h"

namespace baton {
namespace syntax {

using namespace ast;

Parser::Parser(Arena* arena, const SourceText* source)
    : arena_(arena), source_(source), names_(arena) {
  match_ = names_.intern("match");
  case_ = names_.intern("case");
  underscore_ = names_.intern("_");
  print_ = names_.intern("print");
  exec_ = names_.intern("exec");
  debug_ = names_.intern("__debug__");
}

Mod* Parser::parse(ParseMode mode) {
  std::string_view text = source_->text();
  size_t guess = text.size() / 5 + 16;
  tokens_.reserve(guess < 65536 ? guess : 65536);
  Lexer lexer(text, &names_, &tokens_);
  if (!lexer.run_file()) {
    lex_failed_ = true;
    lex_error_ = lexer.error();
    // An input that ends (or breaks) inside brackets may be blamed on them.
    if ((lex_error_.at_end || lex_error_.layout) && lexer.open_bracket()) {
      open_bracket_ = lexer.open_bracket();
      open_bracket_line_ = lexer.open_bracket_line();
      open_bracket_col_ = lexer.open_bracket_col();
    }
  }
  auto* mod = arena_->make<Mod>();
  try {
    switch (mode) {
      case ParseMode::kExec:
        mod->kind = ModKind::kModule;
        while (!at(Tok::kEnd)) statement();
        mod->body = take<Stmt>(0);
        break;
      case ParseMode::kEval: {
        mod->kind = ModKind::kExpression;
        mod->expr = star_expressions();
        while (accept(Tok::kNewline)) {}
        if (!at(Tok::kEnd)) fail_syntax();
        break;
      }
      case ParseMode::kSingle: {
        mod->kind = ModKind::kInteractive;
        if (at(Tok::kEnd)) {
          push(node<Pass>(start()));
          mod->body = take<Stmt>(0);
          break;
        }
        statement();
        mod->body = take<Stmt>(0);
        StmtKind first = mod->body[0]->kind;
        bool compound = first == StmtKind::kFunctionDef || first == StmtKind::kClassDef ||
                        first == StmtKind::kIf || first == StmtKind::kFor ||
                        first == StmtKind::kWhile || first == StmtKind::kWith ||
                        first == StmtKind::kMatch || first == StmtKind::kTry ||
                        first == StmtKind::kTryStar;
        if (!at(Tok::kEnd)) {
          if (compound) fail_syntax();
          fail("SyntaxError", "multiple statements found while compiling a single statement",
               mod->body[0]->line, mod->body[0]->end_col, mod->body[0]->line,
               mod->body[0]->end_col);
        }
        if (compound) {
          std::string_view final_line = source_->line(source_->line_count());
          open_block_ = final_line.find_first_not_of(" \t\f") != std::string_view::npos;
        }
        break;
      }
    }
    if (!deferred_) return mod;
    error_ = deferred_;
    return nullptr;
  } catch (const ParseFailure&) {
    settle_lexer_error();
    return nullptr;
  }
}

}  // namespace syntax

ParseResult parse(std::string_view bytes, std::string filename, ParseMode mode,
                  ParseOptions options) {
  ParseResult result;
  result.arena = std::make_unique<Arena>();
  result.source = SourceText::load(bytes, std::move(filename), options.is_text, &result.error);
  if (!result.source) return result;
  syntax::Parser parser(result.arena.get(), result.source.get());
  result.mod = parser.parse(mode);
  result.error = parser.error();
  result.warnings = parser.take_warnings();
  result.open_block = parser.open_block();
  return result;
}

}  // namespace baton
