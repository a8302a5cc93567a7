// Compound statements: everything with a block. See parser_impl.h.
#include "compiler/parser_impl.h"

namespace baton::syntax {

using namespace ast;

// Counts the blocks that a `break` or an exception would have to unwind; functions and classes
// start afresh.
class Parser::BlockCount {
 public:
  BlockCount(Parser* p, const Position& where) : p_(p), saved_(p->blocks_) {
    if (++p->blocks_ == kMaxBlocks + 1) p->defer("too many statically nested blocks", where);
  }
  explicit BlockCount(Parser* p) : p_(p), saved_(p->blocks_) { p->blocks_ = 0; }
  ~BlockCount() { p_->blocks_ = saved_; }
  BlockCount(const BlockCount&) = delete;
  BlockCount& operator=(const BlockCount&) = delete;

 private:
  static constexpr int kMaxBlocks = 20;
  Parser* p_;
  int saved_;
};

// A `:` that ends a clause's head. `forced`: nothing else could stand here.
void Parser::expect_colon(bool forced) {
  if (accept(Tok::kColon)) return;
  if (forced || at(Tok::kNewline)) {
    if (at(Tok::kError)) fail_syntax();
    check_forgotten_comma();
    fail_here("expected ':'");
  }
  fail_syntax();
}

// After the colon: an indented block, or simple statements on the same line. `after` and `line` say
// what it belongs to.
StmtList Parser::block(const char* after, int line) {
  size_t m = mark();
  if (!accept(Tok::kNewline)) {
    simple_statements();
    return take<Stmt>(m);
  }
  if (!accept(Tok::kIndent)) {
    std::string message = std::string("expected an indented block after ") + after + " on line " +
                          std::to_string(line);
    if (at(Tok::kError)) fail_syntax();
    if (at_end_of_input()) {
      int end = source_->line_count();
      int size = static_cast<int>(source_->line(end).size());
      fail("IndentationError", std::move(message), end, size, end, -1);
    }
    Position p = position_of(tok());
    if (at(Tok::kDedent)) {  // point at what follows the dedents
      size_t i = pos_;
      while (tokens_[i].kind == Tok::kDedent) ++i;
      p = position_of(tokens_[i]);
    }
    fail("IndentationError", std::move(message), p.line, p.col, p.end_line, p.end_col);
  }
  do { statement(); } while (!at(Tok::kDedent) && !at(Tok::kEnd));
  accept(Tok::kDedent);
  return take<Stmt>(m);
}

StmtList Parser::else_block() {
  if (!at(Tok::kElse)) return {};
  int line = start().line;
  advance();
  expect_colon(true);
  return block("'else' statement", line);
}

// A chain of `elif` is read by a loop and linked up from the end, so it may be long.
Stmt* Parser::if_statement() {
  size_t m = mark();
  StmtList orelse;
  for (;;) {
    Start s = start();
    bool first = at(Tok::kIf);
    advance();
    auto* n = arena_->make<If>();
    n->line = s.line;
    n->col = s.col;
    n->test = named_expression();
    expect_colon();
    n->body = block(first ? "'if' statement" : "'elif' statement", s.line);
    push(n);
    if (at(Tok::kElif)) continue;
    orelse = else_block();
    break;
  }
  ArenaList<If*> chain = take<If>(m);
  for (size_t i = chain.size; i-- > 0;) {
    If* n = chain[i];
    place(n, Start{n->line, n->col});
    n->orelse = orelse;
    Stmt* statement = n;
    orelse = arena_->list(&statement, 1);
  }
  return chain[0];
}

Stmt* Parser::while_statement() {
  Start s = start();
  BlockCount count(this, position_of(tok()));
  advance();
  Expr* test = named_expression();
  expect_colon();
  StmtList body = block("'while' statement", s.line);
  StmtList orelse = else_block();
  auto* n = node<While>(s);
  n->test = test;
  n->body = body;
  n->orelse = orelse;
  return n;
}

Stmt* Parser::for_statement() {
  Start s = start();
  BlockCount count(this, position_of(tok()));
  advance();
  Expr* target = target_list();
  if (!at(Tok::kIn)) {
    if (Expr* bad = invalid_target(target, TargetUse::kFor)) {
      fail_node(std::string("cannot assign to ") + describe_kind(bad), *bad);
    }
    fail_syntax();
  }
  make_target(target, TargetUse::kFor);
  advance();
  Expr* iter = star_expressions();
  expect_colon();
  StmtList body = block("'for' statement", s.line);
  StmtList orelse = else_block();
  auto* n = node<For>(s);
  n->target = target;
  n->iter = iter;
  n->body = body;
  n->orelse = orelse;
  return n;
}

WithItem Parser::with_item() {
  WithItem item;
  item.context_expr = expression();
  if (accept(Tok::kAs)) {
    item.optional_vars = star_target();
    if (!at(Tok::kComma) && !at(Tok::kRParen) && !at(Tok::kColon) && !at(Tok::kNewline)) {
      fail_syntax();
    }
    make_target(item.optional_vars, TargetUse::kAssign);
  }
  return item;
}

Stmt* Parser::with_statement() {
  Start s = start();
  BlockCount count(this, position_of(tok()));
  advance();
  std::vector<WithItem> items;
  // Items in brackets, if what follows can be read so; else the bracket belongs to an expression.
  bool bracketed = at(Tok::kLParen) && attempt([&] {
                     advance();
                     do {
                       if (at(Tok::kRParen) && !items.empty()) break;
                       items.push_back(with_item());
                     } while (accept(Tok::kComma));
                     return accept(Tok::kRParen) && at(Tok::kColon);
                   });
  if (!bracketed) {
    items.clear();
    std::optional<SyntaxErrorInfo> bracket_failure = failure_;
    size_t bracket_reach = failure_pos_;
    bool had_bracket = at(Tok::kLParen);
    failure_.reset();
    auto plain = [&] {
      do { items.push_back(with_item()); } while (accept(Tok::kComma));
      return true;
    };
    if (!had_bracket || !bracket_failure) {
      plain();
    } else if (!attempt(plain)) {
      // Report the reading that came further.
      bool first = bracket_reach >= failure_pos_;
      error_ = first ? bracket_failure : failure_;
      pos_ = first ? bracket_reach : failure_pos_;
      throw ParseFailure{};
    }
  }
  expect_colon();
  StmtList body = block("'with' statement", s.line);
  auto* n = node<With>(s);
  n->items = arena_->list(items);
  n->body = body;
  return n;
}

ExceptHandler* Parser::except_clause(bool* star) {
  Start s = start();
  advance();
  *star = accept(Tok::kStar);
  Expr* type = nullptr;
  Name name;
  if (*star && (at(Tok::kColon) || at(Tok::kNewline))) {
    fail_here("expected one or more exception types");
  }
  if (!at(Tok::kColon) && !at(Tok::kNewline)) {
    type = expression();
    if (at(Tok::kComma)) {
      State here = save();
      Position end;
      if (attempt([&] {
            advance();
            star_expressions();
            if (accept(Tok::kAs)) identifier();
            place(&end, Start{});
            return at(Tok::kColon);
          })) {
        restore(here);
        fail_range("multiple exception types must be parenthesized", *type, end);
      }
    }
    if (accept(Tok::kAs)) {
      check_name(tok().kind == Tok::kName ? tok().text() : Name(), position_of(tok()));
      name = identifier();
    }
  }
  expect_colon();
  StmtList body = block(*star ? "'except*' statement" : "'except' statement", s.line);
  auto* h = arena_->make<ExceptHandler>();
  place(h, s);
  h->type = type;
  h->name = name;
  h->body = body;
  return h;
}

Stmt* Parser::try_statement() {
  Start s = start();
  BlockCount count(this, position_of(tok()));
  advance();
  expect_colon(true);
  StmtList body = block("'try' statement", s.line);
  if (!at(Tok::kExcept) && !at(Tok::kFinally)) {
    if (at(Tok::kError) || at(Tok::kIndent)) fail_syntax();
    fail_here("expected 'except' or 'finally' block");
  }
  size_t m = mark();
  bool star = false;
  const Expr* last_type = nullptr;
  Position bare;
  while (at(Tok::kExcept)) {
    Position keyword = position_of(tok());
    bool first = mark() == m;
    if (!first && star != (peek() == Tok::kStar)) {
      fail_node("cannot have both 'except' and 'except*' on the same 'try'", keyword);
    }
    if (!first && !last_type) defer("default 'except:' must be last", bare);
    ExceptHandler* h = except_clause(&star);
    last_type = h->type;
    bare = *h;
    push(h);
  }
  ArenaList<ExceptHandler*> handlers = take<ExceptHandler>(m);
  StmtList orelse, finalbody;
  if (handlers.size) orelse = else_block();
  if (at(Tok::kFinally)) {
    int line = start().line;
    advance();
    expect_colon(true);
    finalbody = block("'finally' statement", line);
  }
  auto fill = [&](auto* n) {
    n->body = body;
    n->handlers = handlers;
    n->orelse = orelse;
    n->finalbody = finalbody;
    return static_cast<Stmt*>(n);
  };
  return star ? fill(node<TryStar>(s)) : fill(node<Try>(s));
}

Stmt* Parser::decorated() {
  size_t m = mark();
  while (accept(Tok::kAt)) {
    push(named_expression());
    expect(Tok::kNewline);
  }
  ExprList decorators = take<Expr>(m);
  if (at(Tok::kDef)) return function(decorators);
  if (at(Tok::kClass)) return class_statement(decorators);
  if (at(Tok::kAsync) && peek() == Tok::kDef) fail_async("async");
  fail_syntax();
}

Stmt* Parser::function(ExprList decorators) {
  Start s = start();
  BlockCount fresh(this);
  advance();
  check_name(at(Tok::kName) ? tok().text() : Name(), position_of(tok()));
  Name name = identifier();
  if (!at(Tok::kLParen)) {
    if (at(Tok::kError)) fail_syntax();
    fail_here("expected '('");
  }
  advance();
  Arguments* args = parameters(Tok::kRParen, false);
  expect(Tok::kRParen);
  Expr* returns = nullptr;
  if (accept(Tok::kArrow)) returns = expression();
  expect_colon(true);
  StmtList body = block("function definition", s.line);
  auto* n = node<FunctionDef>(s);
  n->name = name;
  n->args = args;
  n->body = body;
  n->decorator_list = decorators;
  n->returns = returns;
  return n;
}

Stmt* Parser::class_statement(ExprList decorators) {
  Start s = start();
  BlockCount fresh(this);
  advance();
  check_name(at(Tok::kName) ? tok().text() : Name(), position_of(tok()));
  Name name = identifier();
  ExprList bases;
  ArenaList<Keyword*> keywords;
  if (at(Tok::kLParen)) {
    Start open = start();
    advance();
    call_arguments(open, false, &bases, &keywords);
  }
  expect_colon();
  StmtList body = block("class definition", s.line);
  auto* n = node<ClassDef>(s);
  n->name = name;
  n->bases = bases;
  n->keywords = keywords;
  n->body = body;
  n->decorator_list = decorators;
  return n;
}

}  // namespace baton::syntax
