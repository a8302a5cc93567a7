// The machinery of buffered streams; their methods are io_buffered_methods.cpp's, the rules io.h's.
//
// Below is a descriptor (BufState::fd, when the raw stream is exactly a FileIO) or any object with
// readinto(), write(), seek() and tell(). The two buffers are never both in use: what was read ahead is
// given back by a seek before something is written, and what was written goes out before a read. A flush
// takes the buffer away before it gives the lock up, so that others may append meanwhile; what could not
// be written goes back in front.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "stdlib/io.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

constexpr size_t kRegularPiece = 1 << 15;  // of a regular file more is read at once

void trace_buffered(Object* o, Marker& m) { m.mark(static_cast<Buffered*>(o)->raw); }
void finalize_buffered(Object* o) {
  delete static_cast<Buffered*>(o)->state;
  static_cast<Buffered*>(o)->state = nullptr;
}

// A length that a method of the raw stream returned, between 0 and `most`.
bool raw_length(Thread* t, Value v, size_t most, const char* what, int64_t* out) {
  if (!to_int64(t, v, out)) return false;
  if (*out >= 0 && static_cast<size_t>(*out) <= most) return true;
  raise(t, t->vm->classes.os_error,
        std::string("raw ") + what + "() returned invalid length " + std::to_string(*out) +
            " (should have been between 0 and " + std::to_string(most) + ")");
  return false;
}

int64_t read_object(Thread* t, Value raw, char* buffer, size_t size) {
  ByteArray* room = take_bytearray(t, size, shape_of(t->vm->classes.bytearray));
  if (!room) return kIoFailed;
  std::memset(room->data, 0, room->size);
  Value got = io_call(t, raw, "readinto", val(room));
  if (got.is_failed()) return kIoFailed;
  if (got.is_none()) return kWouldBlock;
  int64_t n;
  if (!raw_length(t, got, std::min(size, room->size), "readinto", &n)) return kIoFailed;
  std::memcpy(buffer, room->data, static_cast<size_t>(n));
  keep_alive(val(room));
  return n;
}
int64_t write_object(Thread* t, Value raw, const char* data, size_t size) {
  Value got = io_call(t, raw, "write", io_bytes(t, {data, size}));
  if (got.is_failed()) return kIoFailed;
  if (got.is_none()) return kWouldBlock;
  int64_t n;
  return raw_length(t, got, size, "write", &n) ? n : kIoFailed;
}

void raise_would_block(Thread* t, int error) {
  Value args[2] = {Value::from_int(error),
                   str_value(t, "write could not complete without blocking")};
  if (args[1].is_failed()) return;
  Value e = construct(t, t->vm->classes.blocking_io_error, args, 2, nullptr);
  if (!e.is_failed()) raise_object(t, e);
}

}  // namespace

namespace {
Value next_line(Thread* t, Object* o);
}
const NativeType kReaderType{"BufferedReader", trace_buffered, finalize_buffered, next_line};
const NativeType kWriterType{"BufferedWriter", trace_buffered, finalize_buffered, nullptr};
const NativeType kRandomType{"BufferedRandom", trace_buffered, finalize_buffered, next_line};
namespace {
Value next_line(Thread* t, Object* o) {
  auto* b = static_cast<Buffered*>(o);
  BufState* s = b->state->get();
  if (BATON_LIKELY(s && s->gate.owner == nullptr && s->fd && s->fd->fd >= 0 &&
                   is_exact(t, val(o)))) {
    std::string_view ahead = s->ahead();
    const void* end = ahead.empty() ? nullptr : std::memchr(ahead.data(), '\n', ahead.size());
    if (end) {
      size_t n = static_cast<size_t>(static_cast<const char*>(end) - ahead.data()) + 1;
      s->in_pos += n;
      return io_bytes(t, ahead.substr(0, n));
    }
  }
  if (!has_own_method(t, val(o), "__next__")) {
    Value r = call_special(t, val(o), t->vm->names.next);
    if (!r.is_failed() || !exception_is(t, t->vm->classes.stop_iteration)) return r;
    clear_exception(t);
    return Value::unbound();
  }
  Value line = io_call(t, val(o), "readline");
  if (line.is_failed()) return line;
  int64_t n;
  if (!length_of(t, line, &n)) return Value::failed();
  return n == 0 ? Value::unbound() : line;
}
}  // namespace

const char* buffered_name(const Buffered* b) { return b->type->name; }

