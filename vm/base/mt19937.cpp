// The Mersenne Twister (Matsumoto and Nishimura, 1998), from its recurrence.
#include "vm/base/mt19937.h"

#include <sys/random.h>

#include <cstring>

#include "vm/base/clock.h"

namespace baton {

namespace {

constexpr int kMiddle = 397;
constexpr uint32_t kMatrix = 0x9908b0df;
constexpr uint32_t kUpperMask = 0x80000000;
constexpr uint32_t kLowerMask = 0x7fffffff;

uint32_t twist(uint32_t upper, uint32_t lower) {
  uint32_t mixed = (upper & kUpperMask) | (lower & kLowerMask);
  return (mixed >> 1) ^ ((mixed & 1) != 0 ? kMatrix : 0);
}

}  // namespace

Mt19937::Mt19937() { seed(0); }

void Mt19937::init_genrand(uint32_t value) {
  state_[0] = value;
  for (uint32_t i = 1; i < kSize; ++i) {
    state_[i] = 1812433253u * (state_[i - 1] ^ (state_[i - 1] >> 30)) + i;
  }
  index_ = kSize;
}

void Mt19937::init_by_array(const uint32_t* key, size_t length) {
  init_genrand(19650218u);
  uint32_t i = 1;
  size_t j = 0;
  auto step = [&] {
    if (++i >= kSize) {
      state_[0] = state_[kSize - 1];
      i = 1;
    }
  };
  for (size_t k = length > kSize ? length : kSize; k > 0; --k) {
    uint32_t previous = state_[i - 1] ^ (state_[i - 1] >> 30);
    state_[i] = (state_[i] ^ (previous * 1664525u)) + key[j] + static_cast<uint32_t>(j);
    if (++j >= length) j = 0;
    step();
  }
  for (int k = kSize - 1; k > 0; --k) {
    uint32_t previous = state_[i - 1] ^ (state_[i - 1] >> 30);
    state_[i] = (state_[i] ^ (previous * 1566083941u)) - i;
    step();
  }
  state_[0] = kUpperMask;
}

void Mt19937::seed(uint64_t value) {
  uint32_t key[2] = {static_cast<uint32_t>(value), static_cast<uint32_t>(value >> 32)};
  init_by_array(key, key[1] != 0 ? 2 : 1);
}

BigStatus Mt19937::seed(BigView value) {
  if (value.n <= 1) {
    seed(value.n == 0 ? uint64_t{0} : value.limbs[0]);
    return BigStatus::kOk;
  }
  // The limbs are the 32-bit words of the key already, low half first; only a copy is needed so
  // that nothing depends on how the view is aliased.
  size_t length = size_t{value.n} * 2;
  if ((value.limbs[value.n - 1] >> 32) == 0) --length;
  BigBuf copy;
  if (BigStatus s = copy.set(value); s != BigStatus::kOk) return s;
  init_by_array(reinterpret_cast<const uint32_t*>(copy.limbs()), length);
  return BigStatus::kOk;
}

void Mt19937::seed_from_system() {
  uint32_t key[kSize];
  auto* to = reinterpret_cast<unsigned char*>(key);
  size_t have = 0;
  while (have < sizeof key) {
    size_t want = sizeof key - have < 256 ? sizeof key - have : 256;
    ssize_t n = getrandom(to + have, want, 0);
    if (n < 0) {
      seed(static_cast<uint64_t>(realtime_ns()) ^ static_cast<uint64_t>(monotonic_ns()) << 20);
      return;
    }
    have += static_cast<size_t>(n);
  }
  init_by_array(key, kSize);
}

void Mt19937::refill() {
  for (int i = 0; i < kSize; ++i) {
    int next = i + 1 < kSize ? i + 1 : 0;
    int far = i + kMiddle < kSize ? i + kMiddle : i + kMiddle - kSize;
    state_[i] = state_[far] ^ twist(state_[i], state_[next]);
  }
  index_ = 0;
}

uint32_t Mt19937::next_uint32() {
  if (index_ >= kSize) refill();
  uint32_t y = state_[index_++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

double Mt19937::random() {
  uint32_t high = next_uint32() >> 5;
  uint32_t low = next_uint32() >> 6;
  return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

uint64_t Mt19937::getrandbits64(unsigned bits) {
  if (bits == 0) return 0;
  if (bits <= 32) return next_uint32() >> (32 - bits);
  uint64_t low = next_uint32();
  uint64_t high = next_uint32();
  if (bits < 64) high >>= 64 - bits;
  return (high << 32) | low;
}

BigStatus Mt19937::getrandbits(uint64_t bits, BigBuf* out) {
  if (bits > kMaxLimbs * 64) return BigStatus::kTooBig;
  uint64_t n = (bits + 63) / 64;
  uint64_t* r = out->reserve(n);
  if (r == nullptr) return BigStatus::kNoMemory;
  for (uint64_t i = 0; i < n; ++i) {
    uint64_t left = bits - i * 64;
    r[i] = getrandbits64(left >= 64 ? 64 : static_cast<unsigned>(left));
  }
  out->finish(n, false);
  return BigStatus::kOk;
}

uint64_t Mt19937::below(uint64_t bound) {
  unsigned bits = 64 - static_cast<unsigned>(__builtin_clzll(bound));
  uint64_t value;
  do { value = getrandbits64(bits); } while (value >= bound);
  return value;
}

bool Mt19937::set_state(const uint32_t* words, int index) {
  if (index < 0 || index > kSize) return false;
  std::memcpy(state_, words, sizeof state_);
  index_ = index;
  return true;
}

}  // namespace baton
