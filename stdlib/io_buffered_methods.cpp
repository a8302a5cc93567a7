// Methods of BufferedReader, BufferedWriter and BufferedRandom; the machinery is io_buffered.cpp's.
// Lock held; whatever may block releases it. A state is held by a counted pointer through each method,
// because script that runs inside may detach the stream.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "stdlib/io.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup reader_init{"BufferedReader"}, writer_init{"BufferedWriter"},
    random_init{"BufferedRandom"};
NativeGroup common_methods{"Buffered"}, read_methods{"BufferedReader"},
    write_methods{"BufferedWriter"};

struct Use {  // of a stream by a method
  Use(Thread* t, Value self) {
    b = as_buffered(self);
    if (!b) {
      type_error(t, "descriptor requires a '_io.Buffered' object but received a '" +
                        type_name(t, self) + "'");
      return;
    }
    s = *b->state;
    raw = b->raw;
    if (s && !s->detached) return;
    value_error(t, s ? "raw stream has been detached" : "I/O operation on uninitialized object");
    b = nullptr;
  }
  explicit operator bool() const { return b != nullptr; }
  Buffered* b;
  std::shared_ptr<BufState> s;
  Value raw = Value::none();
};

bool closed_state(Thread* t, const Use& u, bool* closed) {
  if (u.s->fd) {
    *closed = u.s->fd->fd < 0;
    return true;
  }
  return io_closed(t, u.raw, closed);
}
bool check_open(Thread* t, const Use& u, const char* what) {
  bool closed;
  if (!closed_state(t, u, &closed)) return false;
  if (closed)
    value_error(t, std::string(what) + (what == std::string_view("write") ? " to" : " of") +
                       " closed file");
  return !closed;
}

Value make(Thread* t, Class* cls, Kw, Args) {
  Buffered* b = new_buffered(t, cls, Value::none(), 0);
  return b ? val(b) : Value::failed();
}
DEF_NEW(reader_init, make, "BufferedReader(cls, *args, **kwargs)", "Bytes read through a buffer.")
DEF_NEW(writer_init, make, "BufferedWriter(cls, *args, **kwargs)",
        "Bytes written through a buffer.")
DEF_NEW(random_init, make, "BufferedRandom(cls, *args, **kwargs)", "Bytes read and written.")
Value init(Thread* t, Value self, Value raw, Int size) {
  Buffered* b = as_buffered(self);
  if (!b) return type_error(t, "descriptor requires a '_io.Buffered' object");
  return init_buffered(t, b, raw, size) ? Value::none() : Value::failed();
}
DEF(reader_init, init, "__init__(self, raw, buffer_size=8192)", "Initialize self.")
DEF(writer_init, init, "__init__(self, raw, buffer_size=8192)", "Initialize self.")
DEF(random_init, init, "__init__(self, raw, buffer_size=8192)", "Initialize self.")

// --- reading -------------------------------------------------------------------------------------------

Value take(Thread* t, BufState* s, size_t n) {
  Value v = io_bytes(t, s->ahead().substr(0, n));
  if (v.is_failed()) return v;
  s->in_pos += std::min(n, s->ahead().size());
  if (s->in_pos == s->in_end && s->in.size() > (1 << 20)) {
    s->in = std::string();
    s->forget_ahead();
  }
  return v;
}

