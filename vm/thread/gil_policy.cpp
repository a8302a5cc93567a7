// Whose turn is next and when it begins: the default policy and, but for the timers, kTicks.
//
// Of the threads that queue one, the pick, is next in line and keeps watch: it alone sleeps with a
// timeout, sets the holder's stop word when its turn is due, and looks whether a lazy call takes
// too long. Whenever the pick changes or its turn is due earlier than it believes, somebody who
// holds the mutex signals it (stale_watcher). Everything here is under Gil's mutex, except where it
// says otherwise.

#include <algorithm>
#include <thread>
#include <utility>

#include "vm/base/clock.h"
#include "vm/thread/gil.h"
#include "vm/thread/gil_trace.h"

namespace baton {
namespace {

// Looks in a row without a lazy call after which the watcher stops looking.
constexpr int kIdleLooks = 8;

void pause_processor() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

// Looks for a grant for a moment before sleeping: the holder is at most a safepoint away, and
// going to sleep and waking costs more. Without the mutex.
void spin_for_grant(const GilThread* t) {
  static const bool worth_it = std::thread::hardware_concurrency() > 1;
  if (!worth_it) return;
  int64_t end = monotonic_ns() + kSpinNs;
  do {
    for (int i = 0; i < 32; i++) {
      if (t->granted.load(std::memory_order_acquire)) return;
      pause_processor();
    }
  } while (monotonic_ns() < end);
}

}  // namespace

// The thread next in line, null when nobody queues. I/O threads go first while the budget lasts;
// after that the two queues are one, by order of arrival.
GilThread* Gil::pick(int64_t now) {
  if (keeper_) return keeper_->queued ? keeper_ : nullptr;
  if (!io_.head) return cpu_.head;
  if (!cpu_.head || budget_.allows(now)) return io_.head;
  return io_.head->ticket < cpu_.head->ticket ? io_.head : cpu_.head;
}

// Takes the next thread out of its queue and settles the class of its turn: an I/O thread that had
// to queue as CPU gets a CPU thread's turn.
GilThread* Gil::pop_next(int64_t now) {
  GilThread* next = pick(now);
  if (!next) return nullptr;
  dequeue(next);
  bool owed = next->waits_as == GilClass::kIo && budget_.allows(now);
  next->holds_as = owed ? GilClass::kIo : GilClass::kCpu;
  return next;
}

// Makes `next`, already out of its queue, the holder, on behalf of the holder that leaves. Who is to
// be signalled once the mutex is free is put into `wake`.
void Gil::hand_over(GilThread* next, int64_t now, Wake* wake) {
  begin_grant(next, now);
  state_.store(word(next) | waiters_bit() | timed_bit(), std::memory_order_release);
  wake->granted = next;
  next->pins.fetch_add(1, std::memory_order_relaxed);
  wake->watcher = stale_watcher(now);
  if (wake->watcher) wake->watcher->pins.fetch_add(1, std::memory_order_relaxed);
  // Last: from here on `next` runs, if it is awake.
  next->granted.store(true, std::memory_order_release);
}

void Gil::begin_grant(GilThread* next, int64_t now) {
  next->held_since = now;
  requested_ = false;
  lazy_watched_.store(false, std::memory_order_seq_cst);
  if (next->holds_as == GilClass::kIo) io_grants_.fetch_add(1, std::memory_order_relaxed);
}

// How long the holder's turn lasts if somebody waits.
int64_t Gil::turn_ns(const GilThread* holder) const {
  int64_t whole = interval();
  if (holder->holds_as == GilClass::kIo) return std::min(kIoTurnNs, whole);
  return holder->left_ns > 0 ? std::min(holder->left_ns, whole) : whole;
}

// When the holder is to be asked for the lock; INT64_MAX for not (again).
int64_t Gil::request_due(int64_t now) {
  GilThread* holder = owner(state_.load(std::memory_order_relaxed));
  if (requested_ || !holder || policy_ == GilPolicy::kTicks || !pick(now)) return INT64_MAX;
  int64_t due = holder->held_since + turn_ns(holder);
  if (holder->holds_as == GilClass::kCpu && io_.head) {
    // Owed turns begin at once, or else when the budget is renewed.
    due = budget_.allows(now) ? now : std::min(due, budget_.window_end(now));
  }
  return due;
}

// The pick's watch: asks for the lock or takes it out of a lazy call when the time has come. When
// to look again; `t` may hold the lock on return.
int64_t Gil::watch(GilThread* t, int64_t now) {
  int64_t due = request_due(now);
  if (now >= due) {
    GilThread* holder = owner(state_.load(std::memory_order_relaxed));
    request_switch(holder);
    trace(t, GilEvent::kRequested, now, holder);
    due = INT64_MAX;
  }
  return std::min(due, watch_lazy(t, now));
}

// Two looks at the same lazy call, far enough apart, and the lock is taken from it. The holder does
// not read the clock: the watcher looks again and again while there are lazy calls, and wakes up
// for the first one (wake_watcher).
int64_t Gil::watch_lazy(GilThread* t, int64_t now) {
  uintptr_t s = state_.load(std::memory_order_seq_cst);
  if (!lazy_watched_.load(std::memory_order_relaxed)) {
    if ((s & kLazy) == 0) return INT64_MAX;
    start_lazy_watch();
  }
  uint64_t seq = lazy_seq_.load(std::memory_order_relaxed);
  if ((s & kLazy) == 0) {
    lazy_seen_ = false;
    lazy_idle_looks_ = seq == lazy_seen_seq_ ? lazy_idle_looks_ + 1 : 0;
    lazy_seen_seq_ = seq;
    if (lazy_idle_looks_ < kIdleLooks) return now + kLazyStealNs;
    // Give up, unless a lazy call began after the look above and counts on us.
    lazy_watched_.store(false, std::memory_order_seq_cst);
    if ((state_.load(std::memory_order_seq_cst) & kLazy) == 0) return INT64_MAX;
    start_lazy_watch();
    return now + kLazyStealNs;
  }
  if (!lazy_seen_ || lazy_seen_seq_ != seq) {
    lazy_seen_ = true;
    lazy_seen_seq_ = seq;
    lazy_seen_at_ = now;
    lazy_idle_looks_ = 0;
  } else if (now - lazy_seen_at_ >= kLazyStealNs) {
    return steal(s, t, now) ? INT64_MAX : now + kLazyStealNs;
  }
  return lazy_seen_at_ + kLazyStealNs;
}

void Gil::start_lazy_watch() {
  lazy_watched_.store(true, std::memory_order_seq_cst);
  lazy_seen_ = false;
  lazy_seen_seq_ = lazy_seq_.load(std::memory_order_relaxed);
  lazy_idle_looks_ = 0;
}

// Takes the lock out of a lazy call for the pick, `t`. False when the holder was quicker.
bool Gil::steal(uintptr_t seen, GilThread* t, int64_t now) {
  GilThread* holder = owner(seen);
  uintptr_t more = queued() > 1 ? kWaiters : 0;
  if (!state_.compare_exchange_strong(seen, word(t) | more | (seen & kTimed),
                                      std::memory_order_acq_rel, std::memory_order_relaxed)) {
    return false;
  }
  end_turn(holder, now);
  holder->lost_at = now;
  dequeue(t);
  t->holds_as =
      t->waits_as == GilClass::kIo && budget_.allows(now) ? GilClass::kIo : GilClass::kCpu;
  begin_grant(t, now);
  lazy_steals_.fetch_add(1, std::memory_order_relaxed);
  t->granted.store(true, std::memory_order_release);
  if (GilThread* next = stale_watcher(now)) next->turn.post();
  return true;
}

// The pick, if it sleeps past the time at which it must look; otherwise null.
GilThread* Gil::stale_watcher(int64_t now) {
  GilThread* next = pick(now);
  if (!next || next->wake_at == 0) return nullptr;
  if (lazy_watched_.load(std::memory_order_relaxed)) {
    return next->wake_at > now + kLazyStealNs ? next : nullptr;
  }
  return next->wake_at > request_due(now) ? next : nullptr;
}

// The holder has begun a lazy call and nobody looks. Called without the mutex, by a thread whose
// lock may be stolen meanwhile.
void Gil::wake_watcher() {
  Lock lock(mutex_);
  if (lazy_watched_.load(std::memory_order_relaxed)) return;
  GilThread* next = pick(monotonic_ns());
  if (!next) return;
  start_lazy_watch();
  next->turn.post();
}

// Sleeps in the queue until granted. `lock` is held on entry; on return it may be free or held.
void Gil::wait_turn(Lock& lock, GilThread* t, bool spin) {
  int64_t now = monotonic_ns();
  while (!t->granted.load(std::memory_order_acquire)) {
    if (keeper_ && keeper_ != t) {
      dequeue(t);
      if (!queued_any()) state_.fetch_and(~kWaiters, std::memory_order_acq_rel);
      sleep_forever(lock);
    }
    int64_t until = INT64_MAX;
    bool watcher = pick(now) == t;
    if (watcher) {
      until = watch(t, now);
      if (t->granted.load(std::memory_order_relaxed)) return;
    } else if (GilThread* stale = stale_watcher(now)) {
      stale->turn.post();
    }
    bool look = std::exchange(spin, false) && watcher;
    if (!look) t->wake_at = until;
    lock.unlock();
    // A post that comes from here on leaves a token; one that was meant for an earlier wait only
    // costs another round.
    if (look) {
      spin_for_grant(t);
    } else {
      t->turn.wait_until(until);
    }
    // Granted, the mutex is nothing to wait for.
    if (t->granted.load(std::memory_order_acquire)) return;
    lock.lock();
    t->wake_at = 0;
    now = monotonic_ns();
  }
}

}  // namespace baton
