// See odd_code.h. Constant folding has not happened yet: -1 is a negated constant, (1, 2) a tuple of
// constants, and both count as the constants they will become. Wording is CPython's.
#include "compiler/odd_code.h"

#include <string>

namespace baton::compiler {
namespace {

using ast::as;
using ast::ConstantKind;
using ast::Expr;
using ast::ExprKind;

void add(const ast::Position& at, std::string message, std::vector<CompileWarning>* out) {
  out->push_back({true, std::move(message), static_cast<int32_t>(at.line)});
}

bool is_constant(const Expr* e) {
  if (e->kind == ExprKind::kConstant) return true;
  if (auto* u = ast::dyn<ast::UnaryOp>(e)) return is_constant(u->operand);
  auto* t = ast::dyn<ast::Tuple>(e);
  if (!t) return false;
  for (const Expr* item : t->elts)
    if (!is_constant(item)) return false;
  return true;
}

// A constant of which there may be more than one equal object.
bool has_copies(const Expr* e) {
  auto* c = ast::dyn<ast::Constant>(e);
  if (!c) return is_constant(e);
  return c->type >= ConstantKind::kInt;
}

// The type of what a display or constant makes; null if it isn't plain.
const char* type_of(const Expr* e) {
  switch (e->kind) {
    case ExprKind::kConstant:
      switch (as<ast::Constant>(e)->type) {
        case ConstantKind::kNone: return "NoneType";
        case ConstantKind::kTrue:
        case ConstantKind::kFalse: return "bool";
        case ConstantKind::kEllipsis: return "ellipsis";
        case ConstantKind::kInt:
        case ConstantKind::kBigInt: return "int";
        case ConstantKind::kFloat: return "float";
        case ConstantKind::kComplex: return "complex";
        case ConstantKind::kStr: return "str";
        case ConstantKind::kBytes: return "bytes";
      }
      return nullptr;
    case ExprKind::kTuple: return "tuple";
    case ExprKind::kList:
    case ExprKind::kListComp: return "list";
    case ExprKind::kDict:
    case ExprKind::kDictComp: return "dict";
    case ExprKind::kSet:
    case ExprKind::kSetComp: return "set";
    case ExprKind::kGeneratorExp: return "generator";
    case ExprKind::kJoinedStr: return "str";
    case ExprKind::kLambda: return "function";
    default: return nullptr;
  }
}

void odd_subscript(const ast::Subscript* e, std::vector<CompileWarning>* out) {
  const char* type = type_of(e->value);
  if (!type || e->ctx != ast::ExprContext::kLoad) return;
  std::string what = type;
  bool sequence = what == "str" || what == "bytes" || what == "tuple" || what == "list";
  if (!sequence) {
    if (what == "dict") return;
    add(*e, "'" + what + "' object is not subscriptable; perhaps you missed a comma?", out);
    return;
  }
  const char* index = type_of(e->slice);
  if (!index) return;
  std::string i = index;
  if (i == "int" || i == "bool") return;
  add(*e, what + " indices must be integers or slices, not " + i + "; perhaps you missed a comma?",
      out);
}

}  // namespace

void find_odd(const Expr* e, std::vector<CompileWarning>* out) {
  if (auto* c = ast::dyn<ast::Compare>(e)) {
    bool left = has_copies(c->left);
    for (size_t i = 0; i < c->ops.size; ++i) {
      bool right = has_copies(c->comparators[i]);
      if ((c->ops[i] == ast::CmpOperator::kIs || c->ops[i] == ast::CmpOperator::kIsNot) &&
          (left || right)) {
        add(*e,
            c->ops[i] == ast::CmpOperator::kIs ? "\"is\" with a literal. Did you mean \"==\"?"
                                               : "\"is not\" with a literal. Did you mean \"!=\"?",
            out);
        return;
      }
      left = right;
    }
  } else if (auto* call = ast::dyn<ast::Call>(e)) {
    const char* type = type_of(call->func);
    if (type && call->func->kind != ExprKind::kLambda)
      add(*e, std::string("'") + type + "' object is not callable; perhaps you missed a comma?",
          out);
  } else if (auto* s = ast::dyn<ast::Subscript>(e)) {
    odd_subscript(s, out);
  }
}

void find_odd(const ast::Assert* s, std::vector<CompileWarning>* out) {
  auto* t = ast::dyn<ast::Tuple>(s->test);
  if (t && t->elts.size > 0) add(*s, "assertion is always true, perhaps remove parentheses?", out);
}

}  // namespace baton::compiler