Value read_rest(Thread* t, const Use& u) {
  BufState* s = u.s.get();
  if (!s->fd) {
    if (!s->out.empty() && !buf_flush_gated(t, s, u.raw)) return Value::failed();
    Value readall = get_attr_or_unbound(t, u.raw, intern(t, "readall"));
    if (readall.is_failed()) return readall;
    if (!readall.is_unbound() && !readall.is_none()) {
      std::string have(s->ahead());
      s->forget_ahead();
      Value rest = call0(t, readall);
      if (rest.is_failed()) return rest;
      if (rest.is_none()) return have.empty() ? rest : io_bytes(t, have);
      if (!is<Bytes>(rest)) return type_error(t, "readall() should return bytes");
      return have.empty() ? rest : io_bytes(t, have + std::string(as<Bytes>(rest)->view()));
    }
  }
  size_t want = 0;
  struct stat st;
  if (s->fd && s->fd->regular && fstat(s->fd->fd, &st) == 0) {
    off_t at = lseek(s->fd->fd, 0, SEEK_CUR);
    if (at >= 0 && st.st_size > at) want = static_cast<size_t>(st.st_size - at) + 1;
  }
  for (;;) {
    int64_t n = buf_fill(t, s, u.raw, std::max(want, s->ahead().size()));
    if (n == kIoFailed) return Value::failed();
    if (n == kWouldBlock && s->ahead().empty()) return Value::none();
    if (n != 1) return take(t, s, SIZE_MAX);
    want = 0;
  }
}

Value do_read(Thread* t, Value self, Value size) {
  Use u(t, self);
  int64_t n;
  if (!u || !io_size(t, size, &n)) return Value::failed();
  if (n < 0 && size.is_int() && size.as_int() < -1)
    return value_error(t, "read length must be non-negative or -1");
  if (!check_open(t, u, "read")) return Value::failed();
  BufState* s = u.s.get();
  if (n >= 0 && s->gate.owner == nullptr && s->ahead().size() >= static_cast<size_t>(n))
    return take(t, s, static_cast<size_t>(n));
  IoBusy busy(t, &s->gate, buffered_name(u.b));
  if (!busy.ok) return Value::failed();
  if (n < 0) return read_rest(t, u);
  auto want = static_cast<size_t>(n);
  while (s->ahead().size() < want) {
    // In pieces: more may be asked for than there will ever be.
    int64_t got = buf_fill(t, s, u.raw, std::min<size_t>(want - s->ahead().size(), 1 << 20));
    if (got == kIoFailed) return Value::failed();
    if (got == kWouldBlock && s->ahead().empty()) return Value::none();
    if (got != 1) break;
  }
  return take(t, s, want);
}
DEF(read_methods, do_read, "read(self, size=-1, /)", "Read so many bytes, or all that is left.")

// After this something is ahead, unless the end is reached or nothing is there yet; false: failed.
bool fill_if_empty(Thread* t, const Use& u) {
  BufState* s = u.s.get();
  if (s->gate.owner == nullptr && !s->ahead().empty()) return true;
  IoBusy busy(t, &s->gate, buffered_name(u.b));
  if (!busy.ok) return false;
  return !s->ahead().empty() || buf_fill(t, s, u.raw, 1) != kIoFailed;
}
Value do_read1(Thread* t, Value self, Int size) {
  Use u(t, self);
  if (!u || !check_open(t, u, "read")) return Value::failed();
  int64_t n = size < 0 ? static_cast<int64_t>(u.s->size) : size.v;
  if (n == 0) return io_bytes(t, "");
  return fill_if_empty(t, u) ? take(t, u.s.get(), static_cast<size_t>(n)) : Value::failed();
}
DEF(read_methods, do_read1, "read1(self, size=-1, /)", "Read bytes, in one go.")
Value do_peek(Thread* t, Value self, Int) {
  Use u(t, self);
  if (!u || !check_open(t, u, "peek") || !fill_if_empty(t, u)) return Value::failed();
  return io_bytes(t, u.s->ahead());
}
DEF(read_methods, do_peek, "peek(self, size=0, /)", "What is there already, without taking it.")

