// The struct module: values to bytes and back by a format.
//
// A format is parsed once into fields with offsets (StructObject keeps them; the module's functions
// remember the last few formats they saw). Native mode ('@') aligns and has the machine's sizes, the
// others have standard sizes and no gaps. Fields are converted into a buffer of our own first, since
// __index__ and __float__ are script. Lock held.
// Behaviour: https://docs.python.org/3.11/library/struct.html
#include <cstring>

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/item_codec.h"
#include "vm/objects/memoryview.h"
#include "vm/objects/number.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup functions{"_struct"};
NativeGroup struct_methods{"Struct"};

struct Field {
  char code;
  uint32_t itemsize;
  uint64_t count;  // items; for 's' and 'p' the bytes of the one item
  uint64_t offset;
  bool text() const { return code == 's' || code == 'p'; }
};

struct Layout {
  std::vector<Field> fields;
  uint64_t size = 0;
  uint64_t values = 0;
  bool big_endian = false;
  bool native = true;
};

struct StructObject : NativeObject {
  Str* format;
  Layout* layout;
};
void trace_struct(Object* o, Marker& m) { m.mark_object(static_cast<StructObject*>(o)->format); }
void finalize_struct(Object* o) { delete static_cast<StructObject*>(o)->layout; }
const NativeType kStructType = {"_struct.Struct", trace_struct, finalize_struct, nullptr};

struct UnpackIterator : NativeObject {
  Value owner;  // the StructObject
  Value buffer;
  size_t at;
};
void trace_iterator(Object* o, Marker& m) {
  auto* it = static_cast<UnpackIterator*>(o);
  m.mark(it->owner);
  m.mark(it->buffer);
}
Value next_record(Thread* t, Object* o);
const NativeType kIteratorType = {"_struct.unpack_iterator", trace_iterator, nullptr, next_record};

Value struct_error(Thread* t, const std::string& text) {
  Str* name = intern(t, "struct");
  Module* m = name ? try_as<Module>(dict_get_str(t->vm->modules, name)) : nullptr;
  Str* key = m ? intern(t, "error") : nullptr;
  Class* cls = key ? try_as<Class>(dict_get_str(m->dict, key)) : nullptr;
  return raise(t, cls ? cls : t->vm->classes.value_error, text);
}

// --- formats ---

size_t standard_size(char c) {
  switch (c) {
    case 'l':
    case 'L': return 4;
    case 'n':
    case 'N':
    case 'P': return 0;
    default: return native_item_size(c);
  }
}

bool parse(Thread* t, std::string_view f, Layout* out) {
  bool native = true;
  size_t i = 0;
  if (!f.empty() && std::strchr("@=<>!", f[0]) && f[0] != 0) {
    native = f[0] == '@';
    out->native = native;
    out->big_endian = f[0] == '>' || f[0] == '!';
    i = 1;
  }
  constexpr uint64_t kMost = INT64_MAX;
  uint64_t size = 0;
  auto too_long = [&] { return struct_error(t, "total struct size too long"), false; };
  while (i < f.size()) {
    char c = f[i++];
    if (is_byte_space(c)) continue;
    uint64_t count = 1;
    if (c >= '0' && c <= '9') {
      count = static_cast<uint64_t>(c - '0');
      while (i < f.size() && f[i] >= '0' && f[i] <= '9') {
        if (__builtin_mul_overflow(count, uint64_t{10}, &count) || count > kMost) return too_long();
        count += static_cast<uint64_t>(f[i++] - '0');
        if (count > kMost) return too_long();
      }
      if (i == f.size())
        return struct_error(t, "repeat count given without format specifier"), false;
      c = f[i++];
    }
    size_t itemsize = c == 's' || c == 'p' || c == 'x' ? 1
                      : native                         ? native_item_size(c)
                                                       : standard_size(c);
    if (itemsize == 0) {
      return struct_error(t, c == 0 ? "embedded null character" : "bad char in struct format"),
             false;
    }
    if (native) size = (size + itemsize - 1) / itemsize * itemsize;
    uint64_t bytes;
    if (__builtin_mul_overflow(count, itemsize, &bytes) || size > kMost || bytes > kMost - size)
      return too_long();
    if (c != 'x' && (count > 0 || c == 's' || c == 'p')) {
      out->fields.push_back({c, static_cast<uint32_t>(itemsize), count, size});
      out->values += c == 's' || c == 'p' ? 1 : count;
    }
    size += bytes;
  }
  out->size = size;
  return true;
}

