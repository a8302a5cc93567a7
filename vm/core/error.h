// Raising. A function that fails sets the thread's pending exception and returns a failure
// (Value::failed(), false or null); no C++ exception crosses the interpreter. Lock held throughout.
#pragma once
#include <string>

#include "vm/core/vm.h"

namespace baton {

// Sets a new exception of class `cls` with one string argument; __context__ becomes the handled
// one. Returns failed().
BATON_COLD Value raise(Thread* t, Class* cls, std::string_view message);
BATON_COLD Value raisef(Thread* t, Class* cls, const char* format, ...)
    __attribute__((format(printf, 3, 4)));
// Raises an existing exception object (sets __context__ unless it is the handled one itself).
BATON_COLD Value raise_object(Thread* t, Value exception);
// `raise x` / `raise x from cause` for any x (class or instance; TypeError otherwise). cause
// unbound: none given.
BATON_COLD Value raise_value(Thread* t, Value x, Value cause);
BATON_COLD Value raise_key_error(Thread* t, Value key);
BATON_COLD Value raise_stop_iteration(Thread* t, Value value);  // value none(): no argument
BATON_COLD Value raise_os_error(Thread* t, int error,
                                std::string_view filename = {});  // subclass by errno
BATON_COLD Value raise_memory_error(Thread* t);                   // never allocates
BATON_COLD Value raise_recursion_error(
    Thread* t, const char* where = "");  // "maximum recursion depth exceeded" + where
BATON_COLD Value raise_syntax_error(Thread* t, const CompileFailure& f);
// Shorthands.
BATON_COLD Value type_error(Thread* t, std::string_view message);
BATON_COLD Value value_error(Thread* t, std::string_view message);
BATON_COLD Value index_error(Thread* t, std::string_view message);
BATON_COLD Value attribute_error(Thread* t, Value object,
                                 Str* name);  // "'C' object has no attribute 'x'"
BATON_COLD Value overflow_error(Thread* t, std::string_view message);
BATON_COLD Value runtime_error(Thread* t, std::string_view message);

std::string format_message(const char* format, ...) __attribute__((format(printf, 1, 2)));
std::string type_name(Thread* t, Value v);  // class name for messages ("collections.deque")

// Is the pending exception of this class (or a subclass)?
bool exception_is(Thread* t, Class* cls);
// Takes the pending exception away and returns it.
Value take_exception(Thread* t);
inline void clear_exception(Thread* t) { t->exception = Value::unbound(); }
// A new exception object without raising it: cls(args...).
Value new_exception(Thread* t, Class* cls, Value args_tuple);
bool exception_matches(Thread* t, Value exception, Value cls_or_tuple,
                       bool* result);  // `except` test; TypeError for a non-exception class
// Adds a traceback entry for (code, pc) to an exception; called by the unwinder.
void add_traceback(Thread* t, Value exception, Code* code, const Insn* pc, Value globals);
// "Traceback (most recent call last): ..." with source lines, carets, chained causes, collapsed
// recursion, "Did you mean".
std::string format_exception(Thread* t, Value exception);

}  // namespace baton
