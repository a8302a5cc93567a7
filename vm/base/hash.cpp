// Hashes: SipHash-1-3, the process' key, and floats.
#include "vm/base/hash.h"

#include "vm/base/hash_seed.h"

#include <sys/random.h>

#include <cerrno>
#include <cmath>
#include <cstring>

#include "vm/base/clock.h"

namespace baton {

namespace {

uint64_t rotate_left(uint64_t value, int bits) { return (value << bits) | (value >> (64 - bits)); }

class SipState {
 public:
  explicit SipState(const HashKey& key)
      : v0_(key.k0 ^ 0x736f6d6570736575u),
        v1_(key.k1 ^ 0x646f72616e646f6du),
        v2_(key.k0 ^ 0x6c7967656e657261u),
        v3_(key.k1 ^ 0x7465646279746573u) {}

  void absorb(uint64_t word) {
    v3_ ^= word;
    round();
    v0_ ^= word;
  }
  uint64_t finish() {
    v2_ ^= 0xff;
    for (int i = 0; i < 3; ++i) round();
    return v0_ ^ v1_ ^ v2_ ^ v3_;
  }

 private:
  void round() {
    v0_ += v1_;
    v1_ = rotate_left(v1_, 13) ^ v0_;
    v0_ = rotate_left(v0_, 32);
    v2_ += v3_;
    v3_ = rotate_left(v3_, 16) ^ v2_;
    v0_ += v3_;
    v3_ = rotate_left(v3_, 21) ^ v0_;
    v2_ += v1_;
    v1_ = rotate_left(v1_, 17) ^ v2_;
    v2_ = rotate_left(v2_, 32);
  }

  uint64_t v0_, v1_, v2_, v3_;
};

HashKey draw_key() {
  HashKey key{};
  auto* to = reinterpret_cast<unsigned char*>(&key);
  size_t have = 0;
  while (have < sizeof key) {
    ssize_t n = getrandom(to + have, sizeof key - have, 0);
    if (n > 0) {
      have += static_cast<size_t>(n);
    } else if (n < 0 && errno != EINTR) {
      // No such system call: the clocks and where we were loaded are better than a fixed key.
      key.k0 = static_cast<uint64_t>(realtime_ns()) * 0x9e3779b97f4a7c15u;
      key.k1 = static_cast<uint64_t>(monotonic_ns()) ^ reinterpret_cast<uintptr_t>(&key);
      break;
    }
  }
  return key;
}

// Set at most once, before any thread but the first exists.
bool has_fixed_seed = false;
uint32_t fixed_seed = 0;

HashKey spread_seed(uint32_t seed) {
  HashKey key{};
  if (seed == 0) return key;
  unsigned char bytes[sizeof key];
  uint32_t x = seed;
  for (unsigned char& b : bytes) {
    x = x * 214013 + 2531011;
    b = static_cast<unsigned char>(x >> 16);
  }
  std::memcpy(&key, bytes, sizeof key);
  return key;
}

}  // namespace

uint64_t siphash13(const HashKey& key, const void* data, size_t size) {
  SipState state(key);
  const auto* p = static_cast<const unsigned char*>(data);
  size_t left = size;
  uint64_t word;
  for (; left >= 8; left -= 8, p += 8) {
    std::memcpy(&word, p, 8);
    state.absorb(word);
  }
  word = uint64_t{size} << 56;
  for (size_t i = 0; i < left; ++i) word |= uint64_t{p[i]} << (8 * i);
  state.absorb(word);
  return state.finish();
}

void fix_hash_seed(uint32_t seed) {
  fixed_seed = seed;
  has_fixed_seed = true;
}

const HashKey& process_hash_key() {
  static const HashKey key = has_fixed_seed ? spread_seed(fixed_seed) : draw_key();
  return key;
}

int64_t hash_bytes(std::string_view bytes) {
  if (bytes.empty()) return 0;
  auto hash = static_cast<int64_t>(siphash13(process_hash_key(), bytes.data(), bytes.size()));
  return hash == -1 ? -2 : hash;
}

int64_t hash_double(double value, int64_t nan_hash) {
  if (std::isnan(value)) return nan_hash;
  if (std::isinf(value)) return value > 0 ? kHashInf : -kHashInf;
  int exponent = 0;
  double fraction = std::frexp(std::fabs(value), &exponent);
  // 28 bits of the fraction at a time; multiplying by 2^28 is a rotation modulo 2^61 - 1.
  uint64_t hash = 0;
  while (fraction != 0) {
    hash = ((hash << 28) & kHashModulus) | (hash >> (kHashBits - 28));
    fraction *= 268435456.0;
    exponent -= 28;
    auto part = static_cast<uint64_t>(fraction);
    fraction -= static_cast<double>(part);
    hash += part;
    if (hash >= kHashModulus) hash -= kHashModulus;
  }
  int turn = exponent >= 0 ? exponent % kHashBits : kHashBits - 1 - ((-1 - exponent) % kHashBits);
  hash = ((hash << turn) & kHashModulus) | (hash >> (kHashBits - turn));
  auto result = static_cast<int64_t>(hash);
  if (value < 0) result = -result;
  return result == -1 ? -2 : result;
}

int64_t hash_complex(double re, double im, int64_t nan_hash) {
  uint64_t hash =
      static_cast<uint64_t>(hash_double(re, nan_hash)) +
      static_cast<uint64_t>(kHashImag) * static_cast<uint64_t>(hash_double(im, nan_hash));
  auto result = static_cast<int64_t>(hash);
  return result == -1 ? -2 : result;
}

int64_t hash_pointer(const void* pointer) {
  auto bits = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(pointer));
  // Objects are aligned: the low bits that say nothing go to the top.
  auto result = static_cast<int64_t>((bits >> 4) | (bits << 60));
  return result == -1 ? -2 : result;
}

}  // namespace baton
