// bytearray objects: bytes that change in place. What they share with bytes is in
// bytes_methods.cpp.
//
// The bytes are malloc'ed and accounted to the heap; `data` is null only while capacity is 0.
// While `exports` is not 0 a native holds the memory without the lock: sizes may not change
// (BufferError), contents may. Every method converts its arguments before it looks at the bytes.
#include <algorithm>
#include <cstdlib>

#include "vm/base/unicode.h"
#include "vm/objects/memoryview.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

constexpr const char* kByteRange = "byte must be in range(0, 256)";

// Sets the capacity exactly.
bool set_capacity(Thread* t, ByteArray* b, size_t capacity) {
  if (capacity > kMaxBytes) return raise_memory_error(t), false;
  if (capacity > b->capacity && !t->vm->heap.account_checked(t, capacity - b->capacity))
    return false;
  if (capacity == 0) {
    std::free(b->data);
    b->data = nullptr;
  } else {
    void* p = std::realloc(b->data, capacity);
    if (!p) {
      if (capacity > b->capacity)
        t->vm->heap.account(-static_cast<ptrdiff_t>(capacity - b->capacity));
      return raise_memory_error(t), false;
    }
    b->data = static_cast<uint8_t*>(p);
  }
  if (capacity < b->capacity) t->vm->heap.account(-static_cast<ptrdiff_t>(b->capacity - capacity));
  b->capacity = capacity;
  return true;
}

bool check_exports(Thread* t, ByteArray* b) {
  if (BATON_LIKELY(b->exports == 0)) return check_views(t, val(b), &b->views);
  raise(t, t->vm->classes.buffer_error, "Existing exports of data: object cannot be re-sized");
  return false;
}

}  // namespace

ByteArray* take_bytearray(Thread* t, size_t size, uint32_t shape) {
  ByteArray* b = t->vm->heap.make<ByteArray>(t, shape);
  if (!b) return nullptr;
  b->size = b->capacity = 0;
  b->data = nullptr;
  b->exports = b->views = 0;
  // An empty one gets memory too, so that callers can tell it from a failure by its data.
  if (!set_capacity(t, b, std::max<size_t>(size, 1))) return nullptr;
  b->size = size;
  return b;
}

ByteArray* new_bytearray(Thread* t, std::string_view data) {
  ByteArray* b = take_bytearray(t, data.size(), t->vm->shape_ids.bytearray);
  if (b && !data.empty()) std::memcpy(b->data, data.data(), data.size());
  return b;
}

bool bytearray_resize(Thread* t, ByteArray* b, size_t size) {
  if (size == b->size) return true;
  if (!check_exports(t, b)) return false;
  if (size > b->capacity) {
    if (!set_capacity(t, b, size + size / 8 + 16)) return false;
  } else if (size < b->capacity / 2) {
    if (!set_capacity(t, b, size)) return false;
  }
  b->size = size;
  return true;
}

