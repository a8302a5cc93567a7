// Annotations as text: `from __future__ import annotations` keeps each as the source that would
// compile to it, spaced and bracketed as CPython's unparser does. No state, no lock.
#include <string>

#include "compiler/codegen.h"
#include "compiler/scope.h"
#include "vm/base/number_text.h"
#include "vm/base/unicode.h"

namespace baton::compiler {

namespace {

using ast::as;
using ast::Expr;
using ast::ExprKind;

// How tightly an expression binds; one that binds looser than its place asks for gets brackets.
enum Level {
  kTuple,
  kTest,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,
  kBitXor,
  kBitAnd,
  kShift,
  kArith,
  kTerm,
  kFactor,
  kPower,
  kAwait,
  kAtom,
};

class Unparser {
 public:
  std::string out;

  void expr(const Expr* e, int level) {
    switch (e->kind) {
      case ExprKind::kBoolOp: {
        auto* b = as<ast::BoolOp>(e);
        bool is_or = b->op == ast::BoolOperator::kOr;
        int own = is_or ? kOr : kAnd;
        Brackets in(this, level > own);
        for (uint32_t i = 0; i < b->values.size; i++) {
          if (i) out += is_or ? " or " : " and ";
          expr(b->values[i], own + 1);
        }
        return;
      }
      case ExprKind::kNamedExpr: {
        auto* n = as<ast::NamedExpr>(e);
        Brackets in(this, level > kTuple);
        expr(n->target, kAtom);
        out += " := ";
        return expr(n->value, kAtom);
      }
      case ExprKind::kBinOp: return binary(as<ast::BinOp>(e), level);
      case ExprKind::kUnaryOp: {
        auto* u = as<ast::UnaryOp>(e);
        bool is_not = u->op == ast::UnaryOperator::kNot;
        int own = is_not ? kNot : kFactor;
        Brackets in(this, level > own);
        out += is_not                                 ? "not "
               : u->op == ast::UnaryOperator::kInvert ? "~"
               : u->op == ast::UnaryOperator::kUAdd   ? "+"
                                                      : "-";
        return expr(u->operand, own);
      }
      case ExprKind::kLambda: return lambda(as<ast::Lambda>(e), level);
      case ExprKind::kIfExp: {
        auto* i = as<ast::IfExp>(e);
        Brackets in(this, level > kTest);
        expr(i->body, kTest + 1);
        out += " if ";
        expr(i->test, kTest + 1);
        out += " else ";
        return expr(i->orelse, kTest);
      }
      case ExprKind::kDict: {
        auto* d = as<ast::Dict>(e);
        out += '{';
        for (uint32_t i = 0; i < d->values.size; i++) {
          if (i) out += ", ";
          if (d->keys[i]) {
            expr(d->keys[i], kTest);
            out += ": ";
            expr(d->values[i], kTest);
          } else {
            out += "**";
            expr(d->values[i], kBitOr);
          }
        }
        out += '}';
        return;
      }
      case ExprKind::kSet: return list(as<ast::Set>(e)->elts, "{", "}");
      case ExprKind::kList: return list(as<ast::List>(e)->elts, "[", "]");
      case ExprKind::kTuple: {
        auto* t = as<ast::Tuple>(e);
        if (t->elts.empty()) {
          out += "()";
          return;
        }
        Brackets in(this, level > kTuple);
        list(t->elts, "", t->elts.size == 1 ? "," : "");
        return;
      }
      case ExprKind::kListComp: {
        auto* c = as<ast::ListComp>(e);
        return comprehension(c->elt, nullptr, c->generators, '[', ']');
      }
      case ExprKind::kSetComp: {
        auto* c = as<ast::SetComp>(e);
        return comprehension(c->elt, nullptr, c->generators, '{', '}');
      }
      case ExprKind::kDictComp: {
        auto* c = as<ast::DictComp>(e);
        return comprehension(c->key, c->value, c->generators, '{', '}');
      }
      case ExprKind::kGeneratorExp: {
        auto* c = as<ast::GeneratorExp>(e);
        return comprehension(c->elt, nullptr, c->generators, '(', ')');
      }
      case ExprKind::kYield: {
        out += "(yield";
        if (const Expr* v = as<ast::Yield>(e)->value) {
          out += ' ';
          expr(v, kTest);
        }
        out += ')';
        return;
      }
      case ExprKind::kYieldFrom:
        out += "(yield from ";
        expr(as<ast::YieldFrom>(e)->value, kTest);
        out += ')';
        return;
      case ExprKind::kCompare: return compare(as<ast::Compare>(e), level);
      case ExprKind::kCall: return call(as<ast::Call>(e));
      case ExprKind::kFormattedValue:
      case ExprKind::kJoinedStr: {
        std::string body;
        body.swap(out);
        formatted(e);
        body.swap(out);
        out += 'f';
        out += repr_str(body);
        return;
      }
      case ExprKind::kConstant: return constant(as<ast::Constant>(e));
      case ExprKind::kAttribute: {
        auto* a = as<ast::Attribute>(e);
        expr(a->value, kAtom);
        auto* c = ast::dyn<ast::Constant>(a->value);
        out += c && c->type == ast::ConstantKind::kInt ? " ." : ".";
        out += a->attr;
        return;
      }
      case ExprKind::kSubscript: {
        auto* s = as<ast::Subscript>(e);
        expr(s->value, kAtom);
        out += '[';
        expr(s->slice, kTuple);
        out += ']';
        return;
      }
      case ExprKind::kStarred: out += '*'; return expr(as<ast::Starred>(e)->value, kBitOr);
      case ExprKind::kNameExpr: out += as<ast::NameExpr>(e)->id; return;
      case ExprKind::kSlice: {
        auto* s = as<ast::Slice>(e);
        if (s->lower) expr(s->lower, kTest);
        out += ':';
        if (s->upper) expr(s->upper, kTest);
        if (s->step) {
          out += ':';
          expr(s->step, kTest);
        }
        return;
      }
    }
  }

