// Hashes: of text, of numbers, of tuples and frozensets.
//
// Text and bytes are hashed by SipHash-1-3 under a key drawn once per process, so that nobody can
// prepare keys that collide; numbers, tuples and frozensets hash exactly as CPython 3.11 does on a
// 64-bit machine, so that equal numbers of different types agree. No hash is ever -1. The key is
// drawn on first use and survives fork(), so parent and child agree. No lock is needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace baton {

struct HashKey {
  uint64_t k0;
  uint64_t k1;
};

// SipHash-1-3 of `size` bytes.
uint64_t siphash13(const HashKey& key, const void* data, size_t size);
// The key of this process, from getrandom.
const HashKey& process_hash_key();
// Hash of a str's or bytes' content. Empty text gives 0.
int64_t hash_bytes(std::string_view bytes);

// Numbers: the hash of x is x modulo this prime, with the sign of x.
inline constexpr int kHashBits = 61;
inline constexpr uint64_t kHashModulus = (uint64_t{1} << kHashBits) - 1;
inline constexpr int64_t kHashInf = 314159;
inline constexpr int64_t kHashImag = 1000003;

inline int64_t hash_int64(int64_t value) {
  if (value >= 0) return static_cast<int64_t>(static_cast<uint64_t>(value) % kHashModulus);
  auto magnitude = uint64_t{0} - static_cast<uint64_t>(value);
  auto hash = -static_cast<int64_t>(magnitude % kHashModulus);
  return hash == -1 ? -2 : hash;
}

// `nan_hash` is what a NaN hashes to: its identity, through hash_pointer.
int64_t hash_double(double value, int64_t nan_hash);
int64_t hash_complex(double re, double im, int64_t nan_hash);
// Hash of an object's identity.
int64_t hash_pointer(const void* pointer);

// Tuple: add() the hash of every item in order, then finish().
class TupleHasher {
 public:
  void add(int64_t item_hash) {
    acc_ += static_cast<uint64_t>(item_hash) * kPrime2;
    acc_ = (acc_ << 31) | (acc_ >> 33);
    acc_ *= kPrime1;
    ++count_;
  }
  int64_t finish() const {
    uint64_t acc = acc_ + (count_ ^ (kPrime5 ^ uint64_t{3527539}));
    return acc == ~uint64_t{0} ? 1546275796 : static_cast<int64_t>(acc);
  }

 private:
  static constexpr uint64_t kPrime1 = 11400714785074694791u;
  static constexpr uint64_t kPrime2 = 14029467366897019727u;
  static constexpr uint64_t kPrime5 = 2870177450012600261u;
  uint64_t acc_ = kPrime5;
  uint64_t count_ = 0;
};

// Frozenset: add() the hash of every item in any order, then finish().
class FrozensetHasher {
 public:
  void add(int64_t item_hash) {
    auto h = static_cast<uint64_t>(item_hash);
    hash_ ^= ((h ^ uint64_t{89869747}) ^ (h << 16)) * uint64_t{3644798167};
    ++count_;
  }
  int64_t finish() const {
    uint64_t hash = hash_ ^ ((count_ + 1) * uint64_t{1927868237});
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * uint64_t{69069} + uint64_t{907133923};
    return hash == ~uint64_t{0} ? 590923713 : static_cast<int64_t>(hash);
  }

 private:
  uint64_t hash_ = 0;
  uint64_t count_ = 0;
};

}  // namespace baton
