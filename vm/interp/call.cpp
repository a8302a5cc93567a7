// Calls: from bytecode in place (frames pushed, no C++ recursion) and from native code (a nested
// run of the loop). What is callable, and in what order it is tried, stands in begin_call().
//
// Lock held. begin_call() leaves the thread's state unchanged when it fails, so that a nested call
// can report to its C++ caller while an instruction goes to unwind().
#include <algorithm>
#include <exception>

#include "vm/interp/bind.h"
#include "vm/interp/interp.h"
#include "vm/native/native.h"

namespace baton {

bool check_call(Thread* t, const Value* w, size_t n) {
  if (BATON_UNLIKELY(!depth_left(t))) {
    if (t->gil.stop.load(std::memory_order_relaxed) != 0 && !handle_stop(t)) return false;
    clear_stop(t->gil, 0);
    uintptr_t limit = t->gil.real_depth_limit.load(std::memory_order_relaxed);
    if (reinterpret_cast<uintptr_t>(t->control) <= limit) {
      raise_recursion_error(t);
      return false;
    }
  }
  if (BATON_UNLIKELY(!frame_room(t, w, n))) {
    raise_recursion_error(t);
    return false;
  }
  return true;
}

namespace {

// A call of native code whose arguments may lie where a nested run would overwrite them.
Value call_native_at(Thread* t, const NativeDef* def, Value* args, uint32_t nargs, Tuple* kwnames) {
  if (BATON_UNLIKELY(args + nargs > window_end(t))) {
    if (nargs <= 32) {
      Value copy[32];
      std::copy(args, args + nargs, copy);
      return call_native(t, def, copy, nargs, kwnames);
    }
    RootVec copy(t);
    copy.v.assign(args, args + nargs);
    return call_native(t, def, copy.v.data(), nargs, kwnames);
  }
  return call_native(t, def, args, nargs, kwnames);
}

// Pushes the frame of script function f over w, or makes its generator.
bool enter_function(Thread* t, Function* f, Value* w, uint32_t nargs, Tuple* kwnames,
                    const Insn* next, const Insn** entry) {
  if (!check_call(t, w, std::max<size_t>(f->code->registers, nargs) + 1)) return false;
  if (BATON_LIKELY(f->simple && nargs == f->positional && kwnames == nullptr)) {
    // in place already
  } else if (!bind_arguments(t, f, w, nargs, kwnames)) {
    return false;
  }
  if (BATON_UNLIKELY(f->code->blob->flags & kCodeGenerator)) {
    Value g = make_generator(t, f, w);
    if (g.is_failed()) return false;
    w[0] = g;
    *entry = next;
    return true;
  }
  push_control(t, next);
  enter_window(t, w + 1, f->consts);
  *entry = f->entry;
  return true;
}

// cls(args...) where __new__ is object's and __init__ a script function: the instance sits in w[0]
// under a stub frame that checks what __init__ returned.
bool enter_init(Thread* t, Class* cls, Function* init, Value* w, uint32_t nargs, Tuple* kwnames,
                const Insn* next, const Insn** entry) {
  if (!check_call(t, w + 2, std::max<size_t>(init->code->registers, nargs) + 4)) return false;
  Instance* self = new_instance(t, cls);
  if (self == nullptr) return false;
  std::copy_backward(w + 1, w + 1 + nargs, w + 3 + nargs);
  w[0] = val(self);
  w[1] = val(init);
  w[2] = val(self);
  if (!(init->simple && nargs + 1 == init->positional && kwnames == nullptr) &&
      !bind_arguments(t, init, w + 1, nargs + 1, kwnames)) {
    return false;
  }
  push_control(t, next);
  enter_window(t, w + 1, t->vm->stub_consts);
  push_control(t, init_done_stub());
  enter_window(t, w + 2, init->consts);
  *entry = init->entry;
  return true;
}

}  // namespace

bool begin_call(Thread* t, Value* w, uint32_t nargs, Tuple* kwnames, const Insn* next,
                const Insn** entry) {
  for (int hops = 0;; ++hops) {
    Value f = w[0];
    if (BATON_UNLIKELY(!f.is_ptr())) break;
    switch (f.ptr()->kind) {
      case Kind::kFunction:
        return enter_function(t, as<Function>(f), w, nargs, kwnames, next, entry);
      case Kind::kNative: {
        Value r = call_native_at(t, as<NativeFunction>(f)->def, w + 1, nargs, kwnames);
        if (r.is_failed()) return false;
        w[0] = r;
        *entry = next;
        return true;
      }
      case Kind::kBoundMethod: {
        BoundMethod* m = as<BoundMethod>(f);
        if (!frame_room(t, w, nargs + 2)) return raise_recursion_error(t), false;
        std::copy_backward(w + 1, w + 1 + nargs, w + 2 + nargs);
        w[0] = m->func;
        w[1] = m->self;
        ++nargs;
        break;
      }
      case Kind::kClass: {
        Class* cls = as<Class>(f);
        if (cls == t->vm->classes.type && nargs == 1 && kwnames == nullptr) {  // type(x)
          w[0] = val(class_of(t->vm, w[1]));
          *entry = next;
          return true;
        }
        if (class_of(t->vm, f) == t->vm->classes.type && cls->instance_kind == Kind::kInstance) {
          Vm* vm = t->vm;
          Value init = find_in_class(vm, cls, vm->names.init);
          Value make = find_in_class(vm, cls, vm->names.new_);
          if (is<Function>(init) && make == vm->object_new &&
              !(cls->class_flags & kClassAbstract) &&
              !(as<Function>(init)->code->blob->flags & kCodeGenerator)) {
            return enter_init(t, cls, as<Function>(init), w, nargs, kwnames, next, entry);
          }
        }
        Value r;
        if (cls->class_flags & kClassBuiltin && cls->new_def != nullptr && nargs < 8 &&
            cls != t->vm->classes.type &&
            find_in_class(t->vm, cls, t->vm->names.init) == t->vm->object_init) {
          // A built-in type whose constructor does everything: int(), range(), str() ...
          Value args[9];
          args[0] = f;
          std::copy(w + 1, w + 1 + nargs, args + 1);
          r = call_native(t, cls->new_def, args, nargs + 1, kwnames);
        } else if (class_of(t->vm, f) == t->vm->classes.type) {
          RootVec args(t);
          args.v.assign(w + 1, w + 1 + nargs);
          r = construct(t, cls, args.v.data(), nargs, kwnames);
        } else {
          // A metaclass may define __call__.
          Value self;
          Value c = find_special(t, f, t->vm->names.call, &self);
          if (c.is_failed()) return false;
          RootVec args(t);
          args.v.push_back(self);
          args.v.insert(args.v.end(), w + 1, w + 1 + nargs);
          bool with_self = !self.is_unbound();
          r = call(t, c, args.v.data() + !with_self, nargs + with_self, kwnames);
        }
        if (r.is_failed()) return false;
        w[0] = r;
        *entry = next;
        return true;
      }
      case Kind::kStaticMethod: w[0] = as<StaticMethod>(f)->func; break;
      default: {
        Value self;
        Value c = find_special(t, f, t->vm->names.call, &self);
        if (c.is_failed()) return false;
        if (c.is_unbound()) goto not_callable;
        if (!self.is_unbound()) {
          if (!frame_room(t, w, nargs + 2)) return raise_recursion_error(t), false;
          std::copy_backward(w + 1, w + 1 + nargs, w + 2 + nargs);
          w[1] = self;
          ++nargs;
        }
        w[0] = c;
        if (hops > 200) return raise_recursion_error(t), false;
        break;
      }
    }
  }
not_callable:
  type_error(t, "'" + type_name(t, w[0]) + "' object is not callable");
  return false;
}

const Insn* call_in_place(Thread* t, Value* w, uint32_t nargs, Tuple* kwnames, const Insn* next) {
  const Insn* entry;
  if (BATON_UNLIKELY(!begin_call(t, w, nargs, kwnames, next, &entry))) return unwind(t);
  return entry;
}

bool run_nested(Thread* t, const Insn* caller, Control* control, Value* window, Value* consts) {
  bool ok = true;
  NestedRun run{caller, t->runs};
  t->runs = &run;
  ++t->native_depth;
  try {
    run_loop(t);
  } catch (const std::exception&) {  // bad_alloc or length_error: nothing else throws
    t->control = control;
    enter_window(t, window, consts);
    raise_memory_error(t);
    ok = false;
  }
  --t->native_depth;
  t->runs = run.previous;
  return ok;
}

Value call(Thread* t, Value callee, const Value* args, uint32_t nargs, Tuple* kwnames) {
  if (is<NativeFunction>(callee)) {
    if (native_stack_exhausted(t)) return Value::failed();
    return call_native(t, as<NativeFunction>(callee)->def, args, nargs, kwnames);
  }
  if (native_stack_exhausted(t)) return Value::failed();
  Value* w = window_end(t);
  if (!check_call(t, w, nargs + 4)) return Value::failed();
  w[0] = callee;
  std::copy(args, args + nargs, w + 1);
  const Insn* saved = t->pc;
  Control* control = t->control;
  Value *window = t->window, *consts = t->consts;
  const Insn* entry;
  if (!begin_call(t, w, nargs, kwnames, halt_stub(), &entry)) return Value::failed();
  if (entry != halt_stub()) {
    t->pc = entry;
    if (!run_nested(t, saved, control, window, consts)) w[0] = Value::failed();
    t->pc = saved;
  }
  return w[0];
}

Value call_method(Thread* t, Value o, Str* name, const Value* args, uint32_t nargs) {
  Value self;
  Value f = get_method(t, o, name, &self);
  if (f.is_failed()) return f;
  if (self.is_unbound()) return call(t, f, args, nargs);
  if (nargs < 8) {
    Value all[8];
    all[0] = self;
    std::copy(args, args + nargs, all + 1);
    return call(t, f, all, nargs + 1);
  }
  RootVec all(t);
  all.v.push_back(self);
  all.v.insert(all.v.end(), args, args + nargs);
  return call(t, f, all.v.data(), nargs + 1);
}

bool is_callable(Thread* t, Value v) {
  if (!v.is_ptr()) return false;
  switch (v.ptr()->kind) {
    case Kind::kFunction:
    case Kind::kNative:
    case Kind::kBoundMethod:
    case Kind::kClass:
    case Kind::kStaticMethod: return true;
    default: return !find_in_class(t->vm, class_of(t->vm, v), t->vm->names.call).is_unbound();
  }
}

}  // namespace baton