// The text of a format; null: TypeError.
Str* format_text(Thread* t, Value v) {
  if (Str* s = try_as<Str>(v)) {
    if (s->ascii()) return s;
    Bytes* b = encode_str(t, s, "ascii", "strict");
    return b ? s : nullptr;
  }
  if (is<Bytes>(v)) return new_str(t, as<Bytes>(v)->view());
  type_error(t, "Struct() argument 1 must be a str or bytes object, not " + type_name(t, v));
  return nullptr;
}

Class* struct_class(Vm* vm) { return native_class(vm, &kStructType); }

StructObject* make_struct(Thread* t, Class* cls, Value format) {
  Str* text = format_text(t, format);
  if (!text) return nullptr;
  auto* s = static_cast<StructObject*>(
      t->vm->heap.allocate(t, sizeof(StructObject), Kind::kNativeObject, cls->root->id));
  if (!s) return nullptr;
  s->type = &kStructType;
  s->format = text;
  s->layout = nullptr;
  s->layout = new Layout;
  return parse(t, text->view(), s->layout) ? s : nullptr;
}

// The layouts of formats seen lately: the module's _cache, from format to Struct.
StructObject* struct_for(Thread* t, Value format) {
  int64_t unused;
  if (!is<Str>(format) && !is<Bytes>(format)) {
    if (!hash_value(t, format, &unused)) return nullptr;
    return make_struct(t, struct_class(t->vm), format);
  }
  Str* name = intern(t, "struct");
  Module* m = name ? try_as<Module>(dict_get_str(t->vm->modules, name)) : nullptr;
  Str* key = m ? intern(t, "_cache") : nullptr;
  Dict* cache = key ? try_as<Dict>(dict_get_str(m->dict, key)) : nullptr;
  if (cache) {
    Value found = dict_get(t, cache, format);
    if (found.is_failed()) return nullptr;
    if (!found.is_unbound()) return native_self<StructObject>(t, found, &kStructType);
  }
  StructObject* s = make_struct(t, struct_class(t->vm), format);
  if (!s || !cache) return s;
  if (cache->size >= 100) dict_clear(cache);
  return dict_set(t, cache, format, val(s)) ? s : nullptr;
}

// --- packing ---

Value range_error(Thread* t, char c, uint32_t size, Value n) {
  int64_t fits;
  bool in_word = int_fits_int64(n, &fits);
  switch (c) {
    case 'b':
      if (in_word) return struct_error(t, "byte format requires -128 <= number <= 127");
      break;
    case 'B':
      if (in_word) return struct_error(t, "ubyte format requires 0 <= number <= 255");
      break;
    case 'h':
      if (in_word) return struct_error(t, "short format requires -32768 <= number <= 32767");
      break;
    case 'H':
      if (in_word) return struct_error(t, "ushort format requires 0 <= number <= 65535");
      break;
    default:
      if (in_word && size < 8 && (item_is_signed(c) || fits >= 0)) {
        int64_t half = int64_t{1} << (8 * size - 1);
        bool is_signed = item_is_signed(c);
        return struct_error(
            t, format_message("'%c' format requires %ld <= number <= %ld", c,
                              is_signed ? -half : 0l, is_signed ? half - 1 : 2 * half - 1));
      }
  }
  return struct_error(t, "argument out of range");
}

bool pack_text(Thread* t, const Field& f, Value v, uint8_t* p) {
  if (!is<Bytes>(v) && !is<ByteArray>(v)) {
    struct_error(t, format_message("argument for '%c' must be a bytes object", f.code));
    return false;
  }
  std::string_view s = bytes_view(v);
  if (f.code == 's') {
    if (size_t n = std::min<size_t>(s.size(), f.count)) std::memcpy(p, s.data(), n);
  } else if (f.count > 0) {
    size_t n = std::min<size_t>(s.size(), f.count - 1);
    if (n) std::memcpy(p + 1, s.data(), n);
    p[0] = static_cast<uint8_t>(std::min<size_t>(n, 255));
  }
  return true;
}

