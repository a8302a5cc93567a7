// Frame objects: what sys._getframe(), tb_frame and gi_frame give.
//
// Frames proper are windows on the VM stack, which end with their call. A frame object is made on
// request and remembers where its window was, its code, function and instruction, and its callers.
// While the frame still runs (the same code in the same window, found by walking the stack), line and
// locals are the present ones; afterwards those last seen. Two requests make two objects. Lock held.
#include "vm/objects/frame.h"

#include <algorithm>

#include "vm/interp/interp.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

struct FrameObject : NativeObject {
  Value code, function, globals, back, locals;
  Thread* thread;  // whose stack the window is on; only ever compared
  Value* window;   // null: the frame is not on a stack
  uint32_t insn;
  int32_t line;  // 0: that of the instruction
};
void trace_frame(Object* o, Marker& m) {
  auto* f = static_cast<FrameObject*>(o);
  m.mark(f->code);
  m.mark(f->function);
  m.mark(f->globals);
  m.mark(f->back);
  m.mark(f->locals);
}
const NativeType kFrameType{"frame", trace_frame, nullptr, nullptr};
NativeGroup frame_methods{"frame"};

// Walks a thread's script frames from the innermost outwards.
struct StackWalk {
  explicit StackWalk(Thread* owner)
      : t(owner),
        control(owner->control),
        run(owner->runs),
        window(owner->window),
        consts(owner->consts),
        pc(owner->pc) {
    if (!is_frame()) next();
  }
  bool at_end() const { return consts == nullptr; }
  bool is_frame() const {
    return consts && is<Code>(consts[-1]) && !code()->blob->name.empty() &&
           is<Function>(window[-1]) && as<Function>(window[-1])->code == code();
  }
  Code* code() const { return as<Code>(consts[-1]); }
  void next() {
    do {
      if (control >= t->stack_top) {
        consts = nullptr;
        return;
      }
      bool native = control->pc == halt_stub();
      pc = native ? (run ? run->pc : nullptr) : control->pc - 1;
      if (native && run) run = run->previous;
      window = control->window;
      consts = control->consts;
      ++control;
    } while (consts && !is_frame());
  }
  // Number of the instruction that runs; 0 where it is not known.
  uint32_t insn() const {
    Code* c = code();
    return pc >= c->insns && pc < c->insns + c->insn_count ? static_cast<uint32_t>(pc - c->insns)
                                                           : 0;
  }
  Thread* t;
  Control* control;
  NestedRun* run;
  Value* window;
  Value* consts;
  const Insn* pc;
};

FrameObject* new_frame(Thread* t, Code* code, Value function, Value globals, uint32_t insn) {
  auto* f = make_native<FrameObject>(t, &kFrameType);
  if (!f) return nullptr;
  f->code = val(code);
  f->function = function;
  f->globals = globals;
  f->back = Value::none();
  f->locals = Value::unbound();
  f->thread = nullptr;
  f->window = nullptr;
  f->insn = insn;
  f->line = 0;
  return f;
}

FrameObject* frame_here(Thread* t, const StackWalk& at) {
  auto* function = as<Function>(at.window[-1]);
  FrameObject* f = new_frame(t, at.code(), val(function), val(function->globals), at.insn());
  if (!f) return nullptr;
  f->thread = at.t;
  f->window = at.window;
  return f;
}

// The frames outside `f`, made at once: they may have ended when someone asks.
bool add_callers(Thread* t, FrameObject* f, StackWalk at) {
  for (at.next(); !at.at_end(); at.next()) {
    FrameObject* outer = frame_here(t, at);
    if (!outer) return false;
    barrier_store(f, &f->back, val(outer));
    f = outer;
  }
  return true;
}

// The place of a frame that still runs on the stack of t; false if it has ended.
bool find_live(Thread* t, FrameObject* f, StackWalk* out) {
  if (f->thread != t || !f->window) return false;
  for (StackWalk at(t); !at.at_end(); at.next()) {
    if (at.window == f->window && val(at.code()) == f->code &&
        (f->function.is_none() || at.window[-1] == f->function)) {
      *out = at;
      return true;
    }
  }
  return false;
}

