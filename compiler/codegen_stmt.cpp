// Statements: assignments, if, loops, return, assert, raise, imports.
#include "compiler/codegen.h"

namespace baton::compiler {

using ast::as;
using ast::Expr;
using ast::ExprKind;
using ast::Stmt;
using ast::StmtKind;

namespace {

constexpr int kCopiedTest =
    8;  // a loop's test up to this depth is written above and below the body

// A dotted name's parts, one after the other.
std::string_view next_part(std::string_view* dotted) {
  size_t dot = dotted->find('.');
  std::string_view part = dotted->substr(0, dot);
  *dotted = dot == std::string_view::npos ? std::string_view() : dotted->substr(dot + 1);
  return part;
}

const ast::ExprList* elements_of(const Expr* e) {
  if (auto* t = ast::dyn<ast::Tuple>(e)) return &t->elts;
  if (auto* l = ast::dyn<ast::List>(e)) return &l->elts;
  return nullptr;
}

}  // namespace

void Unit::statements(const ast::StmtList& list) {
  for (const Stmt* s : list) statement(s);
}

void Unit::statement(const Stmt* s) {
  int mark = next_register();
  switch (s->kind) {
    case StmtKind::kFunctionDef: function_def(as<ast::FunctionDef>(s)); break;
    case StmtKind::kClassDef: class_def(as<ast::ClassDef>(s)); break;
    case StmtKind::kReturn: return_stmt(as<ast::Return>(s)); break;
    case StmtKind::kDelete:
      for (const Expr* target : as<ast::Delete>(s)->targets) delete_target(target);
      break;
    case StmtKind::kAssign: assign(as<ast::Assign>(s)); break;
    case StmtKind::kAugAssign: aug_assign(as<ast::AugAssign>(s)); break;
    case StmtKind::kAnnAssign: ann_assign(as<ast::AnnAssign>(s)); break;
    case StmtKind::kFor: for_stmt(as<ast::For>(s)); break;
    case StmtKind::kWhile: while_stmt(as<ast::While>(s)); break;
    case StmtKind::kIf: if_stmt(as<ast::If>(s)); break;
    case StmtKind::kWith: with(as<ast::With>(s), 0); break;
    case StmtKind::kMatch: match(as<ast::Match>(s)); break;
    case StmtKind::kRaise: raise(as<ast::Raise>(s)); break;
    case StmtKind::kTry: try_stmt(as<ast::Try>(s)); break;
    case StmtKind::kTryStar: try_star(as<ast::TryStar>(s)); break;
    case StmtKind::kAssert: assert_stmt(as<ast::Assert>(s)); break;
    case StmtKind::kImport: import(as<ast::Import>(s)); break;
    case StmtKind::kImportFrom: import_from(as<ast::ImportFrom>(s)); break;
    case StmtKind::kExprStmt: {
      const Expr* e = as<ast::ExprStmt>(s)->value;
      if (interactive_) {
        int r = reg(e);
        emit(*s, Op::PRINTEXPR, r);
      } else if (e->kind != ExprKind::kConstant) {
        reg(e);
      }
      break;
    }
    case StmtKind::kBreak: break_or_continue(s, true); break;
    case StmtKind::kContinue: break_or_continue(s, false); break;
    case StmtKind::kGlobal:
    case StmtKind::kNonlocal:
    case StmtKind::kPass: break;
  }
  free_to(mark);
}

// ---- assignment ------------------------------------------------------------------------------

// `a, b = x, y` without a tuple: all values, then all stores from the left. False if the shapes
// do not allow it.
bool Unit::assign_pairwise(const Expr* target, const Expr* value) {
  const ast::ExprList* targets = elements_of(target);
  const ast::ExprList* values = elements_of(value);
  if (!targets || !values || targets->size != values->size || targets->size < 2 ||
      targets->size > 16) {
    return false;
  }
  uint32_t n = targets->size;
  for (uint32_t i = 0; i < n; i++) {
    if ((*targets)[i]->kind == ExprKind::kStarred || (*values)[i]->kind == ExprKind::kStarred) {
      return false;
    }
  }
  struct Value {
    bool constant = false;
    ConstValue k;
    int reg = -1;
  };
  std::vector<Value> each(n);
  for (uint32_t i = 0; i < n; i++) {
    const Expr* e = (*values)[i];
    each[i].constant = folded(e, &each[i].k);
    if (each[i].constant) continue;
    int r = reg(e);
    for (uint32_t later = i + 1; later < n; later++) r = keep(r, (*values)[later], *e);
    each[i].reg = r;
  }
  // A variable read in place must not be stored to before its own turn; a target with parts may
  // be anything, but it stores to no variable.
  for (uint32_t i = 1; i < n; i++) {
    if (each[i].constant || !is_local(each[i].reg)) continue;
    bool clobbered = false;
    for (uint32_t t = 0; t < i && !clobbered; t++) {
      const Expr* before = (*targets)[t];
      if (before->kind == ExprKind::kNameExpr) {
        clobbered = target_register(before) == each[i].reg;
      } else {
        clobbered = elements_of(before) != nullptr;
      }
    }
    // A target's subscript may hold a := as well.
    if (clobbered || scope_->has_walrus) {
      int copy = alloc();
      move(*(*values)[i], copy, each[i].reg);
      each[i].reg = copy;
    }
  }
  for (uint32_t i = 0; i < n; i++) {
    const Expr* t = (*targets)[i];
    if (!each[i].constant) {
      store(t, each[i].reg);
      continue;
    }
    int direct = target_register(t);
    if (direct >= 0) {
      load_constant(each[i].k, direct, *(*values)[i]);
      set_bound(direct);
    } else {
      int mark = next_register();
      store(t, push_constant(each[i].k, *(*values)[i]));
      free_to(mark);
    }
  }
  return true;
}

void Unit::assign(const ast::Assign* s) {
  if (s->targets.size == 1) {
    const Expr* target = s->targets[0];
    int direct = target_register(target);
    if (direct >= 0) {
      into(s->value, direct);
      set_bound(direct);
      return;
    }
    if (assign_pairwise(target, s->value)) return;
    store(target, reg(s->value));
    return;
  }
  // The value is stored to several targets; it must survive the first of them.
  ConstValue k;
  if (folded(s->value, &k)) {
    for (const Expr* target : s->targets) {
      int direct = target_register(target);
      int mark = next_register();
      int r = direct >= 0 ? direct : alloc();
      load_constant(k, r, *s->value);
      store(target, r);
      free_to(mark);
    }
    return;
  }
  int r = reg(s->value);
  if (is_local(r)) {
    int copy = alloc();
    move(*s->value, copy, r);
    r = copy;
  }
  for (const Expr* target : s->targets) store(target, r);
}

void Unit::aug_assign(const ast::AugAssign* s) {
  const Expr* target = s->target;
  switch (target->kind) {
    case ExprKind::kNameExpr: {
      Variable v = find(as<ast::NameExpr>(target)->id);
      if (v.storage == Storage::kRegister) {
        check_bound(v, *target);
        int left = keep(v.at, s->value, *target);
        binary_with(s->op, left, s->value, v.at, *s, true);
        set_bound(v.at);
        return;
      }
      int r = alloc();
      load_variable(v, r, *target);
      binary_with(s->op, r, s->value, r, *s, true);
      store_variable(v, r, *target);
      return;
    }
    case ExprKind::kAttribute: {
      auto* a = as<ast::Attribute>(target);
      int object = stable_reg(a->value, s->value);
      int r = alloc();
      int n = mangled_name(a->attr);
      emit(*target, Op::GETATTR, r, object, n);
      binary_with(s->op, r, s->value, r, *s, true);
      emit(*target, Op::SETATTR, object, r, n);
      return;
    }
    case ExprKind::kSubscript: {
      auto* sub = as<ast::Subscript>(target);
      int object = keep(stable_reg(sub->value, sub->slice), s->value, *target);
      ConstValue k;
      if (folded(sub->slice, &k) && k.is_small_int()) {
        int r = alloc();
        emit(*target, Op::GETIDXI, r, object, static_cast<int>(k.i));
        binary_with(s->op, r, s->value, r, *s, true);
        emit(*target, Op::SETIDXI, object, static_cast<int>(k.i), r);
        return;
      }
      int index = stable_reg(sub->slice, s->value);
      int r = alloc();
      emit(*target, Op::GETIDX, r, object, index);
      binary_with(s->op, r, s->value, r, *s, true);
      emit(*target, Op::SETIDX, object, index, r);
      return;
    }
    default: fail(*target, "illegal expression for augmented assignment");
  }
}

void Unit::ann_assign(const ast::AnnAssign* s) {
  bool evaluated = !scope_->is_function();
  if (auto* attribute = ast::dyn<ast::Attribute>(s->target);
      attribute && attribute->attr == "__debug__") {
    fail(*s, "cannot assign to __debug__");
  }
  if (s->value) {
    int direct = target_register(s->target);
    if (direct >= 0) {
      into(s->value, direct);
      set_bound(direct);
    } else {
      store(s->target, reg(s->value));
    }
  } else if (auto* a = ast::dyn<ast::Attribute>(s->target)) {
    reg(a->value);
  } else if (auto* sub = ast::dyn<ast::Subscript>(s->target)) {
    reg(sub->value);
    reg(sub->slice);
  }
  if (!evaluated) return;
  auto* n = ast::dyn<ast::NameExpr>(s->target);
  if (n && s->simple) {
    int value = alloc();
    annotation_value(s->annotation, value);
    int dict = alloc();
    bool named = scope_->kind == ScopeKind::kClass || cx_->name_mode;
    emit(*s, named ? Op::LOADNAME : Op::GETGLOBAL, dict, name("__annotations__"));
    int key = push_constant(ConstValue::text(cx_->scopes.mangle(cur_->private_name, n->id)), *s);
    emit(*s, Op::SETIDX, dict, key, value);
  } else if (!cx_->future_annotations) {
    reg(s->annotation);
  }
}

// ---- if and loops ----------------------------------------------------------------------------

void Unit::if_stmt(const ast::If* s) {
  Label end;
  for (;;) {
    Label otherwise;
    condition(s->test, false, &otherwise);
    statements(s->body);
    if (s->orelse.empty()) {
      place(&otherwise);
      break;
    }
    jump(*s->body.back(), &end);
    place(&otherwise);
    if (s->orelse.size != 1 || s->orelse[0]->kind != StmtKind::kIf) {
      statements(s->orelse);
      break;
    }
    s = as<ast::If>(s->orelse[0]);
  }
  place(&end);
}

void Unit::while_stmt(const ast::While* s) {
  Label body, next, exit, otherwise;
  ConstValue k;
  bool constant = folded(s->test, &k);
  bool forever = constant && truth_of(k);
  bool copied = !constant && s->test->depth <= kCopiedTest;
  Block block;
  block.kind = Block::kLoop;
  block.exit = &exit;
  block.next = &next;
  block.pos = *s;

  if (constant && !forever) {
    jump(*s, &otherwise);
  } else if (copied) {
    condition(s->test, false, &otherwise);
  }
  bool entered = reachable();
  RegisterSet state = bound();
  if (!constant && !copied) jump(*s, &next);
  push_block(block);
  if (forever) {
    loop_head(&next, entered, state);
    statements(s->body);
    jump(s->body.empty() ? ast::Position(*s) : ast::Position(*s->body.back()), &next);
  } else {
    loop_head(&body, entered, state);
    statements(s->body);
    place(&next);
    if (!constant) condition(s->test, true, &body);
  }
  pop_block();
  place(&otherwise);
  statements(s->orelse);
  place(&exit);
}

void Unit::for_stmt(const ast::For* s) {
  Label exit;
  Loop loop;
  int iter = reg(s->iter);
  begin_loop(&loop, iter, s->target, *s);
  Block block;
  block.kind = Block::kLoop;
  block.exit = &exit;
  block.next = &loop.test;
  block.pos = *s;
  push_block(block);
  statements(s->body);
  pop_block();
  end_loop(&loop, *s);
  statements(s->orelse);
  place(&exit);
}

void Unit::break_or_continue(const Stmt* s, bool is_break) {
  size_t depth = blocks_.size();
  while (depth > 0 && blocks_[depth - 1].kind != Block::kLoop &&
         blocks_[depth - 1].kind != Block::kStarHandler) {
    depth--;
  }
  if (depth == 0) {
    fail(*s, is_break ? "'break' outside loop" : "'continue' not properly in loop");
  }
  if (blocks_[depth - 1].kind == Block::kStarHandler) {
    fail(*s, "'break', 'continue' and 'return' cannot appear in an except* block");
  }
  Label* to = is_break ? blocks_[depth - 1].exit : blocks_[depth - 1].next;
  std::vector<Block> saved = leave_blocks(depth, *s);
  jump(*s, to);
  reenter_blocks(std::move(saved));
}

// ---- return ----------------------------------------------------------------------------------

// Returns the value of `e`, each branch of a conditional expression by itself.
void Unit::return_expr(const Expr* e, const ast::Position& pos) {
  int mark = next_register();
  for (;;) {
    auto* i = ast::dyn<ast::IfExp>(e);
    if (!i) break;
    Label otherwise;
    condition(i->test, false, &otherwise);
    if (++depth_ > kMaxRecursion) fail(*e, "too many nested expressions");
    return_expr(i->body, pos);
    depth_--;
    place(&otherwise);
    e = i->orelse;
  }
  ConstValue k;
  if (folded(e, &k) && k.kind == Const::Kind::kNone) {
    return_none(pos);
  } else {
    return_value(reg(e), pos);
  }
  free_to(mark);
}

void Unit::return_stmt(const ast::Return* s) {
  if (!scope_->is_function()) fail(*s, "'return' outside function");
  if (blocks_.empty()) {
    if (s->value) {
      return_expr(s->value, *s);
    } else {
      return_none(*s);
    }
    return;
  }
  bool runs_code = false;
  for (const Block& b : blocks_) {
    if (b.kind == Block::kStarHandler) {
      fail(*s, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
  }
  for (const Block& b : blocks_) runs_code |= b.kind == Block::kFinally || b.kind == Block::kWith;
  ConstValue k;
  bool constant = !s->value || folded(s->value, &k);
  int r = -1;
  if (!constant) {
    r = reg(s->value);
    // Leaving a handler empties its name, a finally clause may do anything.
    bool unbinds = false;
    for (const Block& b : blocks_) unbinds |= !b.name.empty();
    if ((runs_code || unbinds) && is_local(r)) {
      int copy = alloc();
      move(*s->value, copy, r);
      r = copy;
    }
  }
  std::vector<Block> saved = leave_blocks(0, *s);
  if (!constant) {
    return_value(r, *s);
  } else if (k.kind == Const::Kind::kNone) {
    return_none(*s);
  } else {
    return_value(push_constant(k, *s->value), *s);  // NOLINT: `constant` says there is a value
  }
  reenter_blocks(std::move(saved));
}

// ---- raise and assert ------------------------------------------------------------------------

void Unit::raise(const ast::Raise* s) {
  int exc = s->exc ? reg(s->exc) : alloc();
  if (s->exc && s->cause) exc = keep(exc, s->cause, *s);
  int cause = s->cause ? reg(s->cause) : exc;
  emit(*s, Op::RAISE, exc, cause, !s->exc ? 0 : s->cause ? 2 : 1);
  dead_end();
}

void Unit::assert_stmt(const ast::Assert* s) {
  if (!cx_->debug) return;
  Label fine;
  last_comparison_ = nullptr;
  condition(s->test, true, &fine);
  // CPython shows the comparison that failed, if the test has one, else the statement.
  ast::Position pos = *s;
  if (last_comparison_) pos = *last_comparison_;
  int r = alloc();
  emit(pos, Op::LOADASSERT, r);
  if (s->msg) {
    push(s->msg);
    emit(pos, Op::CALL, r, 1);
  }
  emit(pos, Op::RAISE, r, r, 1);
  dead_end();
  place(&fine);
}

// ---- imports ---------------------------------------------------------------------------------

void Unit::import(const ast::Import* s) {
  for (const ast::Alias* a : s->names) {
    int mark = next_register();
    int how = small_constant(ConstValue::tuple({ConstValue::none(), ConstValue::integer(0)}));
    int module = alloc();
    emit(*s, Op::IMPORT, module, name(a->name), how);
    std::string_view rest = a->name;
    std::string_view first = next_part(&rest);
    if (a->asname.empty()) {
      store_name(first, module, *s);
    } else {
      // import a.b.c as m: m is the innermost.
      while (!rest.empty()) emit(*s, Op::IMPORTFROM, module, module, name(next_part(&rest)));
      store_name(a->asname, module, *s);
    }
    free_to(mark);
  }
}

void Unit::import_from(const ast::ImportFrom* s) {
  if (s->module == "__future__" && s->level == 0 &&
      (!cx_->last_future || s->line > cx_->last_future->line)) {
    fail(*s, "from __future__ imports must occur at the beginning of the file");
  }
  int mark = next_register();
  std::vector<ConstValue> names;
  for (const ast::Alias* a : s->names) names.push_back(ConstValue::text(a->name));
  int how = small_constant(
      ConstValue::tuple({ConstValue::tuple(std::move(names)), ConstValue::integer(s->level)}));
  int module = alloc();
  emit(*s, Op::IMPORT, module, name(s->module), how);
  for (const ast::Alias* a : s->names) {
    if (a->name == "*") {
      emit(*s, Op::IMPORTSTAR, module);
      continue;
    }
    std::string_view target = a->asname.empty() ? a->name : a->asname;
    Variable v = find(target);
    int direct = v.storage == Storage::kRegister ? v.at : -1;
    int r = direct >= 0 ? direct : alloc();
    emit(*s, Op::IMPORTFROM, r, module, name(a->name));
    store_variable(v, r, *s);
    free_to(module + 1);
  }
  free_to(mark);
}

}  // namespace baton::compiler
