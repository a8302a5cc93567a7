// Expressions: constants, names, operators, attributes, items, f-strings, yields.
#include "compiler/codegen.h"

namespace baton::compiler {

using ast::as;
using ast::Expr;
using ast::ExprKind;

namespace {

constexpr int kChainStep = 100;  // a left-leaning chain is compiled in pieces of this depth

// What a left-leaning chain continues with: the part of `e` that is evaluated first.
const Expr* left_of(const Expr* e) {
  switch (e->kind) {
    case ExprKind::kBinOp: return as<ast::BinOp>(e)->left;
    case ExprKind::kAttribute: return as<ast::Attribute>(e)->value;
    case ExprKind::kSubscript: return as<ast::Subscript>(e)->value;
    case ExprKind::kCall: return as<ast::Call>(e)->func;
    default: return nullptr;
  }
}

bool is_simple(const Expr* e) {
  return e->kind == ExprKind::kNameExpr || e->kind == ExprKind::kConstant;
}

// RR opcode of a binary operator; its RK form follows it.
Op binary_op(ast::Operator op) {
  switch (op) {
    case ast::Operator::kAdd: return Op::ADD;
    case ast::Operator::kSub: return Op::SUB;
    case ast::Operator::kMult: return Op::MUL;
    case ast::Operator::kMatMult: return Op::MATMUL;
    case ast::Operator::kDiv: return Op::DIV;
    case ast::Operator::kMod: return Op::MOD;
    case ast::Operator::kPow: return Op::POW;
    case ast::Operator::kLShift: return Op::SHL;
    case ast::Operator::kRShift: return Op::SHR;
    case ast::Operator::kBitOr: return Op::BOR;
    case ast::Operator::kBitXor: return Op::BXOR;
    case ast::Operator::kBitAnd: return Op::BAND;
    case ast::Operator::kFloorDiv: return Op::FLOORDIV;
  }
  return Op::ADD;
}

// The form with a constant left operand, if there is one.
bool constant_left_op(ast::Operator op, Op* out) {
  switch (op) {
    case ast::Operator::kAdd: *out = Op::KADD; return true;
    case ast::Operator::kSub: *out = Op::KSUB; return true;
    case ast::Operator::kMult: *out = Op::KMUL; return true;
    case ast::Operator::kDiv: *out = Op::KDIV; return true;
    default: return false;
  }
}

// Where an attribute access is shown: at the name, when it stands on a later line than the start.
ast::Position attribute_position(const ast::Attribute* a) {
  ast::Position pos = *a;
  if (a->line != a->end_line) {
    pos.line = a->end_line;
    int n = 0;
    for (char c : a->attr) n += (c & 0xC0) != 0x80;
    if (n <= a->end_col) pos.col = a->end_col - n;
  }
  return pos;
}

}  // namespace

// ---- where values go -------------------------------------------------------------------------

int Unit::reg(const Expr* e, int hint) {
  if (!computed_.empty()) {
    auto it = computed_.find(e);
    if (it != computed_.end()) return it->second;
  }
  if (e->kind == ExprKind::kNameExpr) {
    auto* n = as<ast::NameExpr>(e);
    if (n->id != "__debug__") {
      Variable v = find(n->id);
      if (v.storage == Storage::kRegister) {
        check_bound(v, *e);
        return v.at;
      }
    }
  } else if (e->kind == ExprKind::kNamedExpr) {
    auto* n = as<ast::NamedExpr>(e);
    int target = target_register(n->target);
    if (target >= 0) {
      into(n->value, target);
      set_bound(target);
      return target;
    }
  }
  int r = hint >= 0 && !is_local(hint) ? hint : alloc();
  into(e, r);
  return r;
}

int Unit::keep(int r, const Expr* later, const ast::Position& pos) {
  // Only := can assign a variable in the middle of an expression.
  if (!scope_->has_walrus || !later || is_simple(later) || !is_local(r)) return r;
  int copy = alloc();
  move(pos, copy, r);
  return copy;
}

int Unit::stable_reg(const Expr* e, const Expr* later, int hint) {
  return keep(reg(e, hint), later, *e);
}

void Unit::into(const Expr* e, int dst) {
  if (++depth_ > kMaxRecursion) fail(*e, "too many nested expressions");
  int mark = next_register();
  auto it = computed_.empty() ? computed_.end() : computed_.find(e);
  if (it != computed_.end()) {
    move(*e, dst, it->second);
  } else if (e->depth > kChainStep) {
    chain_into(e, dst);
  } else {
    into_step(e, dst);
  }
  free_to(mark);
  depth_--;
}

// A left-leaning chain may be thousands of links long. Its inner parts are compiled ahead,
// innermost first and some links at a time, so that recursion stays shallow.
void Unit::chain_into(const Expr* e, int dst) {
  std::vector<const Expr*> links;
  for (const Expr* x = e; x; x = left_of(x)) {
    if (computed_.count(x)) break;
    links.push_back(x);
  }
  if (links.size() <= 2 * kChainStep) return into_step(e, dst);
  std::unordered_map<const Expr*, int> saved = computed_;
  int r = alloc();
  for (size_t i = (links.size() - 1) / kChainStep * kChainStep; i > 0; i -= kChainStep) {
    // The callee of a method call stays with its call.
    const Expr* part = links[links[i - 1]->kind == ExprKind::kCall ? i - 1 : i];
    if (is_simple(part)) continue;
    int mark = next_register();
    into_step(part, r);
    free_to(mark);
    computed_ = saved;
    computed_[part] = r;
  }
  into_step(e, dst);
  computed_ = std::move(saved);
}

int Unit::push(const Expr* e) {
  int r = alloc();
  into(e, r);
  return r;
}

int Unit::push_constant(const ConstValue& v, const ast::Position& pos) {
  int r = alloc();
  load_constant(v, r, pos);
  return r;
}

void Unit::load_constant(const ConstValue& v, int dst, const ast::Position& pos) {
  switch (v.kind) {
    case Const::Kind::kNone: emit(pos, Op::LOADNONE, dst); return;
    case Const::Kind::kTrue: emit(pos, Op::LOADTRUE, dst); return;
    case Const::Kind::kFalse: emit(pos, Op::LOADFALSE, dst); return;
    case Const::Kind::kInt:
      if (v.is_small_int()) {
        emit(pos, Op::LOADI, dst, static_cast<int>(v.i));
        return;
      }
      break;
    default: break;
  }
  emit_wide(pos, Op::LOADK, dst, constant(v));
}

void Unit::into_step(const Expr* e, int dst) {
  switch (e->kind) {
    case ExprKind::kConstant: return load_constant(literal_value(as<ast::Constant>(e)), dst, *e);
    case ExprKind::kNameExpr: {
      auto* n = as<ast::NameExpr>(e);
      if (n->id == "__debug__") return load_constant(ConstValue::boolean(cx_->debug), dst, *e);
      return load_variable(find(n->id), dst, *e);
    }
    case ExprKind::kBinOp: return binary(as<ast::BinOp>(e), dst);
    case ExprKind::kUnaryOp: return unary(as<ast::UnaryOp>(e), dst);
    case ExprKind::kBoolOp: return bool_op(as<ast::BoolOp>(e), dst);
    case ExprKind::kCompare: return compare(as<ast::Compare>(e), dst);
    case ExprKind::kCall: return call(as<ast::Call>(e), dst);
    case ExprKind::kAttribute: return attribute(as<ast::Attribute>(e), dst);
    case ExprKind::kSubscript: return subscript(as<ast::Subscript>(e), dst);
    case ExprKind::kSlice: return slice(as<ast::Slice>(e), dst);
    case ExprKind::kIfExp: return if_exp(as<ast::IfExp>(e), dst);
    case ExprKind::kTuple: {
      ConstValue v;
      if (folded(e, &v)) return load_constant(v, dst, *e);
      return sequence(e, as<ast::Tuple>(e)->elts, dst);
    }
    case ExprKind::kList: return sequence(e, as<ast::List>(e)->elts, dst);
    case ExprKind::kSet: return sequence(e, as<ast::Set>(e)->elts, dst);
    case ExprKind::kDict: return dict(as<ast::Dict>(e), dst);
    case ExprKind::kListComp: {
      auto* c = as<ast::ListComp>(e);
      return comprehension(e, c->generators, c->elt, nullptr, dst);
    }
    case ExprKind::kSetComp: {
      auto* c = as<ast::SetComp>(e);
      return comprehension(e, c->generators, c->elt, nullptr, dst);
    }
    case ExprKind::kDictComp: {
      auto* c = as<ast::DictComp>(e);
      return comprehension(e, c->generators, c->key, c->value, dst);
    }
    case ExprKind::kGeneratorExp: return generator(as<ast::GeneratorExp>(e), dst);
    case ExprKind::kLambda: return lambda(as<ast::Lambda>(e), dst);
    case ExprKind::kNamedExpr: return named(as<ast::NamedExpr>(e), dst);
    case ExprKind::kJoinedStr: return joined_string(as<ast::JoinedStr>(e), dst);
    case ExprKind::kFormattedValue: return formatted(as<ast::FormattedValue>(e), *e, dst);
    case ExprKind::kYield: return yield(as<ast::Yield>(e), dst);
    case ExprKind::kYieldFrom: return yield_from(as<ast::YieldFrom>(e), dst);
    case ExprKind::kStarred: fail(*e, "can't use starred expression here");
  }
}

// ---- operators -------------------------------------------------------------------------------

void Unit::binary(const ast::BinOp* e, int dst) {
  ConstValue left;
  if (folded(e, &left)) return load_constant(left, dst, *e);
  Op op;
  if (constant_left_op(e->op, &op) && folded(e->left, &left)) {
    uint32_t k = constant(left);
    if (k <= 0xFFFF) {
      int r = reg(e->right, dst);
      emit(*e, op, dst, static_cast<int>(k), r);
      return;
    }
  }
  int l = stable_reg(e->left, e->right, dst);
  binary_with(e->op, l, e->right, dst, *e, false);
}

void Unit::binary_with(ast::Operator op, int left, const Expr* right, int dst,
                       const ast::Position& pos, bool inplace) {
  Op code = binary_op(op);
  int operand = -1;
  ConstValue k;
  if (folded(right, &k)) {
    bool add = op == ast::Operator::kAdd, sub = op == ast::Operator::kSub;
    if ((add || sub) && k.is_small_int()) {
      code = add ? Op::ADDI : Op::SUBI;
      operand = static_cast<int>(k.i);
    } else if (uint32_t index = constant(k); index <= 0xFFFF) {
      code = static_cast<Op>(static_cast<int>(code) + 1);
      operand = static_cast<int>(index);
    }
  }
  bool immediate = code != binary_op(op);
  if (!immediate) operand = reg(right);
  if (inplace) {
    emit_inplace(pos, code, dst, left, operand);
  } else {
    emit(pos, code, dst, left, operand);
  }
}

void Unit::unary(const ast::UnaryOp* e, int dst) {
  ConstValue v;
  if (folded(e, &v)) return load_constant(v, dst, *e);
  if (e->op == ast::UnaryOperator::kNot) {
    // `not a is b` and `not a in b` are one operator each.
    auto* c = ast::dyn<ast::Compare>(e->operand);
    if (c && c->ops.size == 1) {
      ast::CmpOperator flipped = c->ops[0];
      switch (c->ops[0]) {
        case ast::CmpOperator::kIs: flipped = ast::CmpOperator::kIsNot; break;
        case ast::CmpOperator::kIsNot: flipped = ast::CmpOperator::kIs; break;
        case ast::CmpOperator::kIn: flipped = ast::CmpOperator::kNotIn; break;
        case ast::CmpOperator::kNotIn: flipped = ast::CmpOperator::kIn; break;
        default: break;
      }
      if (flipped != c->ops[0]) {
        int l = stable_reg(c->left, c->comparators[0], dst);
        int r = compare_right(flipped, c->comparators[0]);
        return compare_link(flipped, l, r, dst, *e);
      }
    }
  }
  Op op = e->op == ast::UnaryOperator::kNot    ? Op::NOT
          : e->op == ast::UnaryOperator::kUSub ? Op::NEG
          : e->op == ast::UnaryOperator::kUAdd ? Op::POS
                                               : Op::INVERT;
  int r = reg(e->operand, dst);
  emit(*e, op, dst, r);
}

void Unit::bool_op(const ast::BoolOp* e, int dst) {
  bool is_or = e->op == ast::BoolOperator::kOr;
  int work = work_register(dst);
  Label end;
  for (uint32_t i = 0; i < e->values.size; i++) {
    const Expr* value = e->values[i];
    bool last = i + 1 == e->values.size;
    ConstValue k;
    if (!last && folded(value, &k)) {
      if (truth_of(k) != is_or) continue;
      load_constant(k, work, *value);
      break;
    }
    into(value, work);
    if (!last) branch(*e, is_or ? Op::JT : Op::JF, work, &end);
  }
  place(&end);
  move(*e, dst, work);
}

void Unit::if_exp(const ast::IfExp* e, int dst) {
  Label otherwise, end;
  condition(e->test, false, &otherwise);
  into(e->body, dst);
  jump(*e, &end);
  place(&otherwise);
  into(e->orelse, dst);
  place(&end);
}

// ---- attributes and items --------------------------------------------------------------------

void Unit::attribute(const ast::Attribute* e, int dst) {
  int r = reg(e->value, dst);
  emit(attribute_position(e), Op::GETATTR, dst, r, mangled_name(e->attr));
}

void Unit::subscript(const ast::Subscript* e, int dst) {
  int r = stable_reg(e->value, e->slice, dst);
  ConstValue k;
  if (folded(e->slice, &k) && k.is_small_int()) {
    emit(*e, Op::GETIDXI, dst, r, static_cast<int>(k.i));
    return;
  }
  if (auto* s = ast::dyn<ast::Slice>(e->slice)) {
    emit(*e, Op::GETSLICE, dst, r, slice_parts(s));
    return;
  }
  int i = reg(e->slice);
  emit(*e, Op::GETIDX, dst, r, i);
}

// Lower, upper and step into three fresh registers in a row; the first of them.
int Unit::slice_parts(const ast::Slice* e) {
  int first = -1;
  for (const Expr* part : {e->lower, e->upper, e->step}) {
    int r = part ? push(part) : push_constant(ConstValue::none(), *e);
    if (first < 0) first = r;
  }
  return first;
}

void Unit::slice(const ast::Slice* e, int dst) { emit(*e, Op::SLICE, dst, slice_parts(e)); }

// ---- f-strings -------------------------------------------------------------------------------

void Unit::formatted(const ast::FormattedValue* e, const ast::Position& pos, int dst) {
  int conversion = e->conversion < 0 ? 0 : e->conversion;
  if (!e->format_spec) {
    int r = reg(e->value, dst);
    emit(pos, Op::FORMAT, dst, r, conversion);
    return;
  }
  int value = push(e->value);
  push(e->format_spec);
  emit(pos, Op::FORMATSPEC, dst, value, conversion);
}

void Unit::joined_string(const ast::JoinedStr* e, int dst) {
  constexpr uint32_t kMost = 4096;  // pieces joined at once
  if (e->values.empty()) return load_constant(ConstValue::text(""), dst, *e);
  int first = -1;
  uint32_t count = 0;
  for (const Expr* part : e->values) {
    if (count == kMost) {
      emit(*e, Op::BUILDSTR, first, first, static_cast<int>(count));
      free_to(first + 1);
      count = 1;
    }
    int r = alloc();
    if (first < 0) first = r;
    if (auto* value = ast::dyn<ast::FormattedValue>(part)) {
      int mark = next_register();
      formatted(value, *e, r);
      free_to(mark);
    } else {
      into(part, r);
    }
    count++;
  }
  if (count == 1) {
    move(*e, dst, first);
  } else {
    emit(*e, Op::BUILDSTR, dst, first, static_cast<int>(count));
  }
}

// ---- := and yield ----------------------------------------------------------------------------

void Unit::named(const ast::NamedExpr* e, int dst) {
  int target = target_register(e->target);
  if (target >= 0) {
    into(e->value, target);
    set_bound(target);
    move(*e, dst, target);
    return;
  }
  int work = work_register(dst);
  into(e->value, work);
  store(e->target, work);
  move(*e, dst, work);
}

void Unit::yield(const ast::Yield* e, int dst) {
  int r = e->value ? reg(e->value, dst) : push_constant(ConstValue::none(), *e);
  emit(*e, Op::YIELD, dst, r, 0);
}

void Unit::yield_from(const ast::YieldFrom* e, int dst) {
  // The interpreter counts on SEND, YIELD and the jump back standing together.
  int iter = alloc();
  int source = reg(e->value, iter);
  emit(*e, Op::GETYIELDITER, iter, source);
  int value = work_register(dst);
  load_constant(ConstValue::none(), value, *e);
  Label again, end;
  bool entered = reachable();
  RegisterSet state = bound();
  loop_head(&again, entered, state);
  send(*e, value, iter, &end);
  emit(*e, Op::YIELD, value, value, 1 + iter);
  jump(*e, &again);
  place(&end);
  move(*e, dst, value);
}

}  // namespace baton::compiler
