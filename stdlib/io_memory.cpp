// BytesIO: bytes in memory as a stream. The data is a std::string of its own; getvalue() copies. Lock held
// throughout, nothing blocks; views are not kept over a call that may run script.
#include <algorithm>
#include <cstring>

#include "stdlib/io.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup methods{"BytesIO"};

struct BytesIO : NativeObject {
  std::string* data;  // null: closed
  size_t at;
};
void finalize_bytes_io(Object* o) {
  delete static_cast<BytesIO*>(o)->data;
  static_cast<BytesIO*>(o)->data = nullptr;
}
Value next_line(Thread* t, Object* o);
const NativeType kBytesIOType{"BytesIO", nullptr, finalize_bytes_io, next_line};

BytesIO* any_of(Thread* t, Value self) { return native_self<BytesIO>(t, self, &kBytesIOType); }
BytesIO* open_of(Thread* t, Value self) {
  BytesIO* b = any_of(t, self);
  if (!b || b->data) return b;
  closed_error(t);
  return nullptr;
}
std::string_view rest_of(const BytesIO* b) {
  return std::string_view(*b->data).substr(std::min(b->at, b->data->size()));
}
Value take(Thread* t, BytesIO* b, size_t n) {
  std::string_view part = rest_of(b).substr(0, n);
  Value v = io_bytes(t, part);
  if (!v.is_failed()) b->at += part.size();
  return v;
}

Value make(Thread* t, Class* cls, Kw, Args) {
  auto* b = static_cast<BytesIO*>(
      t->vm->heap.allocate(t, sizeof(BytesIO), Kind::kNativeObject, cls->root->id));
  if (!b) return Value::failed();
  b->type = &kBytesIOType;
  b->at = 0;
  b->data = new std::string;
  return val(b);
}
DEF_NEW(methods, make, "BytesIO(cls, *args, **kwargs)", "Bytes in memory as a stream.")
Value init(Thread* t, Value self, Value initial) {
  BytesIO* b = any_of(t, self);
  if (!b) return Value::failed();
  std::string data;
  if (!initial.is_none() && !initial.is_unbound()) {
    Pinned p{};
    if (!pin_bytes(t, initial, &p)) return Value::failed();
    data.assign(reinterpret_cast<const char*>(p.data), p.size);
    unpin(&p);
  }
  if (!b->data) b->data = new std::string;
  b->data->swap(data);
  b->at = 0;
  return Value::none();
}
DEF(methods, init, "__init__(self, initial_bytes=<absent>)", "Initialize self.")

Value do_read(Thread* t, Value self, Value size) {
  int64_t n;
  if (!open_of(t, self) || !io_size(t, size, &n)) return Value::failed();
  BytesIO* b = open_of(t, self);
  return b ? take(t, b, n < 0 ? SIZE_MAX : static_cast<size_t>(n)) : Value::failed();
}
DEF(methods, do_read, "read(self, size=-1, /)", "Read so many bytes, or all that is left.")
DEF(methods, do_read, "read1(self, size=-1, /)", "Read so many bytes, or all that is left.")
size_t line_length(const BytesIO* b, int64_t limit) {
  std::string_view rest = rest_of(b);
  if (limit >= 0) rest = rest.substr(0, static_cast<size_t>(limit));
  size_t end = rest.find('\n');
  return end == rest.npos ? rest.size() : end + 1;
}
Value do_readline(Thread* t, Value self, Value size) {
  int64_t n;
  if (!open_of(t, self) || !io_size(t, size, &n)) return Value::failed();
  BytesIO* b = open_of(t, self);
  return b ? take(t, b, line_length(b, n)) : Value::failed();
}
DEF(methods, do_readline, "readline(self, size=-1, /)", "Read up to and with a newline.")
Value do_readlines(Thread* t, Value self, Value hint) {
  int64_t limit;
  if (!open_of(t, self) || !io_size(t, hint, &limit)) return Value::failed();
  List* lines = new_list(t);
  if (!lines) return Value::failed();
  BytesIO* b = open_of(t, self);
  for (int64_t taken = 0; b && (limit <= 0 || taken < limit);) {
    Value line = take(t, b, line_length(b, -1));
    if (line.is_failed()) return line;
    if (as<Bytes>(line)->size == 0) break;
    if (!list_append(t, lines, line)) return Value::failed();
    taken += static_cast<int64_t>(as<Bytes>(line)->size);
  }
  return b ? val(lines) : Value::failed();
}
DEF(methods, do_readlines, "readlines(self, size=None, /)", "A list of the lines left.")
Value next_line(Thread* t, Object* o) {
  Value line;
  if (BATON_UNLIKELY(!is_exact(t, val(o))) && subclass_line(t, val(o), &line)) return line;
  BytesIO* b = open_of(t, val(o));
  if (!b) return Value::failed();
  size_t n = line_length(b, -1);
  return n == 0 ? Value::unbound() : take(t, b, n);
}
Value do_next(Thread* t, Value self) {
  BytesIO* b = open_of(t, self);
  if (!b) return Value::failed();
  size_t n = line_length(b, -1);
  return n == 0 ? raise_stop_iteration(t, Value::none()) : take(t, b, n);
}
DEF(methods, do_next, "__next__(self, /)", "Implement next(self).")
Value do_iter(Value self) { return self; }
DEF(methods, do_iter, "__iter__(self, /)", "Implement iter(self).")
Value do_readinto(Thread* t, Value self, Value buffer) {
  BytesIO* b = open_of(t, self);
  Pinned p{};
  if (!b || !pin_writable(t, buffer, "readinto", &p)) return Value::failed();
  std::string_view part = rest_of(b).substr(0, p.size);
  std::memcpy(const_cast<uint8_t*>(p.data), part.data(), part.size());
  b->at += part.size();
  unpin(&p);
  return new_uint(t, part.size());
}
DEF(methods, do_readinto, "readinto(self, buffer, /)", "Read into memory.")

