// The generator type: iteration, send(), throw(), close() and what can be asked of a generator.
//
// Running a generator is vm/interp/generator.cpp's; here are the methods over resume_generator and
// generator_throw, which say "ended" with unbound() and leave the return value in t->generator_result.
// Lock held; every method but the attributes runs script.
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/exception.h"
#include "vm/objects/frame.h"

namespace baton {
namespace {

NativeGroup generator_methods{"generator"};

Value ended_to_stop(Thread* t, Value r) {
  return r.is_unbound() ? raise_stop_iteration(t, t->generator_result) : r;
}

Value generator_iter(Thread*, Generator* self) { return val(self); }
DEF(generator_methods, generator_iter, "__iter__(self, /)", "Implement iter(self).")

Value generator_next(Thread* t, Generator* self) {
  return ended_to_stop(t, resume_generator(t, self, Value::none()));
}
DEF(generator_methods, generator_next, "__next__(self, /)", "Implement next(self).")

Value generator_send(Thread* t, Generator* self, Value value) {
  return ended_to_stop(t, resume_generator(t, self, value));
}
DEF(generator_methods, generator_send, "send(self, value, /)",
    "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.")

// The exception that throw(type, value, traceback) means; failed() with TypeError pending.
Value thrown_exception(Thread* t, Value type, Value value, Value traceback) {
  if (!traceback.is_unbound() && !traceback.is_none() && !is<Traceback>(traceback))
    return type_error(t, "throw() third argument must be a traceback object");
  Value e;
  Class* cls = try_as<Class>(type);
  if (cls && is_subclass(cls, t->vm->classes.base_exception)) {
    if (value.is_unbound() || value.is_none()) {
      e = call0(t, type);
    } else if (is<Exception>(value) && is_instance(t, value, cls)) {
      e = value;
    } else if (Tuple* args = try_as<Tuple>(value)) {
      e = call(t, type, args->items, static_cast<uint32_t>(args->size));
    } else {
      e = call1(t, type, value);
    }
    if (e.is_failed()) return e;
    if (!is<Exception>(e)) {
      std::string who;
      if (!repr_to(t, type, &who)) return Value::failed();
      return type_error(t, "calling " + who +
                               " should have returned an instance of BaseException, not " +
                               type_name(t, e));
    }
  } else if (is<Exception>(type)) {
    if (!value.is_unbound() && !value.is_none())
      return type_error(t, "instance exception may not have a separate value");
    e = type;
  } else {
    return type_error(t,
                      "exceptions must be classes or instances deriving from BaseException, not " +
                          type_name(t, type));
  }
  if (is<Traceback>(traceback))
    barrier_store(as<Exception>(e), &as<Exception>(e)->traceback, traceback);
  return e;
}

Value generator_throw_method(Thread* t, Generator* self, Value type, Value value, Value traceback) {
  Value e = thrown_exception(t, type, value, traceback);
  if (e.is_failed()) return e;
  return ended_to_stop(t, generator_throw(t, self, e));
}
DEF(generator_methods, generator_throw_method,
    "throw(self, type, value=<absent>, traceback=<absent>, /)",
    "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded "
    "value or raise\nStopIteration.")

Value generator_close(Thread* t, Generator* self) {
  const CoreClasses& c = t->vm->classes;
  if (self->state == GenState::kCreated) self->state = GenState::kDone;
  if (self->state == GenState::kDone) return Value::none();
  Exception* e = allocate_exception(t, c.generator_exit, val(t->vm->empty_tuple));
  if (!e) return Value::failed();
  chain_context(t, e);
  Value r = generator_throw(t, self, val(e));
  if (r.is_unbound()) return Value::none();
  if (!r.is_failed()) return runtime_error(t, "generator ignored GeneratorExit");
  if (!exception_is(t, c.generator_exit) && !exception_is(t, c.stop_iteration)) return r;
  clear_exception(t);
  return Value::none();
}
DEF(generator_methods, generator_close, "close(self, /)",
    "close() -> raise GeneratorExit inside generator.")

Value generator_repr(Thread* t, Generator* self) {
  std::string name;
  if (!str_to(t, self->func->qualname, &name)) return Value::failed();
  return str_value(
      t, "<generator object " + name + format_message(" at %p>", static_cast<void*>(self)));
}
DEF(generator_methods, generator_repr, "__repr__(self, /)", "Return repr(self).")

Value get_name(Thread*, Generator* self) { return self->func->name; }
DEF_GET(generator_methods, get_name, "__name__(self)", "name of the generator")
Value get_qualname(Thread*, Generator* self) { return self->func->qualname; }
DEF_GET(generator_methods, get_qualname, "__qualname__(self)", "qualified name of the generator")
Value get_code(Thread*, Generator* self) { return val(self->func->code); }
DEF_GET(generator_methods, get_code, "gi_code(self)", "")
Value get_running(Thread*, Generator* self) {
  return Value::boolean(self->state == GenState::kRunning);
}
DEF_GET(generator_methods, get_running, "gi_running(self)", "")
Value get_suspended(Thread*, Generator* self) {
  return Value::boolean(self->state == GenState::kSuspended);
}
DEF_GET(generator_methods, get_suspended, "gi_suspended(self)", "")
Value get_frame(Thread* t, Generator* self) {
  return self->state == GenState::kDone ? Value::none() : frame_of_generator(t, self);
}
DEF_GET(generator_methods, get_frame, "gi_frame(self)", "")
Value get_yieldfrom(Thread*, Generator* self) {
  if (self->state != GenState::kSuspended || self->pc->c == 0) return Value::none();
  return self->regs[self->pc->c - 1];
}
DEF_GET(generator_methods, get_yieldfrom, "gi_yieldfrom(self)",
        "object being iterated by yield from, or None")

}  // namespace

void register_generators(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.generator, generator_methods);
}

}  // namespace baton
