// The two ways in which a thread sleeps, both on the monotonic clock.
//
// Parker is a one-token semaphore on a futex, for one thread to sleep on: each has one for its turn
// with the GIL and one for everything else (script locks, joins, sleeps). Posting it is
// async-signal-safe, which no condition variable is, so that a signal handler can end the main
// thread's wait; and the woken thread has no mutex to take first, which halves a hand-over.
//
// MonotonicCond is a condition variable used with a std::mutex, for the rare broadcast.
// (std::condition_variable would wait on the steady clock too, through pthread_cond_clockwait,
// which gcc 12's thread sanitizer does not know.)
//
// Deadlines are absolute nanoseconds of monotonic_ns(); INT64_MAX means none. Nothing here knows
// the GIL, and nothing here may be waited for with the GIL held.
#pragma once

#include <pthread.h>

#include <atomic>
#include <cstdint>
#include <mutex>

namespace baton {

class MonotonicCond {
 public:
  MonotonicCond();
  ~MonotonicCond();
  MonotonicCond(const MonotonicCond&) = delete;
  MonotonicCond& operator=(const MonotonicCond&) = delete;

  // Waits with `lock` held, as a condition variable does. False when the deadline passed; true on
  // a signal, or for no reason at all.
  bool wait_until(std::unique_lock<std::mutex>& lock, int64_t deadline_ns);
  void signal();
  void broadcast();

 private:
  pthread_cond_t cond_;
};

class Parker {
 public:
  // Forgets a token left over from earlier. Only the owning thread calls it, and looks at whatever
  // might have posted before (a stop word, say) after it, never before.
  void reset() { word_.store(kEmpty, std::memory_order_seq_cst); }

  // Leaves a token, waking the owner if it waits. Any thread, and signal handlers. The owner must
  // be kept alive by the caller until this returns.
  void post();

  // Waits for the token and takes it. True with the token, false when the deadline passed first.
  // Only the owning thread. Signals do not end the wait.
  bool wait_until(int64_t deadline_ns);

 private:
  enum : uint32_t { kEmpty = 0, kToken = 1, kSleeping = 2 };
  std::atomic<uint32_t> word_{kEmpty};
};

}  // namespace baton
