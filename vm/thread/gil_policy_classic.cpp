// --gil-policy classic: the algorithm of CPython 3.11's ceval_gil.h, for comparison.
//
// A released lock is free and whoever comes first takes it. A waiter that has slept a whole
// interval during which nobody else took the lock sets the holder's stop word; the thread that
// drops the lock on request waits until another thread has taken it. Threads that come back from
// blocking queue like everybody else, which is the convoy effect: each time they gave the lock up
// early, they wait an interval for it.
//
// Unlike under the other policies the lock can be free while threads queue; its word is then
// kWaiters alone, which keeps the fast path out.

#include "vm/base/clock.h"
#include "vm/thread/gil.h"
#include "vm/thread/gil_trace.h"

namespace baton {

void Gil::classic_take(GilThread* t) {
  Lock lock(mutex_);
  int64_t began = monotonic_ns();
  drop_request(t);
  if (keeper_ && keeper_ != t) sleep_forever(lock);
  if (take_if_free(t, GilClass::kCpu, began)) {
    began = 0;
  } else {
    trace(t, GilEvent::kQueued, began, owner(state_.load(std::memory_order_relaxed)));
    enqueue(t, GilClass::kCpu, false, began);
    while (owner(state_.load(std::memory_order_relaxed))) {
      if (keeper_ && keeper_ != t) break;
      uint64_t number = switch_number_;
      int64_t until = monotonic_ns() + interval();
      lock.unlock();
      bool timed_out = !t->turn.wait_until(until);
      lock.lock();
      GilThread* holder = owner(state_.load(std::memory_order_relaxed));
      if (timed_out && holder && number == switch_number_) {
        request_switch(holder);
        trace(t, GilEvent::kRequested, monotonic_ns(), holder);
      }
    }
    dequeue(t);
    if (keeper_ && keeper_ != t) {
      if (!queued_any()) state_.fetch_and(~kWaiters, std::memory_order_acq_rel);
      sleep_forever(lock);
    }
    t->holds_as = GilClass::kCpu;
    t->left_ns = 0;
    t->held_since = monotonic_ns();
    state_.store(word(t) | waiters_bit() | timed_bit(), std::memory_order_release);
  }
  if (last_holder_ != t) {
    last_holder_ = t;
    switch_number_++;
  }
  switched_.broadcast();
  int64_t taken = t->held_since;
  lock.unlock();
  begin_turn(t, began, taken);
}

void Gil::classic_release(GilThread* t) {
  Lock lock(mutex_);
  bool forced = (t->stop.load(std::memory_order_relaxed) & kStopSwitch) != 0;
  drop_request(t);
  int64_t now = monotonic_ns();
  end_turn(t, now);
  trace(t, forced ? GilEvent::kYielded : GilEvent::kReleased, now, nullptr);
  last_holder_ = t;
  state_.store(waiters_bit() | timed_bit(), std::memory_order_release);
  if (cpu_.head) cpu_.head->turn.post();
  if (!forced) return;
  forced_.fetch_add(1, std::memory_order_relaxed);
  t->forced.fetch_add(1, std::memory_order_relaxed);
  // `last_holder_` tells, as a taker that queues is sure to come through classic_take.
  while (queued_any() && last_holder_ == t && !keeper_) switched_.wait_until(lock, INT64_MAX);
}

}  // namespace baton
