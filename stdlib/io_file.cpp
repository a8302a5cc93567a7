// FileIO: a descriptor as a stream of bytes without a buffer, and the opening of files.
//
// System calls run without the lock. Reads that may wait (pipes, terminals, sockets) wait where they
// can be interrupted; a descriptor that was made non-blocking is not waited for, except the standard
// ones, which a neighbour may have made so. The descriptor is closed with the last of the objects that
// share its state.
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>

#include "stdlib/io.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup file_methods{"FileIO"};

void trace_file(Object* o, Marker& m) { m.mark(static_cast<FileIO*>(o)->name); }
void finalize_file(Object* o) {
  delete static_cast<FileIO*>(o)->state;
  static_cast<FileIO*>(o)->state = nullptr;
}

bool waits(FdState* s, short) {
  if (s->regular) return false;
  if (s->standard) return true;
  int flags = fcntl(s->fd, F_GETFL);
  return flags < 0 || !(flags & O_NONBLOCK);
}

Value os_error_of(Thread* t, int error, Value filename) {
  Value args[3] = {Value::from_int(error), str_value(t, std::strerror(error)), filename};
  if (args[1].is_failed()) return args[1];
  Value e = construct(t, t->vm->classes.os_error, args, 3, nullptr);
  return e.is_failed() ? e : raise_object(t, e);
}

}  // namespace

const NativeType kFileIOType{"FileIO", trace_file, finalize_file, nullptr};

FdState::~FdState() {
  if (fd >= 0 && close_fd) close(fd);
}

int64_t fd_read(Thread* t, FdState* s, char* buffer, size_t size) {
  if (size > INT_MAX) size = INT_MAX;
  bool wait = waits(s, POLLIN);
  for (;;) {
    ssize_t n = -1;
    int error = 0;
    {
      Blocking b(t, s->regular ? Blocking::Kind::kLazy : Blocking::Kind::kBlocking);
      if (wait && poll_fd_interruptible(&t->gil, s->fd, POLLIN, INT64_MAX) == kPollInterrupted) {
        error = EINTR;
      } else {
        n = read(s->fd, buffer, size);
        if (n < 0) error = errno;
      }
    }
    if (n >= 0) return n;
    if (error == EINTR || (error == EAGAIN && wait)) {
      if (!poll(t)) return kIoFailed;
      continue;
    }
    if (error == EAGAIN) return kWouldBlock;
    raise_os_error(t, error);
    return kIoFailed;
  }
}

size_t fd_room(const FdState* s, size_t size) {
  constexpr size_t kLarge = 1 << 20;
  if (size <= kLarge) return size;
  struct stat st;
  off_t at = s->regular && fstat(s->fd, &st) == 0 ? lseek(s->fd, 0, SEEK_CUR) : -1;
  if (at < 0) return kLarge;
  return std::min(size, st.st_size > at ? static_cast<size_t>(st.st_size - at) + 1 : 1);
}

int64_t fd_write(Thread* t, FdState* s, const char* data, size_t size) {
  if (size > INT_MAX) size = INT_MAX;
  for (;;) {
    int error = 0;
    ssize_t n;
    {
      Blocking b(t, Blocking::Kind::kLazy);
      n = write(s->fd, data, size);
      if (n < 0) error = errno;
      if (error == EAGAIN && s->standard)
        error = poll_fd_interruptible(&t->gil, s->fd, POLLOUT, INT64_MAX) == kPollInterrupted
                    ? EINTR
                    : -1;
    }
    if (n >= 0) return n;
    if (error == -1) continue;
    if (error == EINTR) {
      if (!poll(t)) return kIoFailed;
      continue;
    }
    if (error == EAGAIN) return kWouldBlock;
    raise_os_error(t, error);
    return kIoFailed;
  }
}