 private:
  struct Brackets {
    Brackets(Unparser* u, bool on) : u_(on ? u : nullptr) {
      if (u_) u_->out += '(';
    }
    ~Brackets() {
      if (u_) u_->out += ')';
    }
    Brackets(const Brackets&) = delete;
    Brackets& operator=(const Brackets&) = delete;
    Unparser* u_;
  };

  void binary(const ast::BinOp* b, int level) {
    static constexpr struct {
      const char* text;
      int level;
    } kOps[] = {{" + ", kArith},  {" - ", kArith}, {" * ", kTerm},   {" @ ", kTerm},
                {" / ", kTerm},   {" % ", kTerm},  {" ** ", kPower}, {" << ", kShift},
                {" >> ", kShift}, {" | ", kBitOr}, {" ^ ", kBitXor}, {" & ", kBitAnd},
                {" // ", kTerm}};
    const auto& op = kOps[static_cast<int>(b->op)];
    bool power = b->op == ast::Operator::kPow;
    Brackets in(this, level > op.level);
    expr(b->left, op.level + (power ? 1 : 0));
    out += op.text;
    expr(b->right, op.level + (power ? 0 : 1));
  }

  void compare(const ast::Compare* c, int level) {
    static constexpr const char* kOps[] = {" == ", " != ", " < ",      " <= ", " > ",
                                           " >= ", " is ", " is not ", " in ", " not in "};
    Brackets in(this, level > kCompare);
    expr(c->left, kCompare + 1);
    for (uint32_t i = 0; i < c->ops.size; i++) {
      out += kOps[static_cast<int>(c->ops[i])];
      expr(c->comparators[i], kCompare + 1);
    }
  }

  void list(const ast::ExprList& elts, const char* before, const char* after) {
    out += before;
    for (uint32_t i = 0; i < elts.size; i++) {
      if (i) out += ", ";
      expr(elts[i], kTest);
    }
    out += after;
  }

  void call(const ast::Call* c) {
    expr(c->func, kAtom);
    auto* only = c->args.size == 1 && c->keywords.empty() ? ast::dyn<ast::GeneratorExp>(c->args[0])
                                                          : nullptr;
    if (only) return expr(only, kTuple);
    list(c->args, "(", "");
    for (uint32_t i = 0; i < c->keywords.size; i++) {
      if (i || !c->args.empty()) out += ", ";
      if (c->keywords[i]->arg.empty()) {
        out += "**";
      } else {
        out += c->keywords[i]->arg;
        out += '=';
      }
      expr(c->keywords[i]->value, kTest);
    }
    out += ')';
  }