bool pack_item(Thread* t, const Layout& l, const Field& f, Value v, uint8_t* p) {
  switch (f.code) {
    case 'c':
      if (!is<Bytes>(v) || as<Bytes>(v)->size != 1) {
        struct_error(t, "char format requires a bytes object of length 1");
        return false;
      }
      *p = as<Bytes>(v)->data[0];
      return true;
    case '?': {
      bool b;
      if (!truth(t, v, &b)) return false;
      *p = b;
      return true;
    }
    case 'e':
    case 'f':
    case 'd': {
      double d;
      Store r = Store::kFailed;
      if (to_double(t, v, &d)) {
        if (l.native && f.code == 'f') d = static_cast<float>(d);  // as C converts: to infinity
        r = store_float(p, d, f.itemsize, l.big_endian);
        if (r == Store::kDone) return true;
        overflow_error(t, format_message("float too large to pack with %c format", f.code));
      } else if (exception_is(t, t->vm->classes.type_error)) {
        clear_exception(t);
        struct_error(t, "required argument is not a float");
        return false;
      }
      if (is_intlike(v) && exception_is(t, t->vm->classes.overflow_error)) {
        clear_exception(t);
        struct_error(t, "int too large to convert");
      }
      return false;
    }
    default: break;
  }
  if (!is_intlike(v) && !has_index(t, v)) {
    struct_error(t, "required argument is not an integer");
    return false;
  }
  Value n = to_index(t, v);
  if (n.is_failed()) return false;
  bool is_signed = item_is_signed(f.code);
  if (f.code == 'P') {
    int64_t fits;
    is_signed = int_fits_int64(n, &fits) && fits < 0;
    if (store_int(p, n, 8, false, is_signed) == Store::kDone) return true;
    struct_error(t, "int too large to convert");
    return false;
  }
  if (store_int(p, n, f.itemsize, l.big_endian, is_signed) == Store::kDone) return true;
  uint64_t storage;
  if (l.big_endian && f.itemsize == 8) {
    struct_error(t, "int too large to convert");
  } else if (l.big_endian && f.code == 'H' && int_view(n, &storage).neg) {
    struct_error(t, "argument out of range");
  } else {
    range_error(t, f.code, f.itemsize, n);
  }
  return false;
}

bool pack_all(Thread* t, const Layout& l, const char* what, const Value* v, size_t n,
              std::string* out) {
  if (n != l.values) {
    struct_error(t, format_message("%s expected %zu items for packing (got %zu)", what,
                                   static_cast<size_t>(l.values), n));
    return false;
  }
  if (l.size > kMaxBytes) return raise_memory_error(t), false;
  out->assign(l.size, '\0');
  for (const Field& f : l.fields) {
    auto* p = reinterpret_cast<uint8_t*>(out->data()) + f.offset;
    if (f.text()) {
      if (!pack_text(t, f, *v++, p)) return false;
      continue;
    }
    for (uint64_t i = 0; i < f.count; ++i, p += f.itemsize) {
      if (!pack_item(t, l, f, *v++, p)) return false;
    }
  }
  return true;
}

Value pack_values(Thread* t, StructObject* s, const Value* v, size_t n) {
  std::string out;
  if (!pack_all(t, *s->layout, "pack", v, n, &out)) return Value::failed();
  Bytes* b = new_bytes(t, out);
  return b ? val(b) : Value::failed();
}

// --- unpacking ---

Value unpack_item(Thread* t, const Layout& l, const Field& f, const uint8_t* p) {
  switch (f.code) {
    case 'c': {
      Bytes* b = new_bytes(t, {reinterpret_cast<const char*>(p), 1});
      return b ? val(b) : Value::failed();
    }
    case '?': return Value::boolean(*p != 0);
    case 'e':
    case 'f':
    case 'd': return load_float(t, p, f.itemsize, l.big_endian);
    default: return load_int(t, p, f.itemsize, l.big_endian, item_is_signed(f.code));
  }
}

