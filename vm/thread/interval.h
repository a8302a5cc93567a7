// How long a turn with the lock lasts, and how much of the time threads that come back from
// blocking may take from those that compute.
//
// Only figures and arithmetic: no thread, no clock, no lock. Every time is in nanoseconds, and
// `now` is monotonic_ns() or, in tests, whatever the test says.
#pragma once

#include <algorithm>
#include <cstdint>

namespace baton {

// sys.getswitchinterval() at the start, and the least that can be set.
inline constexpr int64_t kDefaultIntervalNs = 5'000'000;
inline constexpr int64_t kMinIntervalNs = 1'000;

// The kernel's slice for each attached thread: short, so that a thread that wakes with the GIL
// gets a processor soon.
inline constexpr int64_t kDefaultSliceNs = 500'000;

// A thread that blocked keeps its I/O class for this much holding.
inline constexpr int64_t kIoTurnNs = 1'000'000;

// A displaced thread with less than this left of its interval is taken to have used it up.
inline constexpr int64_t kLeastRestNs = 20'000;

// The lock may be stolen from a call that has lasted this long in the lazy state.
inline constexpr int64_t kLazyStealNs = 60'000;

// A thread next in line looks this long for its turn before it sleeps (never on one processor).
inline constexpr int64_t kSpinNs = 15'000;

// The share of I/O turns while CPU threads wait: each hold plus the price of its switch is
// charged, and of each window at most half may be spent. What a last hold overspent is carried
// into the next window, so that the half holds in the long run too.
class IoBudget {
 public:
  static constexpr int64_t kWindowNs = 10'000'000;
  static constexpr int64_t kShareNs = kWindowNs / 2;
  static constexpr int64_t kSwitchNs = 15'000;

  // Is an I/O turn allowed to displace a CPU thread now?
  bool allows(int64_t now) {
    roll(now);
    return used_ns_ < kShareNs;
  }

  // Charges one I/O hold of `hold_ns` during which a CPU thread waited.
  void charge(int64_t now, int64_t hold_ns) {
    roll(now);
    used_ns_ += std::max<int64_t>(hold_ns, 0) + kSwitchNs;
  }

  // When the present window ends: allows() turns true then at the latest, unless a hold overspent.
  int64_t window_end(int64_t now) {
    roll(now);
    return start_ns_ + kWindowNs;
  }

  int64_t used_ns() const { return used_ns_; }

 private:
  void roll(int64_t now) {
    int64_t passed = (now - start_ns_) / kWindowNs;
    if (passed <= 0) return;
    start_ns_ += passed * kWindowNs;
    // Compared by division: `passed` may be anything after a long pause.
    used_ns_ = passed > used_ns_ / kShareNs ? 0 : used_ns_ - passed * kShareNs;
  }

  int64_t start_ns_ = 0;
  int64_t used_ns_ = 0;
};

}  // namespace baton
