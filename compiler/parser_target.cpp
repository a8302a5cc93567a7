// What may be assigned to, looped over and deleted. Targets are read as expressions and turned into
// targets afterwards, in place. See parser_impl.h.
#include "compiler/parser_impl.h"

namespace baton::syntax {

using namespace ast;

const char* Parser::describe_kind(const Expr* e) {
  switch (e->kind) {
    case ExprKind::kAttribute: return "attribute";
    case ExprKind::kSubscript: return "subscript";
    case ExprKind::kStarred: return "starred";
    case ExprKind::kNameExpr: return "name";
    case ExprKind::kList: return "list";
    case ExprKind::kTuple: return "tuple";
    case ExprKind::kLambda: return "lambda";
    case ExprKind::kCall: return "function call";
    case ExprKind::kBoolOp:
    case ExprKind::kBinOp:
    case ExprKind::kUnaryOp: return "expression";
    case ExprKind::kGeneratorExp: return "generator expression";
    case ExprKind::kYield:
    case ExprKind::kYieldFrom: return "yield expression";
    case ExprKind::kListComp: return "list comprehension";
    case ExprKind::kSetComp: return "set comprehension";
    case ExprKind::kDictComp: return "dict comprehension";
    case ExprKind::kDict: return "dict literal";
    case ExprKind::kSet: return "set display";
    case ExprKind::kJoinedStr:
    case ExprKind::kFormattedValue: return "f-string expression";
    case ExprKind::kCompare: return "comparison";
    case ExprKind::kIfExp: return "conditional expression";
    case ExprKind::kNamedExpr: return "named expression";
    case ExprKind::kSlice: return "slice";
    case ExprKind::kConstant:
      switch (as<Constant>(e)->type) {
        case ConstantKind::kNone: return "None";
        case ConstantKind::kTrue: return "True";
        case ConstantKind::kFalse: return "False";
        case ConstantKind::kEllipsis: return "ellipsis";
        default: return "literal";
      }
  }
  return "expression";
}

// The first part of `e` that cannot be a target, or null.
Expr* Parser::invalid_target(Expr* e, TargetUse use) {
  DepthGuard guard(this);
  auto first_bad = [&](ExprList list) -> Expr* {
    for (Expr* child : list) {
      if (Expr* bad = invalid_target(child, use)) return bad;
    }
    return nullptr;
  };
  switch (e->kind) {
    case ExprKind::kNameExpr:
    case ExprKind::kAttribute:
    case ExprKind::kSubscript: return nullptr;
    case ExprKind::kList: return first_bad(as<List>(e)->elts);
    case ExprKind::kTuple: return first_bad(as<Tuple>(e)->elts);
    case ExprKind::kStarred:
      return use == TargetUse::kDelete ? e : invalid_target(as<Starred>(e)->value, use);
    default: return e;
  }
}

// `__debug__` may not be bound.
void Parser::check_name(Name name, const Position& where) {
  if (name.data() == debug_.data()) defer("cannot assign to __debug__", where);
}

// `e` must be a valid target.
void Parser::set_context(Expr* e, ExprContext ctx) {
  auto each = [&](ExprList list) {
    bool starred = false;
    for (Expr* child : list) {
      if (auto* s = dyn<Starred>(child)) {
        if (starred) defer("multiple starred expressions in assignment", *e);
        starred = true;
        s->ctx = ctx;
        set_context(s->value, ctx);
      } else {
        set_context(child, ctx);
      }
    }
  };
  switch (e->kind) {
    case ExprKind::kNameExpr:
      as<NameExpr>(e)->ctx = ctx;
      if (ctx == ExprContext::kStore) check_name(as<NameExpr>(e)->id, *e);
      if (ctx == ExprContext::kDel && as<NameExpr>(e)->id.data() == debug_.data()) {
        defer("cannot delete __debug__", *e);
      }
      break;
    case ExprKind::kAttribute:
      as<Attribute>(e)->ctx = ctx;
      if (ctx == ExprContext::kStore) check_name(as<Attribute>(e)->attr, *e);
      break;
    case ExprKind::kSubscript: as<Subscript>(e)->ctx = ctx; break;
    case ExprKind::kStarred:
      as<Starred>(e)->ctx = ctx;
      defer("starred assignment target must be in a list or tuple", *e);
      set_context(as<Starred>(e)->value, ctx);
      break;
    case ExprKind::kList:
      as<List>(e)->ctx = ctx;
      each(as<List>(e)->elts);
      break;
    case ExprKind::kTuple:
      as<Tuple>(e)->ctx = ctx;
      each(as<Tuple>(e)->elts);
      break;
    default: break;
  }
}

// Checks `e` and makes it a target.
void Parser::make_target(Expr* e, TargetUse use) {
  if (Expr* bad = invalid_target(e, use)) {
    fail_node(std::string(use == TargetUse::kDelete ? "cannot delete " : "cannot assign to ") +
                  describe_kind(bad),
              *bad);
  }
  set_context(e, use == TargetUse::kDelete ? ExprContext::kDel : ExprContext::kStore);
}

// One target of a `with`, or of a list of targets; not checked yet. It stops before `in`.
Expr* Parser::star_target() {
  if (at(Tok::kStar)) return star_expression();
  size_t first_token = pos_;
  Expr* e = bitwise_or();
  last_disjunction_ = e;
  last_disjunction_start_ = first_token;
  last_disjunction_end_ = pos_;
  return e;
}

// The targets of a `for`; not checked yet.
Expr* Parser::target_list() {
  Start s = start();
  Expr* first = star_target();
  if (!at(Tok::kComma)) return first;
  size_t m = mark();
  push(first);
  while (accept(Tok::kComma)) {
    if (!at(Tok::kStar) && !starts_expression(kind())) break;
    push(star_target());
  }
  return make_tuple(s, m);
}

}  // namespace baton::syntax
