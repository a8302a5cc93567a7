// open(), the standard streams, the last flush, and the native module _io. Lock held; what blocks
// releases it.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include <vector>

#include "stdlib/io.h"
#include "stdlib/stdlib.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

bool parse_mode(Thread* t, std::string_view mode, OpenMode* m) {
  for (char c : mode) {
    bool* flag = c == 'x'   ? &m->create
                 : c == 'r' ? &m->read
                 : c == 'w' ? &m->write
                 : c == 'a' ? &m->append
                 : c == '+' ? &m->plus
                 : c == 'b' ? &m->binary
                 : c == 't' ? &m->text
                            : nullptr;
    if (!flag || *flag) {
      value_error(t, "invalid mode: '" + std::string(mode) + "'");
      return false;
    }
    *flag = true;
  }
  const char* wrong = nullptr;
  if (m->binary && m->text)
    wrong = "can't have text and binary mode at once";
  else if (m->create + m->read + m->write + m->append > 1)
    wrong = "must have exactly one of create/read/write/append mode";
  else if (m->create + m->read + m->write + m->append == 0)
    wrong = "Must have exactly one of create/read/write/append mode and at most one plus";
  if (wrong) value_error(t, wrong);
  return !wrong;
}

// What other streams hold back of regular files goes out before a file is opened: one that nobody closed
// (`open(f, "w").write(x)`) is only flushed when it is collected, and this may be the same file.
bool flush_pending(Thread* t) {
  IoState& io = io_of(t->vm);
  std::vector<BufState*> pending;
  for (TextState* s : io.texts)
    if (!s->out.empty() && s->buf && s->buf->fd && s->buf->fd->regular && !s->buf->fd->standard &&
        s->buf->ahead().empty()) {
      s->buf->list(t->vm);
      s->buf->out += s->out;
      s->out.clear();
    }
  for (BufState* s : io.writers)
    if (!s->out.empty() && s->fd && s->fd->fd >= 0 && s->fd->regular && !s->fd->standard &&
        s->gate.owner == nullptr)
      pending.push_back(s);
  for (BufState* s : pending) {
    if (!io.writers.count(s) || s->gate.owner || !s->fd) continue;
    if (!buf_flush(t, s, Value::unbound())) clear_exception(t);
  }
  return true;
}

bool str_or_none(Thread* t, Value v, const char* name) {
  if (v.is_none() || is<Str>(v)) return true;
  type_error(
      t, std::string("open() argument '") + name + "' must be str or None, not " + type_name(t, v));
  return false;
}

}  // namespace

Value open_file(Thread* t, Value file, std::string_view mode_view, int64_t buffering,
                Value encoding, Value errors, Value newline, bool closefd, Value opener) {
  std::string mode(mode_view);
  if (!str_or_none(t, encoding, "encoding") || !str_or_none(t, errors, "errors") ||
      !str_or_none(t, newline, "newline"))
    return Value::failed();
  OpenMode m;
  if (!is_intlike(file) && !is<Str>(file) && !is<Bytes>(file)) {
    Value path = call_special(t, file, t->vm->names.fspath);
    if (path.is_failed()) return path;
    if (path.is_unbound())
      return type_error(t, "expected str, bytes or os.PathLike object, not " + type_name(t, file));
    file = path;
  }
  if (!parse_mode(t, mode, &m)) return Value::failed();
  for (auto [v, name] :
       {std::pair{encoding, "an encoding"}, {errors, "an errors"}, {newline, "a newline"}})
    if (m.binary && !v.is_none())
      return value_error(t, std::string("binary mode doesn't take ") + name + " argument");
  if (!is_intlike(file) && !flush_pending(t)) return Value::failed();
  std::shared_ptr<FdState> fd = open_descriptor(t, file, m, closefd, opener);
  if (!fd) return Value::failed();
  IoState& io = io_of(t->vm);
  FdState* state = fd.get();
  FileIO* raw = new_file_io(t, io.file_io, std::move(fd), file);
  if (!raw) return Value::failed();
  bool lines = buffering == 1 && !m.binary;
  if (buffering < 0 && !state->regular && isatty(state->fd)) lines = true;
  if (buffering == 0) return m.binary ? val(raw) : value_error(t, "can't have unbuffered text I/O");
  size_t size = buffering <= 1 ? 8192 : static_cast<size_t>(buffering);
  bool both = state->readable && state->writable;
  if (both && !fd_seekable(state))
    return unsupported_operation(t, "File or stream is not seekable.");
  Class* cls = both ? io.random : state->writable ? io.writer : io.reader;
  Buffered* buffer = new_buffered(t, cls, val(raw), size);
  if (!buffer) return Value::failed();
  if (m.binary) return val(buffer);
  TextWrapper* text = new_text_wrapper(t, io.text_wrapper);
  Value mode_text = str_value(t, mode);
  if (!text || mode_text.is_failed() ||
      !init_text(t, text, val(buffer), encoding, errors, newline, lines, false))
    return Value::failed();
  text->mode = mode_text;
  return val(text);
}