namespace {

NativeGroup array_methods{"bytearray"};

Value done(bool ok) { return ok ? Value::none() : Value::failed(); }

// Replaces data[from, to) by `part`, which lies elsewhere.
bool splice(Thread* t, ByteArray* b, size_t from, size_t to, std::string_view part) {
  size_t tail = b->size - to, size = from + part.size() + tail, old = b->size;
  if (size > old && !bytearray_resize(t, b, size)) return false;
  if (size < old && !check_exports(t, b)) return false;
  if (tail) std::memmove(b->data + from + part.size(), b->data + to, tail);
  if (!part.empty()) std::memcpy(b->data + from, part.data(), part.size());
  return size >= old || bytearray_resize(t, b, size);
}

// The arguments are __init__'s business: a subclass may have its own.
Value array_new(Thread* t, Class* cls, Kw, Args) {
  ByteArray* b = take_bytearray(t, 0, shape_of(cls));
  return b ? val(b) : Value::failed();
}
DEF_NEW(array_methods, array_new, "bytearray(cls, *args, **kwargs)",
        "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> "
        "bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) "
        "-> bytes array of size given by the parameter initialized with null bytes\nbytearray() "
        "-> empty bytes array\n\nConstruct a mutable bytearray object.")
Value array_init(Thread* t, ByteArray* self, Value source, Value encoding, Value errors) {
  std::string data;
  if (!bytes_from_arguments(t, source, encoding, errors, true, &data)) return Value::failed();
  return done(splice(t, self, 0, self->size, data));
}
DEF(array_methods, array_init,
    "__init__(self, source=<absent>, encoding=<absent>, errors=<absent>)",
    "Initialize self.  See help(type(self)) for accurate signature.")

Value array_repr(Thread* t, ByteArray* self) {
  std::string_view bytes = bytes_view(val(self));
  bool quoted = bytes.find('\'') != kNotFound && bytes.find('"') == kNotFound;
  std::string out = type_name(t, val(self)) + (quoted ? "(b\"" : "(b'");
  append_bytes_escaped(&out, bytes, '\'');  // ' is escaped between any quotes, as CPython does
  return str_value(t, out + (quoted ? "\")" : "')"));
}
DEF(array_methods, array_repr, "__repr__(self, /)", "Return repr(self).")
DEF(array_methods, array_repr, "__str__(self, /)", "Return str(self).")
int64_t array_alloc(ByteArray* self) { return static_cast<int64_t>(self->capacity); }
DEF(array_methods, array_alloc, "__alloc__(self, /)", "Return the number of bytes allocated.")
int64_t array_sizeof(ByteArray* self) {
  return static_cast<int64_t>(sizeof(ByteArray) + self->capacity);
}
DEF(array_methods, array_sizeof, "__sizeof__(self, /)", "Return the size of the object in memory.")

// --- items and slices ---
// An index of script as a position; -1 and IndexError(message) if it is out of range.
int64_t position(Thread* t, ByteArray* b, Value key, const char* message) {
  int64_t i;
  if (!item_index(t, key, "bytearray", &i)) return -1;
  if (i < 0) i += static_cast<int64_t>(b->size);
  if (static_cast<uint64_t>(i) < b->size) return i;
  index_error(t, message);
  return -1;
}

// The bytes a script assigns or extends by, copied out: the source may be self.
bool bytes_to_store(Thread* t, Value v, std::string* out) {
  if (is_buffer(v)) {
    std::string_view view;
    if (!memoryview_bytes(v, out)) out->assign(bytes_view(v));
    return !out->empty() || to_bytes_view(t, v, &view);
  }
  return bytes_from_iterable(t, v, true, out);
}

bool assign_slice(Thread* t, ByteArray* b, Slice* s, std::string_view data, bool deleting) {
  int64_t start, stop, step;
  if (!slice_unpack(t, s, &start, &stop, &step)) return false;
  int64_t count = slice_adjust(static_cast<int64_t>(b->size), &start, &stop, step);
  if (step == 1) {
    size_t from = static_cast<size_t>(start);
    return splice(t, b, from, static_cast<size_t>(std::max(start, stop)), data);
  }
  if (!deleting) {
    if (static_cast<int64_t>(data.size()) != count) {
      raisef(t, t->vm->classes.value_error,
             "attempt to assign bytes of size %zu to extended slice of size %lld", data.size(),
             static_cast<long long>(count));
      return false;
    }
    for (int64_t i = 0, k = start; i < count; ++i, k += step)
      b->data[k] = static_cast<uint8_t>(data[static_cast<size_t>(i)]);
    return true;
  }
  if (count == 0) return true;
  if (!check_exports(t, b)) return false;
  if (step < 0) {
    start += step * (count - 1);
    step = -step;
  }
  size_t to = static_cast<size_t>(start);
  for (size_t i = to; i < b->size; ++i) {
    size_t past = i - static_cast<size_t>(start);
    bool selected = past % static_cast<size_t>(step) == 0 &&
                    past / static_cast<size_t>(step) < static_cast<size_t>(count);
    if (!selected) b->data[to++] = b->data[i];
  }
  return bytearray_resize(t, b, to);
}

Value array_setitem(Thread* t, ByteArray* self, Value key, Value v) {
  if (is<Slice>(key)) {
    if (is<Str>(v) || (!is_buffer(v) && has_index(t, v)))
      return type_error(t, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    std::string data;
    if (!bytes_to_store(t, v, &data)) return Value::failed();
    return done(assign_slice(t, self, as<Slice>(key), data, false));
  }
  int64_t i = position(t, self, key, "bytearray index out of range");
  if (i < 0) return Value::failed();
  uint8_t byte;
  if (!byte_value(t, v, kByteRange, &byte)) return Value::failed();
  if (static_cast<uint64_t>(i) >= self->size) return index_error(t, "bytearray index out of range");
  self->data[i] = byte;
  return Value::none();
}
DEF(array_methods, array_setitem, "__setitem__(self, key, value, /)", "Set self[key] to value.")
Value array_delitem(Thread* t, ByteArray* self, Value key) {
  if (is<Slice>(key)) return done(assign_slice(t, self, as<Slice>(key), "", true));
  int64_t i = position(t, self, key, "bytearray index out of range");
  if (i < 0) return Value::failed();
  return done(splice(t, self, static_cast<size_t>(i), static_cast<size_t>(i) + 1, ""));
}
DEF(array_methods, array_delitem, "__delitem__(self, key, /)", "Delete self[key].")

Value array_iadd(Thread* t, ByteArray* self, Value value) {
  std::string_view unused;
  if (!is_buffer(value))
    return raisef(t, t->vm->classes.type_error, "can't concat %s to %s",
                  type_name(t, value).c_str(), type_name(t, val(self)).c_str());
  if (!to_bytes_view(t, value, &unused)) return Value::failed();
  size_t n = self->size, more = bytes_view(value).size();
  if (!bytearray_resize(t, self, n + more)) return Value::failed();
  if (more) std::memcpy(self->data + n, bytes_view(value).data(), more);  // maybe self's own
  return val(self);
}
DEF(array_methods, array_iadd, "__iadd__(self, value, /)", "Implement self+=value.")
Value array_imul(Thread* t, ByteArray* self, Value value) {
  Value r = text_repeat(t, val(self), value);
  if (r.is_failed()) return r;
  RootVec kept(t);  // not only on the native stack: the resizing may look at the registers alone
  kept.v.push_back(r);
  return splice(t, self, 0, self->size, bytes_view(r)) ? val(self) : Value::failed();
}
DEF(array_methods, array_imul, "__imul__(self, value, /)", "Implement self*=value.")

// --- methods ---
Value array_append(Thread* t, ByteArray* self, Value item) {
  uint8_t byte;
  if (!byte_value(t, item, kByteRange, &byte)) return Value::failed();
  if (!bytearray_resize(t, self, self->size + 1)) return Value::failed();
  self->data[self->size - 1] = byte;
  return Value::none();
}
DEF(array_methods, array_append, "append(self, item, /)",
    "Append a single item to the end of the bytearray.")
Value array_extend(Thread* t, ByteArray* self, Value iterable) {
  if (is_buffer(iterable)) return done(!array_iadd(t, self, iterable).is_failed());
  std::string data;
  if (!iterable.is_ptr() ||
      (find_in_class(t->vm, class_of(t->vm, iterable), t->vm->names.iter).is_unbound() &&
       find_in_class(t->vm, class_of(t->vm, iterable), t->vm->names.getitem).is_unbound()))
    return type_error(t, "can't extend bytearray with " + type_name(t, iterable));
  if (!bytes_from_iterable(t, iterable, true, &data)) return Value::failed();
  return done(splice(t, self, self->size, self->size, data));
}
DEF(array_methods, array_extend, "extend(self, iterable_of_ints, /)",
    "Append all the items from the iterator or sequence to the end of the bytearray.")
Value array_insert(Thread* t, ByteArray* self, Int index, Value item) {
  uint8_t byte;
  if (!byte_value(t, item, kByteRange, &byte)) return Value::failed();
  int64_t size = static_cast<int64_t>(self->size), i = index;
  if (i < 0) i = std::max<int64_t>(i + size, 0);
  size_t at = static_cast<size_t>(std::min(i, size));
  char c = static_cast<char>(byte);
  return done(splice(t, self, at, at, {&c, 1}));
}
DEF(array_methods, array_insert, "insert(self, index, item, /)",
    "Insert a single item into the bytearray before the given index.")
Value array_pop(Thread* t, ByteArray* self, Int index) {
  if (self->size == 0) return index_error(t, "pop from empty bytearray");
  int64_t i = index;
  if (i < 0) i += static_cast<int64_t>(self->size);
  if (static_cast<uint64_t>(i) >= self->size) return index_error(t, "pop index out of range");
  Value v = Value::from_int(self->data[i]);
  return splice(t, self, static_cast<size_t>(i), static_cast<size_t>(i) + 1, "") ? v
                                                                                 : Value::failed();
}
DEF(array_methods, array_pop, "pop(self, index=-1, /)", "Remove and return a single item from B.")
Value array_remove(Thread* t, ByteArray* self, Value value) {
  uint8_t byte;
  if (!byte_value(t, value, kByteRange, &byte)) return Value::failed();
  char c = static_cast<char>(byte);
  size_t at = text_find(bytes_view(val(self)), {&c, 1});
  if (at == kNotFound) return value_error(t, "value not found in bytearray");
  return done(splice(t, self, at, at + 1, ""));
}
DEF(array_methods, array_remove, "remove(self, value, /)",
    "Remove the first occurrence of a value in the bytearray.")
void array_reverse(ByteArray* self) { std::reverse(self->data, self->data + self->size); }
DEF(array_methods, array_reverse, "reverse(self, /)",
    "Reverse the order of the values in B in place.")
Value array_clear(Thread* t, ByteArray* self) { return done(bytearray_resize(t, self, 0)); }
DEF(array_methods, array_clear, "clear(self, /)", "Remove all items from the bytearray.")
ByteArray* array_copy(Thread* t, ByteArray* self) {
  return new_bytearray(t, bytes_view(val(self)));
}
DEF(array_methods, array_copy, "copy(self, /)", "Return a copy of B.")

}  // namespace

void register_bytearray(Vm* vm, Thread* t) {
  install_methods(t, vm->classes.bytearray, array_methods);
  set_unhashable(t, vm->classes.bytearray);
}

}  // namespace baton
