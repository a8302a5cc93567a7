// Exception objects from the inside: what error.cpp, the exception types and the traceback printer
// share. Where a class keeps its own fields in Exception::extra stands here and nowhere else.
// Lock held.
#pragma once
#include "vm/objects/objects.h"

namespace baton {

// Indices into Exception::extra, by class. A field that was never set is unbound().
enum ExceptionField : int {
  kStopValue = 0,  // StopIteration
  kExitCode = 0,   // SystemExit
  kOsErrno = 0,
  kOsStrerror = 1,
  kOsFilename = 2,
  kOsFilename2 = 3,
  kImportName = 0,
  kImportPath = 1,
  kImportMsg = 2,
  kNameErrorName = 0,
  kAttributeName = 0,
  kAttributeObject = 1,
  // SyntaxError: kSyntaxEnd is a tuple (text, end_lineno, end_offset, print_file_and_line).
  kSyntaxMsg = 0,
  kSyntaxFilename = 1,
  kSyntaxLine = 2,
  kSyntaxOffset = 3,
  kSyntaxEnd = 4,
  // UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError (without encoding)
  kUnicodeEncoding = 0,
  kUnicodeObject = 1,
  kUnicodeStart = 2,
  kUnicodeEnd = 3,
  kUnicodeReason = 4,
  kGroupMessage = 0,
  kGroupExceptions = 1,  // ExceptionGroup: str, tuple
};

// An exception object whose fields are empty; null: memory.
Exception* allocate_exception(Thread* t, Class* cls, Value args_tuple);
// What __init__ of the built-in class does with the positional arguments: fills the fields.
// False: wrong arguments, exception pending.
bool fill_exception(Thread* t, Exception* e);
// OSError's subclass for an errno, or OSError itself.
Class* os_error_class(Vm* vm, int64_t error);
// str() of an exception as its built-in class words it; appends. May run script (str of arguments).
bool exception_text(Thread* t, Exception* e, std::string* out);
// Sets a new exception's __context__ to the one being handled, without making a circle.
void chain_context(Thread* t, Exception* e);
// Is it an exception group? (any subclass of BaseExceptionGroup)
bool is_exception_group(Thread* t, Value v);
// ExceptionGroup or BaseExceptionGroup of these exceptions; failed() with the exception pending.
Value new_exception_group(Thread* t, std::string_view message, Value exceptions_sequence);

void register_exception_types(Vm* vm, Thread* t);   // exception_types.cpp
void register_exception_groups(Vm* vm, Thread* t);  // exception_group.cpp
void register_traceback(Vm* vm, Thread* t);         // traceback.cpp

}  // namespace baton
