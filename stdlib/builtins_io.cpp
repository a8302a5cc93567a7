// Builtins that read and write: print, input, open.
//
// print makes the whole line first and hands it to sys.stdout in one piece, so that the lines of two
// threads never mix. A stream that is not one of our files gets the pieces through its write(), as
// in CPython. Lock held; files release it where they block.
#include <unistd.h>

#include "stdlib/io.h"
#include "stdlib/stdlib.h"
#include "vm/objects/attribute.h"

namespace baton {

Value sys_stream(Thread* t, Str* name) {
  Str* key = intern(t, "sys");
  Module* sys = key ? try_as<Module>(dict_get_str(t->vm->modules, key)) : nullptr;
  return sys ? dict_get_str(sys->dict, name) : Value::unbound();
}

void write_stderr(Thread* t, const std::string& text) {
  clear_exception(t);
  Value err = sys_stream(t, t->vm->names.n_stderr);
  if (err.is_none()) return;
  if (!err.is_unbound()) {
    Value s = str_value(t, text);
    if (!s.is_failed() && !call_method(t, err, t->vm->names.n_write, &s, 1).is_failed()) return;
  }
  clear_exception(t);
  ssize_t n = write(2, text.data(), text.size());
  (void)n;
}

bool flush_at_exit(Thread* t) {
  Vm* vm = t->vm;
  clear_exception(t);
  bool ok = true;
  Value out = sys_stream(t, vm->names.n_stdout);
  if (!out.is_unbound() && !out.is_none()) {
    bool closed = false;
    TextWrapper* w = plain_text(t, out);
    if (w && w->buffer.is_none()) {
      closed = true;
    } else if (w && !io_closed(t, w->buffer, &closed)) {
      clear_exception(t);
    }
    if (!closed && call_method(t, out, vm->names.n_flush).is_failed()) {
      ok = false;
      std::string text = "Exception ignored in: ";
      Value e = take_exception(t);
      if (!repr_to(t, out, &text)) clear_exception(t);
      write_stderr(t, text + "\n" + format_exception(t, e));
    }
  }
  flush_all_streams(t);
  return ok;
}

namespace {

NativeGroup io_functions{"builtins"};

bool separator(Thread* t, Value v, const char* name, const char* fallback, std::string* out) {
  if (v.is_none()) {
    *out = fallback;
    return true;
  }
  if (Str* s = try_as<Str>(v)) {
    *out = s->view();
    return true;
  }
  type_error(t, std::string(name) + " must be None or a string, not " + type_name(t, v));
  return false;
}

bool append_text(Thread* t, Value v, std::string* out, bool* ascii) {
  if (v.is_ptr() && v.ptr()->shape == t->vm->shape_ids.str) {
    Str* s = as<Str>(v);
    *ascii &= s->ascii();
    out->append(s->data, s->size);
    return true;
  }
  if (!v.is_int() && !v.is_float()) *ascii = false;
  return str_to(t, v, out);
}

Value write_piece(Thread* t, Value file, Value text) {
  return call_method(t, file, t->vm->names.n_write, &text, 1);
}

Value builtin_print(Thread* t, Value sep, Value end, Value file, bool flush, Args args) {
  Vm* vm = t->vm;
  if (file.is_none()) {
    file = sys_stream(t, vm->names.n_stdout);
    if (file.is_unbound()) return runtime_error(t, "lost sys.stdout");
    if (file.is_none()) return file;
  }
  std::string between, last;
  if (!separator(t, sep, "sep", " ", &between) || !separator(t, end, "end", "\n", &last))
    return Value::failed();
  if (TextWrapper* w = plain_text(t, file)) {
    std::string line;
    bool ascii =
        (sep.is_none() || as<Str>(sep)->ascii()) && (end.is_none() || as<Str>(end)->ascii());
    for (uint32_t i = 0; i < args.n; ++i) {
      if (i) line += between;
      if (!append_text(t, args.v[i], &line, &ascii)) return Value::failed();
    }
    line += last;
    if (!text_check_open(t, w) || !text_append(t, w, nullptr, line, ascii)) return Value::failed();
    return !flush || text_flush(t, w) ? Value::none() : Value::failed();
  }
  for (uint32_t i = 0; i < args.n; ++i) {
    if (i) {
      Value s = sep.is_none() ? str_value(t, between) : sep;
      if (s.is_failed() || write_piece(t, file, s).is_failed()) return Value::failed();
    }
    Value s = str_of(t, args.v[i]);
    if (s.is_failed() || write_piece(t, file, s).is_failed()) return Value::failed();
  }
  Value s = end.is_none() ? str_value(t, last) : end;
  if (s.is_failed() || write_piece(t, file, s).is_failed()) return Value::failed();
  if (flush && call_method(t, file, vm->names.n_flush).is_failed()) return Value::failed();
  return Value::none();
}
DEF(io_functions, builtin_print, "print(*args, sep=None, end=None, file=None, flush=False)",
    "Prints the values to a stream, or to sys.stdout by default.")

Value builtin_input(Thread* t, Value prompt) {
  Vm* vm = t->vm;
  Value in = sys_stream(t, vm->names.n_stdin);
  Value out = sys_stream(t, vm->names.n_stdout);
  if (in.is_unbound() || in.is_none()) return runtime_error(t, "input(): lost sys.stdin");
  if (out.is_unbound() || out.is_none()) return runtime_error(t, "input(): lost sys.stdout");
  if (!prompt.is_unbound()) {
    Value text = str_of(t, prompt);
    if (text.is_failed() || write_piece(t, out, text).is_failed()) return Value::failed();
  }
  if (call_method(t, out, vm->names.n_flush).is_failed()) return Value::failed();
  Value line = call_method(t, in, vm->names.n_readline);
  if (line.is_failed()) return line;
  Str* s = try_as<Str>(line);
  if (!s) return type_error(t, "object.readline() returned non-string");
  if (s->size == 0) return raise(t, vm->classes.eof_error, "EOF when reading a line");
  std::string_view text = s->view();
  if (text.back() == '\n') text.remove_suffix(1);
  return str_value(t, std::string(text));
}
DEF(io_functions, builtin_input, "input(prompt=<absent>, /)",
    "Read a string from standard input.  The trailing newline is stripped.")

Value builtin_open(Thread* t, Value file, Value mode, Int buffering, Value encoding, Value errors,
                   Value newline, bool closefd, Value opener) {
  if (!is<Str>(mode))
    return type_error(t, "open() argument 'mode' must be str, not " + type_name(t, mode));
  return open_file(t, file, as<Str>(mode)->view(), buffering, encoding, errors, newline, closefd,
                   opener);
}
DEF(io_functions, builtin_open,
    "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, "
    "opener=None)",
    "Open file and return a stream.  Raise OSError upon failure.")

}  // namespace

void install_builtin_io(Thread* t, Module* m) {
  register_io(t);
  install_functions(t, m, io_functions);
}

}  // namespace baton