// `data` stays in place: no script runs.
Value unpack_values(Thread* t, const Layout& l, const uint8_t* data) {
  Tuple* out = new_tuple(t, l.values);
  if (!out) return Value::failed();
  size_t at = 0;
  for (const Field& f : l.fields) {
    const uint8_t* p = data + f.offset;
    if (f.text()) {
      size_t n = f.count;
      if (f.code == 'p') {
        n = f.count == 0 ? 0 : std::min<size_t>(*p, f.count - 1);
        if (f.count) ++p;
      }
      Bytes* b = new_bytes(t, {reinterpret_cast<const char*>(p), n});
      if (!b) return Value::failed();
      barrier_store(out, &out->items[at++], val(b));
      continue;
    }
    for (uint64_t i = 0; i < f.count; ++i, p += f.itemsize) {
      Value v = unpack_item(t, l, f, p);
      if (v.is_failed()) return v;
      barrier_store(out, &out->items[at++], v);
    }
  }
  return val(out);
}

const uint8_t* bytes_at(std::string_view s) { return reinterpret_cast<const uint8_t*>(s.data()); }

Value unpack_whole(Thread* t, StructObject* s, Value buffer) {
  std::string_view data;
  if (!to_bytes_view(t, buffer, &data)) return Value::failed();
  if (data.size() != s->layout->size)
    return struct_error(t, format_message("unpack requires a buffer of %zu bytes",
                                          static_cast<size_t>(s->layout->size)));
  Value r = unpack_values(t, *s->layout, bytes_at(data));
  keep_alive(buffer);
  keep_alive(val(s));
  return r;
}

// Where a record lies for an offset that counts from the end if it is negative. `verb` is "unpack" or
// "pack". False: error.
bool locate(Thread* t, uint64_t size, Value offset, size_t length, bool packing, size_t* out) {
  Value n = to_index(t, offset);
  if (n.is_failed()) return false;
  int64_t at;
  if (!int_fits_int64(n, &at)) {
    overflow_error(t, "Python int too large to convert to C ssize_t");
    return false;
  }
  auto have = static_cast<int64_t>(length), need = static_cast<int64_t>(size);
  std::string text;
  if (at < 0) {
    if (at + need > 0) {
      text = packing
                 ? format_message("no space to pack %ld bytes at offset %ld", need, at)
                 : format_message("not enough data to unpack %ld bytes at offset %ld", need, at);
    } else if (at + have < 0) {
      text = format_message("offset %ld out of range for %ld-byte buffer", at, have);
    }
    at += have;
  }
  if (text.empty() && (at > have || have - at < need)) {
    text = packing ? format_message(
                         "pack_into requires a buffer of at least %lu bytes for packing %ld "
                         "bytes at offset %ld (actual buffer size is %ld)",
                         static_cast<uint64_t>(at) + size, need, at, have)
                   : format_message(
                         "unpack_from requires a buffer of at least %lu bytes for unpacking "
                         "%ld bytes at offset %ld (actual buffer size is %ld)",
                         static_cast<uint64_t>(at) + size, need, at, have);
  }
  if (!text.empty()) return struct_error(t, text), false;
  *out = static_cast<size_t>(at);
  return true;
}

Value unpack_part(Thread* t, StructObject* s, Value buffer, Value offset) {
  std::string_view data;
  size_t at;
  if (!to_bytes_view(t, buffer, &data) ||
      !locate(t, s->layout->size, offset, data.size(), false, &at) ||
      !to_bytes_view(t, buffer, &data))
    return Value::failed();
  if (data.size() < at + s->layout->size) return struct_error(t, "buffer changed size");
  Value r = unpack_values(t, *s->layout, bytes_at(data) + at);
  keep_alive(buffer);
  keep_alive(val(s));
  return r;
}

