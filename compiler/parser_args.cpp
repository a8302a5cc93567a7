// The arguments of calls and class statements; the parameters of functions and lambdas.
// See parser_impl.h.
#include <algorithm>

#include "compiler/parser_impl.h"

namespace baton::syntax {

using namespace ast;

// ---- arguments -------------------------------------------------------------------------------

Expr* Parser::call(Expr* func, Start s) {
  Start open = start();
  advance();
  ExprList args;
  ArenaList<Keyword*> keywords;
  call_arguments(open, true, &args, &keywords);
  auto* n = node<Call>(s);
  n->func = func;
  n->args = args;
  n->keywords = keywords;
  adopt(n, func);
  adopt(n, args);
  for (const Keyword* k : keywords) adopt(n, k->value);
  return n;
}

// After the opening bracket, which is at `open`; reads through the closing one. The lone generator
// expression of `f(x for x in y)` is allowed in calls, not in class statements.
void Parser::call_arguments(Start open, bool allow_generator, ExprList* args,
                            ArenaList<Keyword*>* keywords) {
  size_t m = mark();
  std::vector<Keyword*> named;
  bool saw_unpacking = false;  // **x
  bool misplaced = false;      // a positional argument after a keyword
  bool misplaced_unpacking = false;
  while (!at(Tok::kRParen)) {
    Start s = start();
    Tok next = peek();
    bool equal_follows = next == Tok::kEqual;
    if (at(Tok::kStar)) {
      if (saw_unpacking) {
        fail_here("iterable argument unpacking follows keyword argument unpacking");
      }
      advance();
      Expr* value = expression();
      auto* n = node<Starred>(s);
      n->value = value;
      adopt(n, value);
      if (at_comprehension()) {
        fail_node("iterable unpacking cannot be used in comprehension", *n);
      }
      push(n);
    } else if (at(Tok::kDoubleStar)) {
      advance();
      Expr* value = expression();
      auto* k = node_keyword(s);
      k->value = value;
      named.push_back(k);
      saw_unpacking = true;
    } else if (at(Tok::kName) && equal_follows) {
      Name name = tok().text();
      Position name_position = position_of(tok());
      advance();
      Position equal = position_of(tok());
      check_name(name, name_position);
      advance();
      if (at(Tok::kComma) || at(Tok::kRParen)) fail_syntax();
      Expr* value = expression();
      if (at_comprehension()) {
        fail_range("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", name_position,
                   equal);
      }
      auto* k = node_keyword(s);
      k->arg = name;
      k->value = value;
      named.push_back(k);
    } else {
      if (equal_follows && (at(Tok::kTrue) || at(Tok::kFalse) || at(Tok::kNone))) {
        std::string name(tok().text());
        fail_range("cannot assign to " + name, position_of(tok()), position_of(tokens_[pos_ + 1]));
      }
      bool could_be_walrus = at(Tok::kName);
      Expr* e = expression();
      if (could_be_walrus && e->kind == ExprKind::kNameExpr && at(Tok::kColonEqual)) {
        e = finish_named_expression(e, s);
      } else if (at(Tok::kEqual)) {
        Position equal = position_of(tok());
        fail_range("expression cannot contain assignment, perhaps you meant \"==\"?", *e, equal);
      }
      if (at_comprehension()) {
        bool alone = allow_generator && mark() == m && named.empty();
        if (!allow_generator) fail_syntax();
        auto* g = arena_->make<GeneratorExp>();
        g->elt = e;
        adopt(g, e);
        g->generators = comprehension_clauses(g);
        if (!alone || at(Tok::kComma)) {
          place(g, s);
          fail_node("Generator expression must be parenthesized", *g);
        }
        expect(Tok::kRParen);
        place(g, open);
        push(g);
        *args = take<Expr>(m);
        return;
      }
      if (!named.empty() && !misplaced) {
        misplaced = true;
        misplaced_unpacking = saw_unpacking;
      }
      push(e);
    }
    if (!accept(Tok::kComma)) break;
  }
  if (at(Tok::kRParen) && misplaced) {
    fail_here(misplaced_unpacking ? "positional argument follows keyword argument unpacking"
                                  : "positional argument follows keyword argument");
  }
  expect(Tok::kRParen);
  *args = take<Expr>(m);
  *keywords = arena_->list(named);

  std::vector<Keyword*> sorted = named;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](Keyword* a, Keyword* b) { return a->arg.data() < b->arg.data(); });
  for (size_t i = 1; i < sorted.size(); ++i) {
    if (!sorted[i]->arg.empty() && sorted[i]->arg.data() == sorted[i - 1]->arg.data()) {
      defer("keyword argument repeated: " + std::string(sorted[i]->arg), *sorted[i]);
      break;
    }
  }
}

Keyword* Parser::node_keyword(Start s) {
  auto* k = arena_->make<Keyword>();
  place(k, s);
  return k;
}

