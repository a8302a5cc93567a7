// str objects: making, interning, hashing, indexing and the operators.
//
// A str is immutable generalised UTF-8 (base/utf8.h) that knows its length in code points; with
// kAscii, byte and character offsets agree and everything is constant time. Others get, at the
// first indexing past kShort characters, a table of the byte offset of every 64th character. The
// empty string and the 256 characters of Latin-1 are unique objects of the Vm. Interned strings
// are exact str, unique by content, and live as long as the Vm. The constructor of the Vm makes
// strings before any class exists: nothing here but subclasses looks at a class.
#include <cstdlib>

#include "vm/base/hash.h"
#include "vm/base/utf8.h"
#include "vm/objects/memoryview.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

constexpr uint32_t kStride = 64;
constexpr uint32_t kShort = 128;  // not worth a table

BATON_INLINE bool is_exact_str(Thread* t, Str* s) { return s->shape == t->vm->shape_ids.str; }

Str* raw_str(Thread* t, size_t size, size_t length, uint32_t shape) {
  if (BATON_UNLIKELY(size > kMaxText)) {
    raise_memory_error(t);
    return nullptr;
  }
  Str* s = t->vm->heap.make<Str>(t, shape, size + 1);
  if (BATON_UNLIKELY(!s)) return nullptr;
  s->size = static_cast<uint32_t>(size);
  s->length = static_cast<uint32_t>(length);
  s->hash = 0;
  s->index = nullptr;
  if (size == length) s->flags |= kAscii;
  s->data[size] = '\0';
  return s;
}

BATON_NOINLINE Str* make_latin1(Thread* t, unsigned c) {
  char text[4];
  unsigned size = utf8_encode(c, text);
  Str* s = raw_str(t, size, 1, t->vm->shape_ids.str);
  if (!s) return nullptr;
  std::memcpy(s->data, text, size);
  t->vm->latin1[c] = s;
  return s;
}

BATON_INLINE Str* latin1_char(Thread* t, unsigned c) {
  Str* s = t->vm->latin1[c];
  return BATON_LIKELY(s != nullptr) ? s : make_latin1(t, c);
}

BATON_INLINE Str* copied(Thread* t, std::string_view text, size_t length, uint32_t shape) {
  Str* s = raw_str(t, text.size(), length, shape);
  if (BATON_LIKELY(s != nullptr)) std::memcpy(s->data, text.data(), text.size());
  return s;
}

// Null unless the text is one of the unique strings.
BATON_INLINE Str* unique_str(Thread* t, std::string_view text) {
  if (text.size() == 1) return latin1_char(t, static_cast<unsigned char>(text[0]));
  if (text.empty()) return t->vm->empty_str;
  auto lead = static_cast<unsigned char>(text[0]);
  if (lead != 0xc2 && lead != 0xc3) return nullptr;
  return latin1_char(t, (lead & 3u) << 6 | (static_cast<unsigned char>(text[1]) & 0x3f));
}

bool build_index(Str* s) {
  size_t entries = s->length / kStride + 1;
  auto* table = static_cast<uint32_t*>(std::malloc(entries * sizeof(uint32_t)));
  if (!table) return false;
  size_t pos = 0;
  for (size_t k = 0; k < entries; ++k) {
    table[k] = static_cast<uint32_t>(pos);
    pos = utf8_advance(s->view(), pos, kStride);
  }
  s->index = table;
  if (Thread* t = current_thread())
    t->vm->heap.account(static_cast<ptrdiff_t>(entries * sizeof(uint32_t)));
  return true;
}

}  // namespace

Str* take_str(Thread* t, size_t size, size_t length) {
  return raw_str(t, size, length, t->vm->shape_ids.str);
}

Str* new_str(Thread* t, std::string_view utf8) {
  if (utf8.size() <= 2) {
    if (Str* s = unique_str(t, utf8)) return s;
    if (utf8.size() == 1) return nullptr;
  }
  return copied(t, utf8, utf8_length(utf8), t->vm->shape_ids.str);
}

Str* new_str_of_shape(Thread* t, std::string_view utf8, uint32_t shape) {
  if (shape == t->vm->shape_ids.str) return new_str(t, utf8);
  return copied(t, utf8, utf8_length(utf8), shape);
}

