// The _hashlib module: digests by libcrypto's EVP. stdlib/lib/hashlib.py gives them their names.
//
// A hash object owns an EVP_MD_CTX. Data past kLong bytes is hashed without the lock, so a context has
// a mutex of its own: taken without the lock only, by whoever finds the object busy too. Lock held
// otherwise. Behaviour: https://docs.python.org/3.11/library/hashlib.html
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <mutex>

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/memoryview.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup functions{"_hashlib"};
NativeGroup hash_methods{"HASH"};
NativeGroup xof_methods{"HASHXOF"};

constexpr size_t kLong = 2047;
constexpr int64_t kIntMax = 2147483647;

struct HashState {
  EVP_MD_CTX* context = nullptr;
  std::mutex mutex;
  int busy = 0;  // threads that use the context without the lock
  ~HashState() { EVP_MD_CTX_free(context); }
};
struct HashObject : NativeObject {
  HashState* state;
  Str* name;
  bool xof;
};
void trace_hash(Object* o, Marker& m) { m.mark_object(static_cast<HashObject*>(o)->name); }
void finalize_hash(Object* o) { delete static_cast<HashObject*>(o)->state; }
const NativeType kHashType = {"_hashlib.HASH", trace_hash, finalize_hash, nullptr};
const NativeType kXofMarker = {"_hashlib.HASHXOF", nullptr, nullptr, nullptr};

// The names scripts use where libcrypto has others.
struct Alias {
  const char* ours;
  const char* evp;
};
constexpr Alias kAliases[] = {
    {"sha3_224", "SHA3-224"},     {"sha3_256", "SHA3-256"},  {"sha3_384", "SHA3-384"},
    {"sha3_512", "SHA3-512"},     {"shake_128", "SHAKE128"}, {"shake_256", "SHAKE256"},
    {"blake2b", "BLAKE2b512"},    {"blake2s", "BLAKE2s256"}, {"sha512_224", "SHA512-224"},
    {"sha512_256", "SHA512-256"},
};

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

const EVP_MD* digest_by_name(std::string_view name) {
  std::string key = lower(name);
  for (const Alias& a : kAliases) {
    if (key == a.ours) return EVP_get_digestbyname(a.evp);
  }
  return EVP_get_digestbyname(key.c_str());
}

Value unsupported(Thread* t, std::string_view name) {
  return value_error(t, "unsupported hash type " + std::string(name));
}

HashObject* allocate_hash(Thread* t, Str* name, bool xof) {
  Class* cls = native_class(t->vm, xof ? &kXofMarker : &kHashType);
  auto* h = static_cast<HashObject*>(
      t->vm->heap.allocate(t, sizeof(HashObject), Kind::kNativeObject, cls->root->id));
  if (!h) return nullptr;
  h->type = &kHashType;
  h->name = name;
  h->xof = xof;
  h->state = nullptr;
  h->state = new HashState;
  h->state->context = EVP_MD_CTX_new();
  if (!h->state->context) {
    raise_memory_error(t);
    return nullptr;
  }
  return h;
}

HashObject* self_of(Thread* t, Value self) { return native_self<HashObject>(t, self, &kHashType); }

// Runs f(context) with nobody else using the context; without the lock if asked to or if somebody is.
template <class F>
void with_context(Thread* t, HashObject* h, bool unlocked, F&& f) {
  HashState* s = h->state;
  if (!unlocked && s->busy == 0) return f(s->context);
  ++s->busy;
  {
    Blocking b(t, Blocking::Kind::kLong);
    std::lock_guard<std::mutex> guard(s->mutex);
    f(s->context);
  }
  --s->busy;
  keep_alive(val(h));
}

// Keeps bytes in place while they are used without the lock.
struct PinGuard {
  Pinned p{Value::none(), nullptr, 0};
  ~PinGuard() {
    if (p.data) unpin(&p);
  }
};
bool pin_data(Thread* t, Value data, PinGuard* out) {
  if (is<Str>(data)) return type_error(t, "Strings must be encoded before hashing"), false;
  if (!is_buffer(data)) return type_error(t, "object supporting the buffer API required"), false;
  return pin_bytes(t, data, &out->p);
}

bool update(Thread* t, HashObject* h, Value data) {
  PinGuard pin;
  if (!pin_data(t, data, &pin)) return false;
  int ok = 0;
  with_context(t, h, pin.p.size > kLong,
               [&](EVP_MD_CTX* c) { ok = EVP_DigestUpdate(c, pin.p.data, pin.p.size); });
  if (!ok) value_error(t, "hashing failed");
  return ok;
}

