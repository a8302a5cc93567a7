// Tracebacks: one entry per frame that an exception has left or was caught in, newest frame first
// found, so that each frame the unwinder passes becomes the new head.
//
// A re-raise (RERAISE, bare `raise`) adds no entry for its own frame, which is already there. What
// tb_frame shows is frame.cpp's. tb_lasti counts two for each instruction, as in CPython, so that
// list(code.co_positions())[tb_lasti // 2] is its place. Lock held.
#include "vm/native/native.h"
#include "vm/objects/containers.h"
#include "vm/objects/exception.h"
#include "vm/objects/frame.h"

namespace baton {

void add_traceback(Thread* t, Value exception, Code* code, const Insn* pc, Value globals) {
  Exception* e = try_as<Exception>(exception);
  if (!e) return;
  Op op = static_cast<Op>(pc->op);
  if ((op == Op::RERAISE || (op == Op::RAISE && pc->c == 0)) && is<Traceback>(e->traceback)) return;
  Value pending = t->exception, handled = t->handled;
  auto* tb = t->vm->heap.make<Traceback>(t, t->vm->shape_ids.traceback);
  t->exception = pending;  // without memory for it the entry is left out
  t->handled = handled;
  if (!tb) return;
  auto at = static_cast<uint32_t>(pc - code->insns);
  tb->next = e->traceback;
  tb->code = code;
  tb->insn = at;
  tb->line = position_at(*code->blob, at).line;
  tb->globals = globals;
  tb->frame = Value::unbound();
  tb->window = t->window;
  barrier_store(e, &e->traceback, val(tb));
  // Where someone may ask for the locals of a frame, they are taken while they are there.
  if (code->blob->flags & kCodeUsesLocals && t->window >= t->stack_base) {
    Value f = frame_of_traceback(t, tb);
    t->exception = pending;
    t->handled = handled;
    if (f.is_failed()) return;
    barrier_store(tb, &tb->frame, f);
    if (Traceback* inner = try_as<Traceback>(tb->next); inner && !inner->frame.is_unbound())
      set_caller(inner->frame, f);
  }
}

namespace {

NativeGroup traceback_methods{"traceback"};

template <class T>
T* self_traceback(Thread* t, Value v) {
  if (is<T>(v)) return as<T>(v);
  type_error(t,
             "descriptor requires a 'traceback' object but received a '" + type_name(t, v) + "'");
  return nullptr;
}

Value tb_next(Thread* t, Value self) {
  Traceback* tb = self_traceback<Traceback>(t, self);
  return tb ? tb->next : Value::failed();
}
DEF_GET(traceback_methods, tb_next, "tb_next(self)", "")
Value set_tb_next(Thread* t, Value self, Value v) {
  Traceback* tb = self_traceback<Traceback>(t, self);
  if (!tb) return Value::failed();
  if (v.is_unbound()) return type_error(t, "can't delete tb_next attribute");
  if (!v.is_none() && !is<Traceback>(v))
    return type_error(t, "expected traceback object or None, got '" + type_name(t, v) + "'");
  for (Value at = v; is<Traceback>(at); at = as<Traceback>(at)->next)
    if (at == self) return value_error(t, "traceback loop detected");
  barrier_store(tb, &tb->next, v);
  return Value::none();
}
DEF_SET(traceback_methods, set_tb_next, "tb_next(self, value, /)", "")
Value tb_lineno(Thread* t, Value self) {
  Traceback* tb = self_traceback<Traceback>(t, self);
  return tb ? Value::from_int(tb->line) : Value::failed();
}
DEF_GET(traceback_methods, tb_lineno, "tb_lineno(self)", "")
Value tb_lasti(Thread* t, Value self) {
  Traceback* tb = self_traceback<Traceback>(t, self);
  return tb ? Value::from_int(int64_t{tb->insn} * 2) : Value::failed();
}
DEF_GET(traceback_methods, tb_lasti, "tb_lasti(self)", "")
Value tb_frame(Thread* t, Value self) {
  Traceback* tb = self_traceback<Traceback>(t, self);
  if (!tb) return Value::failed();
  if (tb->frame.is_unbound()) {
    Value f = frame_of_traceback(t, tb);
    if (f.is_failed()) return f;
    barrier_store(tb, &tb->frame, f);
  }
  return tb->frame;
}
DEF_GET(traceback_methods, tb_frame, "tb_frame(self)", "")

}  // namespace

void register_traceback(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.traceback, traceback_methods);
  register_frame(t);
}

}  // namespace baton
