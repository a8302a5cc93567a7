// Unwinding: from a pending exception to the handler that takes it, or to the end of this run.
//
// For each frame left or entered a traceback entry is added. A record whose pc is the HALT stub
// ends the run: the failure is put where the result would be, with the exception still pending.
// Lock held.
#include <algorithm>

#include "vm/interp/interp.h"
#include "vm/thread/threads.h"

namespace baton {
namespace {

const ExcEntry* find_handler(Code* code, const Insn* pc) {
  auto at = static_cast<uint32_t>(pc - code->insns);
  for (const ExcEntry& e : code->blob->handlers) {
    if (at >= e.start && at < e.end) return &e;
  }
  return nullptr;
}

// A generator whose frame is left by an exception is finished; StopIteration must not leak out of it (PEP 479).
void finish_generator_by_exception(Thread* t) {
  Generator* g = as<Generator>(t->window[-2]);
  g->state = GenState::kDone;
  t->handled = g->caller_handled;
  g->handled = Value::none();
  g->caller_handled = Value::none();
  if (exception_is(t, t->vm->classes.stop_iteration)) {
    Value cause = take_exception(t);
    raise(t, t->vm->classes.runtime_error, "generator raised StopIteration");
    Exception* e = as<Exception>(t->exception);
    barrier_store(e, &e->cause, cause);
    barrier_store(e, &e->context, cause);
    e->suppress_context = true;
    add_traceback(t, t->exception, t->code(), t->pc, val(t->function()->globals));
  }
}

}  // namespace

const Insn* unwind(Thread* t) {
  for (;;) {
    Code* code = t->code();
    if (code->blob->name.empty()) {
      // A stub frame: no handler, no traceback entry.
    } else {
      if (is<Exception>(t->exception)) {
        add_traceback(t, t->exception, code, t->pc, val(t->function()->globals));
      }
      if (const ExcEntry* e = find_handler(code, t->pc);
          e != nullptr && !(t->gil.stop.load(std::memory_order_relaxed) & kStopKill)) {
        t->window[e->reg] = t->exception;
        t->window[e->reg + 1] = t->handled;
        t->handled = t->exception;
        t->exception = Value::unbound();
        return code->insns + e->handler;
      }
      if (code->blob->flags & kCodeGenerator) finish_generator_by_exception(t);
    }
    Value* left = t->window;
    // What it held is garbage now, and may be what memory ran out for: the caller's registers overlap these.
    if (left >= t->stack_base && left < reinterpret_cast<Value*>(t->control)) {
      std::fill_n(left, code->registers, Value::unbound());
    }
    Control* c = t->control++;
    enter_window(t, c->window, c->consts);
    if (c->pc == halt_stub()) {
      left[-1] = Value::failed();
      return halt_stub();
    }
    t->pc = c->pc - 1;
  }
}

}  // namespace baton
