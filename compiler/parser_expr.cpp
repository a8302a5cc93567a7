// Expressions outside brackets: operators, comparisons, conditionals, lambdas, subscripts.
// See parser_impl.h.
#include "compiler/parser_impl.h"

namespace baton::syntax {

using namespace ast;

namespace {

struct BinaryInfo {
  int precedence;  // 0: not a binary operator
  Operator op;
};

BinaryInfo binary_info(Tok k) {
  switch (k) {
    case Tok::kVBar: return {1, Operator::kBitOr};
    case Tok::kCircumflex: return {2, Operator::kBitXor};
    case Tok::kAmper: return {3, Operator::kBitAnd};
    case Tok::kLeftShift: return {4, Operator::kLShift};
    case Tok::kRightShift: return {4, Operator::kRShift};
    case Tok::kPlus: return {5, Operator::kAdd};
    case Tok::kMinus: return {5, Operator::kSub};
    case Tok::kStar: return {6, Operator::kMult};
    case Tok::kSlash: return {6, Operator::kDiv};
    case Tok::kDoubleSlash: return {6, Operator::kFloorDiv};
    case Tok::kPercent: return {6, Operator::kMod};
    case Tok::kAt: return {6, Operator::kMatMult};
    default: return {0, Operator::kAdd};
  }
}

}  // namespace

bool Parser::starts_expression(Tok k) const {
  switch (k) {
    case Tok::kName:
    case Tok::kNumber:
    case Tok::kString:
    case Tok::kLParen:
    case Tok::kLSquare:
    case Tok::kLBrace:
    case Tok::kEllipsis:
    case Tok::kMinus:
    case Tok::kPlus:
    case Tok::kTilde:
    case Tok::kNot:
    case Tok::kLambda:
    case Tok::kNone:
    case Tok::kTrue:
    case Tok::kFalse:
    case Tok::kAwait: return true;
    default: return false;
  }
}

NameExpr* Parser::name_node() {
  Start s = start();
  Name id = tok().text();
  advance();
  auto* n = node<NameExpr>(s);
  n->id = id;
  return n;
}

// A Tuple of the scratch items from `mark`, ending at the last token.
Expr* Parser::make_tuple(Start s, size_t mark) {
  auto* n = node<Tuple>(s);
  n->elts = take<Expr>(mark);
  adopt(n, n->elts);
  return n;
}

Expr* Parser::star_expressions() {
  Start s = start();
  Expr* first = star_expression();
  if (!at(Tok::kComma)) {
    if (first->kind == ExprKind::kStarred && !at(Tok::kEqual)) {
      defer("can't use starred expression here", *first);
    }
    return first;
  }
  size_t m = mark();
  push(first);
  while (accept(Tok::kComma)) {
    if (!at(Tok::kStar) && !starts_expression(kind())) break;
    push(star_expression());
  }
  return make_tuple(s, m);
}

Expr* Parser::star_expression() {
  if (!at(Tok::kStar)) return expression();
  Start s = start();
  advance();
  Expr* value = bitwise_or();
  auto* n = node<Starred>(s);
  n->value = value;
  adopt(n, value);
  return n;
}

Expr* Parser::star_named_expression() {
  return at(Tok::kStar) ? star_expression() : named_expression();
}

Expr* Parser::named_expression() {
  Start s = start();
  return finish_named_expression(expression(), s);
}

// After an expression where `:=` may follow.
Expr* Parser::finish_named_expression(Expr* e, Start s) {
  if (at(Tok::kEqual)) check_equals(e);
  if (!at(Tok::kColonEqual)) return e;
  if (e->kind != ExprKind::kNameExpr || e->parenthesized) {
    State here = save();
    if (attempt([&] {
          advance();
          expression();
          return true;
        })) {
      restore(here);
      fail_node(std::string("cannot use assignment expressions with ") + describe_kind(e), *e);
    }
    fail_syntax();
  }
  advance();
  Expr* value = expression();
  auto* n = node<NamedExpr>(s);
  set_context(e, ExprContext::kStore);
  n->target = e;
  n->value = value;
  adopt(n, value);
  return n;
}

Expr* Parser::expression() {
  DepthGuard guard(this);
  if (at(Tok::kLambda)) return lambda();
  Start s = start();
  Expr* body = disjunction();
  if (!at(Tok::kIf)) return body;
  advance();
  Expr* test = disjunction();
  if (!at(Tok::kElse)) {
    if (at(Tok::kColon) || at(Tok::kError)) fail_syntax();
    check_forgotten_comma();
    Position p;
    place(&p, s);
    fail_node("expected 'else' after 'if' expression", p);
  }
  advance();
  Expr* orelse = expression();
  auto* n = node<IfExp>(s);
  n->test = test;
  n->body = body;
  n->orelse = orelse;
  adopt(n, test);
  adopt(n, body);
  adopt(n, orelse);
  return n;
}

Expr* Parser::disjunction() {
  Start s = start();
  size_t first_token = pos_;
  Expr* e = conjunction();
  if (at(Tok::kOr)) {
    size_t m = mark();
    push(e);
    while (accept(Tok::kOr)) push(conjunction());
    auto* n = node<BoolOp>(s);
    n->op = BoolOperator::kOr;
    n->values = take<Expr>(m);
    adopt(n, n->values);
    e = n;
  }
  last_disjunction_ = e;
  last_disjunction_start_ = first_token;
  last_disjunction_end_ = pos_;
  return e;
}

Expr* Parser::conjunction() {
  Start s = start();
  Expr* e = inversion();
  if (!at(Tok::kAnd)) return e;
  size_t m = mark();
  push(e);
  while (accept(Tok::kAnd)) push(inversion());
  auto* n = node<BoolOp>(s);
  n->op = BoolOperator::kAnd;
  n->values = take<Expr>(m);
  adopt(n, n->values);
  return n;
}

Expr* Parser::inversion() {
  if (!at(Tok::kNot)) return comparison();
  DepthGuard guard(this);
  Start s = start();
  advance();
  Expr* operand = inversion();
  auto* n = node<UnaryOp>(s);
  n->op = UnaryOperator::kNot;
  n->operand = operand;
  adopt(n, operand);
  return n;
}

Expr* Parser::comparison() {
  Start s = start();
  Expr* left = bitwise_or();
  size_t m = mark();
  std::vector<CmpOperator> more_ops;
  CmpOperator first_op{};
  for (;;) {
    CmpOperator op;
    switch (kind()) {
      case Tok::kLess: op = CmpOperator::kLt; break;
      case Tok::kLessEqual: op = CmpOperator::kLtE; break;
      case Tok::kGreater: op = CmpOperator::kGt; break;
      case Tok::kGreaterEqual: op = CmpOperator::kGtE; break;
      case Tok::kEqEqual: op = CmpOperator::kEq; break;
      case Tok::kNotEqual: op = CmpOperator::kNotEq; break;
      case Tok::kIn: op = CmpOperator::kIn; break;
      case Tok::kIs: op = CmpOperator::kIs; break;
      case Tok::kNot:
        if (peek() == Tok::kIn) {
          op = CmpOperator::kNotIn;
          break;
        }
        if (peek() != Tok::kError) {
          // CPython has looked at the token after `not` by now, and blames that.
          advance();
          fail_syntax();
        }
        [[fallthrough]];
      default:
        if (mark() == m) return left;
        auto* n = node<Compare>(s);
        n->left = left;
        n->comparators = take<Expr>(m);
        if (more_ops.empty()) {
          n->ops = arena_->list(&first_op, 1);
        } else {
          n->ops = arena_->list(more_ops);
        }
        adopt(n, left);
        adopt(n, n->comparators);
        return n;
    }
    advance();
    if (op == CmpOperator::kNotIn) advance();
    if (op == CmpOperator::kIs && accept(Tok::kNot)) op = CmpOperator::kIsNot;
    if (mark() == m) {
      first_op = op;
    } else {
      if (more_ops.empty()) more_ops.push_back(first_op);
      more_ops.push_back(op);
    }
    push(bitwise_or());
  }
}

Expr* Parser::binary(int min_precedence) {
  Start s = start();
  Expr* left = unary();
  for (;;) {
    BinaryInfo info = binary_info(kind());
    if (info.precedence < min_precedence || info.precedence == 0) return left;
    advance();
    Expr* right = binary(info.precedence + 1);
    auto* n = node<BinOp>(s);
    n->left = left;
    n->op = info.op;
    n->right = right;
    adopt(n, left);
    adopt(n, right);
    left = n;
  }
}

Expr* Parser::unary() {
  UnaryOperator op;
  switch (kind()) {
    case Tok::kMinus: op = UnaryOperator::kUSub; break;
    case Tok::kPlus: op = UnaryOperator::kUAdd; break;
    case Tok::kTilde: op = UnaryOperator::kInvert; break;
    default: return power();
  }
  DepthGuard guard(this);
  Start s = start();
  advance();
  Expr* operand = unary();
  auto* n = node<UnaryOp>(s);
  n->op = op;
  n->operand = operand;
  adopt(n, operand);
  return n;
}

Expr* Parser::power() {
  Start s = start();
  if (at(Tok::kAwait)) {
    if (!starts_expression(peek())) {
      advance();
      fail_syntax();
    }
    fail_async("await");
  }
  Expr* left = primary();
  if (!at(Tok::kDoubleStar)) return left;
  DepthGuard guard(this);
  advance();
  Expr* right = unary();
  auto* n = node<BinOp>(s);
  n->left = left;
  n->op = Operator::kPow;
  n->right = right;
  adopt(n, left);
  adopt(n, right);
  return n;
}

Expr* Parser::primary() {
  Start s = start();
  Expr* e = atom();
  for (;;) {
    switch (kind()) {
      case Tok::kDot: {
        advance();
        if (!at(Tok::kName)) fail_syntax();
        Name attr = tok().text();
        advance();
        auto* n = node<Attribute>(s);
        n->value = e;
        n->attr = attr;
        adopt(n, e);
        e = n;
        break;
      }
      case Tok::kLParen: e = call(e, s); break;
      case Tok::kLSquare: {
        advance();
        Expr* index = slices();
        expect(Tok::kRSquare);
        auto* n = node<Subscript>(s);
        n->value = e;
        n->slice = index;
        adopt(n, e);
        adopt(n, index);
        e = n;
        break;
      }
      default: return e;
    }
  }
}

Expr* Parser::slices() {
  Start s = start();
  bool starred = at(Tok::kStar);
  Expr* first = starred ? star_expression() : slice();
  if (!starred && !at(Tok::kComma)) return first;
  size_t m = mark();
  push(first);
  while (accept(Tok::kComma)) {
    if (at(Tok::kRSquare)) break;
    push(at(Tok::kStar) ? star_expression() : slice());
  }
  return make_tuple(s, m);
}

Expr* Parser::slice() {
  Start s = start();
  Expr* lower = nullptr;
  if (!at(Tok::kColon)) {
    lower = named_expression();
    if (!at(Tok::kColon) || lower->kind == ExprKind::kNamedExpr) return lower;
  }
  advance();
  auto optional = [this]() -> Expr* {
    if (at(Tok::kColon) || at(Tok::kComma) || at(Tok::kRSquare)) return nullptr;
    return expression();
  };
  Expr* upper = optional();
  Expr* step = nullptr;
  if (accept(Tok::kColon)) step = optional();
  auto* n = node<Slice>(s);
  n->lower = lower;
  n->upper = upper;
  n->step = step;
  adopt(n, lower);
  adopt(n, upper);
  adopt(n, step);
  return n;
}

Expr* Parser::lambda() {
  Start s = start();
  advance();
  Arguments* args = parameters(Tok::kColon, true);
  expect(Tok::kColon);
  Expr* body = expression();
  auto* n = node<Lambda>(s);
  n->args = args;
  n->body = body;
  adopt(n, body);
  adopt(n, args->defaults);
  adopt(n, args->kw_defaults);
  return n;
}

Expr* Parser::yield_expression() {
  Start s = start();
  advance();
  if (accept(Tok::kFrom)) {
    Expr* value = expression();
    auto* n = node<YieldFrom>(s);
    n->value = value;
    adopt(n, value);
    return n;
  }
  Expr* value = nullptr;
  if (at(Tok::kStar) || starts_expression(kind())) value = star_expressions();
  auto* n = node<Yield>(s);
  n->value = value;
  adopt(n, value);
  return n;
}

}  // namespace baton::syntax
