// A thread's sleep until it is woken. See parker.h.
#include "vm/thread/parker.h"

#include <errno.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>

#include "vm/base/clock.h"

namespace baton {
namespace {

timespec to_timespec(int64_t ns) {
  return {static_cast<time_t>(ns / 1'000'000'000), static_cast<long>(ns % 1'000'000'000)};
}

#if defined(__SANITIZE_THREAD__)
// The thread sanitizer holds signals back until the thread enters a call it knows, and it does not
// know the futex: wait in short pieces, with such a call between them.
constexpr int64_t kPieceNs = 20'000'000;
void between_pieces() { usleep(0); }
#else
constexpr int64_t kPieceNs = INT64_MAX;
void between_pieces() {}
#endif

}  // namespace

MonotonicCond::MonotonicCond() {
  pthread_condattr_t attr;
  pthread_condattr_init(&attr);
  pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
  pthread_cond_init(&cond_, &attr);
  pthread_condattr_destroy(&attr);
}

MonotonicCond::~MonotonicCond() { pthread_cond_destroy(&cond_); }

bool MonotonicCond::wait_until(std::unique_lock<std::mutex>& lock, int64_t deadline_ns) {
  pthread_mutex_t* mutex = lock.mutex()->native_handle();
  if (deadline_ns == INT64_MAX) {
    pthread_cond_wait(&cond_, mutex);
    return true;
  }
  timespec until = to_timespec(std::max<int64_t>(deadline_ns, 0));
  return pthread_cond_timedwait(&cond_, mutex, &until) != ETIMEDOUT;
}

void MonotonicCond::signal() { pthread_cond_signal(&cond_); }

void MonotonicCond::broadcast() { pthread_cond_broadcast(&cond_); }

void Parker::post() {
  if (word_.exchange(kToken, std::memory_order_seq_cst) != kSleeping) return;
  int saved = errno;
  syscall(SYS_futex, reinterpret_cast<uint32_t*>(&word_), FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr,
          0);
  errno = saved;
}

bool Parker::wait_until(int64_t deadline_ns) {
  for (;;) {
    uint32_t seen = kToken;
    if (word_.compare_exchange_strong(seen, kEmpty, std::memory_order_seq_cst)) return true;
    int64_t now = deadline_ns == INT64_MAX && kPieceNs == INT64_MAX ? 0 : monotonic_ns();
    if (now >= deadline_ns) {
      // Only a token that is not there yet counts as late.
      seen = kSleeping;
      if (word_.compare_exchange_strong(seen, kEmpty, std::memory_order_seq_cst) ||
          seen == kEmpty) {
        return false;
      }
      continue;
    }
    seen = kEmpty;
    if (!word_.compare_exchange_strong(seen, kSleeping, std::memory_order_seq_cst) &&
        seen == kToken) {
      continue;
    }
    int64_t until = deadline_ns;
    if (kPieceNs != INT64_MAX) until = std::min(until, now + kPieceNs);
    timespec ts{};
    if (until != INT64_MAX) ts = to_timespec(until);
    syscall(SYS_futex, reinterpret_cast<uint32_t*>(&word_), FUTEX_WAIT_BITSET_PRIVATE, kSleeping,
            until == INT64_MAX ? nullptr : &ts, nullptr, FUTEX_BITSET_MATCH_ANY);
    between_pieces();
  }
}

}  // namespace baton