Value do_write(Thread* t, Value self, Value data) {
  BytesIO* b = open_of(t, self);
  Pinned p{};
  if (!b || !pin_bytes(t, data, &p)) return Value::failed();
  std::string_view view{reinterpret_cast<const char*>(p.data), p.size};
  size_t n = p.size;
  bool fits = b->at <= kMaxBytes - n;
  try {
    std::string& d = *b->data;
    if (fits && n > 0 && b->at == d.size()) {
      d.append(view);
    } else if (fits && n > 0) {
      if (d.size() < b->at + n) d.resize(b->at + n);
      std::memcpy(d.data() + b->at, view.data(), n);
    }
  } catch (const std::bad_alloc&) {
    unpin(&p);
    throw;
  }
  if (fits) b->at += n;
  unpin(&p);
  return fits ? new_uint(t, n) : overflow_error(t, "new buffer size too large");
}
DEF(methods, do_write, "write(self, b, /)", "Write bytes; returns how many.")
Value do_writelines(Thread* t, Value self, Value lines) {
  if (!open_of(t, self)) return Value::failed();
  bool ok = for_each_item(t, lines, [&](Value v) { return !do_write(t, self, v).is_failed(); });
  return ok ? Value::none() : Value::failed();
}
DEF(methods, do_writelines, "writelines(self, lines, /)", "Write each of the lines.")

Value do_seek(Thread* t, Value self, Int pos, Int whence) {
  BytesIO* b = open_of(t, self);
  if (!b) return Value::failed();
  if (whence == 0 && pos < 0) return value_error(t, "negative seek value " + std::to_string(pos.v));
  if (whence < 0 || whence > 2)
    return value_error(t, "invalid whence (" + std::to_string(whence.v) + ", should be 0, 1 or 2)");
  int64_t base = whence == 0 ? 0 : static_cast<int64_t>(whence == 1 ? b->at : b->data->size());
  int64_t to;
  if (__builtin_add_overflow(base, pos.v, &to)) return overflow_error(t, "new position too large");
  b->at = static_cast<size_t>(std::max<int64_t>(to, 0));
  return new_uint(t, b->at);
}
DEF(methods, do_seek, "seek(self, pos, whence=0, /)", "Change the stream position.")
Value do_tell(Thread* t, Value self) {
  BytesIO* b = open_of(t, self);
  return b ? new_uint(t, b->at) : Value::failed();
}
DEF(methods, do_tell, "tell(self, /)", "The position in the stream.")
Value do_truncate(Thread* t, Value self, Value size) {
  int64_t n;
  BytesIO* b = open_of(t, self);
  if (!b) return Value::failed();
  n = static_cast<int64_t>(b->at);
  if (!size.is_none()) {
    if (!has_index(t, size))
      return type_error(t, "argument should be integer or None, not '" + type_name(t, size) + "'");
    if (!index_of(t, size, &n)) return Value::failed();
    if (n < 0) return value_error(t, "negative size value " + std::to_string(n));
    b = open_of(t, self);
    if (!b) return Value::failed();
  }
  if (static_cast<size_t>(n) < b->data->size()) b->data->resize(static_cast<size_t>(n));
  return new_int(t, n);
}
DEF(methods, do_truncate, "truncate(self, size=None, /)", "Cut the stream off.")
Value do_getvalue(Thread* t, Value self) {
  BytesIO* b = open_of(t, self);
  return b ? io_bytes(t, *b->data) : Value::failed();
}
DEF(methods, do_getvalue, "getvalue(self, /)", "All of the data.")
Value do_close(Thread* t, Value self) {
  BytesIO* b = any_of(t, self);
  if (!b) return Value::failed();
  delete b->data;
  b->data = nullptr;
  return Value::none();
}
DEF(methods, do_close, "close(self, /)", "Let go of the data.")
Value do_flush(Thread* t, Value self) { return open_of(t, self) ? Value::none() : Value::failed(); }
DEF(methods, do_flush, "flush(self, /)", "Does nothing.")
Value yes(Thread* t, Value self) { return open_of(t, self) ? Value::true_() : Value::failed(); }
DEF(methods, yes, "readable(self, /)", "Can one read from it?")
DEF(methods, yes, "writable(self, /)", "Can one write to it?")
DEF(methods, yes, "seekable(self, /)", "Can the position be changed?")
Value no(Thread* t, Value self) { return open_of(t, self) ? Value::false_() : Value::failed(); }
DEF(methods, no, "isatty(self, /)", "Is this a terminal?")
Value get_closed(Thread* t, Value self) {
  BytesIO* b = any_of(t, self);
  return b ? Value::boolean(!b->data) : Value::failed();
}
DEF_GET(methods, get_closed, "closed(self)", "Is the stream closed?")
Value get_state(Thread* t, Value self) {
  BytesIO* b = open_of(t, self);
  if (!b) return Value::failed();
  Value dict = b->flags & kHasAttrs ? val(attrs_as_dict(t, self)) : Value::none();
  return tuple_of(t, {io_bytes(t, *b->data), new_uint(t, b->at), dict});
}
DEF(methods, get_state, "__getstate__(self, /)", "For pickle and copy.")

}  // namespace

void register_bytes_io(Thread* t, Module* m) {
  Class* cls = new_builtin_class(t, "_io.BytesIO", io_of(t->vm).buffered_base, Kind::kNativeObject,
                                 kClassHasDict, &kBytesIOType);
  if (!cls) return;
  install_methods(t, cls, methods);
  dict_set_cstr(t, m->dict, "BytesIO", val(cls));
}

}  // namespace baton
