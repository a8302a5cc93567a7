// bytes objects: making them, their special methods, and access to the memory of bytes-like
// objects. The methods that bytes and bytearray share are in bytes_methods.cpp.
#include <exception>

#include "vm/base/hash.h"
#include "vm/base/unicode.h"
#include "vm/objects/memoryview.h"
#include "vm/objects/text.h"

namespace baton {

Bytes* take_bytes(Thread* t, size_t size, uint32_t shape) {
  if (BATON_UNLIKELY(size > kMaxBytes)) {
    raise_memory_error(t);
    return nullptr;
  }
  Bytes* b = t->vm->heap.make<Bytes>(t, shape, size + 1);
  if (!b) return nullptr;
  b->hash = 0;
  b->size = size;
  b->data[size] = 0;
  return b;
}

Bytes* new_bytes(Thread* t, std::string_view data) {
  Bytes* b = take_bytes(t, data.size(), t->vm->shape_ids.bytes);
  if (b && !data.empty()) std::memcpy(b->data, data.data(), data.size());
  return b;
}

bool to_bytes_view(Thread* t, Value v, std::string_view* out) {
  if (BATON_LIKELY(is_bytes_like(v))) {
    *out = bytes_view(v);
    return true;
  }
  if (is_buffer(v)) {
    if (!check_buffer(t, v)) return false;
    *out = bytes_view(v);
    return true;
  }
  raisef(t, t->vm->classes.type_error, "a bytes-like object is required, not '%s'",
         type_name(t, v).c_str());
  return false;
}

namespace {
uint32_t* native_views(Value v) {
  NativeObject* o = try_as<NativeObject>(v);
  return o && o->type->views ? o->type->views(o) : nullptr;
}
}  // namespace

// A view's memory is its base's, which is what stays in place.
bool pin_bytes(Thread* t, Value v, Pinned* out) {
  std::string_view view;
  if (!to_bytes_view(t, v, &view)) return false;
  v = buffer_base(v);
  if (is<ByteArray>(v)) ++as<ByteArray>(v)->exports;
  if (uint32_t* views = native_views(v)) ++*views;
  // An empty bytearray has no memory; unpin() goes by the owner.
  static const uint8_t kNothing[1] = {};
  *out = {v, view.data() ? reinterpret_cast<const uint8_t*>(view.data()) : kNothing, view.size()};
  return true;
}

void unpin(Pinned* p) {
  if (is<ByteArray>(p->owner) && as<ByteArray>(p->owner)->exports > 0)
    --as<ByteArray>(p->owner)->exports;
  if (uint32_t* views = native_views(p->owner); views && *views > 0) --*views;
  *p = {Value::none(), nullptr, 0};
}

bool byte_value(Thread* t, Value v, const char* message, uint8_t* out) {
  if (!v.is_int()) {
    v = to_index(t, v);
    if (v.is_failed()) return false;
    if (v.is_bool()) v = Value::from_int(v.is_true());
  }
  if (!v.is_int() || v.as_int() < 0 || v.as_int() > 255) {
    value_error(t, message);
    return false;
  }
  *out = static_cast<uint8_t>(v.as_int());
  return true;
}

bool bytes_from_iterable(Thread* t, Value iterable, bool array, std::string* out) {
  const char* message = array ? "byte must be in range(0, 256)" : "bytes must be in range(0, 256)";
  Value it = get_iter(t, iterable);
  if (it.is_failed()) return false;
  for (size_t n = 0;; ++n) {
    Value v = iter_next(t, it);
    if (v.is_failed()) return false;
    if (v.is_unbound()) return true;
    uint8_t byte;
    if (!byte_value(t, v, message, &byte)) return false;
    out->push_back(static_cast<char>(byte));
    if ((n & 4095) == 4095 && !poll(t)) return false;
  }
}

namespace {

// The size in bytes(n) and bytearray(n).
bool size_given(Thread* t, Value v, size_t* out) {
  v = to_index(t, v);
  if (v.is_failed()) return false;
  if (v.is_bool()) v = Value::from_int(v.is_true());
  int64_t n;
  uint64_t storage;
  if (!fits_int64(int_view(v, &storage), &n)) {
    overflow_error(t, "cannot fit 'int' into an index-sized integer");
    return false;
  }
  if (n < 0) {
    value_error(t, "negative count");
    return false;
  }
  if (static_cast<size_t>(n) > kMaxBytes ||
      !t->vm->heap.account_checked(t, static_cast<size_t>(n))) {
    if (!t->exception.is_unbound()) return false;
    raise_memory_error(t);
    return false;
  }
  t->vm->heap.account(-static_cast<ptrdiff_t>(n));
  *out = static_cast<size_t>(n);
  return true;
}

bool iterable_source(Thread* t, Value v) {
  if (!v.is_ptr()) return false;
  Class* cls = class_of(t->vm, v);
  return !find_in_class(t->vm, cls, t->vm->names.iter).is_unbound() ||
         !find_in_class(t->vm, cls, t->vm->names.getitem).is_unbound();
}

bool text_source(Thread* t, Value source, Value encoding, Value errors, bool array,
                 std::string* out) {
  for (auto [name, v] : {std::pair{"encoding", encoding}, std::pair{"errors", errors}})
    if (!v.is_unbound() && !is<Str>(v)) {
      raisef(t, t->vm->classes.type_error, "%s() argument '%s' must be str, not %s",
             array ? "bytearray" : "bytes", name, v.is_none() ? "None" : type_name(t, v).c_str());
      return false;
    }
  if (!is<Str>(source)) {
    type_error(t, encoding.is_unbound() ? "errors without a string argument"
                                        : "encoding without a string argument");
    return false;
  }
  if (encoding.is_unbound()) {
    type_error(t, "string argument without an encoding");
    return false;
  }
  Bytes* b = encode_str(t, as<Str>(source), as<Str>(encoding)->view(),
                        errors.is_unbound() ? "strict" : as<Str>(errors)->view());
  if (!b) return false;
  out->assign(b->view());
  return true;
}

}  // namespace

bool bytes_from_arguments(Thread* t, Value source, Value encoding, Value errors, bool array,
                          std::string* out) {
  if (!encoding.is_unbound() || !errors.is_unbound())
    return text_source(t, source, encoding, errors, array, out);
  if (source.is_unbound()) return true;
  if (is<Str>(source)) return text_source(t, source, encoding, errors, array, out);
  if (!array && source.is_ptr()) {
    Value r = call_special(t, source, t->vm->names.bytes);
    if (r.is_failed()) return false;
    if (!r.is_unbound()) {
      if (!is<Bytes>(r)) {
        type_error(t, "__bytes__ returned non-bytes (type " + type_name(t, r) + ")");
        return false;
      }
      out->assign(bytes_view(r));
      return true;
    }
  }
  if (is_bytes_like(source)) {
    out->assign(bytes_view(source));
    return true;
  }
  if (is_buffer(source)) {
    if (!memoryview_bytes(source, out)) out->assign(bytes_view(source));
    std::string_view unused;
    if (!out->empty() || to_bytes_view(t, source, &unused)) return true;
    return false;
  }
  if (has_index(t, source)) {
    size_t n;
    if (!size_given(t, source, &n)) return false;
    try {
      out->assign(n, '\0');
    } catch (const std::exception&) {
      raise_memory_error(t);
      return false;
    }
    return true;
  }
  if (!iterable_source(t, source)) {
    raisef(t, t->vm->classes.type_error, "cannot convert '%s' object to %s",
           type_name(t, source).c_str(), array ? "bytearray" : "bytes");
    return false;
  }
  return bytes_from_iterable(t, source, array, out);
}

namespace {

NativeGroup bytes_methods{"bytes"};

Value bytes_new(Thread* t, Class* cls, Value source, Value encoding, Value errors) {
  if (cls == t->vm->classes.bytes && source.is_ptr() &&
      source.ptr()->shape == t->vm->shape_ids.bytes && encoding.is_unbound() && errors.is_unbound())
    return source;
  std::string data;
  if (!bytes_from_arguments(t, source, encoding, errors, false, &data)) return Value::failed();
  Bytes* b = take_bytes(t, data.size(), shape_of(cls));
  if (!b) return Value::failed();
  std::memcpy(b->data, data.data(), data.size());
  return val(b);
}
DEF_NEW(bytes_methods, bytes_new, "bytes(cls, source=<absent>, encoding=<absent>, errors=<absent>)",
        "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\n"
        "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object "
        "of size given by the parameter initialized with null bytes\nbytes() -> empty bytes "
        "object\n\nConstruct an immutable array of bytes.")

Value bytes_getnewargs(Thread* t, Bytes* self) {
  Bytes* copy = new_bytes(t, self->view());
  return copy ? tuple_of(t, {val(copy)}) : Value::failed();
}
DEF(bytes_methods, bytes_getnewargs, "__getnewargs__(self, /)", "")
Bytes* bytes_bytes(Thread* t, Bytes* self) {
  return self->shape == t->vm->shape_ids.bytes ? self : new_bytes(t, self->view());
}
DEF(bytes_methods, bytes_bytes, "__bytes__(self, /)", "Convert this value to exact type bytes.")
int64_t bytes_hash(Bytes* self) {
  if (self->hash == 0 && self->size != 0) {
    int64_t h = hash_bytes(self->view());
    self->hash = h != 0 ? h : 1;
  }
  return self->hash;
}
DEF(bytes_methods, bytes_hash, "__hash__(self, /)", "Return hash(self).")
Value bytes_repr(Thread* t, Bytes* self) { return str_value(t, repr_bytes(self->view())); }
DEF(bytes_methods, bytes_repr, "__repr__(self, /)", "Return repr(self).")
DEF(bytes_methods, bytes_repr, "__str__(self, /)", "Return str(self).")
int64_t bytes_sizeof(Bytes* self) { return static_cast<int64_t>(sizeof(Bytes) + self->size + 1); }
DEF(bytes_methods, bytes_sizeof, "__sizeof__(self, /)", "Return the size of the object in memory.")

}  // namespace

void register_bytes(Vm* vm, Thread* t) { install_methods(t, vm->classes.bytes, bytes_methods); }

}  // namespace baton
