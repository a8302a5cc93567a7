// `match` statements and their patterns. `match`, `case` and `_` are ordinary names elsewhere.
// See parser_impl.h.
#include <algorithm>

#include "compiler/parser_impl.h"

namespace baton::syntax {

using namespace ast;

// At the name `match` that starts a statement. Null when it turns out to be an ordinary name.
Stmt* Parser::match_statement() {
  Tok next = peek();
  if (next != Tok::kStar && !starts_expression(next)) return nullptr;
  Start s = start();
  Expr* subject = nullptr;
  bool colon_missing = false;
  Token where{};
  bool is_match = attempt([&] {
    advance();
    Start first = start();
    bool starred = at(Tok::kStar);
    subject = starred ? star_expression() : named_expression();
    if (at(Tok::kComma)) {
      size_t m = mark();
      push(subject);
      while (accept(Tok::kComma)) {
        if (!at(Tok::kStar) && !starts_expression(kind())) break;
        push(star_named_expression());
      }
      subject = make_tuple(first, m);
    } else if (starred) {
      return false;
    }
    if (at(Tok::kNewline) && peek() == Tok::kIndent && tokens_[pos_ + 2].kind == Tok::kName &&
        tokens_[pos_ + 2].start == case_.data()) {
      colon_missing = true;
      where = tok();
      return false;
    }
    return at(Tok::kColon) && peek() == Tok::kNewline;
  });
  if (!is_match) {
    if (colon_missing) fail_token("expected ':'", where);
    return nullptr;
  }
  advance();
  advance();
  if (!at(Tok::kIndent)) {
    std::string message =
        "expected an indented block after 'match' statement on line " + std::to_string(s.line);
    if (at(Tok::kError)) fail_syntax();
    Position p = position_of(tok());
    if (at_end_of_input()) {
      p.line = p.end_line = source_->line_count();
      p.col = static_cast<int>(source_->line(p.line).size());
      p.end_col = -1;
    }
    fail("IndentationError", std::move(message), p.line, p.col, p.end_line, p.end_col);
  }
  advance();
  std::vector<MatchCase> cases;
  do {
    if (!at_soft(case_)) fail_syntax();
    cases.push_back(match_case());
  } while (!at(Tok::kDedent) && !at(Tok::kEnd));
  accept(Tok::kDedent);
  auto* n = node<Match>(s);
  n->subject = subject;
  n->cases = arena_->list(cases);
  return n;
}

MatchCase Parser::match_case() {
  int line = start().line;
  advance();
  MatchCase c;
  c.pattern = case_patterns();
  if (accept(Tok::kIf)) c.guard = named_expression();
  expect_colon();
  c.body = block("'case' statement", line);
  return c;
}

// What stands after `case`: a pattern, or several with commas.
Pattern* Parser::case_patterns() {
  Start s = start();
  Pattern* first = maybe_star_pattern();
  if (!at(Tok::kComma)) {
    if (first->kind == PatternKind::kMatchStar) fail_syntax();
    return first;
  }
  size_t m = mark();
  push(first);
  while (accept(Tok::kComma)) {
    if (at(Tok::kColon) || at(Tok::kIf)) break;
    push(maybe_star_pattern());
  }
  auto* n = node<MatchSequence>(s);
  n->patterns = take<Pattern>(m);
  return n;
}

Pattern* Parser::maybe_star_pattern() {
  if (!at(Tok::kStar)) return pattern();
  Start s = start();
  advance();
  Name name = capture_name();
  auto* n = node<MatchStar>(s);
  n->name = name;
  return n;
}

// A name to bind, or empty for `_`.
Name Parser::capture_name() {
  if (!at(Tok::kName)) fail_syntax();
  if (peek() == Tok::kDot || peek() == Tok::kLParen || peek() == Tok::kEqual) {
    advance();
    fail_syntax();
  }
  Name name = tok().text();
  check_name(name, position_of(tok()));
  advance();
  return name.data() == underscore_.data() ? Name() : name;
}

Pattern* Parser::pattern() {
  DepthGuard guard(this);
  Start s = start();
  Pattern* p = or_pattern();
  if (!accept(Tok::kAs)) return p;
  if (at_soft(underscore_)) fail_here("cannot use '_' as a target");
  if (!at(Tok::kName)) {
    Position where;
    State here = save();
    if (attempt([&] {
          where = *expression();
          return true;
        })) {
      restore(here);
      fail_node("invalid pattern target", where);
    }
    fail_syntax();
  }
  Name name = capture_name();
  auto* n = node<MatchAs>(s);
  n->pattern = p;
  n->name = name;
  return n;
}

Pattern* Parser::or_pattern() {
  Start s = start();
  Pattern* first = closed_pattern();
  if (!at(Tok::kVBar)) return first;
  size_t m = mark();
  push(first);
  while (accept(Tok::kVBar)) push(closed_pattern());
  auto* n = node<MatchOr>(s);
  n->patterns = take<Pattern>(m);
  return n;
}

Pattern* Parser::closed_pattern() {
  Start s = start();
  switch (kind()) {
    case Tok::kNone:
    case Tok::kTrue:
    case Tok::kFalse: {
      ConstantKind value = at(Tok::kNone)   ? ConstantKind::kNone
                           : at(Tok::kTrue) ? ConstantKind::kTrue
                                            : ConstantKind::kFalse;
      advance();
      auto* n = node<MatchSingleton>(s);
      n->value = value;
      return n;
    }
    case Tok::kMinus:
    case Tok::kNumber:
    case Tok::kString: return value_pattern();
    case Tok::kName: return name_pattern();
    case Tok::kLParen: return bracket_pattern(Tok::kRParen);
    case Tok::kLSquare: return bracket_pattern(Tok::kRSquare);
    case Tok::kLBrace: return mapping_pattern();
    default: fail_syntax();
  }
}

// `[...]`, `(...)`, or one pattern in round brackets.
Pattern* Parser::bracket_pattern(Tok close) {
  Start s = start();
  advance();
  size_t m = mark();
  bool comma = false;
  while (!at(close)) {
    push(maybe_star_pattern());
    if (!accept(Tok::kComma)) break;
    comma = true;
  }
  expect(close);
  if (close == Tok::kRParen && !comma && mark() == m + 1) {
    auto* only = static_cast<Pattern*>(scratch_.back());
    if (only->kind != PatternKind::kMatchStar) {
      scratch_.pop_back();
      return only;
    }
    --pos_;
    fail_syntax();
  }
  auto* n = node<MatchSequence>(s);
  n->patterns = take<Pattern>(m);
  return n;
}

Pattern* Parser::value_pattern() {
  Start s = start();
  Expr* value = at(Tok::kString) ? strings() : pattern_number();
  if (value->kind == ExprKind::kJoinedStr) {
    defer("patterns may only match literals and attribute lookups", *value);
  }
  auto* n = node<MatchValue>(s);
  n->value = value;
  return n;
}

// A number, its negation, or a complex number written as a sum.
Expr* Parser::pattern_number() {
  Start s = start();
  Expr* left = signed_number();
  if (!at(Tok::kPlus) && !at(Tok::kMinus)) return left;
  auto is_complex = [](Expr* e) {
    if (auto* u = dyn<UnaryOp>(e)) e = u->operand;
    return as<Constant>(e)->type == ConstantKind::kComplex;
  };
  Operator op = at(Tok::kPlus) ? Operator::kAdd : Operator::kSub;
  advance();
  if (is_complex(left)) fail_node("real number required in complex literal", *left);
  if (!at(Tok::kNumber)) fail_syntax();
  Expr* right = number();
  if (!is_complex(right)) fail_node("imaginary number required in complex literal", *right);
  auto* n = node<BinOp>(s);
  n->left = left;
  n->op = op;
  n->right = right;
  adopt(n, left);
  adopt(n, right);
  return n;
}

Expr* Parser::signed_number() {
  Start s = start();
  if (!accept(Tok::kMinus)) {
    if (!at(Tok::kNumber)) fail_syntax();
    return number();
  }
  if (!at(Tok::kNumber)) fail_syntax();
  Expr* operand = number();
  auto* n = node<UnaryOp>(s);
  n->op = UnaryOperator::kUSub;
  n->operand = operand;
  adopt(n, operand);
  return n;
}

// `a.b.c`, at least the first name.
Expr* Parser::pattern_dotted_name() {
  Start s = start();
  Expr* e = name_node();
  while (accept(Tok::kDot)) {
    Name attr = identifier();
    auto* n = node<Attribute>(s);
    n->value = e;
    n->attr = attr;
    adopt(n, e);
    e = n;
  }
  return e;
}

// A capture, the wildcard, a dotted value, or a class with arguments.
Pattern* Parser::name_pattern() {
  Start s = start();
  if (peek() != Tok::kDot && peek() != Tok::kLParen) {
    Name name = capture_name();
    auto* n = node<MatchAs>(s);
    n->name = name;
    return n;
  }
  Expr* e = pattern_dotted_name();
  if (at(Tok::kLParen)) return class_pattern(e, s);
  auto* n = node<MatchValue>(s);
  n->value = e;
  return n;
}

Pattern* Parser::class_pattern(Expr* cls, Start s) {
  advance();
  std::vector<Pattern*> positional, keyword;
  std::vector<Name> names;
  Pattern* first_misplaced = nullptr;
  Pattern* last_misplaced = nullptr;
  while (!at(Tok::kRParen)) {
    if (at(Tok::kName) && peek() == Tok::kEqual) {
      Name name = tok().text();
      if (first_misplaced && !last_misplaced) last_misplaced = positional.back();
      names.push_back(name);
      advance();
      advance();
      keyword.push_back(pattern());
    } else {
      Pattern* p = pattern();
      if (!names.empty()) {
        if (!first_misplaced) first_misplaced = p;
      }
      positional.push_back(p);
    }
    if (!accept(Tok::kComma)) break;
  }
  if (first_misplaced && (at(Tok::kRParen) || last_misplaced)) {
    fail_range("positional patterns follow keyword patterns", *first_misplaced,
               last_misplaced ? *last_misplaced : *positional.back());
  }
  expect(Tok::kRParen);
  std::vector<Name> sorted = names;
  std::sort(sorted.begin(), sorted.end());
  auto repeated = std::adjacent_find(sorted.begin(), sorted.end());
  if (repeated != sorted.end()) {
    Position whole;
    place(&whole, s);
    defer("attribute name repeated in class pattern: " + std::string(*repeated), whole);
  }
  auto* n = node<MatchClass>(s);
  n->cls = cls;
  n->patterns = arena_->list(positional);
  n->kwd_attrs = arena_->list(names);
  n->kwd_patterns = arena_->list(keyword);
  return n;
}

Expr* Parser::mapping_key() {
  Start s = start();
  switch (kind()) {
    case Tok::kNone: advance(); return constant(s, ConstantKind::kNone);
    case Tok::kTrue: advance(); return constant(s, ConstantKind::kTrue);
    case Tok::kFalse: advance(); return constant(s, ConstantKind::kFalse);
    case Tok::kString: {
      Expr* e = strings();
      if (e->kind == ExprKind::kJoinedStr) {
        defer("mapping pattern keys may only match literals and attribute lookups", *e);
      }
      return e;
    }
    case Tok::kName:
      if (peek() != Tok::kDot) {
        advance();
        fail_syntax();
      }
      return pattern_dotted_name();
    default: return pattern_number();
  }
}

Pattern* Parser::mapping_pattern() {
  Start s = start();
  advance();
  std::vector<Expr*> keys;
  std::vector<Pattern*> patterns;
  Name rest;
  while (!at(Tok::kRBrace)) {
    if (accept(Tok::kDoubleStar)) {
      if (at_soft(underscore_)) fail_syntax();
      rest = capture_name();
      accept(Tok::kComma);
      break;
    }
    keys.push_back(mapping_key());
    expect(Tok::kColon);
    patterns.push_back(pattern());
    if (!accept(Tok::kComma)) break;
  }
  expect(Tok::kRBrace);
  auto* n = node<MatchMapping>(s);
  n->keys = arena_->list(keys);
  n->patterns = arena_->list(patterns);
  n->rest = rest;
  return n;
}

}  // namespace baton::syntax
