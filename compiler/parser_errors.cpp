// How failures are worded and where they point. See parser_impl.h.
//
// The order of precedence is CPython's: an error of the lexer, wherever in the file, beats the
// parser's; then a bracket left open on an earlier line; then what the parser found.
#include "compiler/parser_impl.h"

namespace baton::syntax {

using namespace ast;

Position Parser::position_of(const Token& t) {
  Position p;
  p.line = static_cast<int>(t.line);
  p.col = static_cast<int>(t.col);
  p.end_line = static_cast<int>(t.end_line);
  p.end_col = static_cast<int>(t.end_col);
  return p;
}

// Whether nothing but the ends of blocks follows.
bool Parser::at_end_of_input() const {
  size_t i = pos_;
  while (tokens_[i].kind == Tok::kDedent) ++i;
  return tokens_[i].kind == Tok::kEnd;
}

// Columns are byte offsets here, and characters in the result; an end_col of -1 stays, kNoEnd is 0.
SyntaxErrorInfo Parser::describe(const char* type, std::string message, int line, int col,
                                 int end_line, int end_col) const {
  SyntaxErrorInfo e;
  e.type = type;
  e.message = (field_depth_ && message.compare(0, 8, "f-string") != 0 ? "f-string: " : "") +
              std::move(message);
  e.filename = source_->filename();
  e.line = line;
  e.col = count_characters(source_->line(line), col) + 1;
  e.end_line = end_line;
  e.end_col = end_col == kNoEnd ? 0
              : end_col < 0     ? -1
                                : count_characters(source_->line(end_line), end_col) + 1;
  e.text = std::string(source_->line(line)) + "\n";
  return e;
}

void Parser::fail(const char* type, std::string message, int line, int col, int end_line,
                  int end_col) {
  error_ = describe(type, std::move(message), line, col, end_line, end_col);
  error_->incomplete = at_end_of_input() && !field_depth_;
  note_reach();
  throw ParseFailure{};
}

void Parser::fail_range(std::string message, const Position& a, const Position& b) {
  fail("SyntaxError", std::move(message), a.line, a.col, b.end_line, b.end_col);
}

void Parser::fail_node(std::string message, const Position& a) {
  fail_range(std::move(message), a, a);
}

void Parser::fail_token(std::string message, const Token& t) {
  if (t.kind == Tok::kEnd || t.kind == Tok::kDedent) {
    bool at_end = t.kind == Tok::kEnd || at_end_of_input();
    if (at_end && !field_depth_) {  // point behind the last line
      int line = source_->line_count();
      int size = static_cast<int>(source_->line(line).size());
      fail("SyntaxError", std::move(message), line, size, line, -1);
    }
  }
  Position p = position_of(t);
  if (t.kind == Tok::kNewline) p.end_col = p.col;
  fail_node(std::move(message), p);
}

// "invalid syntax" at the current token, unless something better can be said.
void Parser::fail_syntax() {
  switch (kind()) {
    case Tok::kIndent:
      fail("IndentationError", "unexpected indent", static_cast<int>(tok().line),
           static_cast<int>(tok().col) - 1, static_cast<int>(tok().line), -1);
    case Tok::kDedent:
      if (!at_end_of_input()) {
        fail("IndentationError", "unexpected unindent", static_cast<int>(tok().line),
             static_cast<int>(tok().col), static_cast<int>(tok().line), -1);
      }
      break;
    case Tok::kError:  // the lexer's message replaces this one
      fail_token("invalid syntax", tok());
    default: check_forgotten_comma();
  }
  fail_here("invalid syntax");
}

void Parser::fail_nesting() { fail_here("too many levels of nesting in the expression"); }

void Parser::fail_depth(const Expr* e) {
  Position p;
  p.line = p.end_line = e->line;
  p.col = p.end_col = e->col;
  if (p.line == 0) p = position_of(tok());
  fail_node("expression nested too deeply", p);
}

void Parser::fail_async(const char* what) {
  fail_here(std::string("'") + what +
            "' is not supported: threads and generators take the place of coroutines");
}

void Parser::defer(std::string message, const Position& where) {
  if (deferred_) return;
  deferred_ = describe("SyntaxError", std::move(message), where.line, where.col, where.end_line,
                       where.end_col);
}

// Two expressions side by side: `(a b)`, or Python 2's `print a`.
void Parser::check_forgotten_comma() {
  if (diagnosing_ || last_disjunction_end_ != pos_ || !last_disjunction_ ||
      !starts_expression(kind()))
    return;
  const Token& first = tokens_[last_disjunction_start_];
  Expr* a = last_disjunction_;
  Position from = position_of(first);
  check_legacy_statement(a);
  if (first.kind == Tok::kName) {
    if (at(Tok::kString) && pos_ == last_disjunction_start_ + 1) return;
    if (first.start == match_.data() || first.start == case_.data() ||
        first.start == underscore_.data()) {
      return;
    }
  }
  State here = save();
  Position end;
  uint8_t level = 0;
  bool error_follows = false;
  if (!probe([&] {
        last_disjunction_end_ = 0;
        Expr* b = expression();
        end = *b;
        end.end_line = static_cast<int>(last().end_line);
        end.end_col = static_cast<int>(last().end_col);
        level = last().level;
        error_follows = at(Tok::kError);
        return true;
      })) {
    error_follows = tokens_[failure_pos_].kind == Tok::kError;
  }
  if (error_follows) {  // a bracket that was never closed, most likely
    while (!at(Tok::kError)) ++pos_;
    fail_token("invalid syntax", tok());
  }
  bool in_brackets = level > 0 || (field_depth_ > 0 && end.line > 0);
  if (!in_brackets) {
    restore(here);
    return;
  }
  fail("SyntaxError", "invalid syntax. Perhaps you forgot a comma?", from.line, from.col,
       end.end_line, end.end_col);
}

// `print x` and `exec x`.
void Parser::check_legacy_statement(Expr* e) {
  auto* name = dyn<NameExpr>(e);
  if (!name || name->parenthesized || at(Tok::kLParen)) return;
  if (name->id.data() != print_.data() && name->id.data() != exec_.data()) return;
  State here = save();
  Position end;
  if (!probe([&] {
        last_disjunction_end_ = 0;
        star_expressions();
        place(&end, Start{});
        return true;
      })) {
    return;
  }
  restore(here);
  std::string id(name->id);
  fail_range("Missing parentheses in call to '" + id + "'. Did you mean " + id + "(...)?", *name,
             end);
}

// At an `=` after `a`, in a place where only an expression makes sense (`if a = b:`).
void Parser::check_equals(Expr* a) {
  bool name = a->kind == ExprKind::kNameExpr && !a->parenthesized;
  bool atom = a->parenthesized;
  switch (a->kind) {
    case ExprKind::kList:
    case ExprKind::kTuple:
    case ExprKind::kGeneratorExp: return;
    case ExprKind::kConstant: {
      ConstantKind type = as<Constant>(a)->type;
      if (type == ConstantKind::kNone || type == ConstantKind::kTrue ||
          type == ConstantKind::kFalse) {
        return;
      }
      break;
    }
    case ExprKind::kCompare:
    case ExprKind::kBoolOp:
    case ExprKind::kIfExp:
    case ExprKind::kLambda:
    case ExprKind::kNamedExpr:
    case ExprKind::kStarred:
      if (!atom) return;
      break;
    case ExprKind::kUnaryOp:
      if (!atom && as<UnaryOp>(a)->op == UnaryOperator::kNot) return;
      break;
    default: break;
  }
  if (diagnosing_) return;
  State here = save();
  Position end;
  if (!probe([&] {
        advance();
        bitwise_or();
        place(&end, Start{});
        return !at(Tok::kEqual) && !at(Tok::kColonEqual) && !at(Tok::kError);
      })) {
    return;
  }
  restore(here);
  if (name) { fail_range("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", *a, end); }
  fail_node(std::string("cannot assign to ") + describe_kind(a) +
                " here. Maybe you meant '==' instead of '='?",
            *a);
}

// After a failed parse: lets the lexer's troubles take precedence.
void Parser::settle_lexer_error() {
  if (!lex_failed_) return;
  const Token& furthest = tokens_[reach_];
  bool reached = furthest.kind == Tok::kError;
  bool bad_indent = error_ && error_->message == "unexpected indent";
  if (bad_indent && !reached) return;
  if (open_bracket_ &&
      (reached ? lex_error_.at_end : static_cast<int>(furthest.line) > open_bracket_line_)) {
    field_depth_ = 0;
    error_ = describe("SyntaxError", std::string("'") + open_bracket_ + "' was never closed",
                      open_bracket_line_, open_bracket_col_, open_bracket_line_, kNoEnd);
    error_->incomplete = lex_error_.at_end;
    return;
  }
  if (!reached && (lex_error_.layout || open_bracket_)) return;
  SyntaxErrorInfo e;
  e.type = lex_error_.type;
  e.message = lex_error_.message;
  e.filename = source_->filename();
  e.line = e.end_line = lex_error_.line;
  e.col = lex_error_.col;
  e.end_col = lex_error_.end_col;
  e.text = std::string(source_->line(e.line)) + "\n";
  e.incomplete = lex_error_.at_end;
  error_ = std::move(e);
}

}  // namespace baton::syntax