Value hash_new(Thread* t, Value name, Value data, Value) {
  if (!is<Str>(name)) return type_error(t, "name must be a string");
  const EVP_MD* md = digest_by_name(as<Str>(name)->view());
  if (!md) return unsupported(t, as<Str>(name)->view());
  // The names of those that have one here are lower case, as scripts write them.
  Str* own = intern(t, lower(as<Str>(name)->view()));
  HashObject* h = own ? allocate_hash(t, own, EVP_MD_flags(md) & EVP_MD_FLAG_XOF) : nullptr;
  if (!h) return Value::failed();
  if (!EVP_DigestInit_ex(h->state->context, md, nullptr))
    return unsupported(t, as<Str>(name)->view());
  if (!data.is_unbound() && !update(t, h, data)) return Value::failed();
  return val(h);
}
DEF(functions, hash_new, "new(name, string=<absent>, *, usedforsecurity=True)",
    "A new hash object of the algorithm named.")

Value hash_update(Thread* t, Value self, Value data) {
  HashObject* h = self_of(t, self);
  return h && update(t, h, data) ? Value::none() : Value::failed();
}
DEF(hash_methods, hash_update, "update(self, obj, /)", "Go on with more data.")
DEF(xof_methods, hash_update, "update(self, obj, /)", "Go on with more data.")

Value hash_copy(Thread* t, Value self) {
  HashObject* h = self_of(t, self);
  HashObject* copy = h ? allocate_hash(t, h->name, h->xof) : nullptr;
  if (!copy) return Value::failed();
  int ok = 0;
  EVP_MD_CTX* to = copy->state->context;
  with_context(t, h, false, [&](EVP_MD_CTX* c) { ok = EVP_MD_CTX_copy_ex(to, c); });
  return ok ? val(copy) : raise_memory_error(t);
}
DEF(hash_methods, hash_copy, "copy(self, /)", "Another hash object in the same state.")
DEF(xof_methods, hash_copy, "copy(self, /)", "Another hash object in the same state.")

// length < 0: the algorithm's own.
bool final_bytes(Thread* t, HashObject* h, int64_t length, std::string* out) {
  EVP_MD_CTX* copy = EVP_MD_CTX_new();
  if (!copy) return raise_memory_error(t), false;
  int ok = 0;
  with_context(t, h, false, [&](EVP_MD_CTX* c) { ok = EVP_MD_CTX_copy_ex(copy, c); });
  if (ok && length < 0) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    ok = EVP_DigestFinal_ex(copy, digest, &size);
    out->assign(reinterpret_cast<char*>(digest), size);
  } else if (ok) {
    try {
      out->assign(static_cast<size_t>(length), '\0');
      ok = length == 0 || EVP_DigestFinalXOF(copy, reinterpret_cast<unsigned char*>(out->data()),
                                             static_cast<size_t>(length));
    } catch (const std::exception&) {
      EVP_MD_CTX_free(copy);
      raise_memory_error(t);
      return false;
    }
  }
  EVP_MD_CTX_free(copy);
  if (!ok) value_error(t, "hashing failed");
  return ok;
}

Value as_bytes(Thread* t, const std::string& s) {
  Bytes* b = new_bytes(t, s);
  return b ? val(b) : Value::failed();
}
Value as_hex(Thread* t, const std::string& s) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(2 * s.size());
  for (char c : s) {
    auto b = static_cast<unsigned char>(c);
    out.push_back(kDigits[b >> 4]);
    out.push_back(kDigits[b & 15]);
  }
  return str_value(t, out);
}

Value hash_digest(Thread* t, Value self) {
  HashObject* h = self_of(t, self);
  std::string out;
  return h && final_bytes(t, h, -1, &out) ? as_bytes(t, out) : Value::failed();
}
DEF(hash_methods, hash_digest, "digest(self, /)", "The digest of the data so far.")
Value hash_hexdigest(Thread* t, Value self) {
  HashObject* h = self_of(t, self);
  std::string out;
  return h && final_bytes(t, h, -1, &out) ? as_hex(t, out) : Value::failed();
}
DEF(hash_methods, hash_hexdigest, "hexdigest(self, /)", "The digest as hexadecimal digits.")

