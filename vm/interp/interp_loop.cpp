// The interpreter loop: dispatch and registers. The handlers stand in handlers_*.inc, written in the
// vocabulary below, which names no way of dispatching; this file gives it meaning as computed goto.
//
//   OP(n) {...}   the handler of opcode n
//   RA RB RC      registers named by the operands; KB KC constants
//   NEXT          go on with the next instruction; SKIP(n): past n cache words
//   GO            dispatch at pc
//   SLOW(f)       leave for a slow path (rules 1 and 2 of interp.h)
//
// The whole state is pc, R (window), K (constants), ci (control) and T: kept in machine registers.
#include <cmath>

#include "vm/interp/interp.h"
#include "vm/native/native.h"
#include "vm/thread/stack.h"

namespace baton {

#define RA R[pc->a]
#define RB R[pc->b]
#define RC R[pc->c]
#define KB K[pc->b]
#define KC K[pc->c]
#define IMM_B static_cast<int16_t>(pc->b)
#define IMM_C static_cast<int16_t>(pc->c)
#define STOPPED BATON_UNLIKELY(T->gil.stop.load(std::memory_order_relaxed) != 0)
#define NEXT \
  do {       \
    ++pc;    \
    GO;      \
  } while (0)
#define SKIP(n)    \
  do {             \
    pc += 1 + (n); \
    GO;            \
  } while (0)
// Taken jump: pc is already the target; a pending stop is handled there.
#define JUMPED                         \
  do {                                 \
    if (STOPPED) SLOW(slow_poll_jump); \
    GO;                                \
  } while (0)
#define SAVE_STATE   \
  do {               \
    T->pc = pc;      \
    T->window = R;   \
    T->consts = K;   \
    T->control = ci; \
  } while (0)

namespace {
const void* const* g_plain_table;  // set once by the first call, before any thread runs bytecode
const void* const* g_tick_table;
}  // namespace

static void loop(Thread* T, bool publish_tables) {
  static const void* const plain[] = {
#define OP(name, operands, cache, doc) &&H_##name,
#define QOP(name, operands, cache, doc) &&H_##name,
#include "vm/bytecode/opcodes.def"
#undef OP
#undef QOP
  };
  static const void* const ticking[] = {
#define OP(name, operands, cache, doc) &&do_tick,
#define QOP(name, operands, cache, doc) &&do_tick,
#include "vm/bytecode/opcodes.def"
#undef OP
#undef QOP
  };
  if (publish_tables) {
    g_plain_table = plain;
    g_tick_table = ticking;
    return;
  }
  const Insn* pc = T->pc;
  Value* R = T->window;
  Value* K = T->consts;
  Control* ci = T->control;
  const void* const* tbl = T->dispatch;
  SlowFn slow;
#define OP(n) H_##n:
#define GO goto* tbl[pc->op]
#define SLOW(f)   \
  do {            \
    slow = f;     \
    goto do_slow; \
  } while (0)
#define LEAVE        \
  do {               \
    T->pc = pc;      \
    T->window = R;   \
    T->consts = K;   \
    T->control = ci; \
    return;          \
  } while (0)
  GO;
#include "vm/interp/handlers_arith.inc"
#include "vm/interp/handlers_attr.inc"
#include "vm/interp/handlers_call.inc"
#include "vm/interp/handlers_jump.inc"
#include "vm/interp/handlers_name.inc"
#include "vm/interp/handlers_rest.inc"
do_slow:
  SAVE_STATE;
  pc = slow(T);
  R = T->window;
  K = T->consts;
  ci = T->control;
  GO;
do_tick:
  if (--T->gil.ticks_left <= 0) {
    SAVE_STATE;
    slow_tick(T);
  }
  goto* plain[pc->op];
}

// Each OS thread's own: see loop_stack_low(). After a C++ exception it is too low, which does no harm.
static thread_local char* g_loop_low = nullptr;
char* loop_stack_low() { return g_loop_low; }

void run_loop(Thread* t) {
  __builtin_unwind_init();
  char* outer = g_loop_low;
  g_loop_low = stack_pointer();
  loop(t, false);
  g_loop_low = outer;
}

const void* const* dispatch_table(bool ticking) {
  static const bool once = (loop(nullptr, true), true);
  (void)once;
  return ticking ? g_tick_table : g_plain_table;
}

}  // namespace baton