Value pack_part(Thread* t, StructObject* s, Args a) {
  if (a.n < 1) return struct_error(t, "pack_into expected buffer argument");
  if (a.n < 2) return struct_error(t, "pack_into expected offset argument");
  if (a.n - 2 != s->layout->values)
    return struct_error(t, format_message("pack_into expected %zu items for packing (got %u)",
                                          static_cast<size_t>(s->layout->values), a.n - 2));
  Buffer b;
  std::string_view data;
  if (!is_buffer(a.v[0]) || (buffer_of(a.v[0], &b) && b.readonly))
    return type_error(t,
                      "argument must be read-write bytes-like object, not " + type_name(t, a.v[0]));
  std::string out;
  size_t at;
  if (!to_bytes_view(t, a.v[0], &data) ||
      !locate(t, s->layout->size, a.v[1], data.size(), true, &at) ||
      !pack_all(t, *s->layout, "pack_into", a.v + 2, a.n - 2, &out) ||
      !to_bytes_view(t, a.v[0], &data))
    return Value::failed();
  if (!buffer_of(a.v[0], &b) || b.size < at + out.size())
    return struct_error(t, "buffer changed size");
  // Gaps between fields are left as they are only in name: CPython clears them too.
  if (!out.empty()) std::memcpy(b.data + at, out.data(), out.size());
  return Value::none();
}

// --- iteration ---

Value next_record(Thread* t, Object* o) {
  auto* it = static_cast<UnpackIterator*>(o);
  if (it->buffer.is_none()) return Value::unbound();
  const Layout& l = *static_cast<StructObject*>(it->owner.ptr())->layout;
  std::string_view data;
  if (!to_bytes_view(t, it->buffer, &data)) return Value::failed();
  if (it->at + l.size > data.size()) {
    it->buffer = Value::none();
    return Value::unbound();
  }
  size_t at = it->at;
  it->at += l.size;
  return unpack_values(t, l, bytes_at(data) + at);
}
NativeGroup iterator_methods{"unpack_iterator"};
Value length_hint(Thread* t, Value self) {
  auto* it = native_self<UnpackIterator>(t, self, &kIteratorType);
  if (!it) return Value::failed();
  if (it->buffer.is_none()) return Value::from_int(0);
  size_t size = static_cast<StructObject*>(it->owner.ptr())->layout->size;
  size_t length = bytes_view(it->buffer).size();
  return new_uint(t, it->at < length ? (length - it->at) / size : 0);
}
DEF(iterator_methods, length_hint, "__length_hint__(self, /)", "How many records are left.")

Value iterate(Thread* t, StructObject* s, Value buffer) {
  if (s->layout->size == 0)
    return struct_error(t, "cannot iteratively unpack with a struct of length 0");
  std::string_view data;
  if (!to_bytes_view(t, buffer, &data)) return Value::failed();
  if (data.size() % s->layout->size != 0)
    return struct_error(
        t, format_message("iterative unpacking requires a buffer of a multiple of %zu bytes",
                          static_cast<size_t>(s->layout->size)));
  auto* it = static_cast<UnpackIterator*>(
      t->vm->heap.allocate(t, sizeof(UnpackIterator), Kind::kNativeObject,
                           native_class(t->vm, &kIteratorType)->root->id));
  if (!it) return Value::failed();
  it->type = &kIteratorType;
  it->owner = val(s);
  it->buffer = buffer;
  it->at = 0;
  return val(it);
}

// --- the module's functions ---

Value pack(Thread* t, Args a) {
  if (a.n == 0) return type_error(t, "missing format argument");
  StructObject* s = struct_for(t, a.v[0]);
  return s ? pack_values(t, s, a.v + 1, a.n - 1) : Value::failed();
}
DEF(functions, pack, "pack(*args)", "The bytes of values v1, v2... by a format.")
Value pack_into(Thread* t, Args a) {
  if (a.n == 0) return type_error(t, "missing format argument");
  StructObject* s = struct_for(t, a.v[0]);
  return s ? pack_part(t, s, {a.v + 1, a.n - 1}) : Value::failed();
}
DEF(functions, pack_into, "pack_into(*args)", "Write values v1, v2... into a buffer at an offset.")
Value unpack(Thread* t, Args a) {
  if (a.n != 2)
    return raisef(t, t->vm->classes.type_error, "unpack expected 2 arguments, got %u", a.n);
  StructObject* s = struct_for(t, a.v[0]);
  return s ? unpack_whole(t, s, a.v[1]) : Value::failed();
}
DEF(functions, unpack, "unpack(*args)", "The values in a buffer of exactly the format's size.")
Value unpack_from(Thread* t, Value format, Value buffer, Value offset) {
  StructObject* s = struct_for(t, format);
  return s ? unpack_part(t, s, buffer, offset) : Value::failed();
}
DEF(functions, unpack_from, "unpack_from(format, buffer, offset=0)",
    "The values in a buffer from an offset on.")