Value into(Thread* t, Value self, Value room, bool once) {
  Use u(t, self);
  Pinned p{};
  if (!u || !pin_writable(t, room, once ? "readinto1" : "readinto", &p)) return Value::failed();
  size_t done = 0;
  bool ok = check_open(t, u, "readinto"), nothing = false;
  BufState* s = u.s.get();
  if (ok) {
    IoBusy busy(t, &s->gate, buffered_name(u.b));
    ok = busy.ok;
    while (ok && done < p.size) {
      if (s->ahead().empty()) {
        int64_t got = buf_fill(t, s, u.raw, p.size - done);
        ok = got != kIoFailed;
        nothing = got == kWouldBlock && done == 0;
        if (got != 1) break;
      }
      size_t n = std::min(p.size - done, s->ahead().size());
      std::memcpy(const_cast<uint8_t*>(p.data) + done, s->ahead().data(), n);
      s->in_pos += n;
      done += n;
      if (once) break;
    }
  }
  unpin(&p);
  return !ok ? Value::failed() : nothing ? Value::none() : new_uint(t, done);
}
Value do_readinto(Thread* t, Value self, Value buffer) { return into(t, self, buffer, false); }
DEF(read_methods, do_readinto, "readinto(self, buffer, /)", "Read into memory.")
Value do_readinto1(Thread* t, Value self, Value buffer) { return into(t, self, buffer, true); }
DEF(read_methods, do_readinto1, "readinto1(self, buffer, /)", "Read into memory, in one go.")

Value do_readline(Thread* t, Value self, Value size) {
  Use u(t, self);
  int64_t limit;
  if (!u || !io_size(t, size, &limit) || !check_open(t, u, "readline")) return Value::failed();
  BufState* s = u.s.get();
  auto line_end = [&](size_t from) -> size_t {
    std::string_view ahead = s->ahead();
    size_t end = ahead.find('\n', from);
    if (end != ahead.npos) ++end;
    if (limit >= 0 && std::min(end, ahead.size()) >= static_cast<size_t>(limit))
      end = static_cast<size_t>(limit);
    return end;
  };
  if (s->gate.owner == nullptr) {
    size_t end = line_end(0);
    if (end != std::string_view::npos) return take(t, s, end);
  }
  IoBusy busy(t, &s->gate, buffered_name(u.b));
  if (!busy.ok) return Value::failed();
  for (size_t searched = 0;;) {
    size_t end = line_end(searched);
    if (end != std::string_view::npos) return take(t, s, end);
    searched = s->ahead().size();
    int64_t got = buf_fill(t, s, u.raw, s->size == 8192 ? 1 : s->size);
    if (got == kIoFailed) return Value::failed();
    if (got != 1) return take(t, s, SIZE_MAX);
  }
}
DEF(read_methods, do_readline, "readline(self, size=-1, /)", "Read up to and with a newline.")
Value do_iter(Thread* t, Value self) {
  Use u(t, self);
  bool closed;
  if (!u || !closed_state(t, u, &closed)) return Value::failed();
  return closed ? closed_error(t) : self;
}
DEF(read_methods, do_iter, "__iter__(self, /)", "Implement iter(self).")
Value do_next(Thread* t, Value self) {
  Value line = io_call(t, self, "readline");
  if (line.is_failed()) return line;
  int64_t n;
  if (!length_of(t, line, &n)) return Value::failed();
  return n == 0 ? raise_stop_iteration(t, Value::none()) : line;
}
DEF(read_methods, do_next, "__next__(self, /)", "Implement next(self).")

// --- writing -------------------------------------------------------------------------------------------

Value do_write(Thread* t, Value self, Value data) {
  Use u(t, self);
  if (!u) return Value::failed();
  Pinned p{};
  if (!pin_bytes(t, data, &p)) return Value::failed();
  bool ok = check_open(t, u, "write") &&
            buf_append(t, u.s.get(), u.raw, {reinterpret_cast<const char*>(p.data), p.size});
  size_t n = p.size;
  unpin(&p);
  return ok ? new_uint(t, n) : Value::failed();
}
DEF(write_methods, do_write, "write(self, buffer, /)", "Write bytes; returns how many.")

// --- both ----------------------------------------------------------------------------------------------

