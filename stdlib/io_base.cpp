// The base classes of streams: what a stream has by virtue of being one, for scripts to build on. Each
// method works through the methods of the object it is called on. Lock held; script code runs.
#include "stdlib/io.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/memoryview.h"
#include "vm/objects/text.h"
#include "vm/thread/threads.h"

namespace baton {

IoState& io_of(Vm* vm) {
  if (!vm->io) vm->io = std::make_shared<IoState>();
  return *vm->io;
}

// --- one thread at a time ----------------------------------------------------------------------------

IoBusy::IoBusy(Thread* t, IoGate* gate, const char* what, bool shared) : gate_(gate) {
  if (gate->owner == t && shared) {
    gate_ = nullptr;
    return;
  }
  while (gate->owner != nullptr) {
    bool reentrant = gate->owner == t;
    if (reentrant) runtime_error(t, std::string("reentrant call inside ") + what);
    if (reentrant ||
        (park_thread(t, gate->waiters, INT64_MAX) == WaitResult::kInterrupted && !poll(t))) {
      ok = false;
      gate_ = nullptr;
      return;
    }
  }
  gate->owner = t;
}
IoBusy::~IoBusy() {
  if (!gate_) return;
  gate_->owner = nullptr;
  unpark_one(gate_->waiters);
}

// --- helpers -----------------------------------------------------------------------------------------

Value unsupported_operation(Thread* t, const char* what) {
  return raise(t, io_of(t->vm).unsupported, what);
}
Value closed_error(Thread* t) { return value_error(t, "I/O operation on closed file."); }

bool io_size(Thread* t, Value v, int64_t* out) {
  *out = -1;
  if (v.is_none() || v.is_unbound()) return true;
  if (!has_index(t, v)) {
    type_error(t, "argument should be integer or None, not '" + type_name(t, v) + "'");
    return false;
  }
  if (!index_of(t, v, out)) return false;
  if (*out < 0) *out = -1;
  return true;
}
Value io_bytes(Thread* t, std::string_view data) {
  Bytes* b = new_bytes(t, data);
  return b ? val(b) : Value::failed();
}
bool pin_writable(Thread* t, Value v, const char* function, Pinned* out) {
  if (!is_readonly_buffer(v) && !is<Str>(v)) {
    if (pin_bytes(t, v, out)) return true;
    if (!exception_is(t, t->vm->classes.type_error)) return false;
    clear_exception(t);
  }
  type_error(t, std::string(function) + "() argument must be read-write bytes-like object, not " +
                    type_name(t, v));
  return false;
}
// Streams over streams may nest without a script frame between them.
Value io_call(Thread* t, Value object, const char* method) {
  if (native_stack_exhausted(t)) return Value::failed();
  return call_method(t, object, intern(t, method));
}
Value io_call(Thread* t, Value object, const char* method, Value argument) {
  if (argument.is_failed() || native_stack_exhausted(t)) return Value::failed();
  return call_method(t, object, intern(t, method), &argument, 1);
}
bool io_truth(Thread* t, Value object, const char* method, bool* out) {
  Value v = io_call(t, object, method);
  return !v.is_failed() && truth(t, v, out);
}
Value io_attr(Thread* t, Value object, const char* name) {
  return native_stack_exhausted(t) ? Value::failed() : get_attr(t, object, intern(t, name));
}
bool io_closed(Thread* t, Value object, bool* out) {
  Value v = io_attr(t, object, "closed");
  return !v.is_failed() && truth(t, v, out);
}
bool is_exact(Thread* t, Value v) { return class_of(t->vm, v)->class_flags & kClassBuiltin; }
bool has_own_method(Thread* t, Value o, const char* name) {
  return is<NativeFunction>(find_in_class(t->vm, class_of(t->vm, o), intern(t, name)));
}
bool subclass_line(Thread* t, Value o, Value* line) {
  const Names& names = t->vm->names;
  if (!has_own_method(t, o, "__next__")) {
    *line = call_special(t, o, names.next);
  } else if (!has_own_method(t, o, "readline")) {
    *line = call_method(t, o, names.n_readline);
    bool end = (is<Str>(*line) && as<Str>(*line)->size == 0) ||
               (is<Bytes>(*line) && as<Bytes>(*line)->size == 0);
    if (end) *line = Value::unbound();
  } else {
    return false;
  }
  if (line->is_failed() && exception_is(t, t->vm->classes.stop_iteration)) {
    clear_exception(t);
    *line = Value::unbound();
  }
  return true;
}
Value io_repr(Thread* t, Value self, const char* rest) {
  std::string text = as_text_wrapper(self) ? "<_io.TextIOWrapper" : "<" + type_name(t, self);
  Value name = get_attr_or_unbound(t, self, intern(t, "name"));
  if (name.is_failed()) {
    if (!exception_is(t, t->vm->classes.value_error)) return name;
    clear_exception(t);
    name = Value::unbound();
  }
  if (!name.is_unbound()) {
    ReprGuard guard(t, self);
    if (!guard.entered)
      return runtime_error(
          t, "reentrant call inside " + class_full_name(class_of(t->vm, self)) + ".__repr__");
    text += " name=";
    if (!repr_to(t, name, &text)) return Value::failed();
  }
  return str_value(t, text + rest + ">");
}

namespace {

NativeGroup base_methods{"_io._IOBase"}, raw_methods{"_io._RawIOBase"};
NativeGroup buffered_methods{"_io._BufferedIOBase"}, text_methods{"_io._TextIOBase"};

constexpr const char* kClosedName = "__IOBase_closed";

// --- IOBase ------------------------------------------------------------------------------------------

bool check_not_closed(Thread* t, Value self) {
  bool closed;
  if (!io_closed(t, self, &closed)) return false;
  if (closed) closed_error(t);
  return !closed;
}

Value base_seek(Thread* t, Value, Args) { return unsupported_operation(t, "seek"); }
DEF(base_methods, base_seek, "seek(self, /, *args)", "Change the stream position.")
Value base_tell(Thread* t, Value self) {
  Value args[2] = {Value::from_int(0), Value::from_int(1)};
  return call_method(t, self, intern(t, "seek"), args, 2);
}
DEF(base_methods, base_tell, "tell(self, /)", "The position in the stream.")
Value base_truncate(Thread* t, Value, Args) { return unsupported_operation(t, "truncate"); }
DEF(base_methods, base_truncate, "truncate(self, /, *args)", "Cut the stream off.")
Value base_fileno(Thread* t, Value) { return unsupported_operation(t, "fileno"); }
DEF(base_methods, base_fileno, "fileno(self, /)", "The descriptor, if there is one.")
Value base_flush(Thread* t, Value self) {
  return own_attr(t->vm, self, intern(t, kClosedName)).is_unbound() ? Value::none()
                                                                    : closed_error(t);
}
DEF(base_methods, base_flush, "flush(self, /)", "Write out what is held back.")
Value base_false(Thread* t, Value self) {
  return check_not_closed(t, self) ? Value::false_() : Value::failed();
}
DEF(base_methods, base_false, "isatty(self, /)", "Is this a terminal?")
bool never(Value) { return false; }
DEF(base_methods, never, "seekable(self, /)", "Can the position be changed?")
DEF(base_methods, never, "readable(self, /)", "Can one read from it?")
DEF(base_methods, never, "writable(self, /)", "Can one write to it?")

Value base_closed(Thread* t, Value self) {
  return Value::boolean(!own_attr(t->vm, self, intern(t, kClosedName)).is_unbound());
}
DEF_GET(base_methods, base_closed, "closed(self)", "Is the stream closed?")
Value base_close(Thread* t, Value self) {
  if (base_closed(t, self).is_true()) return Value::none();
  Value r = io_call(t, self, "flush");
  Value pending = r.is_failed() ? take_exception(t) : Value::unbound();
  if (self.is_ptr() &&
      !store_own_attr(t, self.ptr(), class_of(t->vm, self), intern(t, kClosedName), Value::true_()))
    return Value::failed();
  return pending.is_unbound() ? Value::none() : raise_object(t, pending);
}
DEF(base_methods, base_close, "close(self, /)", "Flush and close the stream.")
Value base_enter(Thread* t, Value self) {
  return check_not_closed(t, self) ? self : Value::failed();
}
DEF(base_methods, base_enter, "__enter__(self, /)", "")
Value base_exit(Thread* t, Value self, Args) { return io_call(t, self, "close"); }
DEF(base_methods, base_exit, "__exit__(self, /, *args)", "")
DEF(base_methods, base_enter, "__iter__(self, /)", "Implement iter(self).")
Value base_next(Thread* t, Value self) {
  Value line = io_call(t, self, "readline");
  if (line.is_failed()) return line;
  int64_t n;
  if (!length_of(t, line, &n)) return Value::failed();
  return n == 0 ? raise_stop_iteration(t, Value::none()) : line;
}
DEF(base_methods, base_next, "__next__(self, /)", "Implement next(self).")

Value check_method(Thread* t, Value self, const char* method, const char* message) {
  bool yes;
  if (!io_truth(t, self, method, &yes)) return Value::failed();
  return yes ? Value::true_() : unsupported_operation(t, message);
}
Value base_check_closed(Thread* t, Value self) {
  return check_not_closed(t, self) ? Value::none() : Value::failed();
}
DEF(base_methods, base_check_closed, "_checkClosed(self, /)", "")
Value base_check_readable(Thread* t, Value self) {
  return check_method(t, self, "readable", "File or stream is not readable.");
}
DEF(base_methods, base_check_readable, "_checkReadable(self, /)", "")
Value base_check_writable(Thread* t, Value self) {
  return check_method(t, self, "writable", "File or stream is not writable.");
}
DEF(base_methods, base_check_writable, "_checkWritable(self, /)", "")
Value base_check_seekable(Thread* t, Value self) {
  return check_method(t, self, "seekable", "File or stream is not seekable.");
}
DEF(base_methods, base_check_seekable, "_checkSeekable(self, /)", "")

// A line by peek() and read(), byte by byte where there is no peek.
Value base_readline(Thread* t, Value self, Value size) {
  int64_t limit;
  if (!io_size(t, size, &limit)) return Value::failed();
  Value peek = get_attr_or_unbound(t, self, intern(t, "peek"));
  if (peek.is_failed()) return peek;
  std::string line;
  while (limit < 0 || line.size() < static_cast<size_t>(limit)) {
    int64_t want = 1;
    if (!peek.is_unbound()) {
      Value ahead = call1(t, peek, Value::from_int(1));
      if (ahead.is_failed()) return ahead;
      if (!is<Bytes>(ahead))
        return raise(
            t, t->vm->classes.os_error,
            "peek() should have returned a bytes object, not '" + type_name(t, ahead) + "'");
      std::string_view view = as<Bytes>(ahead)->view();
      if (limit >= 0) view = view.substr(0, static_cast<size_t>(limit) - line.size());
      if (!view.empty()) {
        size_t end = view.find('\n');
        want = static_cast<int64_t>(end == view.npos ? view.size() : end + 1);
      }
    }
    Value piece = io_call(t, self, "read", Value::from_int(want));
    if (piece.is_failed()) return piece;
    if (!is<Bytes>(piece))
      return raise(t, t->vm->classes.os_error,
                   "read() should have returned a bytes object, not '" + type_name(t, piece) + "'");
    std::string_view view = as<Bytes>(piece)->view();
    if (view.empty()) break;
    line += view;
    if (view.back() == '\n') break;
  }
  return io_bytes(t, line);
}
DEF(base_methods, base_readline, "readline(self, size=-1, /)", "Read up to and with a newline.")

Value base_readlines(Thread* t, Value self, Value hint) {
  int64_t limit;
  if (!io_size(t, hint, &limit)) return Value::failed();
  List* lines = new_list(t);
  if (!lines) return Value::failed();
  int64_t taken = 0;
  Value it = get_iter(t, self);
  if (it.is_failed()) return it;
  for (;;) {
    Value line = iter_next(t, it);
    if (line.is_failed()) return line;
    if (line.is_unbound()) break;
    if (!list_append(t, lines, line)) return Value::failed();
    if (limit <= 0) continue;
    int64_t n;
    if (!length_of(t, line, &n)) return Value::failed();
    taken += n;
    if (taken > limit) break;
  }
  return val(lines);
}
DEF(base_methods, base_readlines, "readlines(self, hint=-1, /)", "A list of the lines left.")
Value base_writelines(Thread* t, Value self, Value lines) {
  if (!check_not_closed(t, self)) return Value::failed();
  bool ok = for_each_item(
      t, lines, [&](Value v) { return !io_call(t, self, "write", v).is_failed() && poll(t); });
  return ok ? Value::none() : Value::failed();
}
DEF(base_methods, base_writelines, "writelines(self, lines, /)", "Write each of the lines.")

// --- RawIOBase -----------------------------------------------------------------------------------------

Value raw_readall(Thread* t, Value self) {
  std::string all;
  for (;;) {
    Value piece = io_call(t, self, "read", Value::from_int(8192));
    if (piece.is_failed()) return piece;
    if (piece.is_none()) {
      if (all.empty()) return piece;
      break;
    }
    if (!is<Bytes>(piece)) return type_error(t, "read() should return bytes");
    if (as<Bytes>(piece)->size == 0) break;
    all += as<Bytes>(piece)->view();
  }
  return io_bytes(t, all);
}
DEF(raw_methods, raw_readall, "readall(self, /)", "Read until the end.")
Value raw_read(Thread* t, Value self, Value size) {
  int64_t n;
  if (!io_size(t, size, &n)) return Value::failed();
  if (n < 0) return io_call(t, self, "readall");
  ByteArray* room = take_bytearray(t, static_cast<size_t>(n), shape_of(t->vm->classes.bytearray));
  if (!room) return Value::failed();
  if (room->data) std::memset(room->data, 0, room->size);
  Value got = io_call(t, self, "readinto", val(room));
  if (got.is_failed() || got.is_none()) return got;
  int64_t count;
  if (!to_int64(t, got, &count)) return Value::failed();
  size_t take = count < 0 ? room->size : std::min(static_cast<size_t>(count), room->size);
  return io_bytes(t, bytes_view(val(room)).substr(0, take));
}
DEF(raw_methods, raw_read, "read(self, size=-1, /)", "Read at most so many bytes, in one go.")

Value raw_missing(Thread* t, Value, Args) {
  Value none = tuple_of(t, {});
  Value e = none.is_failed() ? none : new_exception(t, t->vm->classes.not_implemented_error, none);
  return e.is_failed() ? e : raise_object(t, e);
}
DEF(raw_methods, raw_missing, "readinto(self, /, *args)", "Read into memory: for subclasses.")
DEF(raw_methods, raw_missing, "write(self, /, *args)", "Write bytes: for subclasses.")

// --- BufferedIOBase ------------------------------------------------------------------------------------

Value unsupported_detach(Thread* t, Value) { return unsupported_operation(t, "detach"); }
Value unsupported_read(Thread* t, Value, Args) { return unsupported_operation(t, "read"); }
Value unsupported_read1(Thread* t, Value, Args) { return unsupported_operation(t, "read1"); }
Value unsupported_readline(Thread* t, Value, Args) { return unsupported_operation(t, "readline"); }
Value unsupported_write(Thread* t, Value, Args) { return unsupported_operation(t, "write"); }
DEF(buffered_methods, unsupported_detach, "detach(self, /)", "Part from the stream below.")
DEF(buffered_methods, unsupported_read, "read(self, /, *args)", "Read bytes.")
DEF(buffered_methods, unsupported_read1, "read1(self, /, *args)", "Read bytes, in one go.")
DEF(buffered_methods, unsupported_write, "write(self, /, *args)", "Write bytes.")
Value read_into(Thread* t, Value self, Value room, const char* method, const char* name) {
  Pinned p{};
  if (!pin_writable(t, room, name, &p)) return Value::failed();
  Value data = io_call(t, self, method, new_uint(t, p.size));
  if (!data.is_failed() && !is<Bytes>(data))
    data = type_error(t, std::string(method) + "() should return bytes");
  if (!data.is_failed() && as<Bytes>(data)->size > p.size)
    data = value_error(
        t, std::string(method) + "() returned too much data: " + std::to_string(p.size) +
               " bytes requested, " + std::to_string(as<Bytes>(data)->size) + " returned");
  if (!data.is_failed()) {
    std::string_view view = as<Bytes>(data)->view();
    std::memcpy(const_cast<uint8_t*>(p.data), view.data(), view.size());
    keep_alive(data);
    data = new_uint(t, view.size());
  }
  unpin(&p);
  return data;
}
Value base_readinto(Thread* t, Value self, Value buffer) {
  return read_into(t, self, buffer, "read", "readinto");
}
DEF(buffered_methods, base_readinto, "readinto(self, buffer, /)", "Read into memory.")
Value base_readinto1(Thread* t, Value self, Value buffer) {
  return read_into(t, self, buffer, "read1", "readinto1");
}
DEF(buffered_methods, base_readinto1, "readinto1(self, buffer, /)", "Read into memory, in one go.")

// --- TextIOBase ------------------------------------------------------------------------------------------

DEF(text_methods, unsupported_detach, "detach(self, /)", "Part from the stream below.")
DEF(text_methods, unsupported_read, "read(self, /, *args)", "Read characters.")
DEF(text_methods, unsupported_readline, "readline(self, /, *args)", "Read a line.")
DEF(text_methods, unsupported_write, "write(self, /, *args)", "Write text.")
Value nothing(Value) { return Value::none(); }
DEF_GET(text_methods, nothing, "encoding(self)", "Name of the encoding.")
DEF_GET(text_methods, nothing, "newlines(self)", "Line ends met so far.")
DEF_GET(text_methods, nothing, "errors(self)", "Name of the error handler.")

}  // namespace

void register_io_bases(Thread* t) {
  Vm* vm = t->vm;
  const CoreClasses& c = vm->classes;
  IoState& io = io_of(vm);
  auto base = [&](const char* name, Class* parent, const NativeGroup& methods) {
    Class* cls = new_builtin_class(t, name, parent, Kind::kInstance, kClassHasDict);
    if (cls) install_methods(t, cls, methods);
    return cls;
  };
  vm->heap.add_root_source([vm](Marker& m) {
    if (!vm->io) return;
    for (Class* cls : {vm->io->io_base, vm->io->raw_base, vm->io->buffered_base, vm->io->text_base,
                       vm->io->unsupported})
      m.mark_object(cls);
  });
  io.io_base = base("_io._IOBase", c.object, base_methods);
  io.raw_base = base("_io._RawIOBase", io.io_base, raw_methods);
  io.buffered_base = base("_io._BufferedIOBase", io.io_base, buffered_methods);
  io.text_base = base("_io._TextIOBase", io.io_base, text_methods);
  // Both an OSError and a ValueError.
  Class* unsupported =
      new_builtin_class(t, "io.UnsupportedOperation", c.os_error, Kind::kException, kClassHasDict);
  if (!unsupported) return;
  io.unsupported = unsupported;
  unsupported->new_def = c.os_error->new_def;
  Value bases[2] = {val(c.os_error), val(c.value_error)};
  Value mro[6] = {val(unsupported),      bases[0],     bases[1], val(c.exception),
                  val(c.base_exception), val(c.object)};
  if (Tuple* b = new_tuple_from(t, bases, 2)) unsupported->bases = b;
  if (Tuple* m = new_tuple_from(t, mro, 6)) unsupported->mro = m;
  add_subclass(vm, c.value_error, unsupported);
}

}  // namespace baton
