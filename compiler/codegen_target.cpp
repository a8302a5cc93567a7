// Assignment targets: storing to them, unpacking into them, deleting them.
#include "compiler/codegen.h"

namespace baton::compiler {

using ast::as;
using ast::Expr;
using ast::ExprKind;

int Unit::target_register(const Expr* target) {
  auto* n = ast::dyn<ast::NameExpr>(target);
  if (!n) return -1;
  Variable v = find(n->id);
  return v.storage == Storage::kRegister ? v.at : -1;
}

void Unit::store(const Expr* target, int r) {
  int mark = next_register();
  switch (target->kind) {
    case ExprKind::kNameExpr: store_name(as<ast::NameExpr>(target)->id, r, *target); break;
    case ExprKind::kAttribute: {
      auto* a = as<ast::Attribute>(target);
      if (a->attr == "__debug__") fail(*target, "cannot assign to __debug__");
      r = keep(r, a->value, *target);
      int object = reg(a->value);
      ast::Position pos = *target;
      if (pos.line != pos.end_line) {
        pos.line = pos.end_line;
        int n = static_cast<int>(a->attr.size());
        if (n <= pos.end_col) pos.col = pos.end_col - n;
      }
      emit(pos, Op::SETATTR, object, r, mangled_name(a->attr));
      break;
    }
    case ExprKind::kSubscript: {
      auto* s = as<ast::Subscript>(target);
      r = keep(keep(r, s->value, *target), s->slice, *target);
      int object = stable_reg(s->value, s->slice);
      ConstValue k;
      if (folded(s->slice, &k) && k.is_small_int()) {
        emit(*target, Op::SETIDXI, object, static_cast<int>(k.i), r);
      } else if (auto* parts = ast::dyn<ast::Slice>(s->slice)) {
        emit(*target, Op::SETSLICE, object, slice_parts(parts), r);
      } else {
        int index = reg(s->slice);
        emit(*target, Op::SETIDX, object, index, r);
      }
      break;
    }
    case ExprKind::kTuple: unpack(target, as<ast::Tuple>(target)->elts, r); break;
    case ExprKind::kList: unpack(target, as<ast::List>(target)->elts, r); break;
    case ExprKind::kStarred: fail(*target, "starred assignment target must be in a list or tuple");
    default: fail(*target, "cannot assign to expression");
  }
  free_to(mark);
}

void Unit::unpack(const Expr* target, const ast::ExprList& elts, int r) {
  uint32_t star = elts.size;
  for (uint32_t i = 0; i < elts.size; i++) {
    if (elts[i]->kind != ExprKind::kStarred) continue;
    if (star != elts.size) fail(*target, "multiple starred expressions in assignment");
    star = i;
  }
  if (++depth_ > kMaxRecursion) fail(*target, "too many nested expressions");
  int first = alloc(static_cast<int>(elts.size) + (elts.empty() ? 1 : 0));
  if (star == elts.size) {
    emit(*target, Op::UNPACK, first, r, static_cast<int>(elts.size));
  } else {
    uint32_t after = elts.size - star - 1;
    if (star > 255 || after > 255)
      fail(*target, "too many expressions in star-unpacking assignment");
    emit(*target, Op::UNPACKEX, first, r, static_cast<int>(star | after << 8));
  }
  for (uint32_t i = 0; i < elts.size; i++) {
    const Expr* e = i == star ? as<ast::Starred>(elts[i])->value : elts[i];
    store(e, first + static_cast<int>(i));
  }
  depth_--;
}

void Unit::delete_target(const Expr* target) {
  int mark = next_register();
  switch (target->kind) {
    case ExprKind::kNameExpr: delete_variable(find(as<ast::NameExpr>(target)->id), *target); break;
    case ExprKind::kAttribute: {
      auto* a = as<ast::Attribute>(target);
      if (a->attr == "__debug__") fail(*target, "cannot delete __debug__");
      int object = reg(a->value);
      emit(*target, Op::DELATTR, object, 0, mangled_name(a->attr));
      break;
    }
    case ExprKind::kSubscript: {
      auto* s = as<ast::Subscript>(target);
      int object = stable_reg(s->value, s->slice);
      int index = reg(s->slice);
      emit(*target, Op::DELIDX, object, index);
      break;
    }
    case ExprKind::kTuple:
      for (const Expr* e : as<ast::Tuple>(target)->elts) delete_target(e);
      break;
    case ExprKind::kList:
      for (const Expr* e : as<ast::List>(target)->elts) delete_target(e);
      break;
    default: fail(*target, "cannot delete expression");
  }
  free_to(mark);
}

}  // namespace baton::compiler