Value do_flush(Thread* t, Value self) {
  Use u(t, self);
  bool closed;
  if (!u || !closed_state(t, u, &closed)) return Value::failed();
  if (closed) return u.b->can_write ? value_error(t, "flush of closed file") : closed_error(t);
  if (!u.b->can_write) return u.s->fd ? Value::none() : io_call(t, u.raw, "flush");
  if (!u.s->ahead().empty()) {
    IoBusy busy(t, &u.s->gate, buffered_name(u.b));
    if (!busy.ok || !buf_rewind(t, u.s.get(), u.raw)) return Value::failed();
  }
  return buf_flush(t, u.s.get(), u.raw) ? Value::none() : Value::failed();
}
DEF(common_methods, do_flush, "flush(self, /)", "Write out what is held back.")

Value do_close(Thread* t, Value self) {
  Use u(t, self);
  bool closed;
  if (!u || !closed_state(t, u, &closed)) return Value::failed();
  if (closed) return Value::none();
  Value r =
      is_exact(t, self) && u.s->fd && !u.b->can_write ? Value::none() : io_call(t, self, "flush");
  Value pending = r.is_failed() ? take_exception(t) : Value::unbound();
  BufState* s = u.s.get();
  bool ok;
  {
    IoBusy busy(t, &s->gate, buffered_name(u.b), true);
    if (!busy.ok) return Value::failed();
    s->forget_ahead();
    if (s->fd) {
      s->out.clear();
      s->unlist(t->vm);
      ok = fd_close(t, s->fd.get());
    } else {
      ok = !io_call(t, u.raw, "close").is_failed();
    }
  }
  if (!ok || pending.is_unbound()) return ok ? Value::none() : Value::failed();
  return raise_object(t, pending);
}
DEF(common_methods, do_close, "close(self, /)", "Flush and close the stream.")

Value do_detach(Thread* t, Value self) {
  Use u(t, self);
  if (!u || io_call(t, self, "flush").is_failed()) return Value::failed();
  u.s->detached = true;
  u.s->fd.reset();
  u.b->raw = Value::none();
  return u.raw;
}
DEF(common_methods, do_detach, "detach(self, /)", "Part from the raw stream and return it.")

Value do_tell(Thread* t, Value self) {
  Use u(t, self);
  if (!u) return Value::failed();
  bool closed;
  if (!closed_state(t, u, &closed)) return Value::failed();
  if (closed) return value_error(t, "I/O operation on closed file");
  int64_t at = buf_seek_raw(t, u.s.get(), u.raw, 0, SEEK_CUR);
  if (at < 0) return Value::failed();
  at += static_cast<int64_t>(u.s->out.size()) - static_cast<int64_t>(u.s->ahead().size());
  return new_int(t, std::max<int64_t>(at, 0));
}
DEF(common_methods, do_tell, "tell(self, /)", "The position in the stream.")

Value do_seek(Thread* t, Value self, Value target, Int whence) {
  Use u(t, self);
  if (!u) return Value::failed();
  if (whence < 0 || whence > 2)
    return value_error(t, "whence value " + std::to_string(whence.v) + " unsupported");
  if (!check_open(t, u, "seek")) return Value::failed();
  bool can = true;
  if (u.s->fd ? !(can = fd_seekable(u.s->fd.get())) : !io_truth(t, u.raw, "seekable", &can))
    if (can) return Value::failed();
  if (!can) return unsupported_operation(t, "File or stream is not seekable.");
  int64_t offset;
  if (!to_int64(t, target, &offset)) return Value::failed();
  BufState* s = u.s.get();
  IoBusy busy(t, &s->gate, buffered_name(u.b));
  if (!busy.ok || !buf_flush_gated(t, s, u.raw)) return Value::failed();
  if (whence == 1) offset -= static_cast<int64_t>(s->ahead().size());
  if (s->fd && whence == 0 && !s->ahead().empty() && offset >= 0) {  // maybe it is in the buffer
    off_t now = lseek(s->fd->fd, 0, SEEK_CUR);
    int64_t begin = now - static_cast<int64_t>(s->in_end);
    if (now >= 0 && offset >= begin && offset <= now && begin >= 0) {
      s->in_pos = static_cast<size_t>(offset - begin);
      return new_int(t, offset);
    }
  }
  int64_t at = buf_seek_raw(t, s, u.raw, offset, static_cast<int>(whence.v));
  if (at < 0) return Value::failed();
  s->forget_ahead();
  return new_int(t, at);
}
DEF(common_methods, do_seek, "seek(self, target, whence=0, /)", "Change the stream position.")