Str* new_substr(Thread* t, Str* from, std::string_view part) {
  if (!from->ascii() || part.size() <= 1) return new_str(t, part);
  return copied(t, part, part.size(), t->vm->shape_ids.str);
}

Value str_value(Thread* t, std::string_view utf8) {
  Str* s = new_str(t, utf8);
  return s ? val(s) : Value::failed();
}

Str* intern(Thread* t, std::string_view utf8) {
  auto& table = t->vm->interned;
  auto it = table.find(utf8);
  if (it != table.end()) return it->second;
  Str* s = new_str(t, utf8);
  if (!s) return nullptr;
  s->flags |= kInterned;
  table.emplace(s->view(), s);
  return s;
}

Str* intern_str(Thread* t, Str* s) {
  if (BATON_LIKELY(s->flags & kInterned)) return s;
  auto& table = t->vm->interned;
  auto it = table.find(s->view());
  if (it != table.end()) return it->second;
  if (!is_exact_str(t, s)) {
    s = copied(t, s->view(), s->length, t->vm->shape_ids.str);
    if (!s) return nullptr;
  }
  s->flags |= kInterned;
  table.emplace(s->view(), s);
  return s;
}

Str* str_from_codepoint(Thread* t, uint32_t cp) {
  if (cp < 256) return latin1_char(t, cp);
  char text[4];
  unsigned size = utf8_encode(cp, text);
  return copied(t, {text, size}, 1, t->vm->shape_ids.str);
}

int64_t str_hash(Str* s) {
  if (s->hash == 0 && s->size != 0) {
    int64_t h = hash_bytes(s->view());
    s->hash = h != 0 ? h : 1;
  }
  return s->hash;
}

bool str_equal(Str* a, Str* b) {
  if (a == b) return true;
  if (a->size != b->size || (a->flags & b->flags & kInterned)) return false;
  if (a->hash != b->hash && a->hash != 0 && b->hash != 0) return false;
  return std::memcmp(a->data, b->data, a->size) == 0;
}

uint32_t str_byte_offset(Str* s, uint32_t index) {
  if (index >= s->length) return s->size;
  if (s->ascii()) return index;
  if (s->length <= kShort || (!s->index && !build_index(s)))
    return static_cast<uint32_t>(utf8_advance(s->view(), 0, index));
  return static_cast<uint32_t>(utf8_advance(s->view(), s->index[index / kStride], index % kStride));
}

Str* str_char_at(Thread* t, Str* s, size_t* pos) {
  auto lead = static_cast<unsigned char>(s->data[*pos]);
  if (BATON_LIKELY(lead < 0x80)) {
    ++*pos;
    return latin1_char(t, lead);
  }
  return str_from_codepoint(t, utf8_next(s->view(), pos));
}

Value str_index(Thread* t, Str* s, int64_t i) {
  if (i < 0) i += s->length;
  if (BATON_UNLIKELY(static_cast<uint64_t>(i) >= s->length))
    return index_error(t, "string index out of range");
  if (BATON_LIKELY(s->ascii())) {
    Str* c = latin1_char(t, static_cast<unsigned char>(s->data[i]));
    return c ? val(c) : Value::failed();
  }
  size_t pos = str_byte_offset(s, static_cast<uint32_t>(i));
  Str* c = str_char_at(t, s, &pos);
  return c ? val(c) : Value::failed();
}

Value str_concat(Thread* t, Str* a, Str* b) {
  if (a->size == 0 && is_exact_str(t, b)) return val(b);
  if (b->size == 0 && is_exact_str(t, a)) return val(a);
  Str* s = take_str(t, size_t{a->size} + b->size, size_t{a->length} + b->length);
  if (!s) return Value::failed();
  std::memcpy(s->data, a->data, a->size);
  std::memcpy(s->data + a->size, b->data, b->size);
  return val(s);
}

