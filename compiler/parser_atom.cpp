// Atoms: names, literals, and everything in brackets, comprehensions included. See parser_impl.h.
#include "compiler/parser_impl.h"

namespace baton::syntax {

using namespace ast;

Expr* Parser::atom() {
  Start s = start();
  switch (kind()) {
    case Tok::kName: return name_node();
    case Tok::kNumber: return number();
    case Tok::kString: return strings();
    case Tok::kNone: advance(); return constant(s, ConstantKind::kNone);
    case Tok::kTrue: advance(); return constant(s, ConstantKind::kTrue);
    case Tok::kFalse: advance(); return constant(s, ConstantKind::kFalse);
    case Tok::kEllipsis: advance(); return constant(s, ConstantKind::kEllipsis);
    case Tok::kLParen: return paren_atom();
    case Tok::kLSquare: return list_atom();
    case Tok::kLBrace: return brace_atom();
    default: fail_syntax();
  }
}

// `for` clauses, at least one. `owner` takes the depth of what is in them.
ArenaList<Comprehension> Parser::comprehension_clauses(Expr* owner) {
  std::vector<Comprehension> clauses;
  while (at_comprehension()) {
    if (at(Tok::kAsync)) fail_async("async");
    advance();
    Comprehension c;
    c.target = target_list();
    if (!at(Tok::kIn)) {
      if (Expr* bad = invalid_target(c.target, TargetUse::kFor)) {
        fail_node(std::string("cannot assign to ") + describe_kind(bad), *bad);
      }
      fail_syntax();
    }
    make_target(c.target, TargetUse::kFor);
    advance();
    c.iter = disjunction();
    size_t m = mark();
    while (accept(Tok::kIf)) push(disjunction());
    c.ifs = take<Expr>(m);
    adopt(owner, c.target);
    adopt(owner, c.iter);
    adopt(owner, c.ifs);
    clauses.push_back(c);
  }
  return arena_->list(clauses);
}

// At the `for` after `element`; reads through the closing bracket.
template <class T>
T* Parser::finish_comprehension(Start s, Expr* element, Tok close) {
  if (element->kind == ExprKind::kStarred) {
    fail_node("iterable unpacking cannot be used in comprehension", *element);
  }
  T* n = arena_->make<T>();
  n->elt = element;
  adopt(n, element);
  n->generators = comprehension_clauses(n);
  expect(close);
  place(n, s);
  return n;
}

template GeneratorExp* Parser::finish_comprehension(Start, Expr*, Tok);

Expr* Parser::paren_atom() {
  Start s = start();
  advance();
  if (accept(Tok::kRParen)) return node<Tuple>(s);
  if (at(Tok::kYield)) {
    Expr* e = yield_expression();
    expect(Tok::kRParen);
    e->parenthesized = true;
    return e;
  }
  if (at(Tok::kDoubleStar)) {
    const Token stars = tok();
    if (attempt([this] {
          advance();
          expression();
          return at(Tok::kRParen);
        })) {
      fail_token("cannot use double starred expression here", stars);
    }
    fail_syntax();
  }
  Expr* first = star_named_expression();
  if (at_comprehension()) return finish_comprehension<GeneratorExp>(s, first, Tok::kRParen);
  if (at(Tok::kComma)) {
    size_t m = mark();
    push(first);
    while (accept(Tok::kComma)) {
      if (at(Tok::kRParen)) break;
      push(star_named_expression());
    }
    expect(Tok::kRParen);
    Expr* tuple = make_tuple(s, m);
    tuple->parenthesized = true;
    return tuple;
  }
  if (at(Tok::kRParen) && first->kind == ExprKind::kStarred) {
    fail_node("cannot use starred expression here", *first);
  }
  expect(Tok::kRParen);
  first->parenthesized = true;
  return first;
}

Expr* Parser::list_atom() {
  Start s = start();
  advance();
  size_t m = mark();
  if (!at(Tok::kRSquare)) {
    Expr* first = star_named_expression();
    if (at_comprehension()) return finish_comprehension<ListComp>(s, first, Tok::kRSquare);
    push(first);
    while (accept(Tok::kComma)) {
      if (at(Tok::kRSquare)) break;
      if (at_comprehension()) {
        Position p = position_of(last());
        fail_range("did you forget parentheses around the comprehension target?", *first, p);
      }
      push(star_named_expression());
      if (at_comprehension()) {
        fail_range("did you forget parentheses around the comprehension target?", *first,
                   *static_cast<Expr*>(scratch_.back()));
      }
    }
  }
  expect(Tok::kRSquare);
  auto* n = node<List>(s);
  n->elts = take<Expr>(m);
  adopt(n, n->elts);
  return n;
}

Expr* Parser::brace_atom() {
  Start s = start();
  advance();
  if (accept(Tok::kRBrace)) return node<Dict>(s);
  if (at(Tok::kDoubleStar)) return dict_rest(s, nullptr);
  Expr* first;
  if (at(Tok::kStar)) {
    first = star_expression();
  } else {
    Start e = start();
    first = expression();
    if (at(Tok::kColon)) return dict_rest(s, first);
    first = finish_named_expression(first, e);
  }
  if (at_comprehension()) return finish_comprehension<SetComp>(s, first, Tok::kRBrace);
  size_t m = mark();
  push(first);
  while (accept(Tok::kComma)) {
    if (at(Tok::kRBrace)) break;
    if (at_comprehension()) {
      Position p = position_of(last());
      fail_range("did you forget parentheses around the comprehension target?", *first, p);
    }
    push(star_named_expression());
    if (at_comprehension()) {
      fail_range("did you forget parentheses around the comprehension target?", *first,
                 *static_cast<Expr*>(scratch_.back()));
    }
  }
  expect(Tok::kRBrace);
  auto* n = node<Set>(s);
  n->elts = take<Expr>(m);
  adopt(n, n->elts);
  return n;
}

// The value after `key:`.
Expr* Parser::dict_value(const Token& colon) {
  if (at(Tok::kRBrace) || at(Tok::kComma)) {
    fail_token("expression expected after dictionary key and ':'", colon);
  }
  if (at(Tok::kStar)) {
    Start s = start();
    if (attempt([this] {
          advance();
          bitwise_or();
          return true;
        })) {
      Position p;
      place(&p, s);
      fail_node("cannot use a starred expression in a dictionary value", p);
    }
  }
  return expression();
}

// A dict display or comprehension after its brace: at the `:` after `key`, or, with a null `key`,
// at a `**`.
Expr* Parser::dict_rest(Start s, Expr* key) {
  size_t m = mark();  // keys and values alternate
  bool first = true;
  for (;;) {
    if (!key && at(Tok::kDoubleStar)) {
      const Token stars = tok();
      advance();
      Expr* value = bitwise_or();
      if (first && at_comprehension()) {
        fail_token("dict unpacking cannot be used in dict comprehension", stars);
      }
      push(nullptr);
      push(value);
    } else {
      if (!key) {
        key = expression();
        if (!at(Tok::kColon)) {
          check_forgotten_comma();
          if (at(Tok::kError)) fail_syntax();
          fail("SyntaxError", "':' expected after dictionary key", key->line, key->end_col - 1,
               key->end_line, kNoEnd);
        }
      }
      const Token colon = tok();
      advance();
      Expr* value = dict_value(colon);
      if (first && at_comprehension()) return dict_comprehension(s, key, value);
      push(key);
      push(value);
    }
    first = false;
    key = nullptr;
    if (!accept(Tok::kComma) || at(Tok::kRBrace)) break;
  }
  expect(Tok::kRBrace);
  auto* n = node<Dict>(s);
  ExprList flat = take<Expr>(m);
  size_t count = flat.size / 2;
  for (size_t i = 0; i < count; ++i) push(flat[2 * i]);
  n->keys = take<Expr>(m);
  for (size_t i = 0; i < count; ++i) push(flat[2 * i + 1]);
  n->values = take<Expr>(m);
  adopt(n, flat);
  return n;
}

Expr* Parser::dict_comprehension(Start s, Expr* key, Expr* value) {
  auto* n = arena_->make<DictComp>();
  n->key = key;
  n->value = value;
  adopt(n, key);
  adopt(n, value);
  n->generators = comprehension_clauses(n);
  expect(Tok::kRBrace);
  place(n, s);
  return n;
}

}  // namespace baton::syntax