namespace {
// Does the environment name no locale but C? Then undecodable bytes pass through standard streams.
bool plain_locale() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* v = getenv(name);
    if (!v || !*v) continue;
    std::string_view locale = v;
    return locale == "C" || locale == "POSIX" || locale == "C.UTF-8" || locale == "C.utf8" ||
           locale == "UTF-8";
  }
  return true;
}
}  // namespace

Value standard_stream(Thread* t, int fd, const char* name) {
  if (fcntl(fd, F_GETFD) < 0) return Value::none();  // closed by whoever started us
  IoState& io = io_of(t->vm);
  auto state = std::make_shared<FdState>();
  struct stat st;
  state->fd = fd;
  state->readable = fd == 0;
  state->writable = fd != 0;
  state->close_fd = false;
  state->standard = true;
  state->regular = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
  Value label = str_value(t, name), mode = str_value(t, fd == 0 ? "r" : "w");
  Value encoding = str_value(t, "utf-8");
  Value errors = str_value(t, fd == 2          ? "backslashreplace"
                              : plain_locale() ? "surrogateescape"
                                               : "strict");
  if (label.is_failed() || mode.is_failed() || encoding.is_failed() || errors.is_failed())
    return Value::none();
  FileIO* raw = new_file_io(t, io.file_io, std::move(state), label);
  Buffered* buffer =
      raw ? new_buffered(t, fd == 0 ? io.reader : io.writer, val(raw), 8192) : nullptr;
  TextWrapper* text = buffer ? new_text_wrapper(t, io.text_wrapper) : nullptr;
  bool lines = fd == 2 || (fd == 1 && isatty(fd));
  if (!text || !init_text(t, text, val(buffer), encoding, errors, Value::none(), lines, false))
    return Value::none();
  text->mode = mode;
  return val(text);
}

void unbuffer_stream(Value stream) {
  TextWrapper* w = as_text_wrapper(stream);
  if (!w) return;
  w->state->write_through = true;
  if (w->state->buf) w->state->buf->unbuffered = true;
}

void flush_all_streams(Thread* t) {
  IoState& io = io_of(t->vm);
  std::vector<BufState*> pending;
  for (TextState* s : io.texts)
    if (!s->out.empty() && s->buf && s->buf->ahead().empty()) {
      s->buf->list(t->vm);
      s->buf->out += s->out;
      s->out.clear();
    }
  for (BufState* s : io.writers)
    if (!s->out.empty() && s->fd && s->fd->fd >= 0) pending.push_back(s);
  for (BufState* s : pending) {
    if (!io.writers.count(s) || s->gate.owner || !s->fd) continue;
    if (!buf_flush(t, s, Value::unbound())) clear_exception(t);
  }
}

void register_io(Thread* t) {
  register_io_bases(t);
  register_file_io(t);
  register_buffered(t);
  register_text_wrapper(t);
}

namespace {

NativeGroup io_functions{"io"};

Value text_encoding(Thread* t, Value encoding, Int) {
  return encoding.is_none() ? str_value(t, "locale") : encoding;
}
DEF(io_functions, text_encoding, "text_encoding(encoding, stacklevel=2, /)",
    "The encoding a function should pass on that has encoding=None.")

}  // namespace

void init_io(Thread* t, Module* m) {
  IoState& io = io_of(t->vm);
  install_functions(t, m, io_functions);
  for (auto [name, cls] : {std::pair{"_IOBase", io.io_base},
                           {"_RawIOBase", io.raw_base},
                           {"_BufferedIOBase", io.buffered_base},
                           {"_TextIOBase", io.text_base},
                           {"FileIO", io.file_io},
                           {"BufferedReader", io.reader},
                           {"BufferedWriter", io.writer},
                           {"BufferedRandom", io.random},
                           {"TextIOWrapper", io.text_wrapper},
                           {"UnsupportedOperation", io.unsupported},
                           {"BlockingIOError", t->vm->classes.blocking_io_error}})
    if (!dict_set_cstr(t, m->dict, name, val(cls))) return;
  dict_set_cstr(t, m->dict, "DEFAULT_BUFFER_SIZE", Value::from_int(8192));
  dict_set_cstr(t, m->dict, "open", dict_get_str(t->vm->builtins, intern(t, "open")));
  register_bytes_io(t, m);
  register_string_io(t, m);
}

}  // namespace baton
