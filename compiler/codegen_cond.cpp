// Comparisons, and conditions that jump instead of making a value.
#include "compiler/codegen.h"

namespace baton::compiler {

using ast::as;
using ast::CmpOperator;
using ast::Expr;
using ast::ExprKind;

namespace {

Op compare_op(CmpOperator op) {
  switch (op) {
    case CmpOperator::kEq: return Op::EQ;
    case CmpOperator::kNotEq: return Op::NE;
    case CmpOperator::kLt: return Op::LT;
    case CmpOperator::kLtE: return Op::LE;
    case CmpOperator::kGt: return Op::GT;
    case CmpOperator::kGtE: return Op::GE;
    case CmpOperator::kIs: return Op::IS;
    case CmpOperator::kIsNot: return Op::ISNOT;
    case CmpOperator::kIn: return Op::IN;
    case CmpOperator::kNotIn: return Op::NOTIN;
  }
  return Op::EQ;
}

// The fused jump of a comparison: its four forms (T, F, KT, KF) follow each other.
bool fused_op(CmpOperator op, bool jump_when, bool constant, Op* out) {
  int first;
  switch (op) {
    case CmpOperator::kLt: first = static_cast<int>(Op::JLTT); break;
    case CmpOperator::kLtE: first = static_cast<int>(Op::JLET); break;
    case CmpOperator::kGt: first = static_cast<int>(Op::JGTT); break;
    case CmpOperator::kGtE: first = static_cast<int>(Op::JGET); break;
    case CmpOperator::kEq: first = static_cast<int>(Op::JEQT); break;
    case CmpOperator::kNotEq: first = static_cast<int>(Op::JNET); break;
    default: return false;
  }
  *out = static_cast<Op>(first + (constant ? 2 : 0) + (jump_when ? 0 : 1));
  return true;
}
static_assert(static_cast<int>(Op::JLTF) == static_cast<int>(Op::JLTT) + 1 &&
              static_cast<int>(Op::JLTKT) == static_cast<int>(Op::JLTT) + 2 &&
              static_cast<int>(Op::JLTKF) == static_cast<int>(Op::JLTT) + 3);

bool is_none(const Expr* e) {
  auto* c = ast::dyn<ast::Constant>(e);
  return c && c->type == ast::ConstantKind::kNone;
}

}  // namespace

// ---- values ----------------------------------------------------------------------------------

// The right operand. What `in` looks through is constant if its items are.
int Unit::compare_right(CmpOperator op, const Expr* e) {
  if (op == CmpOperator::kIn || op == CmpOperator::kNotIn) {
    const ast::ExprList* elts = nullptr;
    if (auto* l = ast::dyn<ast::List>(e)) elts = &l->elts;
    if (auto* s = ast::dyn<ast::Set>(e)) elts = &s->elts;
    if (elts) {
      ConstValue v;
      v.kind = e->kind == ExprKind::kList ? Const::Kind::kTuple : Const::Kind::kFrozenSet;
      v.items.resize(elts->size);
      bool all = true;
      for (uint32_t i = 0; all && i < elts->size; i++) all = folded((*elts)[i], &v.items[i]);
      if (all) return push_constant(v, *e);
    }
  }
  return reg(e);
}

void Unit::compare_link(CmpOperator op, int left, int right, int dst, const ast::Position& pos) {
  emit(pos, compare_op(op), dst, left, right);
}

void Unit::compare(const ast::Compare* e, int dst) {
  uint32_t n = e->ops.size;
  if (n == 1) {
    int l = stable_reg(e->left, e->comparators[0], dst);
    int r = compare_right(e->ops[0], e->comparators[0]);
    return compare_link(e->ops[0], l, r, dst, *e);
  }
  int work = work_register(dst);
  Label end;
  int l = stable_reg(e->left, e->comparators[0]);
  for (uint32_t i = 0; i < n; i++) {
    const Expr* right = e->comparators[i];
    bool last = i + 1 == n;
    int r = compare_right(e->ops[i], right);
    if (!last) r = keep(r, e->comparators[i + 1], *right);
    compare_link(e->ops[i], l, r, work, *e);
    if (!last) branch(*e, Op::JF, work, &end);
    l = r;
  }
  place(&end);
  move(*e, dst, work);
}

// ---- jumps -----------------------------------------------------------------------------------

void Unit::truth_branch(int r, bool jump_when, Label* to, const ast::Position& pos) {
  branch(pos, jump_when ? Op::JT : Op::JF, r, to);
}

// Jumps to `to` if `R[left] op right` is `jump_when`. The right operand is an expression, or
// R[right_reg] when that is not negative.
void Unit::link_condition(CmpOperator op, int left, const Expr* right, int right_reg,
                          bool jump_when, Label* to, const ast::Position& pos) {
  if (right && (op == CmpOperator::kIs || op == CmpOperator::kIsNot) && is_none(right)) {
    branch(pos, (op == CmpOperator::kIs) == jump_when ? Op::JNONE : Op::JNOTNONE, left, to);
    return;
  }
  Op fused;
  ConstValue k;
  if (right && !long_jumps() && fused_op(op, jump_when, true, &fused) && folded(right, &k)) {
    uint32_t index = constant(k);
    if (index <= 0xFFFF) {
      compare_branch(pos, fused, left, static_cast<int>(index), to);
      return;
    }
  }
  int mark = next_register();
  int r = right ? compare_right(op, right) : right_reg;
  if (!long_jumps() && fused_op(op, jump_when, false, &fused)) {
    compare_branch(pos, fused, left, r, to);
  } else {
    int t = alloc();
    compare_link(op, left, r, t, pos);
    truth_branch(t, jump_when, to, pos);
  }
  free_to(mark);
}

void Unit::compare_condition(const ast::Compare* e, bool jump_when, Label* to) {
  uint32_t n = e->ops.size;
  last_comparison_ = e;
  int l = stable_reg(e->left, e->comparators[0]);
  Label skip;  // a link that fails decides the chain
  for (uint32_t i = 0; i + 1 < n; i++) {
    const Expr* right = e->comparators[i];
    int r = keep(compare_right(e->ops[i], right), e->comparators[i + 1], *right);
    link_condition(e->ops[i], l, nullptr, r, false, jump_when ? &skip : to, *e);
    l = r;
  }
  link_condition(e->ops[n - 1], l, e->comparators[n - 1], -1, jump_when, to, *e);
  place(&skip);
}

void Unit::condition(const Expr* e, bool jump_when, Label* to) {
  int mark = next_register();
  if (++depth_ > kMaxRecursion) fail(*e, "too many nested expressions");
  ConstValue k;
  if (folded(e, &k)) {
    if (truth_of(k) == jump_when) jump(*e, to);
  } else if (auto* u = ast::dyn<ast::UnaryOp>(e); u && u->op == ast::UnaryOperator::kNot) {
    condition(u->operand, !jump_when, to);
  } else if (auto* b = ast::dyn<ast::BoolOp>(e)) {
    bool is_or = b->op == ast::BoolOperator::kOr;
    if (is_or == jump_when) {
      // Any one value that decides takes the jump.
      for (const Expr* v : b->values) condition(v, jump_when, to);
    } else {
      Label past;
      for (uint32_t i = 0; i + 1 < b->values.size; i++) condition(b->values[i], !jump_when, &past);
      condition(b->values.back(), jump_when, to);
      place(&past);
    }
  } else if (auto* c = ast::dyn<ast::Compare>(e)) {
    compare_condition(c, jump_when, to);
  } else {
    int r = reg(e);
    truth_branch(r, jump_when, to, *e);
  }
  depth_--;
  free_to(mark);
}

}  // namespace baton::compiler