// ---- parameters ------------------------------------------------------------------------------

// A name and, in a `def`, its annotation.
Arg* Parser::parameter(bool is_lambda, bool star_annotation) {
  if (!at(Tok::kName)) fail_syntax();
  Start s = start();
  Name name = tok().text();
  check_name(name, position_of(tok()));
  advance();
  Expr* annotation = nullptr;
  if (!is_lambda && accept(Tok::kColon)) {
    annotation = star_annotation ? star_expression() : expression();
  }
  auto* a = arena_->make<Arg>();
  place(a, s);
  a->arg = name;
  a->annotation = annotation;
  return a;
}

// At a `(` among parameters: Python 2's tuple parameters get their own message.
void Parser::check_parenthesized_parameters(bool is_lambda) {
  size_t i = pos_ + 1;
  bool names = false;
  while (tokens_[i].kind == Tok::kName) {
    names = true;
    ++i;
    if (tokens_[i].kind != Tok::kComma) break;
    ++i;
  }
  if (names && tokens_[i].kind == Tok::kRParen) {
    fail_range(is_lambda ? "Lambda expression parameters cannot be parenthesized"
                         : "Function parameters cannot be parenthesized",
               position_of(tok()), position_of(tokens_[i]));
  }
}

// Everything up to `close`, which is not read.
Arguments* Parser::parameters(Tok close, bool is_lambda) {
  auto* a = arena_->make<Arguments>();
  std::vector<Arg*> positional, keyword_only;
  std::vector<Expr*> defaults, keyword_defaults;
  bool saw_slash = false, saw_star = false;
  while (!at(close)) {
    if (at(Tok::kSlash)) {
      if (saw_slash) fail_here("/ may appear only once");
      if (saw_star) fail_here("/ must be ahead of *");
      if (positional.empty()) fail_syntax();
      saw_slash = true;
      a->posonlyargs = arena_->list(positional);
      positional.clear();
      advance();
    } else if (at(Tok::kStar)) {
      if (saw_star) fail_here("* argument may appear only once");
      saw_star = true;
      const Token star = tok();
      advance();
      if (at(close) || (at(Tok::kComma) && (peek() == close || peek() == Tok::kDoubleStar))) {
        fail_token("named arguments must follow bare *", star);
      }
      if (!at(Tok::kComma)) {
        a->vararg = parameter(is_lambda, true);
        if (at(Tok::kEqual)) fail_here("var-positional argument cannot have default value");
      }
    } else if (at(Tok::kDoubleStar)) {
      advance();
      a->kwarg = parameter(is_lambda, false);
      if (at(Tok::kEqual)) fail_here("var-keyword argument cannot have default value");
      if (accept(Tok::kComma) && !at(close)) {
        if (at(Tok::kName) || at(Tok::kStar) || at(Tok::kDoubleStar) || at(Tok::kSlash)) {
          fail_here("arguments cannot follow var-keyword argument");
        }
        fail_syntax();
      }
      break;
    } else {
      if (at(Tok::kLParen)) check_parenthesized_parameters(is_lambda);
      Arg* p = parameter(is_lambda, false);
      Expr* value = nullptr;
      if (at(Tok::kEqual)) {
        const Token equal = tok();
        advance();
        if (at(close) || at(Tok::kComma)) {
          fail_token("expected default value expression", equal);
        }
        value = expression();
      }
      if (saw_star) {
        keyword_only.push_back(p);
        keyword_defaults.push_back(value);
      } else {
        if (!value && !defaults.empty()) {
          fail_node("non-default argument follows default argument", *p);
        }
        positional.push_back(p);
        if (value) defaults.push_back(value);
      }
    }
    if (!accept(Tok::kComma)) break;
  }
  a->args = arena_->list(positional);
  a->kwonlyargs = arena_->list(keyword_only);
  a->defaults = arena_->list(defaults);
  a->kw_defaults = arena_->list(keyword_defaults);
  check_parameter_names(a);
  return a;
}

void Parser::check_parameter_names(const Arguments* a) {
  std::vector<const Arg*> all;
  for (const Arg* p : a->posonlyargs) all.push_back(p);
  for (const Arg* p : a->args) all.push_back(p);
  if (a->vararg) all.push_back(a->vararg);
  for (const Arg* p : a->kwonlyargs) all.push_back(p);
  if (a->kwarg) all.push_back(a->kwarg);
  if (all.size() < 2) return;
  std::stable_sort(all.begin(), all.end(),
                   [](const Arg* x, const Arg* y) { return x->arg.data() < y->arg.data(); });
  for (size_t i = 1; i < all.size(); ++i) {
    if (all[i]->arg.data() == all[i - 1]->arg.data()) {
      defer("duplicate argument '" + std::string(all[i]->arg) + "' in function definition",
            *all[i]);
      return;
    }
  }
}

}  // namespace baton::syntax