bool put(Thread* t, Dict* d, std::string_view name, Value v) {
  if (v.is_unbound()) return true;
  Str* key = intern(t, name);
  return key && dict_set_str(t, d, key, v);
}

FrameObject* self_frame(Thread* t, Value v) { return native_self<FrameObject>(t, v, &kFrameType); }

void refresh(Thread* t, FrameObject* f) {
  StackWalk at(t);
  if (find_live(t, f, &at)) f->insn = at.insn();
}

int32_t line_of(FrameObject* f) {
  return f->line ? f->line : position_at(*as<Code>(f->code)->blob, f->insn).line;
}

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
Value f_builtins(Thread* t, Value self) {
  FrameObject* f = self_frame(t, self);
  if (!f) return Value::failed();
  return is<Function>(f->function) ? val(as<Function>(f->function)->builtins)
                                   : val(t->vm->builtins);
}
DEF_GET(frame_methods, f_builtins, "f_builtins(self)", "")
Value f_lineno(Thread* t, Value self) {
  FrameObject* f = self_frame(t, self);
  if (!f) return Value::failed();
  refresh(t, f);
  return Value::from_int(line_of(f));
}
DEF_GET(frame_methods, f_lineno, "f_lineno(self)", "")
Value f_lasti(Thread* t, Value self) {
  FrameObject* f = self_frame(t, self);
  if (!f) return Value::failed();
  refresh(t, f);
  return Value::from_int(int64_t{f->insn} * 2);
}
DEF_GET(frame_methods, f_lasti, "f_lasti(self)", "")
Value f_back(Thread* t, Value self) {
  FrameObject* f = self_frame(t, self);
  if (!f) return Value::failed();
  if (f->back.is_unbound()) {  // of a traceback: its callers are looked up when asked for
    f->back = Value::none();
    StackWalk at(t);
    if (find_live(t, f, &at) && !add_callers(t, f, at)) return Value::failed();
  }
  return f->back;
}
DEF_GET(frame_methods, f_back, "f_back(self)", "")
Value f_trace(Thread*, Value) { return Value::none(); }
DEF_GET(frame_methods, f_trace, "f_trace(self)", "")

Value f_locals(Thread* t, Value self) {
  FrameObject* f = self_frame(t, self);
  if (!f) return Value::failed();
  StackWalk at(t);
  if (find_live(t, f, &at)) {
    Value now = frame_locals(t, as<Function>(at.window[-1]), at.window);
    if (now.is_failed()) return now;
    barrier_store(f, &f->locals, now);
  } else if (f->locals.is_unbound()) {
    Dict* empty = new_dict(t);
    if (!empty) return Value::failed();
    barrier_store(f, &f->locals,
                  as<Code>(f->code)->blob->flags & kCodeModule ? f->globals : val(empty));
  }
  return f->locals;
}
DEF_GET(frame_methods, f_locals, "f_locals(self)", "")

void frame_clear(Thread* t, Value self) {
  if (FrameObject* f = self_frame(t, self)) f->locals = Value::unbound();
}
DEF(frame_methods, frame_clear, "clear(self, /)",
    "F.clear(): clear most references held by the frame")

Value frame_repr(Thread* t, Value self) {
  FrameObject* f = self_frame(t, self);
  if (!f) return Value::failed();
  refresh(t, f);
  Code* c = as<Code>(f->code);
  std::string s = format_message("<frame at %p, file ", static_cast<void*>(f));
  if (!repr_to(t, val(c->filename), &s)) return Value::failed();
  return str_value(t, s + ", line " + std::to_string(line_of(f)) + ", code " +
                          std::string(c->name->view()) + ">");
}
DEF(frame_methods, frame_repr, "__repr__(self, /)", "Return repr(self).")

}  // namespace