int64_t fd_seek(Thread* t, FdState* s, int64_t offset, int whence) {
  off_t at = lseek(s->fd, offset, whence);
  if (at < 0) {
    raise_os_error(t, errno);
    return kIoFailed;
  }
  return at;
}
bool fd_seekable(FdState* s) {
  if (s->seekable < 0) s->seekable = lseek(s->fd, 0, SEEK_CUR) >= 0;
  return s->seekable > 0;
}
bool fd_close(Thread* t, FdState* s) {
  if (s->fd < 0) return true;
  int fd = s->fd, error = 0;
  s->fd = -1;
  if (!s->close_fd) return true;
  {
    Blocking b(t, Blocking::Kind::kLazy);
    if (close(fd) != 0 && errno != EINTR) error = errno;
  }
  if (error) raise_os_error(t, error);
  return !error;
}

// --- opening -------------------------------------------------------------------------------------------

namespace {

// str, bytes or what __fspath__ gives of them, and its bytes.
bool path_of(Thread* t, Value file, std::string* out) {
  if (!is<Str>(file) && !is<Bytes>(file)) {
    Value p = call_special(t, file, t->vm->names.fspath);
    if (p.is_failed()) return false;
    if (!is<Str>(p) && !is<Bytes>(p)) {
      type_error(t, p.is_unbound()
                        ? "expected str, bytes or os.PathLike object, not " + type_name(t, file)
                        : "expected " + type_name(t, file) +
                              ".__fspath__() to return str or bytes, not " + type_name(t, p));
      return false;
    }
    file = p;
  }
  if (is<Str>(file)) {
    Bytes* b = encode_str(t, as<Str>(file), "utf-8", "surrogateescape");
    if (!b) return false;
    *out = b->view();
  } else {
    *out = as<Bytes>(file)->view();
  }
  if (out->find('\0') == out->npos) return true;
  value_error(t, "embedded null byte");
  return false;
}

bool descriptor_of(Thread* t, Value v, int* out) {
  int64_t fd;
  if (!to_int64(t, v, &fd)) return false;
  if (fd > INT_MAX || fd < INT_MIN) {
    overflow_error(t, "Python int too large to convert to C int");
    return false;
  }
  *out = static_cast<int>(fd);
  return true;
}

int open_by_name(Thread* t, const std::string& path, int flags, int* fd) {
  for (;;) {
    int error = 0;
    {
      Blocking b(t, Blocking::Kind::kLazy);
      *fd = open(path.c_str(), flags, 0666);
      if (*fd < 0) error = errno;
    }
    if (error != EINTR) return error;
    if (!poll(t)) return -1;
  }
}

}  // namespace

std::shared_ptr<FdState> open_descriptor(Thread* t, Value file, const OpenMode& m, bool closefd,
                                         Value opener) {
  auto s = std::make_shared<FdState>();
  s->readable = m.read || m.plus;
  s->writable = !m.read || m.plus;
  s->appending = m.append;
  s->created = m.create;
  bool own = true;
  if (is_intlike(file)) {
    int fd;
    if (!descriptor_of(t, file, &fd)) return nullptr;
    if (fd < 0) return value_error(t, "negative file descriptor"), nullptr;
    s->close_fd = false;  // not before it is known to be good
    s->fd = fd;
    own = closefd;
  } else {
    std::string path;
    if (!closefd) return value_error(t, "Cannot use closefd=False with file name"), nullptr;
    if (!path_of(t, file, &path)) return nullptr;
    int flags = O_CLOEXEC | (s->readable && s->writable ? O_RDWR
                             : s->readable              ? O_RDONLY
                                                        : O_WRONLY);
    if (m.create) flags |= O_CREAT | O_EXCL;
    if (m.write) flags |= O_CREAT | O_TRUNC;
    if (m.append) flags |= O_CREAT | O_APPEND;
    if (!opener.is_none() && !opener.is_unbound()) {
      Value fd = call2(t, opener, file, Value::from_int(flags));
      if (fd.is_failed()) return nullptr;
      if (!is_intlike(fd)) return type_error(t, "expected integer from opener"), nullptr;
      if (!descriptor_of(t, fd, &s->fd)) return nullptr;
      if (s->fd < 0) {
        value_error(t, "opener returned " + std::to_string(s->fd));
        return nullptr;
      }
      fcntl(s->fd, F_SETFD, FD_CLOEXEC);
    } else if (int error = open_by_name(t, path, flags, &s->fd)) {
      if (error > 0) os_error_of(t, error, file);
      return nullptr;
    }
  }
  struct stat st;
  if (fstat(s->fd, &st) != 0) return raise_os_error(t, errno), nullptr;
  if (S_ISDIR(st.st_mode)) return os_error_of(t, EISDIR, file), nullptr;
  s->regular = S_ISREG(st.st_mode);
  s->close_fd = own;
  if (m.append) lseek(s->fd, 0, SEEK_END);
  return s;
}