Value do_truncate(Thread* t, Value self, Value size) {
  Use u(t, self);
  if (!u || !check_open(t, u, "truncate")) return Value::failed();
  if (!u.b->can_write) return unsupported_operation(t, "truncate");
  {
    IoBusy busy(t, &u.s->gate, buffered_name(u.b));
    if (!busy.ok || !buf_rewind(t, u.s.get(), u.raw) || !buf_flush_gated(t, u.s.get(), u.raw))
      return Value::failed();
  }
  if (size.is_none()) {
    size = do_tell(t, self);
    if (size.is_failed()) return size;
  }
  return io_call(t, u.raw, "truncate", size);
}
DEF(common_methods, do_truncate, "truncate(self, pos=None, /)", "Cut the stream off.")

#define FORWARD(group, method, text)                         \
  Value forward_##method(Thread* t, Value self) {            \
    Use u(t, self);                                          \
    return u ? io_call(t, u.raw, #method) : Value::failed(); \
  }                                                          \
  DEF(group, forward_##method, #method "(self, /)", text)
FORWARD(common_methods, seekable, "Can the position be changed?")
FORWARD(common_methods, fileno, "The descriptor.")
FORWARD(common_methods, isatty, "Is this a terminal?")
FORWARD(read_methods, readable, "Can one read from it?")
FORWARD(write_methods, writable, "Can one write to it?")
#undef FORWARD
#define FORWARD_GET(attribute)                                  \
  Value get_##attribute(Thread* t, Value self) {                \
    Use u(t, self);                                             \
    return u ? io_attr(t, u.raw, #attribute) : Value::failed(); \
  }                                                             \
  DEF_GET(common_methods, get_##attribute, #attribute "(self)", "Of the raw stream.")
FORWARD_GET(closed)
FORWARD_GET(name)
FORWARD_GET(mode)
#undef FORWARD_GET
Value get_raw(Thread* t, Value self) {
  Buffered* b = as_buffered(self);
  return b ? b->raw : type_error(t, "not a buffered stream");
}
DEF_GET(common_methods, get_raw, "raw(self)", "The stream below.")
Value do_repr(Thread* t, Value self) { return io_repr(t, self, ""); }
DEF(common_methods, do_repr, "__repr__(self, /)", "Return repr(self).")

}  // namespace

void register_buffered(Thread* t) {
  IoState& io = io_of(t->vm);
  auto make_class = [&](const char* name, const NativeType* type, const NativeGroup& own,
                        bool reads, bool writes) {
    Class* cls =
        new_builtin_class(t, name, io.buffered_base, Kind::kNativeObject, kClassHasDict, type);
    if (!cls) return cls;
    install_methods(t, cls, common_methods);
    if (reads) install_methods(t, cls, read_methods);
    if (writes) install_methods(t, cls, write_methods);
    install_methods(t, cls, own);
    return cls;
  };
  io.reader = make_class("_io.BufferedReader", &kReaderType, reader_init, true, false);
  io.writer = make_class("_io.BufferedWriter", &kWriterType, writer_init, false, true);
  io.random = make_class("_io.BufferedRandom", &kRandomType, random_init, true, true);
}

}  // namespace baton