Value str_slice(Thread* t, Str* s, int64_t start, int64_t, int64_t step, int64_t count) {
  if (count <= 0) return val(t->vm->empty_str);
  Str* r;
  if (step == 1 || count == 1) {
    if (count == s->length && is_exact_str(t, s)) return val(s);
    uint32_t from = str_byte_offset(s, static_cast<uint32_t>(start));
    uint32_t to = str_byte_offset(s, static_cast<uint32_t>(start + count));
    r = new_substr(t, s, s->view().substr(from, to - from));
  } else if (s->ascii()) {
    r = take_str(t, static_cast<size_t>(count), static_cast<size_t>(count));
    if (!r) return Value::failed();
    for (int64_t i = 0, k = start; i < count; ++i, k += step) r->data[i] = s->data[k];
  } else {
    std::string out;
    if (step == -1) {
      size_t pos = str_byte_offset(s, static_cast<uint32_t>(start) + 1);
      for (int64_t i = 0; i < count; ++i) utf8_append(&out, utf8_prev(s->view(), &pos));
    } else {
      for (int64_t i = 0, k = start; i < count; ++i, k += step)
        utf8_append(&out, utf8_at(s->view(), str_byte_offset(s, static_cast<uint32_t>(k))));
    }
    r = new_str(t, out);
  }
  return r ? val(r) : Value::failed();
}

bool str_contains(Thread* t, Str* s, Value item, bool* out) {
  if (!is<Str>(item)) {
    raisef(t, t->vm->classes.type_error, "'in <string>' requires string as left operand, not %s",
           type_name(t, item).c_str());
    return false;
  }
  *out = text_find(s->view(), as<Str>(item)->view()) != kNotFound;
  return true;
}

namespace {

// A script class with its own reflected method has its say before the TypeError.
bool defers_to(Thread* t, Value other, Str* method) {
  Class* cls = class_of(t->vm, other);
  return !(cls->class_flags & kClassBuiltin) && !find_in_class(t->vm, cls, method).is_unbound();
}

bool is_text(Value v) { return is<Str>(v) || is_bytes_like(v); }

Value add_text(Thread* t, Value a, Value b) {
  if (is<Str>(a)) {
    if (is<Str>(b)) return str_concat(t, as<Str>(a), as<Str>(b));
    if (defers_to(t, b, t->vm->names.radd)) return Value::not_implemented();
    return raisef(t, t->vm->classes.type_error, "can only concatenate str (not \"%s\") to str",
                  type_name(t, b).c_str());
  }
  if (!is_bytes_like(a)) return Value::not_implemented();
  std::string_view part;
  if (!is_buffer(b)) {
    if (defers_to(t, b, t->vm->names.radd)) return Value::not_implemented();
    return raisef(t, t->vm->classes.type_error, "can't concat %s to %s", type_name(t, b).c_str(),
                  type_name(t, a).c_str());
  }
  if (!to_bytes_view(t, b, &part)) return Value::failed();
  size_t n = bytes_view(a).size(), m = part.size();
  Room room = take_like(t, a, n + m, n + m);
  if (!room.p) return room.v;
  std::memcpy(room.p, bytes_view(a).data(), n);
  std::memcpy(room.p + n, bytes_view(b).data(), m);
  return room.v;
}

}  // namespace

Value str_binary(Thread* t, BinOp op, Value a, Value b) {
  switch (op) {
    case BinOp::kAdd: return add_text(t, a, b);
    case BinOp::kMul: {
      bool left = is_text(a);
      Value text = left ? a : b, count = left ? b : a;
      if (!is_text(text) || (!count.is_int() && !has_index(t, count)))
        return Value::not_implemented();
      if (!is_intlike(count) && defers_to(t, count, left ? t->vm->names.rmul : t->vm->names.mul))
        return Value::not_implemented();
      return text_repeat(t, text, count);
    }
    case BinOp::kMod:
      if (is<Str>(a)) return str_percent(t, as<Str>(a), b);
      if (is_bytes_like(a)) return bytes_percent(t, a, b);
      return Value::not_implemented();
    default: return Value::not_implemented();
  }
}

void register_str(Vm* vm, Thread* t) {
  register_str_methods(vm, t);
  register_str_search(vm, t);
  register_str_format(vm, t);
  register_text_iterators(vm, t);
  register_bytes(vm, t);
  register_bytes_methods(vm, t);
  register_bytearray(vm, t);
  register_memoryview(vm, t);
}

}  // namespace baton
