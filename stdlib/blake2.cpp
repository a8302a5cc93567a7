// The _blake2 module: BLAKE2b and BLAKE2s with all their parameters (RFC 7693 and its tree mode), which
// libcrypto's digests do not take.
//
// One template over the word. As in hashlib_module.cpp, long data is hashed without the lock under a
// mutex that is only ever taken without it. Lock held otherwise.
// Behaviour: https://docs.python.org/3.11/library/hashlib.html#blake2
#include <cstring>
#include <mutex>

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

constexpr size_t kLong = 2047;

constexpr uint8_t kSigma[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

struct Big {
  using Word = uint64_t;
  static constexpr const char* kName = "blake2b";
  static constexpr int kRounds = 12;
  static constexpr int kTurn[4] = {32, 24, 16, 63};
  static constexpr Word kStart[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                                     0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                                     0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
};
struct Small {
  using Word = uint32_t;
  static constexpr const char* kName = "blake2s";
  static constexpr int kRounds = 10;
  static constexpr int kTurn[4] = {16, 12, 8, 7};
  static constexpr Word kStart[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                     0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
};

template <class V>
struct Hash {
  using Word = typename V::Word;
  static constexpr size_t kWord = sizeof(Word);
  static constexpr size_t kBlock = 16 * kWord;
  static constexpr size_t kMost = 8 * kWord;   // digest and key
  static constexpr size_t kExtra = 2 * kWord;  // salt and person

  Word h[8];
  Word count[2] = {0, 0};
  uint8_t buffer[kBlock] = {};
  size_t filled = 0;
  size_t digest_size = kMost;
  bool last_node = false;

  static Word turn(Word x, int n) { return static_cast<Word>(x >> n | x << (8 * kWord - n)); }

  void compress(const uint8_t* block, bool last) {
    Word m[16], v[16];
    std::memcpy(m, block, kBlock);  // words are little-endian, as the machine's
    for (int i = 0; i < 8; ++i) {
      v[i] = h[i];
      v[i + 8] = V::kStart[i];
    }
    v[12] ^= count[0];
    v[13] ^= count[1];
    if (last) v[14] = ~v[14];
    if (last && last_node) v[15] = ~v[15];
    auto mix = [&](int a, int b, int c, int d, Word x, Word y) {
      v[a] = v[a] + v[b] + x;
      v[d] = turn(v[d] ^ v[a], V::kTurn[0]);
      v[c] = v[c] + v[d];
      v[b] = turn(v[b] ^ v[c], V::kTurn[1]);
      v[a] = v[a] + v[b] + y;
      v[d] = turn(v[d] ^ v[a], V::kTurn[2]);
      v[c] = v[c] + v[d];
      v[b] = turn(v[b] ^ v[c], V::kTurn[3]);
    };
    for (int r = 0; r < V::kRounds; ++r) {
      const uint8_t* s = kSigma[r % 10];
      for (int i = 0; i < 4; ++i) mix(i, i + 4, i + 8, i + 12, m[s[2 * i]], m[s[2 * i + 1]]);
      for (int i = 0; i < 4; ++i)
        mix(i, (i + 1) % 4 + 4, (i + 2) % 4 + 8, (i + 3) % 4 + 12, m[s[8 + 2 * i]],
            m[s[9 + 2 * i]]);
    }
    for (int i = 0; i < 8; ++i) h[i] ^= v[i] ^ v[i + 8];
  }
  void advance(size_t n) {
    count[0] = static_cast<Word>(count[0] + n);
    if (count[0] < n) ++count[1];
  }
  // The last block is kept back: finishing treats it differently.
  void update(const uint8_t* p, size_t n) {
    while (n > 0) {
      if (filled == kBlock) {
        advance(kBlock);
        compress(buffer, false);
        filled = 0;
      }
      size_t part = std::min(n, kBlock - filled);
      std::memcpy(buffer + filled, p, part);
      filled += part;
      p += part;
      n -= part;
    }
  }
  std::string finish() const {
    Hash copy = *this;
    copy.advance(copy.filled);
    std::memset(copy.buffer + copy.filled, 0, kBlock - copy.filled);
    copy.compress(copy.buffer, true);
    return {reinterpret_cast<const char*>(copy.h), digest_size};
  }
};

template <class V>
struct State {
  Hash<V> hash;
  std::mutex mutex;
  int busy = 0;  // threads that use the hash without the lock
};
template <class V>
struct HashObject : NativeObject {
  State<V>* state;
};
template <class V>
void finalize(Object* o) {
  delete static_cast<HashObject<V>*>(o)->state;
}
template <class V>
struct TypeOf;
const NativeType kBigType = {"_blake2.blake2b", nullptr, finalize<Big>, nullptr};
const NativeType kSmallType = {"_blake2.blake2s", nullptr, finalize<Small>, nullptr};
template <>
struct TypeOf<Big> {
  static constexpr const NativeType* type = &kBigType;
};
template <>
struct TypeOf<Small> {
  static constexpr const NativeType* type = &kSmallType;
};

template <class V>
HashObject<V>* self_of(Thread* t, Value self) {
  return native_self<HashObject<V>>(t, self, TypeOf<V>::type);
}
template <class V>
HashObject<V>* allocate(Thread* t) {
  Class* cls = native_class(t->vm, TypeOf<V>::type);
  auto* o = static_cast<HashObject<V>*>(
      t->vm->heap.allocate(t, sizeof(HashObject<V>), Kind::kNativeObject, cls->root->id));
  if (!o) return nullptr;
  o->type = TypeOf<V>::type;
  o->state = nullptr;
  o->state = new State<V>;
  return o;
}

template <class V, class F>
void with_hash(Thread* t, HashObject<V>* o, bool unlocked, F&& f) {
  State<V>* s = o->state;
  if (!unlocked && s->busy == 0) return f(s->hash);
  ++s->busy;
  {
    Blocking b(t, Blocking::Kind::kLong);
    std::lock_guard<std::mutex> guard(s->mutex);
    f(s->hash);
  }
  --s->busy;
  keep_alive(val(o));
}

template <class V>
bool feed(Thread* t, HashObject<V>* o, Value data) {
  if (is<Str>(data)) return type_error(t, "Strings must be encoded before hashing"), false;
  if (!is_buffer(data)) return type_error(t, "object supporting the buffer API required"), false;
  Pinned p;
  if (!pin_bytes(t, data, &p)) return false;
  with_hash(t, o, p.size > kLong, [&](Hash<V>& h) { h.update(p.data, p.size); });
  unpin(&p);
  return true;
}

// An int in [low, high], else ValueError(message).
bool number_in(Thread* t, Value v, int64_t low, int64_t high, const char* message, int64_t* out) {
  Value n = to_index(t, v);
  if (n.is_failed()) return false;
  if (int_fits_int64(n, out) && *out >= low && *out <= high) return true;
  value_error(t, message);
  return false;
}
// An unsigned number of `bits` bits; OverflowError past that.
bool wide_number(Thread* t, Value v, int bits, const char* message, uint64_t* out) {
  Value n = to_index(t, v);
  if (n.is_failed()) return false;
  if (n.is_bool()) n = Value::from_int(n.is_true());
  uint64_t storage;
  BigView b = int_view(n, &storage);
  if (b.neg) return value_error(t, "value must be positive"), false;
  *out = b.n ? b.limbs[0] : 0;
  if (b.n > 1) return overflow_error(t, "int too big to convert"), false;
  if (bits < 64 && *out >> bits != 0) return overflow_error(t, message), false;
  return true;
}

template <class V>
Value make(Thread* t, Value data, Value digest_size, Value key, Value salt, Value person,
           Value fanout, Value depth, Value leaf_size, Value node_offset, Value node_depth,
           Value inner_size, bool last_node) {
  using H = Hash<V>;
  constexpr int64_t most = H::kMost;
  constexpr size_t extra = H::kExtra;
  std::string_view key_view, salt_view, person_view;
  Bytes* nothing = new_bytes(t, "");
  if (!nothing) return Value::failed();
  for (Value* v : {&key, &salt, &person}) {
    if (v->is_unbound()) *v = val(nothing);
  }
  int64_t size, fan, deep, node_deep, inner;
  uint64_t leaf, offset;
  constexpr bool big = sizeof(typename V::Word) == 8;
  if (!number_in(t, digest_size, 1, most,
                 big ? "digest_size must be between 1 and 64 bytes"
                     : "digest_size must be between 1 and 32 bytes",
                 &size))
    return Value::failed();
  if (!to_bytes_view(t, salt, &salt_view)) return Value::failed();
  if (salt_view.size() > extra)
    return value_error(t, format_message("maximum salt length is %zu bytes", extra));
  if (!to_bytes_view(t, person, &person_view)) return Value::failed();
  if (person_view.size() > extra)
    return value_error(t, format_message("maximum person length is %zu bytes", extra));
  if (!number_in(t, fanout, 0, 255, "fanout must be between 0 and 255", &fan) ||
      !number_in(t, depth, 1, 255, "depth must be between 1 and 255", &deep) ||
      !wide_number(t, leaf_size, 32, "leaf_size is too large", &leaf) ||
      !wide_number(t, node_offset, big ? 64 : 48, "node_offset is too large", &offset) ||
      !number_in(t, node_depth, 0, 255, "node_depth must be between 0 and 255", &node_deep) ||
      !number_in(
          t, inner_size, 0, most,
          big ? "inner_size must be between 0 and is 64" : "inner_size must be between 0 and is 32",
          &inner) ||
      !to_bytes_view(t, key, &key_view))
    return Value::failed();
  if (key_view.size() > H::kMost)
    return value_error(t, format_message("maximum key length is %zu bytes", H::kMost));
  // Numbers may have run script: the views are taken anew.
  salt_view = bytes_view(salt);
  person_view = bytes_view(person);
  uint8_t parameters[8 * sizeof(typename V::Word)] = {
      static_cast<uint8_t>(size), static_cast<uint8_t>(key_view.size()), static_cast<uint8_t>(fan),
      static_cast<uint8_t>(deep)};
  constexpr size_t kOffset = 8, kOffsetBytes = big ? 8 : 6;
  for (int i = 0; i < 4; ++i) parameters[4 + i] = static_cast<uint8_t>(leaf >> (8 * i));
  for (size_t i = 0; i < kOffsetBytes; ++i)
    parameters[kOffset + i] = static_cast<uint8_t>(offset >> (8 * i));
  parameters[kOffset + kOffsetBytes] = static_cast<uint8_t>(node_deep);
  parameters[kOffset + kOffsetBytes + 1] = static_cast<uint8_t>(inner);
  uint8_t* end = parameters + sizeof(parameters);
  size_t salt_n = std::min(salt_view.size(), extra), person_n = std::min(person_view.size(), extra);
  if (salt_n) std::memcpy(end - 2 * extra, salt_view.data(), salt_n);
  if (person_n) std::memcpy(end - extra, person_view.data(), person_n);
  HashObject<V>* o = allocate<V>(t);
  if (!o) return Value::failed();
  H& h = o->state->hash;
  std::memcpy(h.h, parameters, sizeof(h.h));
  for (int i = 0; i < 8; ++i) h.h[i] ^= V::kStart[i];
  h.digest_size = static_cast<size_t>(size);
  h.last_node = last_node;
  if (!key_view.empty()) {
    uint8_t block[H::kBlock] = {};
    std::memcpy(block, key_view.data(), key_view.size());
    h.update(block, sizeof(block));
  }
  if (!data.is_unbound() && !feed(t, o, data)) return Value::failed();
  return val(o);
}

template <class V>
Value update(Thread* t, Value self, Value data) {
  auto* o = self_of<V>(t, self);
  return o && feed(t, o, data) ? Value::none() : Value::failed();
}
template <class V>
Value digest(Thread* t, Value self, bool hex) {
  auto* o = self_of<V>(t, self);
  if (!o) return Value::failed();
  std::string out;
  with_hash(t, o, false, [&](Hash<V>& h) { out = h.finish(); });
  if (!hex) {
    Bytes* b = new_bytes(t, out);
    return b ? val(b) : Value::failed();
  }
  std::string text;
  for (char c : out) text += format_message("%02x", static_cast<unsigned char>(c));
  return str_value(t, text);
}
template <class V>
Value copy(Thread* t, Value self) {
  auto* o = self_of<V>(t, self);
  auto* c = o ? allocate<V>(t) : nullptr;
  if (!c) return Value::failed();
  with_hash(t, o, false, [&](Hash<V>& h) { c->state->hash = h; });
  return val(c);
}
template <class V>
Value size_of(Thread* t, Value self) {
  auto* o = self_of<V>(t, self);
  return o ? Value::from_int(static_cast<int64_t>(o->state->hash.digest_size)) : Value::failed();
}

#define BLAKE2(V, id, name)                                                                        \
  NativeGroup id##_methods{name};                                                                  \
  Value id##_new(Thread* t, Class*, Value data, Value digest_size, Value key, Value salt,          \
                 Value person, Value fanout, Value depth, Value leaf_size, Value node_offset,      \
                 Value node_depth, Value inner_size, bool last_node, Value) {                      \
    if (digest_size.is_unbound()) digest_size = Value::from_int(Hash<V>::kMost);                   \
    return make<V>(t, data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, \
                   node_depth, inner_size, last_node);                                             \
  }                                                                                                \
  DEF_NEW(id##_methods, id##_new,                                                                  \
          name                                                                                     \
          "(cls, data=<absent>, /, *, digest_size=<absent>, key=<absent>, salt=<absent>, "         \
          "person=<absent>, "                                                                      \
          "fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, "            \
          "last_node=False, usedforsecurity=True)",                                                \
          "A new " name " hash object.")                                                           \
  Value id##_update(Thread* t, Value self, Value data) { return update<V>(t, self, data); }        \
  DEF(id##_methods, id##_update, "update(self, data, /)", "Go on with more data.")                 \
  Value id##_digest(Thread* t, Value self) { return digest<V>(t, self, false); }                   \
  DEF(id##_methods, id##_digest, "digest(self, /)", "The digest of the data so far.")              \
  Value id##_hexdigest(Thread* t, Value self) { return digest<V>(t, self, true); }                 \
  DEF(id##_methods, id##_hexdigest, "hexdigest(self, /)", "The digest as hexadecimal digits.")     \
  Value id##_copy(Thread* t, Value self) { return copy<V>(t, self); }                              \
  DEF(id##_methods, id##_copy, "copy(self, /)", "Another hash object in the same state.")          \
  Value id##_name(Thread* t, Value) { return str_value(t, name); }                                 \
  DEF_GET(id##_methods, id##_name, "name(self)", "The algorithm.")                                 \
  Value id##_size(Thread* t, Value self) { return size_of<V>(t, self); }                           \
  DEF_GET(id##_methods, id##_size, "digest_size(self)", "Bytes of the digest.")                    \
  Value id##_block(Thread*, Value) { return Value::from_int(Hash<V>::kBlock); }                    \
  DEF_GET(id##_methods, id##_block, "block_size(self)", "Bytes the algorithm takes at a time.")
BLAKE2(Big, big, "blake2b")
BLAKE2(Small, small, "blake2s")
#undef BLAKE2

template <class V>
bool enter(Thread* t, Module* m, const NativeGroup& methods) {
  Class* cls = new_builtin_class(t, TypeOf<V>::type->name, t->vm->classes.object,
                                 Kind::kNativeObject, kClassNoSubclass, TypeOf<V>::type);
  if (!cls) return false;
  install_methods(t, cls, methods);
  auto number = [](size_t n) { return Value::from_int(static_cast<int64_t>(n)); };
  return dict_set_cstr(t, cls->dict, "MAX_DIGEST_SIZE", number(Hash<V>::kMost)) &&
         dict_set_cstr(t, cls->dict, "MAX_KEY_SIZE", number(Hash<V>::kMost)) &&
         dict_set_cstr(t, cls->dict, "SALT_SIZE", number(Hash<V>::kExtra)) &&
         dict_set_cstr(t, cls->dict, "PERSON_SIZE", number(Hash<V>::kExtra)) &&
         dict_set_cstr(t, m->dict, V::kName, val(cls));
}

}  // namespace

void init_blake2(Thread* t, Module* m) {
  if (enter<Big>(t, m, big_methods)) enter<Small>(t, m, small_methods);
}

}  // namespace baton