  void comprehension(const Expr* elt, const Expr* value, const ArenaList<ast::Comprehension>& gens,
                     char before, char after) {
    out += before;
    expr(elt, kTest);
    if (value) {
      out += ": ";
      expr(value, kTest);
    }
    for (const ast::Comprehension& g : gens) {
      out += " for ";
      expr(g.target, kTuple);
      out += " in ";
      expr(g.iter, kTest + 1);
      for (const Expr* test : g.ifs) {
        out += " if ";
        expr(test, kTest + 1);
      }
    }
    out += after;
  }

  void lambda(const ast::Lambda* l, int level) {
    Brackets in(this, level > kTest);
    const ast::Arguments* a = l->args;
    bool any = !a->posonlyargs.empty() || !a->args.empty() || a->vararg || a->kwarg ||
               !a->kwonlyargs.empty();
    out += any ? "lambda " : "lambda";
    bool first = true;
    auto comma = [&] {
      if (!first) out += ", ";
      first = false;
    };
    uint32_t positional = a->posonlyargs.size + a->args.size;
    for (uint32_t i = 0; i < positional; i++) {
      comma();
      out +=
          i < a->posonlyargs.size ? a->posonlyargs[i]->arg : a->args[i - a->posonlyargs.size]->arg;
      if (i + a->defaults.size >= positional) {
        out += '=';
        expr(a->defaults[i + a->defaults.size - positional], kTest);
      }
      if (i + 1 == a->posonlyargs.size) out += ", /";
    }
    if (a->vararg || !a->kwonlyargs.empty()) {
      comma();
      out += '*';
      if (a->vararg) out += a->vararg->arg;
    }
    for (uint32_t i = 0; i < a->kwonlyargs.size; i++) {
      comma();
      out += a->kwonlyargs[i]->arg;
      if (a->kw_defaults[i]) {
        out += '=';
        expr(a->kw_defaults[i], kTest);
      }
    }
    if (a->kwarg) {
      comma();
      out += "**";
      out += a->kwarg->arg;
    }
    out += ": ";
    expr(l->body, kTest);
  }

  // The content of an f-string, before quoting.
  void formatted(const Expr* e) {
    if (auto* joined = ast::dyn<ast::JoinedStr>(e)) {
      for (const Expr* part : joined->values) formatted(part);
    } else if (auto* v = ast::dyn<ast::FormattedValue>(e)) {
      Unparser inner;
      inner.expr(v->value, kTest + 1);
      out += !inner.out.empty() && inner.out[0] == '{' ? "{ " : "{";
      out += inner.out;
      if (v->conversion > 0) {
        out += '!';
        out += static_cast<char>(v->conversion);
      }
      if (v->format_spec) {
        out += ':';
        formatted(v->format_spec);
      }
      out += '}';
    } else if (auto* c = ast::dyn<ast::Constant>(e)) {
      for (char ch : c->text) {
        if (ch == '{' || ch == '}') out += ch;
        out += ch;
      }
    }
  }

  void constant(const ast::Constant* c) {
    ConstValue v = literal_value(c);
    switch (v.kind) {
      case Const::Kind::kNone: out += "None"; return;
      case Const::Kind::kTrue: out += "True"; return;
      case Const::Kind::kFalse: out += "False"; return;
      case Const::Kind::kEllipsis: out += "..."; return;
      case Const::Kind::kInt: out += std::to_string(v.i); return;
      case Const::Kind::kFloat: out += number(float_repr(v.f)); return;
      case Const::Kind::kComplex: out += number(complex_repr(v.re, v.f)); return;
      case Const::Kind::kStr:
        if (c->u_prefix) out += 'u';
        out += repr_str(v.s);
        return;
      case Const::Kind::kBytes: out += repr_bytes(v.s); return;
      case Const::Kind::kBigInt: {
        if (c->base == 10) {
          out += c->text;
          return;
        }
        BigBuf big;
        std::string digits;
        if (big_from_digits(v.s, 16, false, false, &big) == BigStatus::kOk &&
            big_to_string(big.view(), 10, &digits) == BigStatus::kOk) {
          out += digits;
        }
        return;
      }
      default: return;
    }
  }

  // Infinity has no literal; a number too large for a float reads as one.
  static std::string number(std::string text) {
    size_t at = text.find("inf");
    if (at != std::string::npos) text.replace(at, 3, "1e309");
    return text;
  }
};

}  // namespace

std::string unparse(const Expr* e) {
  if (e->depth > kMaxRecursion) fail(*e, "too many nested expressions");
  Unparser u;
  u.expr(e, kTest);
  return std::move(u.out);
}

}  // namespace baton::compiler