bool xof_bytes(Thread* t, Value self, int64_t length, std::string* out) {
  HashObject* h = self_of(t, self);
  if (!h) return false;
  if (length < 0) return value_error(t, "negative digest length"), false;
  if (static_cast<uint64_t>(length) > kMaxBytes) return raise_memory_error(t), false;
  return final_bytes(t, h, length, out);
}
Value xof_digest(Thread* t, Value self, Int length) {
  std::string out;
  return xof_bytes(t, self, length, &out) ? as_bytes(t, out) : Value::failed();
}
DEF(xof_methods, xof_digest, "digest(self, length)", "So many bytes of the digest.")
Value xof_hexdigest(Thread* t, Value self, Int length) {
  std::string out;
  return xof_bytes(t, self, length, &out) ? as_hex(t, out) : Value::failed();
}
DEF(xof_methods, xof_hexdigest, "hexdigest(self, length)",
    "So many bytes of the digest as hexadecimal digits.")

Value hash_name(Thread* t, Value self) {
  HashObject* h = self_of(t, self);
  return h ? val(h->name) : Value::failed();
}
Value hash_digest_size(Thread* t, Value self) {
  HashObject* h = self_of(t, self);
  if (!h) return Value::failed();
  return Value::from_int(h->xof ? 0 : EVP_MD_CTX_size(h->state->context));
}
Value hash_block_size(Thread* t, Value self) {
  HashObject* h = self_of(t, self);
  return h ? Value::from_int(EVP_MD_CTX_block_size(h->state->context)) : Value::failed();
}
Value hash_repr(Thread* t, Value self) {
  HashObject* h = self_of(t, self);
  if (!h) return Value::failed();
  return str_value(
      t, "<" + std::string(h->name->view()) +
             format_message(" %s object @ 0x%lx>", h->xof ? kXofMarker.name : kHashType.name,
                            reinterpret_cast<unsigned long>(h)));
}
DEF_GET(hash_methods, hash_name, "name(self)", "The algorithm.")
DEF_GET(hash_methods, hash_digest_size, "digest_size(self)", "Bytes of the digest.")
DEF_GET(hash_methods, hash_block_size, "block_size(self)", "Bytes the algorithm takes at a time.")
DEF(hash_methods, hash_repr, "__repr__(self, /)", "Return repr(self).")
DEF_GET(xof_methods, hash_name, "name(self)", "The algorithm.")
DEF_GET(xof_methods, hash_digest_size, "digest_size(self)", "Bytes of the digest.")
DEF_GET(xof_methods, hash_block_size, "block_size(self)", "Bytes the algorithm takes at a time.")
DEF(xof_methods, hash_repr, "__repr__(self, /)", "Return repr(self).")

// --- keys out of passwords ---

Value key_derived(Thread* t, Value hash_name, Value password, Value salt, Int iterations,
                  Value dklen) {
  if (!is<Str>(hash_name))
    return type_error(
        t, "pbkdf2_hmac() argument 'hash_name' must be str, not " + type_name(t, hash_name));
  const EVP_MD* md = digest_by_name(as<Str>(hash_name)->view());
  PinGuard p, s;
  if (!pin_bytes(t, password, &p.p) || !pin_bytes(t, salt, &s.p)) return Value::failed();
  if (!md) return unsupported(t, as<Str>(hash_name)->view());
  if (static_cast<int64_t>(p.p.size) > kIntMax) return overflow_error(t, "password is too long.");
  if (static_cast<int64_t>(s.p.size) > kIntMax) return overflow_error(t, "salt is too long.");
  if (iterations < 1) return value_error(t, "iteration value must be greater than 0.");
  if (iterations > kIntMax) return overflow_error(t, "iteration value is too great.");
  int64_t n = EVP_MD_size(md);
  if (!dklen.is_none() && !to_int64(t, dklen, &n)) return Value::failed();
  if (n < 1) return value_error(t, "key length must be greater than 0.");
  if (n > kIntMax) return overflow_error(t, "key length is too great.");
  std::string out(static_cast<size_t>(n), '\0');
  int ok;
  {
    Blocking b(t, Blocking::Kind::kLong);
    ok = PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(p.p.data), static_cast<int>(p.p.size),
                           s.p.data, static_cast<int>(s.p.size), static_cast<int>(iterations), md,
                           static_cast<int>(n), reinterpret_cast<unsigned char*>(out.data()));
  }
  return ok ? as_bytes(t, out) : value_error(t, "key derivation failed");
}
DEF(functions, key_derived, "pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)",
    "A key from a password by PBKDF2 with HMAC.")

