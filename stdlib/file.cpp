// The machinery of file objects: buffers, system calls, coding, opening and closing.
//
// The rules are in file.h. A flush takes the buffer away before it gives the lock up, so that other
// threads may append meanwhile; what could not be written after an interrupt goes back in front.
// Methods are file_methods.cpp's.
#include "stdlib/file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "vm/base/utf8.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/thread/threads.h"

namespace baton {
namespace {

constexpr size_t kOutBuffer = 1 << 14;
constexpr size_t kInBuffer = 1 << 16;

IoState& io_of(Vm* vm) {
  if (!vm->io) vm->io = std::make_shared<IoState>();
  return *vm->io;
}

// The last resort of a file nobody closed: in the sweeper, so only C calls.
void finalize_file(Object* o) {
  auto* f = static_cast<FileObject*>(o);
  if (!f->state) return;
  FileState* s = f->state->get();
  if (f->state->use_count() == 1 && !s->closed && s->close_fd) {
    if (!s->out.empty()) {
      ssize_t n = write(s->fd, s->out.data(), s->out.size());
      (void)n;
    }
    close(s->fd);
    s->closed = true;
  }
  delete f->state;
  f->state = nullptr;
}

void trace_file(Object*, Marker&) {}

Value next_line(Thread* t, Object* o) {
  auto* f = static_cast<FileObject*>(o);
  std::string line;
  if (!file_read_line(t, f, -1, &line)) return Value::failed();
  if (line.empty()) return Value::unbound();
  if (!f->binary) return decode_text(t, f->state->get(), line);
  Bytes* b = new_bytes(t, line);
  return b ? val(b) : Value::failed();
}

}  // namespace

const NativeType kTextFileType{"TextIOWrapper", trace_file, finalize_file, next_line};
const NativeType kBinaryFileType{"BufferedReader", trace_file, finalize_file, next_line};

FileObject* as_file(Value v) {
  NativeObject* o = try_as<NativeObject>(v);
  return o && (o->type == &kTextFileType || o->type == &kBinaryFileType)
             ? static_cast<FileObject*>(o)
             : nullptr;
}

FileObject* new_file(Thread* t, std::shared_ptr<FileState> state, bool binary) {
  const NativeType* type = binary ? &kBinaryFileType : &kTextFileType;
  struct stat st;
  state->regular = fstat(state->fd, &st) == 0 && S_ISREG(st.st_mode);
  auto* f = make_native<FileObject>(t, type);
  if (!f) return nullptr;
  f->binary = binary;
  FileState* raw = state.get();
  f->state = new std::shared_ptr<FileState>(std::move(state));
  io_of(t->vm).open.insert(raw);
  raw->owner = t->vm->io;
  return f;
}

// --- one thread at a time ----------------------------------------------------------------------------

FileBusy::FileBusy(Thread* t, FileState* s) : ok(true), s_(s) {
  while (s->busy != nullptr) {
    if (s->busy == t) {
      runtime_error(t, "reentrant call inside a file operation");
      ok = false;
      s_ = nullptr;
      return;
    }
    if (park_thread(t, s->waiters, INT64_MAX) == WaitResult::kInterrupted && !poll(t)) {
      ok = false;
      s_ = nullptr;
      return;
    }
  }
  s->busy = t;
}
FileBusy::~FileBusy() {
  if (!s_) return;
  s_->busy = nullptr;
  unpark_one(s_->waiters);
}

bool check_open(Thread* t, FileState* s) {
  if (BATON_LIKELY(!s->closed)) return true;
  value_error(t, "I/O operation on closed file.");
  return false;
}
Value unsupported_operation(Thread* t, const char* what) {
  Class* text = native_class(t->vm, &kTextFileType);
  Value cls = dict_get_str(text->dict, intern(t, "UnsupportedOperation"));
  return raise(t, is<Class>(cls) ? as<Class>(cls) : t->vm->classes.os_error, what);
}
bool check_readable(Thread* t, FileState* s) {
  if (!check_open(t, s)) return false;
  if (!s->readable) unsupported_operation(t, "not readable");
  return s->readable;
}
bool check_writable(Thread* t, FileState* s) {
  if (!check_open(t, s)) return false;
  if (!s->writable) unsupported_operation(t, "not writable");
  return s->writable;
}

// --- writing -----------------------------------------------------------------------------------------

bool flush_busy(Thread* t, FileState* s) {
  while (!s->out.empty()) {
    std::string piece;
    piece.swap(s->out);
    size_t done = 0;
    int error = 0;
    {
      Blocking b(t, Blocking::Kind::kLazy);
      while (done < piece.size()) {
        ssize_t n = write(s->fd, piece.data() + done, piece.size() - done);
        if (n >= 0) {
          done += static_cast<size_t>(n);
          continue;
        }
        error = errno;
        if (error == EAGAIN) {
          if (poll_fd_interruptible(&t->gil, s->fd, POLLOUT, INT64_MAX) == kPollInterrupted)
            error = EINTR;
          else
            error = 0;
        }
        if (error) break;
      }
    }
    if (error == EINTR) {
      s->out.insert(0, piece, done);
      if (!poll(t)) return false;
      continue;
    }
    if (error) {
      raise_os_error(t, error);
      return false;
    }
    if (s->out.capacity() == 0) {  // keep the memory for the next lines
      piece.clear();
      if (piece.capacity() <= 4 * kOutBuffer) s->out.swap(piece);
    }
  }
  return true;
}

bool file_flush(Thread* t, FileState* s) {
  if (s->out.empty() && s->busy == nullptr) return true;
  FileBusy busy(t, s);
  return busy.ok && flush_busy(t, s);
}

namespace {

// Text that UTF-8 can't carry as it is, or another codec: character by character.
bool encode_slow(Thread* t, FileState* s, std::string_view text, std::string* out) {
  size_t at = 0, index = 0;
  while (at < text.size()) {
    char32_t c = utf8_next(text, &at);
    bool fits = s->codec == Codec::kUtf8    ? !is_surrogate(c)
                : s->codec == Codec::kAscii ? c < 0x80
                                            : c < 0x100;
    if (fits) {
      if (s->codec == Codec::kUtf8)
        utf8_append(out, c);
      else
        *out += static_cast<char>(c);
    } else if (s->errors == CodecErrors::kReplace) {
      *out += '?';
    } else if (s->errors == CodecErrors::kBackslash) {
      *out += format_message(c <= 0xff     ? "\\x%02x"
                             : c <= 0xffff ? "\\u%04x"
                                           : "\\U%08x",
                             static_cast<unsigned>(c));
    } else if (s->errors == CodecErrors::kSurrogateEscape && c >= 0xdc80 && c <= 0xdcff) {
      *out += static_cast<char>(c - 0xdc00);
    } else if (s->errors != CodecErrors::kIgnore) {
      const char* reason = s->codec == Codec::kUtf8    ? "surrogates not allowed"
                           : s->codec == Codec::kAscii ? "ordinal not in range(128)"
                                                       : "ordinal not in range(256)";
      Value args[5] = {str_value(t, codec_name(s->codec)), Value::none(),
                       new_int(t, static_cast<int64_t>(index)),
                       new_int(t, static_cast<int64_t>(index) + 1), Value::none()};
      args[1] = str_value(t, text);
      args[4] = str_value(t, reason);
      for (Value v : args)
        if (v.is_failed()) return false;
      Value e = construct(t, t->vm->classes.unicode_encode_error, args, 5, nullptr);
      if (!e.is_failed()) raise_object(t, e);
      return false;
    }
    ++index;
  }
  return true;
}

// Before a write: what was read ahead is given back.
bool drop_read_ahead(Thread* t, FileState* s) {
  if (s->in_pos == s->in.size() && !s->eof) return true;
  FileBusy busy(t, s);
  if (!busy.ok) return false;
  auto ahead = static_cast<off_t>(s->in.size() - s->in_pos);
  if (ahead > 0 && s->regular) lseek(s->fd, -ahead, SEEK_CUR);
  s->in.clear();
  s->in_pos = 0;
  s->eof = false;
  return true;
}

}  // namespace

bool file_write_text(Thread* t, FileObject* f, std::string_view text, bool ascii) {
  std::shared_ptr<FileState> keep = *f->state;
  FileState* s = keep.get();
  if (!check_writable(t, s) || !drop_read_ahead(t, s)) return false;
  if (ascii || (s->codec == Codec::kUtf8 && !find_surrogate(text, nullptr))) {
    s->out += text;
  } else {
    std::string encoded;
    if (!encode_slow(t, s, text, &encoded)) return false;
    s->out += encoded;
  }
  if (s->unbuffered || s->out.size() >= kOutBuffer ||
      (s->line_buffered && text.find_first_of("\n\r") != text.npos))
    return file_flush(t, s);
  return true;
}

// --- reading -----------------------------------------------------------------------------------------

bool fill_busy(Thread* t, FileState* s, bool text) {
  if (s->in_pos > 0) {
    s->in.erase(0, s->in_pos);
    s->in_pos = 0;
  }
  if (!s->out.empty() && !flush_busy(t, s)) return false;
  std::string piece(kInBuffer, '\0');
  for (;;) {
    ssize_t n = -1;
    int error = 0;
    {
      Blocking b(t, s->regular ? Blocking::Kind::kLazy : Blocking::Kind::kBlocking);
      if (!s->regular &&
          poll_fd_interruptible(&t->gil, s->fd, POLLIN, INT64_MAX) == kPollInterrupted) {
        error = EINTR;
      } else {
        n = read(s->fd, piece.data(), piece.size());
        if (n < 0) error = errno;
      }
    }
    if (n >= 0) {
      piece.resize(static_cast<size_t>(n));
      break;
    }
    if (error == EINTR || error == EAGAIN) {
      if (!poll(t)) return false;
      continue;
    }
    raise_os_error(t, error);
    return false;
  }
  if (piece.empty()) {
    s->eof = true;
    if (s->pending_cr) s->in += '\n', s->pending_cr = false;
    return true;
  }
  if (!text || !s->translate || (piece.find('\r') == piece.npos && !s->pending_cr)) {
    s->in += piece;
    return true;
  }
  for (char c : piece) {
    if (s->pending_cr) {
      s->in += '\n';
      s->pending_cr = false;
      if (c == '\n') continue;
    }
    if (c == '\r')
      s->pending_cr = true;
    else
      s->in += c;
  }
  return true;
}

bool file_read_line(Thread* t, FileObject* f, int64_t limit, std::string* out) {
  std::shared_ptr<FileState> keep = *f->state;
  FileState* s = keep.get();
  if (!check_readable(t, s)) return false;
  size_t searched = 0;
  std::unique_ptr<FileBusy> busy;
  for (;;) {
    if (s->busy == nullptr || busy) {
      std::string_view have = std::string_view(s->in).substr(s->in_pos);
      size_t nl = have.find('\n', searched);
      size_t take = nl == have.npos ? have.npos : nl + 1;
      if (limit >= 0) {
        size_t most = f->binary ? std::min(static_cast<size_t>(limit), have.size())
                                : utf8_advance(have, 0, static_cast<size_t>(limit));
        bool reached = f->binary
                           ? have.size() >= static_cast<size_t>(limit)
                           : most < have.size() || utf8_length(have) >= static_cast<size_t>(limit);
        if (reached && (take == have.npos || take > most)) take = most;
      }
      if (take == have.npos && s->eof) take = have.size();
      if (take != have.npos) {
        out->assign(have.substr(0, take));
        s->in_pos += take;
        if (s->in_pos == s->in.size()) {
          s->in.clear();
          s->in_pos = 0;
          if (out->empty()) s->eof = false;  // a terminal may go on after Ctrl-D
        }
        return true;
      }
      searched = have.size();
    }
    if (!busy) {
      busy = std::make_unique<FileBusy>(t, s);
      if (!busy->ok) return false;
      searched = 0;
      if (s->in_pos < s->in.size() || s->eof) continue;
    }
    if (!fill_busy(t, s, !f->binary)) return false;
  }
}

Value decode_text(Thread* t, FileState* s, std::string_view bytes) {
  if (s->codec == Codec::kLatin1) {
    std::string out;
    for (char c : bytes) utf8_append(&out, static_cast<unsigned char>(c));
    return str_value(t, out);
  }
  auto check = [&](size_t from) {
    if (s->codec == Codec::kUtf8) return utf8_validate(bytes, false, from);
    Utf8Check c;
    for (size_t i = from; i < bytes.size(); ++i) {
      if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
      c = {false, i, i + 1, "ordinal not in range(128)"};
      break;
    }
    return c;
  };
  Utf8Check c = check(0);
  if (BATON_LIKELY(c.ok)) return str_value(t, bytes);
  if (s->errors == CodecErrors::kStrict) {
    Bytes* data = new_bytes(t, bytes);
    if (!data) return Value::failed();
    Value args[5] = {str_value(t, codec_name(s->codec)), val(data),
                     new_int(t, static_cast<int64_t>(c.start)),
                     new_int(t, static_cast<int64_t>(c.end)), Value::none()};
    args[4] = str_value(t, c.reason);
    if (args[0].is_failed() || args[4].is_failed()) return Value::failed();
    Value e = construct(t, t->vm->classes.unicode_decode_error, args, 5, nullptr);
    return e.is_failed() ? e : raise_object(t, e);
  }
  std::string out;
  size_t at = 0;
  while (!c.ok) {
    out.append(bytes.substr(at, c.start - at));
    if (s->errors == CodecErrors::kReplace) utf8_append(&out, kReplacementCharacter);
    for (size_t i = c.start; i < c.end; ++i) {
      auto b = static_cast<unsigned char>(bytes[i]);
      if (s->errors == CodecErrors::kBackslash) out += format_message("\\x%02x", b);
      if (s->errors == CodecErrors::kSurrogateEscape) utf8_append(&out, 0xdc00u + b);
    }
    at = c.end;
    c = check(at);
  }
  out.append(bytes.substr(at));
  return str_value(t, out);
}

// --- opening and closing -----------------------------------------------------------------------------

bool close_file(Thread* t, FileState* s) {
  if (s->closed) return true;
  FileBusy busy(t, s);
  if (!busy.ok) return false;
  if (s->closed) return true;
  bool ok = flush_busy(t, s);
  s->closed = true;
  io_of(t->vm).open.erase(s);
  int error = 0;
  if (s->close_fd) {
    Blocking b(t, Blocking::Kind::kLazy);
    if (close(s->fd) != 0 && errno != EINTR) error = errno;
  }
  if (ok && error) {
    raise_os_error(t, error);
    return false;
  }
  return ok;
}

const char* codec_name(Codec c) {
  return c == Codec::kUtf8 ? "utf-8" : c == Codec::kAscii ? "ascii" : "latin-1";
}

bool parse_codec(Thread* t, Value encoding, Value errors, FileState* s) {
  if (is<Str>(encoding)) {
    std::string name;
    for (char c : as<Str>(encoding)->view())
      name += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    s->encoding = as<Str>(encoding)->view();
    if (name == "utf-8" || name == "utf8" || name == "u8" || name == "locale")
      s->codec = Codec::kUtf8;
    else if (name == "ascii" || name == "us-ascii")
      s->codec = Codec::kAscii;
    else if (name == "latin-1" || name == "latin1" || name == "iso-8859-1" || name == "iso8859-1")
      s->codec = Codec::kLatin1;
    else {
      raise(t, t->vm->classes.lookup_error,
            "unknown encoding: " + std::string(as<Str>(encoding)->view()));
      return false;
    }
  }
  if (is<Str>(errors)) {
    std::string_view name = as<Str>(errors)->view();
    if (name == "strict")
      s->errors = CodecErrors::kStrict;
    else if (name == "ignore")
      s->errors = CodecErrors::kIgnore;
    else if (name == "replace")
      s->errors = CodecErrors::kReplace;
    else if (name == "backslashreplace")
      s->errors = CodecErrors::kBackslash;
    else if (name == "surrogateescape")
      s->errors = CodecErrors::kSurrogateEscape;
    else {
      raise(t, t->vm->classes.lookup_error,
            "unknown error handler name '" + std::string(name) + "'");
      return false;
    }
  }
  return true;
}

namespace {

// Writes out what other files hold back: a file that nobody closed (`open(f, "w").write(x)`) is only
// flushed when it is collected, and what is opened next may be the same one.
bool flush_pending(Thread* t) {
  std::vector<FileState*> pending;
  for (FileState* s : io_of(t->vm).open)
    if (s->regular && !s->out.empty() && s->busy == nullptr && s->fd > 2) pending.push_back(s);
  for (FileState* s : pending) {
    if (!io_of(t->vm).open.count(s) || s->busy) continue;
    if (!file_flush(t, s)) return false;
  }
  return true;
}

struct Mode {
  bool create = false, read = false, write = false, append = false, plus = false, binary = false,
       text = false;
};

bool parse_mode(Thread* t, std::string_view mode, Mode* m) {
  std::string seen;
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
  if (m->binary && m->text) {
    value_error(t, "can't have text and binary mode at once");
    return false;
  }
  if (m->create + m->read + m->write + m->append != 1) {
    value_error(t,
                mode.empty() || !(m->create || m->read || m->write || m->append)
                    ? "Must have exactly one of create/read/write/append mode and at most one plus"
                    : "must have exactly one of create/read/write/append mode");
    return false;
  }
  return true;
}

// The path of a str, bytes or os.PathLike; false: exception pending.
bool path_of(Thread* t, Value file, std::string* out) {
  if (!is<Str>(file) && !is<Bytes>(file)) {
    Value p = call_special(t, file, t->vm->names.fspath);
    if (p.is_failed()) return false;
    if (!is<Str>(p) && !is<Bytes>(p)) {
      type_error(t, "expected str, bytes or os.PathLike object, not " + type_name(t, file));
      return false;
    }
    file = p;
  }
  *out = is<Str>(file) ? as<Str>(file)->view() : as<Bytes>(file)->view();
  if (out->find('\0') != out->npos) {
    value_error(t, "embedded null byte");
    return false;
  }
  return true;
}

}  // namespace

Value open_file(Thread* t, Value file, std::string_view mode_view, int64_t buffering,
                Value encoding, Value errors, Value newline, bool closefd, Value opener) {
  Mode m;
  std::string mode(mode_view);
  if (!parse_mode(t, mode, &m)) return Value::failed();
  if (m.binary && !encoding.is_none())
    return value_error(t, "binary mode doesn't take an encoding argument");
  if (m.binary && !errors.is_none())
    return value_error(t, "binary mode doesn't take an errors argument");
  if (m.binary && !newline.is_none())
    return value_error(t, "binary mode doesn't take a newline argument");
  if (buffering == 0 && !m.binary) return value_error(t, "can't have unbuffered text I/O");
  if (!encoding.is_none() && !is<Str>(encoding))
    return type_error(
        t, "open() argument 'encoding' must be str or None, not " + type_name(t, encoding));
  if (!errors.is_none() && !is<Str>(errors))
    return type_error(t,
                      "open() argument 'errors' must be str or None, not " + type_name(t, errors));
  auto s = std::make_shared<FileState>();
  if (!newline.is_none()) {
    if (!is<Str>(newline))
      return type_error(
          t, "open() argument 'newline' must be str or None, not " + type_name(t, newline));
    std::string_view n = as<Str>(newline)->view();
    if (n != "" && n != "\n" && n != "\r" && n != "\r\n")
      return value_error(t, "illegal newline value: " + std::string(n));
    s->translate = false;
  }
  if (!parse_codec(t, encoding, errors, s.get())) return Value::failed();
  s->readable = m.read || m.plus;
  s->writable = !m.read || m.plus;
  s->append = m.append;
  s->unbuffered = buffering == 0;
  s->line_buffered = buffering == 1 && !m.binary;
  s->mode = mode;
  if (is_intlike(file)) {
    int64_t fd;
    if (!to_int64(t, file, &fd)) return Value::failed();
    if (fd < 0) return value_error(t, "negative file descriptor");
    if (fcntl(static_cast<int>(fd), F_GETFD) < 0) return raise_os_error(t, EBADF);
    s->fd = static_cast<int>(fd);
    s->name = std::to_string(fd);
    s->name_is_fd = true;
    s->close_fd = closefd;
  } else {
    if (!closefd) return value_error(t, "Cannot use closefd=False with file name");
    if (!path_of(t, file, &s->name)) return Value::failed();
    if (!flush_pending(t)) return Value::failed();
    int flags = O_CLOEXEC | (m.plus ? O_RDWR : m.read ? O_RDONLY : O_WRONLY);
    if (m.create) flags |= O_CREAT | O_EXCL;
    if (m.write) flags |= O_CREAT | O_TRUNC;
    if (m.append) flags |= O_CREAT | O_APPEND;
    if (!opener.is_none()) {
      Value fd_value = call2(t, opener, file, new_int(t, flags));
      int64_t fd;
      if (fd_value.is_failed() || !to_int64(t, fd_value, &fd)) return Value::failed();
      if (fd < 0) return value_error(t, "opener returned " + std::to_string(fd));
      s->fd = static_cast<int>(fd);
    } else {
      int error = 0;
      {
        Blocking b(t, Blocking::Kind::kLazy);
        do { s->fd = open(s->name.c_str(), flags, 0666); } while (s->fd < 0 && errno == EINTR);
        if (s->fd < 0) error = errno;
        struct stat st;
        if (!error && fstat(s->fd, &st) == 0 && S_ISDIR(st.st_mode)) {
          close(s->fd);
          error = EISDIR;
        }
      }
      if (error) return raise_os_error(t, error, s->name);
    }
    if (buffering < 0 && isatty(s->fd)) s->line_buffered = true;
  }
  FileObject* f = new_file(t, std::move(s), m.binary);
  return f ? val(f) : Value::failed();
}

void register_files(Thread* t) {
  Vm* vm = t->vm;
  const CoreClasses& c = vm->classes;
  Class* text = new_builtin_class(t, "_io.TextIOWrapper", c.object, Kind::kNativeObject,
                                  kClassNoSubclass, &kTextFileType);
  Class* binary = new_builtin_class(t, "_io.BufferedReader", c.object, Kind::kNativeObject,
                                    kClassNoSubclass, &kBinaryFileType);
  if (!text || !binary) return;
  install_file_methods(t, text, binary);
  // Both an OSError and a ValueError, as in io.
  Class* unsupported =
      new_builtin_class(t, "io.UnsupportedOperation", c.os_error, Kind::kException, kClassHasDict);
  if (!unsupported) return;
  dict_set_cstr(t, text->dict, "UnsupportedOperation", val(unsupported));
  unsupported->new_def = c.os_error->new_def;
  Value bases[2] = {val(c.os_error), val(c.value_error)};
  Value mro[6] = {val(unsupported),      bases[0],     bases[1], val(c.exception),
                  val(c.base_exception), val(c.object)};
  if (Tuple* b = new_tuple_from(t, bases, 2)) unsupported->bases = b;
  if (Tuple* m = new_tuple_from(t, mro, 6)) unsupported->mro = m;
  add_subclass(vm, c.value_error, unsupported);
}

}  // namespace baton
