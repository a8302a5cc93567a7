// The Mersenne Twister, with the seeding and the draws of Python's random module.
//
// The same seed gives the same random(), getrandbits() and state as CPython. One generator is one
// plain struct of 2.5 KB; whoever shares it between threads holds a lock of their own (a script's
// generator is protected by the interpreter lock).
#pragma once

#include <cstddef>
#include <cstdint>

#include "vm/base/bigint.h"

namespace baton {

class Mt19937 {
 public:
  static constexpr int kSize = 624;

  // Seeded with 0; seed() or seed_from_system() gives a real start.
  Mt19937();

  // random.seed(n) for an int: the sign is ignored.
  [[nodiscard]] BigStatus seed(BigView value);
  void seed(uint64_t value);
  void init_by_array(const uint32_t* key, size_t length);
  // From the operating system's generator.
  void seed_from_system();

  uint32_t next_uint32();
  // In [0, 1), with 53 bits.
  double random();
  // `bits` random bits, 0..64.
  uint64_t getrandbits64(unsigned bits);
  // Any number of bits.
  [[nodiscard]] BigStatus getrandbits(uint64_t bits, BigBuf* out);
  // An int in [0, bound) by the rejection method of random.randrange. bound > 0.
  uint64_t below(uint64_t bound);

  // The state, as random.getstate() shows it: 624 words and the position 0..624.
  const uint32_t* state() const { return state_; }
  int index() const { return index_; }
  // False when `index` is out of range.
  bool set_state(const uint32_t* words, int index);

 private:
  void init_genrand(uint32_t value);
  void refill();

  uint32_t state_[kSize];
  int index_ = kSize;
};

}  // namespace baton
