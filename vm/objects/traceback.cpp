// Tracebacks: one entry per frame that an exception has left or was caught in, newest frame first
// found, so that each frame the unwinder passes becomes the new head.
//
// A re-raise (RERAISE, bare `raise`) adds no entry for its own frame, which is already there. Frames
// do not outlive their run; tb_frame is a small object that knows what is left of one: its code, its
// line and its globals. Lock held.
#include "vm/native/native.h"
#include "vm/objects/containers.h"
#include "vm/objects/exception.h"

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
  barrier_store(e, &e->traceback, val(tb));
}

namespace {

struct FrameObject : NativeObject {
  Value code, globals, back;
  int32_t line;
};
void trace_frame(Object* o, Marker& m) {
  auto* f = static_cast<FrameObject*>(o);
  m.mark(f->code);
  m.mark(f->globals);
  m.mark(f->back);
}
const NativeType kFrameType{"frame", trace_frame, nullptr, nullptr};

NativeGroup traceback_methods{"traceback"};
NativeGroup frame_methods{"frame"};

Value make_frame(Thread* t, Code* code, Value globals, int32_t line) {
  auto* f = make_native<FrameObject>(t, &kFrameType);
  if (!f) return Value::failed();
  f->code = val(code);
  f->globals = globals;
  f->back = Value::none();
  f->line = line;
  return val(f);
}

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
  return tb ? Value::from_int(tb->insn) : Value::failed();
}
DEF_GET(traceback_methods, tb_lasti, "tb_lasti(self)", "")
Value tb_frame(Thread* t, Value self) {
  Traceback* tb = self_traceback<Traceback>(t, self);
  return tb ? make_frame(t, tb->code, tb->globals, tb->line) : Value::failed();
}
DEF_GET(traceback_methods, tb_frame, "tb_frame(self)", "")

FrameObject* self_frame(Thread* t, Value v) { return native_self<FrameObject>(t, v, &kFrameType); }
Value f_code(Thread* t, Value self) {
  FrameObject* f = self_frame(t, self);
  return f ? f->code : Value::failed();
}
DEF_GET(frame_methods, f_code, "f_code(self)", "")
Value f_globals(Thread* t, Value self) {
  FrameObject* f = self_frame(t, self);
  return f ? f->globals : Value::failed();
}
DEF_GET(frame_methods, f_globals, "f_globals(self)", "")
Value f_lineno(Thread* t, Value self) {
  FrameObject* f = self_frame(t, self);
  return f ? Value::from_int(f->line) : Value::failed();
}
DEF_GET(frame_methods, f_lineno, "f_lineno(self)", "")
Value f_back(Thread* t, Value self) {
  FrameObject* f = self_frame(t, self);
  return f ? f->back : Value::failed();
}
DEF_GET(frame_methods, f_back, "f_back(self)", "")
Value frame_repr(Thread* t, Value self) {
  FrameObject* f = self_frame(t, self);
  if (!f) return Value::failed();
  Code* c = as<Code>(f->code);
  std::string s = format_message("<frame at %p, file ", static_cast<void*>(f));
  if (!repr_to(t, val(c->filename), &s)) return Value::failed();
  return str_value(
      t, s + ", line " + std::to_string(f->line) + ", code " + std::string(c->name->view()) + ">");
}
DEF(frame_methods, frame_repr, "__repr__(self, /)", "Return repr(self).")

}  // namespace

void register_traceback(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.traceback, traceback_methods);
  Class* frame = new_builtin_class(t, "frame", vm->classes.object, Kind::kNativeObject,
                                   kClassNoSubclass, &kFrameType);
  if (frame) install_methods(t, frame, frame_methods);
}

}  // namespace baton