Value iter_unpack(Thread* t, Value format, Value buffer) {
  StructObject* s = struct_for(t, format);
  return s ? iterate(t, s, buffer) : Value::failed();
}
DEF(functions, iter_unpack, "iter_unpack(format, buffer, /)",
    "An iterator over the records that fill a buffer.")
Value calcsize(Thread* t, Value format) {
  StructObject* s = struct_for(t, format);
  return s ? new_uint(t, s->layout->size) : Value::failed();
}
DEF(functions, calcsize, "calcsize(format, /)", "How many bytes a format takes.")

// --- Struct ---

StructObject* self_of(Thread* t, Value self) {
  return native_self<StructObject>(t, self, &kStructType);
}
Value struct_new(Thread* t, Class* cls, Value format) {
  StructObject* s = make_struct(t, cls, format);
  return s ? val(s) : Value::failed();
}
DEF_NEW(struct_methods, struct_new, "Struct(cls, format)", "A format, ready to be used.")
Value struct_size(Thread* t, Value self) {
  StructObject* s = self_of(t, self);
  return s ? new_uint(t, s->layout->size) : Value::failed();
}
DEF_GET(struct_methods, struct_size, "size(self)", "How many bytes it takes.")
Value struct_format(Thread* t, Value self) {
  StructObject* s = self_of(t, self);
  return s ? val(s->format) : Value::failed();
}
DEF_GET(struct_methods, struct_format, "format(self)", "The format as text.")
Value struct_pack(Thread* t, Value self, Args a) {
  StructObject* s = self_of(t, self);
  return s ? pack_values(t, s, a.v, a.n) : Value::failed();
}
DEF(struct_methods, struct_pack, "pack(self, /, *args)", "The bytes of values v1, v2...")
Value struct_pack_into(Thread* t, Value self, Args a) {
  StructObject* s = self_of(t, self);
  return s ? pack_part(t, s, a) : Value::failed();
}
DEF(struct_methods, struct_pack_into, "pack_into(self, /, *args)",
    "Write values v1, v2... into a buffer at an offset.")
Value struct_unpack(Thread* t, Value self, Value buffer) {
  StructObject* s = self_of(t, self);
  return s ? unpack_whole(t, s, buffer) : Value::failed();
}
DEF(struct_methods, struct_unpack, "unpack(self, buffer, /)",
    "The values in a buffer of exactly the right size.")
Value struct_unpack_from(Thread* t, Value self, Value buffer, Value offset) {
  StructObject* s = self_of(t, self);
  return s ? unpack_part(t, s, buffer, offset) : Value::failed();
}
DEF(struct_methods, struct_unpack_from, "unpack_from(self, buffer, offset=0)",
    "The values in a buffer from an offset on.")
Value struct_iter_unpack(Thread* t, Value self, Value buffer) {
  StructObject* s = self_of(t, self);
  return s ? iterate(t, s, buffer) : Value::failed();
}
DEF(struct_methods, struct_iter_unpack, "iter_unpack(self, buffer, /)",
    "An iterator over the records that fill a buffer.")

}  // namespace

void init_struct(Thread* t, Module* m) {
  Class* cls = new_builtin_class(t, "_struct.Struct", t->vm->classes.object, Kind::kNativeObject, 0,
                                 &kStructType);
  Class* error = new_builtin_class(t, "struct.error", t->vm->classes.exception, Kind::kException,
                                   kClassHasDict);
  Class* iterator = new_iterator_class(t, &kIteratorType);
  Dict* cache = new_dict(t);
  if (!cls || !error || !iterator || !cache) return;
  install_methods(t, cls, struct_methods);
  install_methods(t, iterator, iterator_methods);
  if (!dict_set_cstr(t, m->dict, "Struct", val(cls)) ||
      !dict_set_cstr(t, m->dict, "error", val(error)) ||
      !dict_set_cstr(t, m->dict, "_cache", val(cache)))
    return;
  install_functions(t, m, functions);
}

}  // namespace baton