Value frame_locals(Thread* t, Function* f, Value* window) {
  const CodeBlob& blob = *f->code->blob;
  if (blob.flags & (kCodeNameMode | kCodeClassBody)) return window[0];
  if (blob.flags & kCodeModule) return val(f->globals);
  Dict* d = new_dict(t);
  if (!d) return Value::failed();
  // Other registers than parameters may never have been written, unless the compiler saw to it; a
  // generator's are unbound at first.
  size_t readable = blob.flags & (kCodeUsesLocals | kCodeGenerator)
                        ? blob.locals.size()
                        : static_cast<size_t>(blob.parameter_slots());
  for (size_t i = 0; i < std::min(readable, blob.locals.size()); ++i) {
    const LocalName& l = blob.locals[i];
    Value v = window[l.reg];
    if (l.is_cell) v = is<Cell>(v) ? as<Cell>(v)->v : Value::unbound();
    if (!put(t, d, l.name, v)) return Value::failed();
  }
  for (size_t i = 0; i < blob.free_names.size() && f->cells; ++i)
    if (!put(t, d, blob.free_names[i], f->cells[i]->v)) return Value::failed();
  return val(d);
}

Value frame_at(Thread* t, Thread* owner, int64_t depth) {
  StackWalk at(owner);
  for (; depth > 0 && !at.at_end(); --depth) at.next();
  if (at.at_end()) return Value::unbound();
  FrameObject* f = frame_here(t, at);
  if (!f || !add_callers(t, f, at)) return Value::failed();
  // A function that keeps its own frame may look at its variables when it has ended.
  if (owner == t && at.window == t->window && at.code()->blob->flags & kCodeUsesLocals) {
    Value now = frame_locals(t, as<Function>(at.window[-1]), at.window);
    if (now.is_failed()) return now;
    barrier_store(f, &f->locals, now);
  }
  return val(f);
}

Value frame_of_traceback(Thread* t, Traceback* tb) {
  FrameObject* f = new_frame(t, tb->code, Value::none(), tb->globals, tb->insn);
  if (!f) return Value::failed();
  f->thread = t;
  f->window = tb->window;
  StackWalk at(t);
  if (find_live(t, f, &at)) {
    f->function = at.window[-1];
    f->back = Value::unbound();
    if (tb->code->blob->flags & kCodeUsesLocals) {
      Value now = frame_locals(t, as<Function>(at.window[-1]), at.window);
      if (now.is_failed()) return now;
      barrier_store(f, &f->locals, now);
    }
  } else {
    f->window = nullptr;  // it has ended: what comes to run in its place is another frame
  }
  return val(f);
}

void set_caller(Value inner, Value outer) {
  auto* f = static_cast<FrameObject*>(inner.ptr());
  if (f->back.is_unbound() && f->window > static_cast<FrameObject*>(outer.ptr())->window)
    barrier_store(f, &f->back, outer);
}

Value frame_of_generator(Thread* t, Generator* g) {
  Code* code = g->func->code;
  if (g->state == GenState::kRunning) {
    for (StackWalk at(t); !at.at_end(); at.next()) {
      if (at.code() != code || at.window[-2] != val(g)) continue;
      FrameObject* f = frame_here(t, at);
      return f && add_callers(t, f, at) ? val(f) : Value::failed();
    }
  }
  auto insn = static_cast<uint32_t>(g->pc - code->insns);
  FrameObject* f = new_frame(t, code, val(g->func), val(g->func->globals), insn);
  if (!f) return Value::failed();
  if (g->state == GenState::kCreated) f->line = code->blob->first_line;
  Value now = frame_locals(t, g->func, g->regs);
  if (now.is_failed()) return now;
  barrier_store(f, &f->locals, now);
  return val(f);
}

void register_frame(Thread* t) {
  Class* frame = new_builtin_class(t, "frame", t->vm->classes.object, Kind::kNativeObject,
                                   kClassNoSubclass, &kFrameType);
  if (frame) install_methods(t, frame, frame_methods);
}

}  // namespace baton
