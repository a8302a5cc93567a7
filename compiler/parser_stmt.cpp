// Simple statements: what fits between semicolons. See parser_impl.h.
#include "compiler/parser_impl.h"

namespace baton::syntax {

using namespace ast;

// One statement, or one line of simple ones, pushed on the scratch stack.
void Parser::statement() {
  switch (kind()) {
    case Tok::kIf: push(if_statement()); return;
    case Tok::kWhile: push(while_statement()); return;
    case Tok::kFor: push(for_statement()); return;
    case Tok::kWith: push(with_statement()); return;
    case Tok::kTry: push(try_statement()); return;
    case Tok::kDef: push(function({})); return;
    case Tok::kClass: push(class_statement({})); return;
    case Tok::kAt: push(decorated()); return;
    case Tok::kAsync:
      if (peek() != Tok::kDef && peek() != Tok::kFor && peek() != Tok::kWith) {
        advance();
        fail_syntax();
      }
      fail_async("async");
    case Tok::kName:
      if (tok().start == match_.data()) {
        if (Stmt* s = match_statement()) {
          push(s);
          return;
        }
      }
      break;
    default: break;
  }
  simple_statements();
}

void Parser::simple_statements() {
  for (;;) {
    push(simple_statement());
    if (accept(Tok::kNewline)) return;
    expect(Tok::kSemicolon);
    if (accept(Tok::kNewline)) return;
  }
}

Stmt* Parser::simple_statement() {
  Start s = start();
  switch (kind()) {
    case Tok::kPass: advance(); return node<Pass>(s);
    case Tok::kBreak: advance(); return node<Break>(s);
    case Tok::kContinue: advance(); return node<Continue>(s);
    case Tok::kReturn: return return_statement();
    case Tok::kRaise: return raise_statement();
    case Tok::kDel: return delete_statement();
    case Tok::kAssert: return assert_statement();
    case Tok::kImport: return import_statement();
    case Tok::kFrom: return from_statement();
    case Tok::kGlobal: return scope_statement<Global>();
    case Tok::kNonlocal: return scope_statement<Nonlocal>();
    default: return expression_statement();
  }
}

Stmt* Parser::expression_statement() {
  Start s = start();
  Expr* e = yield_or_star_expressions();
  if (at(Tok::kEqual)) return assignment(e, s);
  if (at(Tok::kColon)) return annotated_assignment(e, s);
  if (is_augmented_assignment(kind())) return augmented_assignment(e, s);
  auto* n = node<ExprStmt>(s);
  n->value = e;
  return n;
}

Stmt* Parser::assignment(Expr* first, Start s) {
  // In `a.b = ...` the first target is the one place where `==` may have been meant.
  bool bare_yield = (first->kind == ExprKind::kYield || first->kind == ExprKind::kYieldFrom) &&
                    !first->parenthesized;
  if (!bare_yield && invalid_target(first, TargetUse::kAssign)) check_equals(first);
  size_t m = mark();
  Expr* e = first;
  while (at(Tok::kEqual)) {
    if ((e->kind == ExprKind::kYield || e->kind == ExprKind::kYieldFrom) && !e->parenthesized) {
      fail_node("assignment to yield expression not possible", *e);
    }
    make_target(e, TargetUse::kAssign);
    push(e);
    advance();
    e = yield_or_star_expressions();
  }
  auto* n = node<Assign>(s);
  n->targets = take<Expr>(m);
  n->value = e;
  return n;
}

// At the `:` after `target`.
Stmt* Parser::annotated_assignment(Expr* target, Start s) {
  bool plain = target->kind == ExprKind::kNameExpr || target->kind == ExprKind::kAttribute ||
               target->kind == ExprKind::kSubscript;
  if (!plain) {
    State here = save();
    bool annotated = attempt([this] {
      advance();
      expression();
      return true;
    });
    restore(here);
    if (!annotated || target->kind == ExprKind::kYield || target->kind == ExprKind::kYieldFrom ||
        target->kind == ExprKind::kStarred) {
      fail_syntax();
    }
    if (target->kind == ExprKind::kTuple) {
      auto* tuple = as<Tuple>(target);
      fail_node("only single target (not tuple) can be annotated",
                target->parenthesized || tuple->elts.empty() ? *target : *tuple->elts[0]);
    }
    if (target->kind == ExprKind::kList) {
      fail_node("only single target (not list) can be annotated", *target);
    }
    fail_node("illegal target for annotation", *target);
  }
  advance();
  set_context(target, ExprContext::kStore);
  Expr* annotation = expression();
  Expr* value = nullptr;
  if (accept(Tok::kEqual)) value = yield_or_star_expressions();
  auto* n = node<AnnAssign>(s);
  n->target = target;
  n->annotation = annotation;
  n->value = value;
  n->simple = target->kind == ExprKind::kNameExpr && !target->parenthesized;
  return n;
}

Stmt* Parser::augmented_assignment(Expr* target, Start s) {
  auto op = static_cast<Operator>(static_cast<int>(kind()) - static_cast<int>(Tok::kPlusEqual));
  advance();
  Expr* value = yield_or_star_expressions();
  if (target->kind != ExprKind::kNameExpr && target->kind != ExprKind::kAttribute &&
      target->kind != ExprKind::kSubscript) {
    fail_node(std::string("'") + describe_kind(target) +
                  "' is an illegal expression for augmented assignment",
              *target);
  }
  set_context(target, ExprContext::kStore);
  auto* n = node<AugAssign>(s);
  n->target = target;
  n->op = op;
  n->value = value;
  return n;
}

Stmt* Parser::return_statement() {
  Start s = start();
  advance();
  Expr* value = nullptr;
  if (!at(Tok::kNewline) && !at(Tok::kSemicolon)) value = star_expressions();
  auto* n = node<Return>(s);
  n->value = value;
  return n;
}

Stmt* Parser::raise_statement() {
  Start s = start();
  advance();
  Expr* exc = nullptr;
  Expr* cause = nullptr;
  if (!at(Tok::kNewline) && !at(Tok::kSemicolon)) {
    exc = expression();
    if (accept(Tok::kFrom)) cause = expression();
  }
  auto* n = node<Raise>(s);
  n->exc = exc;
  n->cause = cause;
  return n;
}

Stmt* Parser::delete_statement() {
  Start s = start();
  advance();
  Expr* e = star_expressions();
  make_target(e, TargetUse::kDelete);
  if (!at(Tok::kNewline) && !at(Tok::kSemicolon)) fail_syntax();
  auto* n = node<Delete>(s);
  if (e->kind == ExprKind::kTuple && !e->parenthesized && !as<Tuple>(e)->elts.empty()) {
    n->targets = as<Tuple>(e)->elts;
  } else {
    n->targets = arena_->list(&e, 1);
  }
  return n;
}

Stmt* Parser::assert_statement() {
  Start s = start();
  advance();
  Expr* test = expression();
  Expr* msg = nullptr;
  if (accept(Tok::kComma)) msg = expression();
  auto* n = node<Assert>(s);
  n->test = test;
  n->msg = msg;
  return n;
}

Name Parser::identifier() {
  if (!at(Tok::kName)) fail_syntax();
  Name name = tok().text();
  advance();
  return name;
}

Name Parser::dotted_name() {
  Name first = identifier();
  if (!at(Tok::kDot)) return first;
  std::string whole(first);
  while (accept(Tok::kDot)) {
    whole += '.';
    whole += identifier();
  }
  return names_.intern(whole);
}

Stmt* Parser::import_statement() {
  Start s = start();
  advance();
  size_t m = mark();
  do {
    Start at_name = start();
    Name name = dotted_name();
    Name asname;
    if (accept(Tok::kAs)) asname = identifier();
    auto* a = arena_->make<Alias>();
    place(a, at_name);
    a->name = name;
    a->asname = asname;
    push(a);
  } while (accept(Tok::kComma));
  ArenaList<Alias*> names = take<Alias>(m);
  auto* n = node<Import>(s);
  n->names = names;
  return n;
}

Stmt* Parser::from_statement() {
  Start s = start();
  advance();
  int level = 0;
  for (;;) {
    if (accept(Tok::kDot)) {
      level += 1;
    } else if (accept(Tok::kEllipsis)) {
      level += 3;
    } else {
      break;
    }
  }
  Name module;
  if (level == 0 || !at(Tok::kImport)) module = dotted_name();
  expect(Tok::kImport);
  size_t m = mark();
  if (at(Tok::kStar)) {
    Start star = start();
    advance();
    auto* a = arena_->make<Alias>();
    place(a, star);
    a->name = names_.intern("*");
    push(a);
  } else {
    bool brackets = accept(Tok::kLParen);
    for (;;) {
      Start at_name = start();
      Name name = identifier();
      Name asname;
      if (accept(Tok::kAs)) asname = identifier();
      auto* a = arena_->make<Alias>();
      place(a, at_name);
      a->name = name;
      a->asname = asname;
      push(a);
      if (!accept(Tok::kComma)) break;
      if (brackets && at(Tok::kRParen)) break;
      if (!brackets && at(Tok::kNewline)) {
        fail_here("trailing comma not allowed without surrounding parentheses");
      }
    }
    if (brackets) expect(Tok::kRParen);
  }
  ArenaList<Alias*> names = take<Alias>(m);
  auto* n = node<ImportFrom>(s);
  n->module = module;
  n->names = names;
  n->level = level;
  return n;
}

// `global` and `nonlocal`.
template <class T>
Stmt* Parser::scope_statement() {
  Start s = start();
  advance();
  std::vector<Name> names;
  do { names.push_back(identifier()); } while (accept(Tok::kComma));
  auto* n = node<T>(s);
  n->names = arena_->list(names);
  return n;
}

}  // namespace baton::syntax