bool unsigned_given(Thread* t, const char* name, Value v, uint64_t* out) {
  if (v.is_none()) {
    type_error(t, std::string(name) + " is required and must be an unsigned int");
    return false;
  }
  if (!is_intlike(v)) {
    type_error(t,
               std::string("scrypt() argument '") + name + "' must be int, not " + type_name(t, v));
    return false;
  }
  int64_t n;
  if (!to_int64(t, v, &n)) return false;
  if (n < 0) {
    type_error(t, std::string(name) + " is required and must be an unsigned int");
    return false;
  }
  *out = static_cast<uint64_t>(n);
  return true;
}

Value scrypt(Thread* t, Value password, Value salt, Value n, Value r, Value p, Int maxmem,
             Int dklen) {
  PinGuard pw, sa;
  if (!pin_bytes(t, password, &pw.p)) return Value::failed();
  if (salt.is_none()) return type_error(t, "salt is required");
  if (!pin_bytes(t, salt, &sa.p)) return Value::failed();
  uint64_t cost, block, parallel;
  if (!unsigned_given(t, "n", n, &cost)) return Value::failed();
  if (cost < 2 || (cost & (cost - 1)) != 0) return value_error(t, "n must be a power of 2.");
  if (!unsigned_given(t, "r", r, &block) || !unsigned_given(t, "p", p, &parallel))
    return Value::failed();
  if (maxmem < 0 || maxmem > kIntMax)
    return value_error(t, "maxmem must be positive and smaller than 2147483647");
  if (dklen < 1 || dklen > kIntMax)
    return value_error(t, "dklen must be greater than 0 and smaller than 2147483647");
  auto limit = static_cast<uint64_t>(maxmem.v);
  auto pass = reinterpret_cast<const char*>(pw.p.data);
  if (!EVP_PBE_scrypt(nullptr, 0, nullptr, 0, cost, block, parallel, limit, nullptr, 0))
    return value_error(t, "Invalid parameter combination for n, r, p, maxmem.");
  std::string out(static_cast<size_t>(dklen.v), '\0');
  int ok;
  {
    Blocking b(t, Blocking::Kind::kLong);
    ok = EVP_PBE_scrypt(pass, pw.p.size, sa.p.data, sa.p.size, cost, block, parallel, limit,
                        reinterpret_cast<unsigned char*>(out.data()), out.size());
  }
  return ok ? as_bytes(t, out) : value_error(t, "key derivation failed");
}
DEF(functions, scrypt, "scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)",
    "A key from a password by scrypt.")

// Takes the same time wherever the first difference is.
Value compare_digest(Thread* t, Value a, Value b) {
  std::string_view x, y;
  if (is<Str>(a) && is<Str>(b)) {
    if (!as<Str>(a)->ascii() || !as<Str>(b)->ascii())
      return type_error(t, "comparing strings with non-ASCII characters is not supported");
    x = as<Str>(a)->view();
    y = as<Str>(b)->view();
  } else {
    if (!is_buffer(a) && !is_buffer(b))
      return type_error(t, "unsupported operand types(s) or combination of types: '" +
                               type_name(t, a) + "' and '" + type_name(t, b) + "'");
    if (!to_bytes_view(t, a, &x) || !to_bytes_view(t, b, &y)) return Value::failed();
  }
  unsigned char difference = x.size() != y.size();
  std::string_view against = difference ? x : y;
  for (size_t i = 0; i < x.size(); ++i) difference |= static_cast<unsigned char>(x[i] ^ against[i]);
  return Value::boolean(difference == 0);
}
DEF(functions, compare_digest, "compare_digest(a, b, /)",
    "Equality in a time that tells nothing about where two values differ.")

}  // namespace

void init_hashlib(Thread* t, Module* m) {
  for (bool xof : {false, true}) {
    const NativeType* type = xof ? &kXofMarker : &kHashType;
    Class* cls = new_builtin_class(t, type->name, t->vm->classes.object, Kind::kNativeObject,
                                   kClassNoSubclass, type);
    if (!cls) return;
    install_methods(t, cls, xof ? xof_methods : hash_methods);
    if (!dict_set_cstr(t, m->dict, xof ? "HASHXOF" : "HASH", val(cls))) return;
  }
  install_functions(t, m, functions);
}

}  // namespace baton
