// Generators: heap frames. While suspended, the window lies in the Generator; to resume, it is
// copied above the resumer's frame and entered, and copied back at the next yield. A generator is
// not bound to an OS thread; running it twice at once raises ValueError.
//
// A for loop or a `yield from` enters the frame directly (kGenFor, kGenSend): the value goes
// straight into the resumer's register. Natives resume in a nested run (kGenNative): the value
// appears in the callee slot, and g->state says whether it was the last. Lock held.
#include <algorithm>

#include "vm/heap/heap.h"
#include "vm/interp/interp.h"

namespace baton {

Value make_generator(Thread* t, Function* f, Value* w) {
  Code* code = f->code;
  auto* g =
      t->vm->heap.make<Generator>(t, t->vm->shape_ids.generator, sizeof(Value) * code->registers);
  if (!g) return Value::failed();
  g->state = GenState::kCreated;
  g->resume_kind = kGenNative;
  g->func = f;
  g->pc = f->entry;
  g->sent_reg = Value::none();
  g->handled = Value::none();
  g->caller_handled = Value::none();
  g->nregs = code->registers;
  int params = code->blob->parameter_slots();
  std::copy(w + 1, w + 1 + params, g->regs);
  std::fill(g->regs + params, g->regs + g->nregs, Value::unbound());
  if (BATON_UNLIKELY(code->needs_close)) t->vm->heap.watch(g);
  return val(g);
}

const Insn* enter_generator(Thread* t, Generator* g, Value* base, Value sent, uint8_t kind) {
  base[0] = val(g);
  base[1] = val(g->func);
  std::copy(g->regs, g->regs + g->nregs, base + 2);
  g->caller_handled = t->handled;
  if (!g->handled.is_none()) t->handled = g->handled;
  g->resume_kind = kind;
  const Insn* pc = g->pc;
  if (g->state == GenState::kSuspended) {
    base[2 + pc->a] = sent;  // pc is at the YIELD
    ++pc;
  }
  g->state = GenState::kRunning;
  enter_window(t, base + 2, g->func->consts);
  return pc;
}

const Insn* slow_yield(Thread* t) {
  const Insn* pc = t->pc;
  Generator* g = as<Generator>(t->window[-2]);
  Value v = t->window[pc->b];
  for (uint32_t i = 0; i < g->nregs; ++i) barrier_store(g, &g->regs[i], t->window[i]);
  g->pc = pc;
  g->state = GenState::kSuspended;
  Value inner = t->handled;
  t->handled = g->caller_handled;
  g->handled = inner == g->caller_handled ? Value::none() : inner;
  g->caller_handled = Value::none();
  Value* callee_slot = t->window - 1;
  Control* c = t->control++;
  enter_window(t, c->window, c->consts);
  switch (g->resume_kind) {
    case kGenFor: {
      const Insn* loop = c->pc - 1;
      t->window[loop->b] = v;
      t->pc = c->pc + static_cast<int16_t>(loop->c);
      if (BATON_UNLIKELY(t->gil.stop.load(std::memory_order_relaxed) != 0))
        return slow_poll_jump(t);
      return t->pc;
    }
    case kGenSend: t->window[(c->pc - 1)->a] = v; return c->pc;
    default: *callee_slot = v; return c->pc;
  }
}

const Insn* slow_retgen(Thread* t) {
  Generator* g = as<Generator>(t->window[-2]);
  Value v = t->window[t->pc->a];
  g->state = GenState::kDone;
  t->handled = g->caller_handled;
  g->handled = g->caller_handled = Value::none();
  std::fill(g->regs, g->regs + g->nregs, Value::unbound());
  Value* callee_slot = t->window - 1;
  Control* c = t->control++;
  enter_window(t, c->window, c->consts);
  switch (g->resume_kind) {
    case kGenFor: return c->pc;
    case kGenSend: {
      const Insn* send = c->pc - 1;
      t->window[send->a] = v;
      return c->pc + static_cast<int16_t>(send->c);
    }
    default: *callee_slot = v; return c->pc;
  }
}

namespace {

// Can g be resumed now? False: ValueError pending.
bool check_not_running(Thread* t, Generator* g) {
  if (BATON_LIKELY(g->state != GenState::kRunning)) return true;
  value_error(t, "generator already executing");
  return false;
}

// Where a resumer stood before the generator's frame was entered. (Afterwards it can't be told from the
// control stack: an exception thrown in may have left the frame already.)
struct Resumer {
  explicit Resumer(Thread* t) : control(t->control), window(t->window), consts(t->consts) {}
  Control* control;
  Value *window, *consts;
};

// Runs the entered generator frame to its next yield or end.
Value run_generator(Thread* t, Generator* g, Value* base, const Insn* pc, const Resumer& from) {
  const Insn* saved = t->pc;
  t->pc = pc;
  if (!run_nested(t, saved, from.control, from.window, from.consts)) {
    g->state = GenState::kDone;
    base[1] = Value::failed();
  }
  t->pc = saved;
  Value v = base[1];
  if (v.is_failed()) return v;
  if (g->state == GenState::kDone) {
    t->generator_result = v;
    return Value::unbound();
  }
  return v;
}

// Makes an exception that is thrown in the pending one. It hangs under what the generator itself handles;
// what its resumer handles is no context of it.
void raise_inside(Thread* t, Generator* g, Value exception) {
  if (!g->handled.is_none()) {
    raise_object(t, exception);
  } else {
    t->exception = exception;
  }
}

}  // namespace

Value resume_generator(Thread* t, Generator* g, Value sent) {
  if (!check_not_running(t, g)) return Value::failed();
  if (g->state == GenState::kDone) {
    t->generator_result = Value::none();
    return Value::unbound();
  }
  if (g->state == GenState::kCreated && !sent.is_none()) {
    return type_error(t, "can't send non-None value to a just-started generator");
  }
  if (native_stack_exhausted(t)) return Value::failed();
  Value* base = window_end(t);
  if (!check_call(t, base, g->nregs + 4)) return Value::failed();
  Resumer from(t);
  push_control(t, halt_stub());
  const Insn* pc = enter_generator(t, g, base, sent, kGenNative);
  return run_generator(t, g, base, pc, from);
}

Value generator_throw(Thread* t, Generator* g, Value exception) {
  if (!check_not_running(t, g)) return Value::failed();
  if (g->state == GenState::kCreated) g->state = GenState::kDone;
  if (g->state == GenState::kDone) {
    t->exception = exception;
    return Value::failed();
  }
  if (native_stack_exhausted(t)) return Value::failed();
  // A delegating generator passes the exception on to the iterator it drives (PEP 380).
  if (g->pc->c != 0) {
    Value inner = g->regs[g->pc->c - 1];
    Value r = Value::unbound();
    bool ended = false;
    g->state = GenState::kRunning;
    if (is_subclass(class_of(t->vm, exception), t->vm->classes.generator_exit)) {
      Value closed = Value::none();
      if (is_exact_generator(inner) ||
          !(closed = get_attr_or_unbound(t, inner, t->vm->names.n_close)).is_unbound()) {
        if (!closed.is_failed()) closed = call_method(t, inner, t->vm->names.n_close);
        if (closed.is_failed()) { exception = take_exception(t); }
      }
      g->state = GenState::kSuspended;
    } else {
      if (is_exact_generator(inner)) {
        r = generator_throw(t, as<Generator>(inner), exception);
        if (r.is_unbound()) {
          ended = true;
          r = t->generator_result;
        }
      } else {
        Value thrower = get_attr_or_unbound(t, inner, t->vm->names.n_throw);
        if (thrower.is_failed()) {
          r = thrower;
        } else if (!thrower.is_unbound()) {
          r = call1(t, thrower, exception);
          if (r.is_failed() && exception_is(t, t->vm->classes.stop_iteration)) {
            Exception* e = as<Exception>(take_exception(t));
            r = e->extra[0].is_unbound() ? Value::none() : e->extra[0];
            ended = true;
          }
        } else {
          r = Value::unbound();
        }
      }
      g->state = GenState::kSuspended;
      if (r.is_failed()) {
        exception = take_exception(t);
      } else if (ended) {
        // Goes on after the yield from: the SEND before the YIELD knows where that is.
        Value* base = window_end(t);
        if (!check_call(t, base, g->nregs + 4)) return Value::failed();
        Resumer from(t);
        push_control(t, halt_stub());
        const Insn* yield = g->pc;
        const Insn* send = yield - 1;
        enter_generator(t, g, base, r, kGenNative);
        t->window[send->a] = r;
        return run_generator(t, g, base, send + 1 + static_cast<int16_t>(send->c), from);
      } else if (!r.is_unbound()) {
        return r;  // still delegating: the inner iterator yielded
      }
    }
  }
  Value* base = window_end(t);
  if (!check_call(t, base, g->nregs + 4)) return Value::failed();
  Resumer from(t);
  push_control(t, halt_stub());
  const Insn* yield = g->pc;
  enter_generator(t, g, base, Value::none(), kGenNative);
  const Insn* saved = t->pc;
  t->pc = yield;
  raise_inside(t, g, exception);
  const Insn* pc = unwind(t);
  t->pc = saved;
  if (pc == halt_stub()) return Value::failed();  // no handler: the frame and its record are gone
  return run_generator(t, g, base, pc, from);
}

const Insn* slow_yield_iter(Thread* t) {
  const Insn* pc = t->pc;
  Value o = t->window[pc->b];
  Value it = is_exact_generator(o) ? o : get_iter(t, o);
  if (it.is_failed()) return unwind(t);
  t->window[pc->a] = it;
  return pc + 1;
}

const Insn* slow_send(Thread* t) {
  const Insn* pc = t->pc;
  Value it = t->window[pc->b], sent = t->window[pc->a], v;
  if (is_exact_generator(it)) {
    Generator* g = as<Generator>(it);
    if (g->state == GenState::kSuspended || (g->state == GenState::kCreated && sent.is_none())) {
      Value* base = window_end(t);
      if (!check_call(t, base, g->nregs + 4)) return unwind(t);
      push_control(t, pc + 1);
      return enter_generator(t, g, base, sent, kGenSend);
    }
    v = resume_generator(t, g, sent);
    if (v.is_unbound()) {
      t->window[pc->a] = t->generator_result;
      return pc + 1 + static_cast<int16_t>(pc->c);
    }
  } else if (sent.is_none()) {
    v = iter_next(t, it);
    if (v.is_unbound()) {
      // The value of a StopIteration raised by a script __next__ was left by iter_next.
      t->window[pc->a] = t->generator_result;
      return pc + 1 + static_cast<int16_t>(pc->c);
    }
  } else {
    v = call_method(t, it, t->vm->names.n_send, &sent, 1);
    if (v.is_failed() && exception_is(t, t->vm->classes.stop_iteration)) {
      Exception* e = as<Exception>(take_exception(t));
      t->window[pc->a] = e->extra[0].is_unbound() ? Value::none() : e->extra[0];
      return pc + 1 + static_cast<int16_t>(pc->c);
    }
  }
  if (v.is_failed()) return unwind(t);
  t->window[pc->a] = v;
  return pc + 1;
}

const Insn* slow_getiter(Thread* t) {
  const Insn* pc = t->pc;
  Value it = get_iter(t, t->window[pc->b]);
  if (it.is_failed()) return unwind(t);
  Value* s = t->window + pc->a;
  s[0] = it;
  s[1] = s[2] = s[3] = Value::none();
  return pc + 1;
}

const Insn* slow_iterobj(Thread* t) {
  const Insn* pc = t->pc;
  Value it = get_iter(t, t->window[pc->b]);
  if (it.is_failed()) return unwind(t);
  t->window[pc->a] = it;
  return pc + 1;
}

const Insn* slow_foriter(Thread* t) {
  const Insn* pc = t->pc;
  Value it = t->window[pc->a];
  if (is_exact_generator(it)) {
    Generator* g = as<Generator>(it);
    if (BATON_LIKELY(g->state == GenState::kSuspended || g->state == GenState::kCreated)) {
      if (static_cast<Op>(pc->op) == Op::FORITER) rewrite(pc, Op::FOR_GEN);
      Value* base = window_end(t);
      if (!check_call(t, base, g->nregs + 4)) return unwind(t);
      push_control(t, pc + 1);
      return enter_generator(t, g, base, Value::none(), kGenFor);
    }
  }
  if (it == Value::range_mark() || it == Value::list_mark() || it == Value::tuple_mark()) {
    // A site specialised for generators meets a hidden form: back to the general one.
    rewrite(pc, Op::FORITER);
    return pc;
  }
  Value v = is<NativeObject>(it) && as<NativeObject>(it)->type->next
                ? as<NativeObject>(it)->type->next(t, it.ptr())
                : iter_next(t, it);
  if (BATON_UNLIKELY(v.is_failed())) return unwind(t);
  if (v.is_unbound()) return pc + 1;
  t->window[pc->b] = v;
  t->pc = pc + 1 + static_cast<int16_t>(pc->c);
  if (BATON_UNLIKELY(t->gil.stop.load(std::memory_order_relaxed) != 0)) return slow_poll_jump(t);
  return t->pc;
}

}  // namespace baton