FileIO* new_file_io(Thread* t, Class* cls, std::shared_ptr<FdState> state, Value name) {
  auto* f = static_cast<FileIO*>(
      t->vm->heap.allocate(t, sizeof(FileIO), Kind::kNativeObject, cls->root->id));
  if (!f) return nullptr;
  f->type = &kFileIOType;
  f->name = name;
  f->state = new std::shared_ptr<FdState>(std::move(state));
  return f;
}

// --- methods -------------------------------------------------------------------------------------------

namespace {

FileIO* file_of(Thread* t, Value v) {
  FileIO* f = as_file_io(v);
  if (!f)
    type_error(
        t, "descriptor requires a '_io.FileIO' object but received a '" + type_name(t, v) + "'");
  return f;
}
// The state of an open file; null: exception pending.
std::shared_ptr<FdState> open_state(Thread* t, Value v) {
  FileIO* f = file_of(t, v);
  if (!f) return nullptr;
  if (!*f->state || (*f->state)->fd < 0)
    return value_error(t, "I/O operation on closed file"), nullptr;
  return *f->state;
}
std::shared_ptr<FdState> state_for(Thread* t, Value v, bool writing) {
  std::shared_ptr<FdState> s = open_state(t, v);
  if (!s || (writing ? s->writable : s->readable)) return s;
  unsupported_operation(t, writing ? "File not open for writing" : "File not open for reading");
  return nullptr;
}

Value file_new(Thread* t, Class* cls, Kw, Args) {
  FileIO* f = new_file_io(t, cls, nullptr, Value::unbound());
  return f ? val(f) : Value::failed();
}
DEF_NEW(file_methods, file_new, "FileIO(cls, *args, **kwargs)", "A file by its descriptor.")

Value file_init(Thread* t, Value self, Value file, std::string_view mode, bool closefd,
                Value opener) {
  FileIO* f = file_of(t, self);
  if (!f) return Value::failed();
  OpenMode m;
  int kinds = 0;
  for (char c : mode) {
    if (c == 'x')
      m.create = true, ++kinds;
    else if (c == 'r')
      m.read = true, ++kinds;
    else if (c == 'w')
      m.write = true, ++kinds;
    else if (c == 'a')
      m.append = true, ++kinds;
    else if (c == '+' && !m.plus)
      m.plus = true;
    else if (c == '+')
      kinds = 2;
    else if (c != 'b')
      return value_error(t, "invalid mode: " + std::string(mode));
  }
  if (kinds != 1)
    return value_error(
        t, "Must have exactly one of create/read/write/append mode and at most one plus");
  std::shared_ptr<FdState> s = open_descriptor(t, file, m, closefd, opener);
  if (!s) return Value::failed();
  *f->state = std::move(s);
  barrier_store(f, &f->name, file);
  return Value::none();
}
DEF(file_methods, file_init, "__init__(self, file, mode='r', closefd=True, opener=None)",
    "Initialize self.")

Value read_all(Thread* t, FdState* s) {
  std::string all;
  struct stat st;
  size_t piece = 8192;
  if (s->regular && fstat(s->fd, &st) == 0) {
    off_t at = lseek(s->fd, 0, SEEK_CUR);
    if (at >= 0 && st.st_size > at) piece = static_cast<size_t>(st.st_size - at) + 1;
  }
  for (size_t done = 0;;) {
    if (piece > kMaxBytes) return raise_memory_error(t);
    if (all.size() < done + piece) all.resize(done + piece);
    int64_t n = fd_read(t, s, all.data() + done, all.size() - done);
    if (n == kIoFailed) return Value::failed();
    if (n == kWouldBlock && done == 0) return Value::none();
    if (n <= 0) {
      all.resize(done);
      return io_bytes(t, all);
    }
    done += static_cast<size_t>(n);
    piece = all.size() > done ? all.size() - done : std::max<size_t>(8192, done / 2);
  }
}
Value file_readall(Thread* t, Value self) {
  std::shared_ptr<FdState> s = state_for(t, self, false);
  return s ? read_all(t, s.get()) : Value::failed();
}
DEF(file_methods, file_readall, "readall(self, /)", "Read until the end.")
Value file_read(Thread* t, Value self, Value size) {
  std::shared_ptr<FdState> s = state_for(t, self, false);
  int64_t n;
  if (!s || !io_size(t, size, &n)) return Value::failed();
  if (n < 0) return read_all(t, s.get());
  std::string data(fd_room(s.get(), static_cast<size_t>(n)), '\0');
  int64_t got = fd_read(t, s.get(), data.data(), data.size());
  if (got == kIoFailed) return Value::failed();
  if (got == kWouldBlock) return Value::none();
  return io_bytes(t, std::string_view(data).substr(0, static_cast<size_t>(got)));
}
DEF(file_methods, file_read, "read(self, size=-1, /)", "Read at most so many bytes, in one go.")
Value file_readinto(Thread* t, Value self, Value buffer) {
  std::shared_ptr<FdState> s = state_for(t, self, false);
  Pinned p{};
  if (!s || !pin_writable(t, buffer, "readinto", &p)) return Value::failed();
  int64_t n = fd_read(t, s.get(), reinterpret_cast<char*>(const_cast<uint8_t*>(p.data)), p.size);
  unpin(&p);
  return n == kIoFailed ? Value::failed() : n == kWouldBlock ? Value::none() : Value::from_int(n);
}
DEF(file_methods, file_readinto, "readinto(self, buffer, /)", "Read into memory.")
Value file_write(Thread* t, Value self, Value data) {
  std::shared_ptr<FdState> s = state_for(t, self, true);
  Pinned p{};
  if (!s || !pin_bytes(t, data, &p)) return Value::failed();
  int64_t n = fd_write(t, s.get(), reinterpret_cast<const char*>(p.data), p.size);
  unpin(&p);
  return n == kIoFailed ? Value::failed() : n == kWouldBlock ? Value::none() : Value::from_int(n);
}
DEF(file_methods, file_write, "write(self, b, /)", "Write bytes; returns how many went out.")
Value file_seek(Thread* t, Value self, Int offset, Int whence) {
  std::shared_ptr<FdState> s = open_state(t, self);
  if (!s) return Value::failed();
  int64_t at = fd_seek(t, s.get(), offset, static_cast<int>(whence.v));
  return at < 0 ? Value::failed() : new_int(t, at);
}
DEF(file_methods, file_seek, "seek(self, offset, whence=0, /)", "Change the stream position.")
Value file_tell(Thread* t, Value self) {
  std::shared_ptr<FdState> s = open_state(t, self);
  int64_t at = s ? fd_seek(t, s.get(), 0, SEEK_CUR) : -1;
  return at < 0 ? Value::failed() : new_int(t, at);
}
DEF(file_methods, file_tell, "tell(self, /)", "The position in the stream.")
Value file_truncate(Thread* t, Value self, Value size) {
  std::shared_ptr<FdState> s = state_for(t, self, true);
  if (!s) return Value::failed();
  int64_t to = 0;
  if (size.is_none() ? (to = fd_seek(t, s.get(), 0, SEEK_CUR)) < 0 : !to_int64(t, size, &to))
    return Value::failed();
  int error = 0;
  {
    Blocking b(t, Blocking::Kind::kLazy);
    if (ftruncate(s->fd, to) != 0) error = errno;
  }
  return error ? raise_os_error(t, error) : new_int(t, to);
}
DEF(file_methods, file_truncate, "truncate(self, size=None, /)", "Cut the file off.")
Value file_close(Thread* t, Value self) {
  FileIO* f = file_of(t, self);
  if (!f) return Value::failed();
  std::shared_ptr<FdState> s = *f->state;
  if (!s || s->fd < 0) return Value::none();
  if (!is_exact(t, self)) {  // a subclass may want to flush
    Value r = io_call(t, self, "flush");
    if (r.is_failed()) {
      Value e = take_exception(t);
      if (fd_close(t, s.get())) raise_object(t, e);
      return Value::failed();
    }
  }
  return fd_close(t, s.get()) ? Value::none() : Value::failed();
}
DEF(file_methods, file_close, "close(self, /)", "Close the file.")

#define FILE_METHOD(id, text, expression)             \
  Value file_##id(Thread* t, Value self) {            \
    std::shared_ptr<FdState> s = open_state(t, self); \
    return s ? (expression) : Value::failed();        \
  }                                                   \
  DEF(file_methods, file_##id, #id "(self, /)", text)
FILE_METHOD(fileno, "The descriptor.", Value::from_int(s->fd))
FILE_METHOD(isatty, "Is this a terminal?", Value::boolean(isatty(s->fd) == 1))
FILE_METHOD(readable, "Can one read from it?", Value::boolean(s->readable))
FILE_METHOD(writable, "Can one write to it?", Value::boolean(s->writable))
FILE_METHOD(seekable, "Can the position be changed?", Value::boolean(fd_seekable(s.get())))
#undef FILE_METHOD

Value file_closed(Thread* t, Value self) {
  FileIO* f = file_of(t, self);
  return f ? Value::boolean(!*f->state || (*f->state)->fd < 0) : Value::failed();
}
DEF_GET(file_methods, file_closed, "closed(self)", "Is the file closed?")
Value file_closefd(Thread* t, Value self) {
  FileIO* f = file_of(t, self);
  return f ? Value::boolean(!*f->state || (*f->state)->close_fd) : Value::failed();
}
DEF_GET(file_methods, file_closefd, "closefd(self)",
        "Does closing the stream close the descriptor?")
const char* mode_of(const FdState* s) {
  if (s->created) return s->readable ? "xb+" : "xb";
  if (s->appending) return s->readable ? "ab+" : "ab";
  return s->readable ? s->writable ? "rb+" : "rb" : "wb";
}
Value file_mode(Thread* t, Value self) {
  FileIO* f = file_of(t, self);
  return f && *f->state ? str_value(t, mode_of(f->state->get())) : str_value(t, "rb");
}
DEF_GET(file_methods, file_mode, "mode(self)", "The mode, as for open().")
Value file_name(Thread* t, Value self) {
  FileIO* f = file_of(t, self);
  if (!f) return Value::failed();
  return f->name.is_unbound() ? raise_no_attribute(t, self, intern(t, "name")) : f->name;
}
Value file_set_name(Thread* t, Value self, Value name) {
  FileIO* f = file_of(t, self);
  if (f) barrier_store(f, &f->name, name);
  return f ? Value::none() : Value::failed();
}
DEF_GET(file_methods, file_name, "name(self)", "What was opened.")
DEF_SET(file_methods, file_set_name, "name(self, value, /)", "")
Value file_repr(Thread* t, Value self) {
  FileIO* f = file_of(t, self);
  if (!f) return Value::failed();
  const FdState* s = f->state->get();
  if (!s || s->fd < 0) return str_value(t, "<_io.FileIO [closed]>");
  std::string text = "<_io.FileIO ";
  if (f->name.is_unbound()) {
    text += "fd=" + std::to_string(s->fd);
  } else {
    text += "name=";
    if (!repr_to(t, f->name, &text)) return Value::failed();
  }
  return str_value(
      t, text + " mode='" + mode_of(s) + "' closefd=" + (s->close_fd ? "True" : "False") + ">");
}
DEF(file_methods, file_repr, "__repr__(self, /)", "Return repr(self).")

}  // namespace

void register_file_io(Thread* t) {
  IoState& io = io_of(t->vm);
  io.file_io = new_builtin_class(t, "_io.FileIO", io.raw_base, Kind::kNativeObject, kClassHasDict,
                                 &kFileIOType);
  if (io.file_io) install_methods(t, io.file_io, file_methods);
}

}  // namespace baton
