// Displays ([...], {...}), comprehensions and the loop that `for` statements share with them.
#include "compiler/codegen.h"
#include "compiler/codegen_build.h"

namespace baton::compiler {

using ast::as;
using ast::Expr;
using ast::ExprKind;

namespace {

constexpr uint32_t kGroup = 256;  // items built from registers at once
constexpr uint32_t kChunk = 64;   // items added at once to a longer display

bool has_star(const ast::ExprList& elts) {
  for (const Expr* e : elts) {
    if (e->kind == ExprKind::kStarred) return true;
  }
  return false;
}

}  // namespace

// ---- lists, tuples, sets ---------------------------------------------------------------------

// Builds R[acc] (a list or a set) item by item: for stars and for long displays.
void Unit::sequence_into(const ast::ExprList& elts, bool set, int acc, const ast::Position& pos) {
  Op build = set ? Op::SET : Op::LIST;
  int mark = next_register();
  bool started = false;
  uint32_t pending = 0;
  auto flush = [&] {
    if (!started) {
      emit(pos, build, acc, pending ? mark : acc, static_cast<int>(pending));
      started = true;
    } else if (pending == 1) {
      emit(pos, set ? Op::SETADD : Op::LISTAPPEND, acc, mark);
    } else if (pending > 1) {
      emit(pos, build, mark, mark, static_cast<int>(pending));
      emit(pos, set ? Op::SETUPDATE : Op::LISTEXTEND, acc, mark);
    }
    free_to(mark);
    pending = 0;
  };
  for (const Expr* elt : elts) {
    if (elt->kind == ExprKind::kStarred) {
      flush();
      int r = reg(as<ast::Starred>(elt)->value);
      emit(pos, set ? Op::SETUPDATE : Op::LISTEXTEND, acc, r);
      free_to(mark);
      continue;
    }
    push(elt);
    if (++pending == kChunk) flush();
  }
  if (pending || !started) flush();
}

// R[dst] = the tuple of `elts`, stars and all.
void Unit::tuple_of(const ast::ExprList& elts, int dst, const ast::Position& pos) {
  if (!has_star(elts) && elts.size <= kGroup) {
    int first = next_register();
    for (const Expr* elt : elts) push(elt);
    emit(pos, Op::TUPLE, dst, elts.empty() ? dst : first, static_cast<int>(elts.size));
    free_to(first);
    return;
  }
  int acc = work_register(dst);
  sequence_into(elts, false, acc, pos);
  emit(pos, Op::LISTTOTUPLE, dst, acc);
}

void Unit::sequence(const Expr* e, const ast::ExprList& elts, int dst) {
  if (e->kind == ExprKind::kTuple) return tuple_of(elts, dst, *e);
  bool set = e->kind == ExprKind::kSet;
  if (elts.size >= 3) {
    std::vector<ConstValue> items(elts.size);
    bool all = true;
    for (uint32_t i = 0; all && i < elts.size; i++) all = folded(elts[i], &items[i]);
    if (all && set) {
      // By way of a frozenset, as in CPython: it shows in the order of the items.
      ConstValue frozen;
      frozen.kind = Const::Kind::kFrozenSet;
      frozen.items = std::move(items);
      int acc = work_register(dst);
      int source = alloc();
      emit_wide(*e, Op::LOADK, source, constant(frozen));
      emit(*e, Op::SET, acc, acc, 0);
      emit(*e, Op::SETUPDATE, acc, source);
      move(*e, dst, acc);
      return;
    }
    if (all) {
      uint32_t k = constant(ConstValue::tuple(std::move(items)));
      if (k <= 0xFFFF) {
        emit(*e, Op::LISTK, dst, static_cast<int>(k));
        return;
      }
      int acc = work_register(dst);
      int tuple = alloc();
      emit_wide(*e, Op::LOADK, tuple, k);
      emit(*e, Op::LIST, acc, acc, 0);
      emit(*e, Op::LISTEXTEND, acc, tuple);
      move(*e, dst, acc);
      return;
    }
  }
  if (!has_star(elts) && elts.size <= kGroup) {
    int first = next_register();
    for (const Expr* elt : elts) push(elt);
    emit(*e, set ? Op::SET : Op::LIST, dst, elts.empty() ? dst : first,
         static_cast<int>(elts.size));
    return;
  }
  int acc = work_register(dst);
  sequence_into(elts, set, acc, *e);
  move(*e, dst, acc);
}

// ---- dicts -----------------------------------------------------------------------------------

void Unit::dict(const ast::Dict* e, int dst) {
  uint32_t n = e->values.size;
  bool plain = n <= kGroup / 2;
  for (uint32_t i = 0; plain && i < n; i++) plain = e->keys[i] != nullptr;
  if (plain) {
    int first = next_register();
    for (uint32_t i = 0; i < n; i++) {
      push(e->keys[i]);
      push(e->values[i]);
    }
    emit(*e, Op::DICT, dst, n ? first : dst, static_cast<int>(n));
    return;
  }
  int acc = work_register(dst);
  emit(*e, Op::DICT, acc, acc, 0);
  int mark = next_register();
  for (uint32_t i = 0; i < n; i++) {
    if (!e->keys[i]) {
      int r = reg(e->values[i]);
      emit(*e, Op::DICTUPDATE, acc, r);
    } else {
      int key = stable_reg(e->keys[i], e->values[i]);
      int value = reg(e->values[i]);
      emit(*e, Op::DICTADD, acc, key, value);
    }
    free_to(mark);
  }
  move(*e, dst, acc);
}

// ---- the loop --------------------------------------------------------------------------------

// Starts a loop over R[iter]: what follows is its body. The test stands at the bottom, so that an
// iteration costs one jump. The caller has cleared the registers above the iterable.
void Unit::begin_loop(Loop* loop, int iter, const Expr* target, const ast::Position& pos) {
  loop->state = alloc(4);
  emit(pos, Op::GETITER, loop->state, iter);
  bool entered = reachable();
  RegisterSet state = bound();
  jump(pos, &loop->test);
  loop_head(&loop->body, entered, state);
  loop->item = target_register(target);
  if (loop->item >= 0) {
    set_bound(loop->item);
    return;
  }
  loop->item = alloc();
  store(target, loop->item);
}

void Unit::end_loop(Loop* loop, const ast::Position& pos) {
  place(&loop->test);
  for_iter(pos, loop->state, loop->item, &loop->body);
}

// ---- comprehensions --------------------------------------------------------------------------

// Runs `elt` (and `value`, for a dict) for every combination. R[first_iter] is the first iterable;
// results go to R[acc], or are yielded when acc is negative.
void Unit::run_generators(const Expr* e, const ArenaList<ast::Comprehension>& gens, int first_iter,
                          const Expr* elt, const Expr* value, int acc) {
  std::vector<Loop> loops(gens.size);
  for (uint32_t i = 0; i < gens.size; i++) {
    int iter = i == 0 ? first_iter : reg(gens[i].iter);
    begin_loop(&loops[i], iter, gens[i].target, *e);
    for (const Expr* test : gens[i].ifs) condition(test, false, &loops[i].test);
  }
  int mark = next_register();
  if (acc < 0) {
    int r = reg(elt);
    int sent = alloc();
    emit(*e, Op::YIELD, sent, r, 0);
  } else if (e->kind == ExprKind::kDictComp) {
    int k = stable_reg(elt, value);
    int v = reg(value);
    emit(*e, Op::DICTADD, acc, k, v);
  } else {
    int r = reg(elt);
    emit(*e, e->kind == ExprKind::kListComp ? Op::LISTAPPEND : Op::SETADD, acc, r);
  }
  free_to(mark);
  for (uint32_t i = gens.size; i-- > 0;) end_loop(&loops[i], *e);
}

void Unit::comprehension(const Expr* e, const ArenaList<ast::Comprehension>& gens, const Expr* elt,
                         const Expr* value, int dst) {
  Op build = e->kind == ExprKind::kListComp  ? Op::LIST
             : e->kind == ExprKind::kSetComp ? Op::SET
                                             : Op::DICT;
  for (const Expr* x : {elt, value}) {
    if (x && x->kind == ExprKind::kStarred) {
      fail(*x, "iterable unpacking cannot be used in comprehension");
    }
  }
  // A comprehension may be an operand of another one's condition: its result has a register of
  // its own while the iterable is evaluated.
  int acc = work_register(dst);
  int iter = reg(gens[0].iter);
  Scope* outer = cur_;
  cur_ = cx_->scopes.of(e);
  // Names that a later `for` binds could be read before it.
  bool may_be_unbound = gens.size > 1 || (gens[0].target->kind != ExprKind::kNameExpr &&
                                          gens[0].target->kind != ExprKind::kTuple);
  for (Symbol* s : cur_->symbols) {
    if (s->storage != Storage::kRegister && s->storage != Storage::kCell) continue;
    s->reg = alloc();
    if (s->storage == Storage::kCell) {
      emit(*e, Op::NEWCELL, s->reg);
    } else {
      set_unbound(s->reg);
      if (may_be_unbound) emit(*e, Op::UNBIND, s->reg);
    }
  }
  emit(*e, build, acc, acc, 0);
  run_generators(e, gens, iter, elt, value, acc);
  cur_ = outer;
  move(*e, dst, acc);
}

void Unit::generator(const ast::GeneratorExp* e, int dst) {
  if (e->elt->kind == ExprKind::kStarred) {
    fail(*e->elt, "iterable unpacking cannot be used in comprehension");
  }
  auto code = build(cx_, cx_->scopes.of(e), this, [&](Unit& u) {
    u.declare_parameter(".0");
    u.blob().positional = 1;
    u.declare_variables(*e);
    u.run_generators(e, e->generators, 0, e->elt, nullptr, -1);
    u.return_none(*e);
  });
  int base = is_top(dst) ? dst : alloc();
  int index = emit_wide(*e, Op::MAKEFUNC, base, code_constant(std::move(code)));
  if (index >= 0) at(index + 1).a = 0xFFFF;
  int argument = alloc();
  int iter = reg(e->generators[0].iter, argument);
  emit(*e, Op::ITEROBJ, argument, iter);
  free_to(argument + 1);
  emit(*e, Op::CALL, base, 1);
  move(*e, dst, base);
}

}  // namespace baton::compiler