// The last chance of what nobody flushed: in the sweeper, so only C calls.
BufState::~BufState() {
  if (listed)
    if (std::shared_ptr<IoState> all = io.lock()) all->writers.erase(this);
  if (!fd || fd->fd < 0) return;
  for (size_t done = 0; done < out.size();) {
    ssize_t n = write(fd->fd, out.data() + done, out.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    done += static_cast<size_t>(n);
  }
}

void BufState::list(Vm* vm) {
  if (listed || !fd) return;
  listed = true;
  io = vm->io;
  io_of(vm).writers.insert(this);
}
void BufState::unlist(Vm* vm) {
  if (listed) io_of(vm).writers.erase(this);
  listed = false;
}

int64_t buf_fill(Thread* t, BufState* s, Value raw, size_t want) {
  if (!s->out.empty() && !buf_flush_gated(t, s, raw)) return kIoFailed;
  size_t have = s->in_end - s->in_pos;
  if (s->in_pos > 0) {
    std::memmove(s->in.data(), s->in.data() + s->in_pos, have);
    s->in_pos = 0;
    s->in_end = have;
  }
  size_t piece = std::max(want, s->size);
  if (s->fd && s->fd->regular && s->size == 8192) piece = std::max(piece, kRegularPiece);
  if (piece > kMaxBytes - have) {
    raise_memory_error(t);
    return kIoFailed;
  }
  if (s->in.size() < have + piece) s->in.resize(have + piece);
  std::shared_ptr<FdState> fd = s->fd;  // detach() may come meanwhile
  int64_t n = fd ? fd_read(t, fd.get(), s->in.data() + have, piece)
                 : read_object(t, raw, s->in.data() + have, piece);
  if (n <= 0) return n;
  s->in_end = have + static_cast<size_t>(n);
  return 1;
}

bool buf_flush_gated(Thread* t, BufState* s, Value raw) {
  while (!s->out.empty()) {
    std::shared_ptr<FdState> fd = s->fd;
    std::string piece;
    piece.swap(s->out);
    size_t done = 0;
    while (done < piece.size()) {
      int64_t n = fd ? fd_write(t, fd.get(), piece.data() + done, piece.size() - done)
                     : write_object(t, raw, piece.data() + done, piece.size() - done);
      if (n >= 0) {
        done += static_cast<size_t>(n);
        continue;
      }
      // Standard output that nobody reads any more is told of once.
      if (n == kWouldBlock || !fd || !fd->standard) s->out.insert(0, piece, done);
      if (n == kWouldBlock) raise_would_block(t, fd ? EAGAIN : 0);
      return false;
    }
    if (s->out.capacity() < piece.capacity() && s->out.empty() && piece.capacity() <= (1 << 16)) {
      piece.clear();  // keep the memory for the next lines
      s->out.swap(piece);
    }
  }
  return true;
}

bool buf_flush(Thread* t, BufState* s, Value raw) {
  if (s->out.empty() && s->gate.owner == nullptr) return true;
  IoBusy busy(t, &s->gate, "a buffered stream");
  return busy.ok && buf_flush_gated(t, s, raw);
}

int64_t buf_seek_raw(Thread* t, BufState* s, Value raw, int64_t offset, int whence) {
  if (s->fd) return fd_seek(t, s->fd.get(), offset, whence);
  Value args[2] = {new_int(t, offset), Value::from_int(whence)};
  Value at = whence == SEEK_CUR && offset == 0 ? io_call(t, raw, "tell")
                                               : call_method(t, raw, intern(t, "seek"), args, 2);
  int64_t n;
  if (at.is_failed() || !to_int64(t, at, &n)) return kIoFailed;
  if (n >= 0) return n;
  raise(t, t->vm->classes.os_error, "Raw stream returned invalid position " + std::to_string(n));
  return kIoFailed;
}

bool buf_rewind(Thread* t, BufState* s, Value raw) {
  auto ahead = static_cast<int64_t>(s->ahead().size());
  s->forget_ahead();
  return ahead == 0 || buf_seek_raw(t, s, raw, -ahead, SEEK_CUR) >= 0;
}

bool buf_append(Thread* t, BufState* s, Value raw, std::string_view data) {
  if (!s->ahead().empty()) {
    IoBusy busy(t, &s->gate, "a buffered stream");
    if (!busy.ok || !buf_rewind(t, s, raw)) return false;
  }
  if (BATON_UNLIKELY(!s->listed)) s->list(t->vm);
  if (s->out.size() + data.size() <= s->size) {
    s->out.append(data);
  } else {
    bool direct = data.size() > s->size;
    if (!buf_flush(t, s, raw)) return false;
    s->out.append(data);
    if (direct) return buf_flush(t, s, raw);
  }
  return !s->unbuffered || buf_flush(t, s, raw);
}

bool init_buffered(Thread* t, Buffered* b, Value raw, int64_t size) {
  bool yes;
  // CPython asks the raw stream, in this order, before it looks at the size.
  if (b->type == &kRandomType &&
      (!io_truth(t, raw, "seekable", &yes) ||
       (!yes && unsupported_operation(t, "File or stream is not seekable.").is_failed())))
    return false;
  if (b->can_read &&
      (!io_truth(t, raw, "readable", &yes) ||
       (!yes && unsupported_operation(t, "File or stream is not readable.").is_failed())))
    return false;
  if (b->can_write &&
      (!io_truth(t, raw, "writable", &yes) ||
       (!yes && unsupported_operation(t, "File or stream is not writable.").is_failed())))
    return false;
  if (size <= 0) {
    value_error(t, "buffer size must be strictly positive");
    return false;
  }
  auto s = std::make_shared<BufState>();
  s->size = static_cast<size_t>(size);
  FileIO* file = as_file_io(raw);
  if (file && is_exact(t, raw) && *file->state) { s->fd = *file->state; }
  *b->state = std::move(s);
  barrier_store(b, &b->raw, raw);
  return true;
}

Buffered* new_buffered(Thread* t, Class* cls, Value raw, size_t size) {
  auto* b = static_cast<Buffered*>(
      t->vm->heap.allocate(t, sizeof(Buffered), Kind::kNativeObject, cls->root->id));
  if (!b) return nullptr;
  b->type = cls->native_type;
  b->raw = Value::none();
  b->can_read = b->type != &kWriterType;
  b->can_write = b->type != &kReaderType;
  b->state = new std::shared_ptr<BufState>();
  if (raw.is_none()) return b;
  // Made by open(): nothing has to be asked.
  auto s = std::make_shared<BufState>();
  s->size = size;
  s->fd = *as_file_io(raw)->state;
  *b->state = std::move(s);
  b->raw = raw;
  return b;
}

}  // namespace baton
