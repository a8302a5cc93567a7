// The lock's slow paths that do not depend on whose turn is next: queues, taking and leaving, and
// the rare operations on the lock as a whole. See gil.h for what always holds.

#include "vm/thread/gil.h"

#include <errno.h>
#include <sched.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <thread>

#include <algorithm>
#include <new>

#include "vm/base/clock.h"
#include "vm/thread/gil_trace.h"

namespace baton {
namespace {

void add(std::atomic<uint64_t>& counter, uint64_t n) {
  counter.fetch_add(n, std::memory_order_relaxed);
}

// The kernel's struct sched_attr in its first version; glibc 2.36 does not declare it, and the
// kernel's own header does not go with glibc's <sched.h>.
struct SchedAttr {
  uint32_t size;
  uint32_t policy;
  uint64_t flags;
  int32_t nice;
  uint32_t priority;
  uint64_t runtime;
  uint64_t deadline;
  uint64_t period;
};
static_assert(sizeof(SchedAttr) == 48);

// Linux 6.12 and later honours a slice of the ordinary scheduling class; older kernels ignore it,
// and so do we any failure.
void set_kernel_slice(int64_t slice_ns) {
  SchedAttr attr{};
  if (syscall(SYS_sched_getattr, 0, &attr, sizeof attr, 0) != 0) return;
  if (attr.policy != SCHED_OTHER) return;  // somebody chose another class on purpose
  attr.size = sizeof attr;
  attr.runtime = static_cast<uint64_t>(slice_ns);
  attr.flags = 0;
  syscall(SYS_sched_setattr, 0, &attr, 0);
}

}  // namespace

void Gil::Queue::push_back(GilThread* t) {
  t->prev = tail;
  t->next = nullptr;
  (tail ? tail->next : head) = t;
  tail = t;
  size++;
}

void Gil::Queue::push_front(GilThread* t) {
  t->prev = nullptr;
  t->next = head;
  (head ? head->prev : tail) = t;
  head = t;
  size++;
}

void Gil::Queue::remove(GilThread* t) {
  (t->prev ? t->prev->next : head) = t->next;
  (t->next ? t->next->prev : tail) = t->prev;
  t->prev = t->next = nullptr;
  size--;
}

void Gil::Wake::send() {
  for (GilThread* t : {granted, watcher}) {
    if (!t) continue;
    t->turn.post();
    t->pins.fetch_sub(1, std::memory_order_release);
  }
}

Gil::Gil(const Options& options)
    : policy_(options.policy),
      slice_ns_(options.slice_ns),
      interval_ns_(std::max(options.interval_ns, kMinIntervalNs)),
      ticks_(std::max<int64_t>(options.ticks, 1)) {}

Gil::~Gil() = default;

void Gil::attach_thread(GilThread* t) {
  t->ticks_left = ticks();
  if (slice_ns_ > 0) set_kernel_slice(slice_ns_);
}

void Gil::detach_thread(GilThread* t) {
  while (t->pins.load(std::memory_order_acquire) != 0) sched_yield();
  int fd = t->wake_fd.exchange(-1, std::memory_order_seq_cst);
  if (fd >= 0) ::close(fd);
}

void Gil::enqueue(GilThread* t, GilClass as, bool front, int64_t now) {
  // Turns by count know no owed turns: order of arrival is all there is.
  if (policy_ == GilPolicy::kTicks) as = GilClass::kCpu;
  t->granted.store(false, std::memory_order_relaxed);
  t->queued = true;
  t->waits_as = as;
  t->wake_at = 0;
  Queue& queue = as == GilClass::kIo ? io_ : cpu_;
  if (front) {
    // The ticket of its last turn is older than any that waits now.
    queue.push_front(t);
  } else {
    t->ticket = ++tickets_;
    queue.push_back(t);
  }
  GilThread* holder = owner(state_.load(std::memory_order_relaxed));
  if (holder && holder != t && holder->held_since == 0) holder->held_since = now;
}

void Gil::dequeue(GilThread* t) {
  (t->waits_as == GilClass::kIo ? io_ : cpu_).remove(t);
  t->queued = false;
}

// Takes the lock if it is free. If not, marks it as waited for, so that it can no longer be
// released without the mutex, which the caller holds.
bool Gil::take_if_free(GilThread* t, GilClass want, int64_t now) {
  uintptr_t s = state_.load(std::memory_order_acquire);
  for (;;) {
    if (owner(s)) {
      if ((s & kWaiters) != 0 ||
          state_.compare_exchange_weak(s, s | kWaiters, std::memory_order_acq_rel,
                                       std::memory_order_acquire)) {
        return false;
      }
      continue;
    }
    t->holds_as = want;
    t->left_ns = 0;
    t->held_since = (s & kTimed) != 0 ? now : 0;
    if (state_.compare_exchange_weak(s, word(t) | (s & kFlags), std::memory_order_acq_rel,
                                     std::memory_order_acquire)) {
      requested_ = false;
      return true;
    }
  }
}

void Gil::take_slow(GilThread* t, GilClass want) {
  if (policy_ == GilPolicy::kClassic) return classic_take(t);
  Lock lock(mutex_);
  int64_t now = monotonic_ns();
  notice_theft(t);
  if (keeper_ && keeper_ != t) sleep_forever(lock);
  if (take_if_free(t, want, now)) {
    int64_t taken = t->held_since;
    lock.unlock();
    begin_turn(t, 0, taken);
    return;
  }
  trace(t, GilEvent::kQueued, now, owner(state_.load(std::memory_order_relaxed)));
  t->left_ns = 0;
  enqueue(t, want, false, now);
  wait_turn(lock, t, want == GilClass::kIo);
  if (lock.owns_lock()) lock.unlock();
  begin_turn(t, now, t->held_since);
}

void Gil::release_slow(GilThread* t) {
  if (policy_ == GilPolicy::kClassic) return classic_release(t);
  Wake wake;
  {
    Lock lock(mutex_);
    drop_request(t);
    int64_t now = monotonic_ns();
    end_turn(t, now);
    GilThread* next = pop_next(now);
    trace(t, GilEvent::kReleased, now, next);
    if (next) {
      hand_over(next, now, &wake);
    } else {
      requested_ = false;
      state_.store(timed_bit() | waiters_bit(), std::memory_order_release);
    }
  }
  wake.send();
}

void Gil::yield(GilThread* t) {
  if (policy_ == GilPolicy::kClassic) {
    if (!contended()) return drop_request(t);
    classic_release(t);
    classic_take(t);
    return;
  }
  Wake wake;
  Lock lock(mutex_);
  drop_request(t);
  int64_t now = monotonic_ns();
  if (!pick(now)) return;
  // A turn cut short by an I/O thread is continued later, any other is over.
  int64_t held = t->held_since ? now - t->held_since : 0;
  int64_t left = turn_ns(t) - held;
  end_turn(t, now);
  GilThread* next = pop_next(now);
  bool displaced =
      next->holds_as == GilClass::kIo && t->holds_as == GilClass::kCpu && left > kLeastRestNs;
  add(forced_, 1);
  add(t->forced, 1);
  trace(t, GilEvent::kYielded, now, next);
  t->left_ns = displaced ? left : 0;
  enqueue(t, GilClass::kCpu, displaced, now);
  hand_over(next, now, &wake);
  lock.unlock();
  wake.send();
  lock.lock();
  wait_turn(lock, t, displaced || policy_ == GilPolicy::kTicks);
  if (lock.owns_lock()) lock.unlock();
  begin_turn(t, now, t->held_since);
}

bool Gil::tick_slow(GilThread* t) {
  // One turn in eight is a tick longer: two threads in the same loop would else move in step for
  // ever, and a race that is there might never show.
  tick_noise_ = tick_noise_ * 1664525u + 1013904223u;
  t->ticks_left = ticks() + (tick_noise_ >> 29 == 0);
  if (policy_ != GilPolicy::kTicks) return false;
  if (!contended() && expected_ > 0) {
    int64_t patience = monotonic_ns() + 20'000'000;
    while (!contended() && monotonic_ns() < patience) std::this_thread::yield();
    if (!contended()) expected_ = 0;  // it went elsewhere
  }
  if (!contended()) return false;
  yield(t);
  return true;
}

// Books the end of a turn: hold time, and the budget if it was an I/O turn that a CPU thread had to
// wait for. `t` is the holder, not always the caller.
void Gil::end_turn(GilThread* t, int64_t now) {
  if (t->held_since == 0) return;
  int64_t held = now - t->held_since;
  add(hold_ns_, static_cast<uint64_t>(held));
  if (t->holds_as == GilClass::kIo && cpu_.size > 0) budget_.charge(now, held);
}

// By the new holder, outside the mutex. `began_waiting` is 0 for a turn that was not queued for;
// `taken` is when the turn began, 0 unknown. (Not read from `held_since` here: unless it is known,
// the next one to queue may be setting it.)
void Gil::begin_turn(GilThread* t, int64_t began_waiting, int64_t taken) {
  count_turn();
  if (began_waiting != 0) {
    int64_t waited = std::max<int64_t>(taken - began_waiting, 0);
    add(waits_, 1);
    add(wait_ns_, static_cast<uint64_t>(waited));
    add(t->waits, 1);
    add(t->wait_ns, static_cast<uint64_t>(waited));
  }
  if (taken != 0) trace(t, GilEvent::kTaken, taken, nullptr);
}

void Gil::request_switch(GilThread* holder) {
  requested_ = true;
  add(requests_, 1);
  request_stop(*holder, kStopSwitch);
}

// A thread leaves a turn, or comes back to find it over: nobody asks it for the lock any more, as
// only holders are asked and the mutex is held.
void Gil::drop_request(GilThread* t) {
  if ((t->stop.load(std::memory_order_relaxed) & kStopSwitch) != 0) clear_stop(*t, kStopSwitch);
}

void Gil::notice_theft(GilThread* t) {
  drop_request(t);
  if (t->lost_at == 0) return;
  trace(t, GilEvent::kStolen, t->lost_at, nullptr);
  t->lost_at = 0;
}

// Only for `t`'s own ring, so by `t` itself.
void Gil::trace(GilThread* t, GilEvent kind, int64_t now, const GilThread* peer) {
  if (t->trace) [[unlikely]] {
    t->trace->write({now, t->trace_place, t->id, peer ? peer->id : 0, kind});
  }
}

void Gil::sleep_forever(Lock& lock) {
  // Nobody looks at this thread again: it may be one the VM has already forgotten.
  lock.unlock();
  for (;;) pause();
}

void Gil::signal_all() {
  for (Queue* queue : {&io_, &cpu_}) {
    for (GilThread* t = queue->head; t; t = t->next) t->turn.post();
  }
}

void Gil::set_interval(int64_t ns) {
  Lock lock(mutex_);
  interval_ns_.store(std::max(ns, kMinIntervalNs), std::memory_order_relaxed);
  signal_all();
}

void Gil::set_ticks(int64_t n) { ticks_.store(std::max<int64_t>(n, 1), std::memory_order_relaxed); }

int Gil::waiters() const {
  Lock lock(mutex_);
  return cpu_.size + io_.size;
}

Gil::Stats Gil::stats() const {
  auto get = [](const std::atomic<uint64_t>& c) { return c.load(std::memory_order_relaxed); };
  Stats s;
  s.acquires = get(acquires_);
  s.waits = get(waits_);
  s.requests = get(requests_);
  s.forced_drops = get(forced_);
  s.io_grants = get(io_grants_);
  s.lazy_steals = get(lazy_steals_);
  s.wait_ns = get(wait_ns_);
  s.hold_ns = get(hold_ns_);
  return s;
}

void Gil::set_timed(bool on) {
  Lock lock(mutex_);
  if (on) {
    GilThread* holder = owner(state_.fetch_or(kTimed, std::memory_order_acq_rel));
    // It can no longer leave without the mutex; its turn counts from now.
    if (holder && holder->held_since == 0) holder->held_since = monotonic_ns();
  } else if (!keeper_) {
    state_.fetch_and(~kTimed, std::memory_order_acq_rel);
  }
}

void Gil::close(GilThread* keeper) {
  Lock lock(mutex_);
  keeper_ = keeper;
  state_.fetch_or(kTimed, std::memory_order_acq_rel);  // nobody gets in by the fast path
  signal_all();
}

void Gil::after_fork(GilThread* survivor) {
  // The objects may have been caught in any state, held or waited on by threads that do not exist
  // here: they are made anew in place, without a destructor that could wait for those threads.
  new (&mutex_) std::mutex;
  new (&switched_) MonotonicCond;
  survivor->turn.reset();
  cpu_ = io_ = Queue{};
  requested_ = false;
  lazy_watched_.store(false, std::memory_order_relaxed);
  last_holder_ = survivor;
  survivor->queued = false;
  survivor->lost_at = 0;
  survivor->prev = survivor->next = nullptr;
  survivor->pins.store(0, std::memory_order_relaxed);
  survivor->wait_queue = nullptr;
  survivor->parker.reset();
  // The eventfd is shared with the parent; the child needs its own.
  int fd = survivor->wake_fd.exchange(-1, std::memory_order_seq_cst);
  if (fd >= 0) ::close(fd);
  drop_request(survivor);
  survivor->held_since = monotonic_ns();
  state_.store(word(survivor) | timed_bit(), std::memory_order_release);
}

const char* policy_name(GilPolicy policy) {
  switch (policy) {
    case GilPolicy::kDefault: return "default";
    case GilPolicy::kClassic: return "classic";
    case GilPolicy::kTicks: return "ticks";
  }
  return nullptr;
}

bool parse_policy(const char* name, GilPolicy* policy) {
  for (GilPolicy p : {GilPolicy::kDefault, GilPolicy::kClassic, GilPolicy::kTicks}) {
    if (strcmp(name, policy_name(p)) == 0) return *policy = p, true;
  }
  return false;
}

}  // namespace baton
