// Raising: making exception objects and setting them pending.
//
// What always holds. (1) t->exception is an exception object exactly while a failure travels. (2) An
// exception that is raised while another is handled gets that one as __context__, and the chain of
// contexts never becomes a circle. (3) raise_memory_error allocates nothing: its object was made at
// start-up. (4) Only this file and the unwinder set t->exception from nothing. How exceptions are
// built from arguments is vm/objects/exception.cpp's; printing is format_exception.cpp's.
// Lock held throughout.
#include "vm/core/error.h"

#include <cerrno>
#include <cstdarg>
#include <cstring>

#include "vm/objects/attribute.h"
#include "vm/objects/exception.h"

namespace baton {
namespace {

std::string vformat(const char* format, va_list ap) {
  va_list again;
  va_copy(again, ap);
  int n = std::vsnprintf(nullptr, 0, format, ap);
  std::string s;
  if (n > 0) {
    s.resize(static_cast<size_t>(n) + 1);
    std::vsnprintf(s.data(), s.size(), format, again);
    s.pop_back();
  }
  va_end(again);
  return s;
}

// An instance of a built-in class with one argument, or with none.
Exception* make_simple(Thread* t, Class* cls, Value arg) {
  Tuple* args = arg.is_unbound() ? t->vm->empty_tuple : new_tuple_from(t, &arg, 1);
  if (!args) return nullptr;
  return allocate_exception(t, cls, val(args));
}

Value set_pending(Thread* t, Exception* e) {
  if (!e) return Value::failed();  // the MemoryError of the failed allocation is pending
  t->exception = val(e);
  return Value::failed();
}

}  // namespace

// CPython's rule: walk the handled exception's contexts; where the new one is found, cut there.
void chain_context(Thread* t, Exception* e) {
  Value handled = t->handled;
  if (!is<Exception>(handled) || handled == val(e)) return;
  Exception* o = as<Exception>(handled);
  Exception* slow = o;
  bool step = false;
  while (is<Exception>(o->context)) {
    if (o->context == val(e)) {
      o->context = Value::none();
      break;
    }
    o = as<Exception>(o->context);
    if (o == slow) break;  // a circle that script made
    if (step) slow = as<Exception>(slow->context);
    step = !step;
  }
  barrier_store(e, &e->context, handled);
}

Value raise(Thread* t, Class* cls, std::string_view message) {
  Value text = str_value(t, message);
  if (text.is_failed()) return text;
  Exception* e = make_simple(t, cls, text);
  if (!e) return Value::failed();
  const CoreClasses& c = t->vm->classes;
  if (cls == c.stop_iteration || cls == c.system_exit || is_subclass(cls, c.syntax_error))
    e->extra[0] = text;
  else if (is_subclass(cls, c.import_error))
    e->extra[kImportMsg] = text;
  chain_context(t, e);
  return set_pending(t, e);
}

Value raisef(Thread* t, Class* cls, const char* format, ...) {
  va_list ap;
  va_start(ap, format);
  std::string s = vformat(format, ap);
  va_end(ap);
  return raise(t, cls, s);
}

Value raise_object(Thread* t, Value exception) {
  if (Exception* e = try_as<Exception>(exception)) {
    chain_context(t, e);
    return set_pending(t, e);
  }
  return type_error(t, "exceptions must derive from BaseException");
}

namespace {

// An exception object out of a class or an instance; failed() with `complaint` otherwise.
Value instance_of(Thread* t, Value x, const char* complaint) {
  if (is<Exception>(x)) return x;
  Class* cls = try_as<Class>(x);
  if (!cls || !is_subclass(cls, t->vm->classes.base_exception)) return type_error(t, complaint);
  Value o = call0(t, x);
  if (o.is_failed() || is<Exception>(o)) return o;
  std::string who;
  if (!repr_to(t, x, &who)) return Value::failed();
  return type_error(
      t, "calling " + who + " should have returned an instance of BaseException, not " + [&] {
        std::string s;
        if (!repr_to(t, val(class_of(t->vm, o)), &s)) clear_exception(t);
        return s;
      }());
}

}  // namespace

Value raise_value(Thread* t, Value x, Value cause) {
  Value e = instance_of(t, x, "exceptions must derive from BaseException");
  if (e.is_failed()) return e;
  if (!cause.is_unbound()) {
    if (!cause.is_none()) {
      cause = instance_of(t, cause, "exception causes must derive from BaseException");
      if (cause.is_failed()) return cause;
    }
    barrier_store(as<Exception>(e), &as<Exception>(e)->cause, cause);
    as<Exception>(e)->suppress_context = true;
  }
  return raise_object(t, e);
}

Value raise_key_error(Thread* t, Value key) {
  Exception* e = make_simple(t, t->vm->classes.key_error, key);
  if (e) chain_context(t, e);
  return set_pending(t, e);
}

Value raise_stop_iteration(Thread* t, Value value) {
  bool given = !value.is_none() && !value.is_unbound();
  Exception* e = make_simple(t, t->vm->classes.stop_iteration, given ? value : Value::unbound());
  if (!e) return Value::failed();
  e->extra[kStopValue] = given ? value : Value::none();
  chain_context(t, e);
  return set_pending(t, e);
}

Value raise_os_error(Thread* t, int error, std::string_view filename) {
  Value text = str_value(t, std::strerror(error));
  if (text.is_failed()) return text;
  Value name = Value::unbound();
  if (filename.data() != nullptr) {
    name = str_value(t, filename);
    if (name.is_failed()) return name;
  }
  Value items[2] = {Value::from_int(error), text};
  Tuple* args = new_tuple_from(t, items, 2);
  if (!args) return Value::failed();
  Exception* e = allocate_exception(t, os_error_class(t->vm, error), val(args));
  if (!e) return Value::failed();
  e->extra[kOsErrno] = items[0];
  e->extra[kOsStrerror] = text;
  e->extra[kOsFilename] = name;
  chain_context(t, e);
  return set_pending(t, e);
}

Value raise_memory_error(Thread* t) {
  Exception* e = try_as<Exception>(t->vm->memory_error);
  if (!e) {  // while the Vm starts: nothing can be raised yet
    std::fputs("baton: out of memory at start-up\n", stderr);
    std::_Exit(1);
  }
  e->traceback = e->cause = e->context = Value::none();
  e->suppress_context = false;
  t->exception = val(e);
  return Value::failed();
}

Value raise_recursion_error(Thread* t, const char* where) {
  return raise(t, t->vm->classes.recursion_error,
               std::string("maximum recursion depth exceeded") + where);
}

Value raise_syntax_error(Thread* t, const CompileFailure& f) {
  const CoreClasses& c = t->vm->classes;
  Class* cls = f.type == "IndentationError" ? c.indentation_error
               : f.type == "TabError"       ? c.tab_error
                                            : c.syntax_error;
  RootVec keep(t);
  auto text = [&](std::string_view s) {
    Value v = str_value(t, s);
    keep.v.push_back(v);
    return v;
  };
  auto number = [](int n) { return n > 0 ? Value::from_int(n) : Value::none(); };
  Value msg = text(f.message), filename = text(f.filename);
  Value line_text = f.text.empty() ? Value::none() : text(f.text);
  if (msg.is_failed() || filename.is_failed() || line_text.is_failed()) return Value::failed();
  Value line = Value::from_int(f.line), offset = Value::from_int(f.col);
  Value end = tuple_of(t, {filename, line, offset, line_text, number(f.end_line),
                           f.end_line > 0 ? Value::from_int(f.end_col) : Value::none()});
  if (end.is_failed()) return end;
  keep.v.push_back(end);
  Value args = tuple_of(t, {msg, end});
  if (args.is_failed()) return args;
  keep.v.push_back(args);
  Exception* e = allocate_exception(t, cls, args);
  if (!e) return Value::failed();
  keep.v.push_back(val(e));
  if (!fill_exception(t, e)) return Value::failed();
  chain_context(t, e);
  return set_pending(t, e);
}

Value type_error(Thread* t, std::string_view message) {
  return raise(t, t->vm->classes.type_error, message);
}
Value value_error(Thread* t, std::string_view message) {
  return raise(t, t->vm->classes.value_error, message);
}
Value index_error(Thread* t, std::string_view message) {
  return raise(t, t->vm->classes.index_error, message);
}
Value attribute_error(Thread* t, Value object, Str* name) {
  return raise_no_attribute(t, object, name);
}
Value overflow_error(Thread* t, std::string_view message) {
  return raise(t, t->vm->classes.overflow_error, message);
}
Value runtime_error(Thread* t, std::string_view message) {
  return raise(t, t->vm->classes.runtime_error, message);
}

std::string format_message(const char* format, ...) {
  va_list ap;
  va_start(ap, format);
  std::string s = vformat(format, ap);
  va_end(ap);
  return s;
}

std::string type_name(Thread* t, Value v) {
  Class* cls = class_of(t->vm, v);
  // A class of a module like _io is called by its full name, as CPython calls its static types.
  if (cls->class_flags & kClassBuiltin) {
    Value module = dict_get_str(cls->dict, t->vm->names.module);
    if (is<Str>(module) && as<Str>(module)->view().starts_with('_')) return class_full_name(cls);
  }
  return class_name(cls);
}

bool exception_is(Thread* t, Class* cls) {
  return t->exception.is_ptr() && is_subclass(class_of(t->vm, t->exception), cls);
}

Value take_exception(Thread* t) {
  Value e = t->exception;
  t->exception = Value::unbound();
  return e;
}

Value new_exception(Thread* t, Class* cls, Value args_tuple) {
  Tuple* args = as<Tuple>(args_tuple);
  return construct(t, cls, args->items, static_cast<uint32_t>(args->size), nullptr);
}

bool exception_matches(Thread* t, Value exception, Value cls_or_tuple, bool* result) {
  *result = false;
  Class* got = class_of(t->vm, exception);
  auto test = [&](Value v) {
    Class* c = try_as<Class>(v);
    if (!c || !is_subclass(c, t->vm->classes.base_exception)) {
      type_error(t, "catching classes that do not inherit from BaseException is not allowed");
      return false;
    }
    if (is_subclass(got, c)) *result = true;
    return true;
  };
  Tuple* tuple = try_as<Tuple>(cls_or_tuple);
  if (!tuple) return test(cls_or_tuple);
  for (size_t i = 0; i < tuple->size; ++i)  // all are checked before any may match
    if (!test(tuple->items[i])) return false;
  return true;
}

}  // namespace baton
