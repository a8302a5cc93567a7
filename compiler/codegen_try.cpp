// try, with, and leaving them by return, break and continue.
//
// A handler owns two registers, r (the exception) and r+1 (the one handled before). Whatever can
// raise inside a handler stands under a cleanup that first takes back "handled" (ENDCATCH r) and
// then goes on with the new exception in r+2. A jump out of a block closes the regions of that
// block while it writes the way out, so that an inlined finally clause is not under its own try.
#include <deque>

#include "compiler/codegen.h"

namespace baton::compiler {

using ast::Position;

namespace {
constexpr size_t kMostBlocks = 20;
}

// ---- blocks ----------------------------------------------------------------------------------

void Unit::push_block(const Block& b) {
  if (blocks_.size() >= kMostBlocks) fail(b.pos, "too many statically nested blocks");
  blocks_.push_back(b);
  if (b.region) open(b.region);
}

void Unit::pop_block() {
  if (blocks_.back().region) close(blocks_.back().region);
  blocks_.pop_back();
}

void Unit::leave_block(const Block& b, const Position& pos) {
  switch (b.kind) {
    case Block::kLoop:
    case Block::kTry: return;
    case Block::kFinally: statements(*b.finalbody); return;
    case Block::kFinallyBody: emit(pos, Op::ENDCATCH, b.reg); return;
    case Block::kHandler:
      unbind_handler_name(b.name, pos);
      emit(pos, Op::ENDCATCH, b.reg);
      return;
    case Block::kStarHandler: return;  // refused before
    case Block::kWith: emit(b.pos, Op::WITHEXIT, b.reg); return;
  }
}

// Writes the way out of all blocks above `depth`. What stands after the jump continues with
// reenter_blocks.
std::vector<Block> Unit::leave_blocks(size_t depth, const Position& pos) {
  std::vector<Block> saved = blocks_;
  if (!reachable()) return saved;
  for (size_t i = saved.size(); i-- > depth;) {
    Block& b = saved[i];
    b.reopen = b.region && b.region->from >= 0;
    b.reopen_outer = b.outer_region && b.outer_region->from >= 0;
    if (b.reopen) close(b.region);
    if (b.reopen_outer) close(b.outer_region);
    blocks_.resize(i);
    int mark = next_register();
    leave_block(b, pos);
    free_to(mark);
  }
  return saved;
}

void Unit::reenter_blocks(std::vector<Block> saved) {
  for (Block& b : saved) {
    if (b.reopen) open(b.region);
    if (b.reopen_outer) open(b.outer_region);
    b.reopen = b.reopen_outer = false;
  }
  blocks_ = std::move(saved);
}

void Unit::unbind_handler_name(std::string_view n, const Position& pos) {
  if (n.empty()) return;
  Variable v = find(n);
  if (v.storage == Storage::kRegister) {
    emit(pos, Op::UNBIND, v.at);
    set_unbound(v.at);
    return;
  }
  // The body may have deleted it: assign first.
  int r = push_constant(ConstValue::none(), pos);
  store_variable(v, r, pos);
  delete_variable(v, pos);
  free_to(r);
}

// The handler for exceptions inside the handler that owns R[reg].
void Unit::cleanup(Region* region, const RegisterSet& state, int reg, const Position& pos) {
  if (!region->any()) return;
  int mark = next_register();
  free_to(reg + 2);
  int again = alloc(2);
  enter_handler(state, true);
  add_handlers(*region, here(), again);
  emit(pos, Op::ENDCATCH, reg);
  emit(pos, Op::RERAISE, again);
  dead_end();
  free_to(mark);
}

// ---- try ... finally -------------------------------------------------------------------------

template <class Body>
void Unit::try_finally(const ast::StmtList& finalbody, const ast::Stmt* s, Body body) {
  int mark = next_register();
  RegisterSet state = bound();
  Region region, handling;
  Label end;
  Block block;
  block.kind = Block::kFinally;
  block.region = &region;
  block.finalbody = &finalbody;
  block.pos = *s;
  push_block(block);
  body();
  pop_block();
  statements(finalbody);
  const Position& last = *finalbody.back();
  jump(last, &end);

  if (region.any()) {
    int r = alloc(2);
    enter_handler(state, true);
    add_handlers(region, here(), r);
    block.kind = Block::kFinallyBody;
    block.region = &handling;
    block.finalbody = nullptr;
    block.reg = r;
    push_block(block);
    statements(finalbody);
    pop_block();
    emit(last, Op::ENDCATCH, r);
    emit(last, Op::RERAISE, r);
    dead_end();
    cleanup(&handling, state, r, last);
  }
  free_to(mark);
  place(&end);
}

void Unit::try_stmt(const ast::Try* s) {
  if (s->finalbody.empty()) {
    try_except(s->body, s->handlers, s->orelse, s);
  } else {
    try_finally(s->finalbody, s, [&] {
      if (s->handlers.empty()) {
        statements(s->body);
      } else {
        try_except(s->body, s->handlers, s->orelse, s);
      }
    });
  }
}

// ---- try ... except --------------------------------------------------------------------------

void Unit::try_except(const ast::StmtList& body, const ArenaList<ast::ExceptHandler*>& handlers,
                      const ast::StmtList& orelse, const ast::Stmt* s) {
  int mark = next_register();
  RegisterSet state = bound();
  Region region, all;
  Label end;
  Block block;
  block.kind = Block::kTry;
  block.region = &region;
  block.pos = *s;
  push_block(block);
  statements(body);
  pop_block();
  statements(orelse);
  jump(*s, &end);

  int r = alloc(2);
  enter_handler(state, region.any());
  add_handlers(region, here(), r);
  open(&all);
  std::deque<Region> named(handlers.size);
  for (uint32_t i = 0; i < handlers.size; i++) {
    const ast::ExceptHandler* h = handlers[i];
    Label next;
    if (h->type) {
      int type = reg(h->type);
      int matches = alloc();
      emit(*h, Op::EXCMATCH, matches, r, type);
      branch(*h, Op::JF, matches, &next);
      free_to(r + 2);
    } else if (i + 1 < handlers.size) {
      fail(*h, "default 'except:' must be last");
    }
    if (!h->name.empty()) store_name(h->name, r, *h);
    block.kind = Block::kHandler;
    block.region = h->name.empty() ? nullptr : &named[i];
    block.outer_region = &all;
    block.reg = r;
    block.name = h->name;
    block.pos = *h;
    push_block(block);
    statements(h->body);
    pop_block();
    const Position& last = *h->body.back();
    if (reachable()) {
      unbind_handler_name(h->name, last);
      close(&all);
      emit(last, Op::ENDCATCH, r);
      jump(last, &end);
      open(&all);
    }
    place(&next);
  }
  close(&all);
  emit(*s, Op::ENDCATCH, r);
  emit(*s, Op::RERAISE, r);
  dead_end();
  for (uint32_t i = 0; i < handlers.size; i++) {
    if (!named[i].any()) continue;
    free_to(r + 2);
    int again = alloc(2);
    enter_handler(state, true);
    add_handlers(named[i], here(), again);
    unbind_handler_name(handlers[i]->name, *handlers[i]);
    emit(*handlers[i], Op::ENDCATCH, r);
    emit(*handlers[i], Op::RERAISE, again);
    dead_end();
  }
  cleanup(&all, state, r, *s);
  free_to(mark);
  place(&end);
}

// ---- try ... except* -------------------------------------------------------------------------

void Unit::try_star(const ast::TryStar* s) {
  if (s->finalbody.empty()) {
    try_except_star(s);
  } else {
    try_finally(s->finalbody, s, [&] { try_except_star(s); });
  }
}

void Unit::try_except_star(const ast::TryStar* s) {
  int mark = next_register();
  RegisterSet state = bound();
  Region region, all;
  Label end, done;
  Block block;
  block.kind = Block::kTry;
  block.region = &region;
  block.pos = *s;
  push_block(block);
  statements(s->body);
  pop_block();
  statements(s->orelse);
  jump(*s, &end);

  int r = alloc(2);
  enter_handler(state, region.any());
  add_handlers(region, here(), r);
  open(&all);
  int rest = alloc(2);    // what no clause took yet; what the current clause takes
  int raised = alloc(2);  // list of what clauses raised; the original exception
  move(*s, rest, r);
  emit(*s, Op::LIST, raised, raised, 0);
  move(*s, raised + 1, r);
  int temporaries = next_register();
  std::deque<Region> clauses(s->handlers.size);
  for (uint32_t i = 0; i < s->handlers.size; i++) {
    const ast::ExceptHandler* h = s->handlers[i];
    Label next;
    if (!h->type) fail(*h, "expected one or more exception types");
    int type = reg(h->type);
    emit(*h, Op::EXCGROUPMATCH, rest, type);
    free_to(temporaries);
    branch(*h, Op::JNONE, rest + 1, &next);
    RegisterSet before = bound();
    if (!h->name.empty()) store_name(h->name, rest + 1, *h);
    block.kind = Block::kStarHandler;
    block.region = &clauses[i];
    block.pos = *h;
    push_block(block);
    statements(h->body);
    pop_block();
    unbind_handler_name(h->name, *h);
    jump(*h->body.back(), &next);
    if (clauses[i].any()) {
      int again = alloc(2);
      enter_handler(before, true);
      add_handlers(clauses[i], here(), again);
      unbind_handler_name(h->name, *h);
      emit(*h, Op::ENDCATCH, again);
      emit(*h, Op::LISTAPPEND, raised, again);
      free_to(temporaries);
    }
    place(&next);
  }
  emit(*s, Op::EXCGROUPEND, raised, rest);
  close(&all);
  branch(*s, Op::JNONE, raised, &done);
  emit(*s, Op::ENDCATCH, r);
  emit(*s, Op::RERAISE, raised);
  dead_end();
  place(&done);
  emit(*s, Op::ENDCATCH, r);
  jump(*s, &end);
  cleanup(&all, state, r, *s);
  free_to(mark);
  place(&end);
}

// ---- with ------------------------------------------------------------------------------------

void Unit::with(const ast::With* s, uint32_t index) {
  const ast::WithItem& item = s->items[index];
  int mark = next_register();
  int base = alloc();
  int manager = reg(item.context_expr, base);
  free_to(base + 1);
  alloc(2);
  emit(*s, Op::WITHENTER, base, manager);
  RegisterSet state = bound();
  Region region, handling;
  Label end, suppressed;
  Block block;
  block.kind = Block::kWith;
  block.region = &region;
  block.reg = base;
  block.pos = *s;
  push_block(block);
  if (item.optional_vars) store(item.optional_vars, base + 2);
  if (index + 1 < s->items.size) {
    with(s, index + 1);
  } else {
    statements(s->body);
  }
  pop_block();
  emit(*s, Op::WITHEXIT, base);
  jump(*s, &end);

  int r = alloc(2);
  enter_handler(state, region.any());
  add_handlers(region, here(), r);
  open(&handling);
  int suppress = alloc();
  emit(*s, Op::WITHEXC, base, r, suppress);
  close(&handling);
  branch(*s, Op::JT, suppress, &suppressed);
  emit(*s, Op::ENDCATCH, r);
  emit(*s, Op::RERAISE, r);
  dead_end();
  place(&suppressed);
  emit(*s, Op::ENDCATCH, r);
  jump(*s, &end);
  cleanup(&handling, state, r, *s);
  free_to(mark);
  place(&end);
}

}  // namespace baton::compiler
