// Slow paths of arithmetic and comparison: operands that are not both inline numbers. Lock held.
#include "vm/interp/interp.h"

namespace baton {
namespace {

struct Operands {
  BinOp op;
  Value a, b;
};

constexpr int index_of_op(Op op) { return static_cast<int>(op); }

Operands decode(Thread* t, const Insn* pc) {
  Value *R = t->window, *K = t->consts;
  switch (static_cast<Op>(pc->op)) {
    case Op::ADDI: return {BinOp::kAdd, R[pc->b], Value::from_int(static_cast<int16_t>(pc->c))};
    case Op::SUBI: return {BinOp::kSub, R[pc->b], Value::from_int(static_cast<int16_t>(pc->c))};
    case Op::KADD: return {BinOp::kAdd, K[pc->b], R[pc->c]};
    case Op::KSUB: return {BinOp::kSub, K[pc->b], R[pc->c]};
    case Op::KMUL: return {BinOp::kMul, K[pc->b], R[pc->c]};
    case Op::KDIV: return {BinOp::kDiv, K[pc->b], R[pc->c]};
    default: {
      int i = pc->op - index_of_op(Op::ADD);  // pairs RR, RK in the order of BinOp
      return {static_cast<BinOp>(i / 2), R[pc->b], i % 2 ? K[pc->c] : R[pc->c]};
    }
  }
}
static_assert(index_of_op(Op::SUB) == index_of_op(Op::ADD) + 2);
static_assert(index_of_op(Op::BXORK) ==
              index_of_op(Op::ADD) + 2 * static_cast<int>(BinOp::kXor) + 1);
static_assert(index_of_op(Op::NE) == index_of_op(Op::LT) + 5);
static_assert(index_of_op(Op::JNEKF) == index_of_op(Op::JLTT) + 23);

bool is_inplace(Thread* t, const Insn* pc) {
  const std::vector<bool>& bits = t->code()->blob->inplace;
  auto at = static_cast<size_t>(pc - t->code()->insns);
  return at < bits.size() && bits[at];
}

}  // namespace

const Insn* slow_binary(Thread* t) {
  const Insn* pc = t->pc;
  Operands o = decode(t, pc);
  Value r = binary_op(t, o.op, o.a, o.b, is_inplace(t, pc));
  if (BATON_UNLIKELY(r.is_failed())) return unwind(t);
  t->window[pc->a] = r;
  return pc + 1;
}

const Insn* slow_unary(Thread* t) {
  const Insn* pc = t->pc;
  Value r = unary_op(t, static_cast<UnOp>(pc->op - index_of_op(Op::NEG)), t->window[pc->b]);
  if (r.is_failed()) return unwind(t);
  t->window[pc->a] = r;
  return pc + 1;
}

const Insn* slow_not_(Thread* t) {
  const Insn* pc = t->pc;
  bool b;
  if (!truth(t, t->window[pc->b], &b)) return unwind(t);
  t->window[pc->a] = Value::boolean(!b);
  return pc + 1;
}

const Insn* slow_compare(Thread* t) {
  const Insn* pc = t->pc;
  Value r = compare(t, static_cast<CmpOp>(pc->op - index_of_op(Op::LT)), t->window[pc->b],
                    t->window[pc->c]);
  if (r.is_failed()) return unwind(t);
  t->window[pc->a] = r;
  return pc + 1;
}

const Insn* slow_compare_jump(Thread* t) {
  const Insn* pc = t->pc;
  int i = pc->op - index_of_op(Op::JLTT);
  Value a = t->window[pc->a], b = i % 4 >= 2 ? t->consts[pc->b] : t->window[pc->b];
  bool holds;
  if (!compare_bool(t, static_cast<CmpOp>(i / 4), a, b, &holds)) return unwind(t);
  if (holds == (i % 2 != 0)) return pc + 1;
  t->pc = pc + 1 + static_cast<int16_t>(pc->c);
  return slow_poll_jump(t);
}

const Insn* slow_truth_jump(Thread* t) {
  const Insn* pc = t->pc;
  bool b;
  if (!truth(t, t->window[pc->a], &b)) return unwind(t);
  if (b != (static_cast<Op>(pc->op) == Op::JT)) return pc + 1;
  t->pc = pc + 1 + operand_bc(*pc);
  return slow_poll_jump(t);
}

const Insn* slow_in(Thread* t) {
  const Insn* pc = t->pc;
  bool b;
  if (!contains(t, t->window[pc->c], t->window[pc->b], &b)) return unwind(t);
  t->window[pc->a] = Value::boolean(b == (static_cast<Op>(pc->op) == Op::IN));
  return pc + 1;
}

}  // namespace baton
