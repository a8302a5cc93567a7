// The lock. One per VM: whoever holds it may run bytecode and touch the VM's objects.
//
// State. One atomic word: zero when free, otherwise the holder's address, with the low bits saying
// that threads queue (kWaiters), that the holder has left on a call of unknown length and lets the
// head of the queue take the lock from it (kLazy), and that every turn is timed (kTimed: fast
// paths off, for tracing). Taking a free lock and releasing one nobody waits for is one
// compare-and-swap each. All the rest is under `mutex_`.
//
// Turns. Threads queue FIFO in two classes: CPU, and I/O for those that come back from blocking.
// There is no timer thread: the thread next in line sleeps until the holder has had its interval,
// then sets the holder's stop word. The holder hands over at its next safepoint by granting: the
// new holder is in the word before it wakes, so nobody can come in between and no turn is lost.
// An I/O thread does not wait for the interval: it displaces a CPU thread at once, which returns to
// the front of its queue with the rest of its interval. It stays I/O class for 1 ms of holding, and
// while CPU threads wait the I/O class gets at most half of each 10 ms (IoBudget); past that the
// two queues are one, in order of arrival.
//
// Policies. kDefault is the above. kClassic is CPython 3.11's algorithm, convoy included: waiters
// time out and ask, the released lock is competed for, a thread that was asked waits until another
// had the lock. kTicks hands over after a count of bytecodes and never because of time.
//
// Always: kWaiters is set exactly while a queue is not empty. Outside kClassic the lock is never
// free while a thread queues (until close()). A GilThread is in at most one queue, never while it
// holds the lock. Stop requests for a switch go to the holder only, under `mutex_`; a thread
// clears its own as it leaves. `mutex_` is a leaf: nothing is called or locked under it.
//
// Not here: what a safepoint is, stack bounds, roots (the blocking region's business), values.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>

#include "vm/thread/interval.h"
#include "vm/thread/stop_word.h"

namespace baton {

enum class GilEvent : uint8_t;

enum class GilPolicy { kDefault, kClassic, kTicks };

class Gil {
 public:
  struct Options {
    int64_t interval_ns = kDefaultIntervalNs;  // clamped to kMinIntervalNs and up
    GilPolicy policy = GilPolicy::kDefault;
    int64_t slice_ns = kDefaultSliceNs;  // the kernel's slice of attached threads, 0 leaves it be
    int64_t ticks = 100;                 // bytecodes between switches, kTicks only; 1 and up
  };

  // Counts since the start; read without the lock, so they need not fit each other exactly.
  struct Stats {
    uint64_t acquires = 0;      // turns begun, fast paths included (lazy calls are no turns)
    uint64_t waits = 0;         // turns that had to be queued for
    uint64_t requests = 0;      // stop words set
    uint64_t forced_drops = 0;  // turns ended by a request or a tick
    uint64_t io_grants = 0;     // turns granted to the I/O class ahead of CPU threads or alone
    uint64_t lazy_steals = 0;   // turns ended in the middle of a lazy call
    uint64_t wait_ns = 0;       // time spent queueing, all threads together
    uint64_t hold_ns = 0;       // time held in turns whose start is known: all while timed
  };

  Gil() : Gil(Options{}) {}
  explicit Gil(const Options& options);
  ~Gil();
  Gil(const Gil&) = delete;
  Gil& operator=(const Gil&) = delete;

  // Called by the thread itself, lock not held, before its first take and after its last release.
  // Attaching asks the kernel for the slice; detaching waits for signallers and closes its wake fd.
  void attach_thread(GilThread* t);
  void detach_thread(GilThread* t);

  // Takes the lock as a CPU-class thread: a new thread, or one that did not block. Not recursive.
  void take(GilThread* t) {
    t->holds_as = GilClass::kCpu;
    take_fast(t);
  }

  // The same for a thread that released the lock and really blocked since: it is owed a turn.
  void take_after_blocking(GilThread* t) {
    t->holds_as = GilClass::kIo;
    take_fast(t);
  }

  // Gives the lock up. With waiters one of them holds it before this returns (kClassic: is woken).
  void release(GilThread* t) {
    uintptr_t held = word(t);
    if (!state_.compare_exchange_strong(held, 0, std::memory_order_acq_rel,
                                        std::memory_order_relaxed)) {
      release_slow(t);
    }
  }

  // At a safepoint, with the lock, when kStopSwitch is set: clears it, hands over, queues, and
  // returns with the lock. Returns at once when nobody waits.
  void yield(GilThread* t);

  // kTicks: counts `n` executed bytecodes and hands over when they are used up and somebody waits.
  // True when another thread had the lock meanwhile. With the lock, at a safepoint.
  bool tick(GilThread* t, int64_t n = 1) {
    t->ticks_left -= n;
    return t->ticks_left > 0 ? false : tick_slow(t);
  }

  // Around a call that is short as a rule but may block (a regular file): the caller keeps the lock
  // unless the call outlasts kLazyStealNs and another wants it. In between it must touch nothing
  // that the lock protects. take_lazy() is true when the lock stayed, false when it was stolen and
  // taken again, as after blocking. (kClassic: a full release and take.)
  void release_lazy(GilThread* t) {
    if (policy_ == GilPolicy::kClassic) return release(t);
    lazy_seq_.store(lazy_seq_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    uintptr_t before = state_.fetch_add(kLazy, std::memory_order_seq_cst);
    if ((before & kWaiters) != 0 && !lazy_watched_.load(std::memory_order_seq_cst)) wake_watcher();
  }
  bool take_lazy(GilThread* t) {
    if (policy_ == GilPolicy::kClassic) return take(t), true;
    uintptr_t s = word(t) | kLazy;
    while (!state_.compare_exchange_weak(s, s & ~kLazy, std::memory_order_acq_rel,
                                         std::memory_order_acquire)) {
      if (owner(s) != t) return take_slow(t, GilClass::kIo), false;
    }
    return true;
  }

  // With the lock: `t` was woken or started and will come for its turn; arrived() says, with the lock,
  // that it had it. Under kTicks the holder waits for such threads to queue before it counts on:
  // else a short piece of work would be over before the system has run the other thread, and no
  // count of bytecodes would show a race.
  void expect(GilThread* t) {
    if (t->awaited_by == nullptr) t->awaited_by = this, ++expected_;
  }
  void arrived(GilThread* t) {
    if (t->awaited_by == nullptr) return;
    t->awaited_by = nullptr;
    if (expected_ > 0) --expected_;
  }

  // The switch interval; a change wakes those who wait for the old one. Any thread.
  void set_interval(int64_t ns);
  int64_t interval() const { return interval_ns_.load(std::memory_order_relaxed); }
  void set_ticks(int64_t n);
  int64_t ticks() const { return ticks_.load(std::memory_order_relaxed); }
  GilPolicy policy() const { return policy_; }

  // Does `t` hold the lock, fully? Certain when asked by `t` itself.
  bool held_by(const GilThread* t) const {
    uintptr_t s = state_.load(std::memory_order_acquire);
    return owner(s) == t && (s & kLazy) == 0;
  }
  // Does anybody queue? A hint, no mutex taken.
  bool contended() const { return (state_.load(std::memory_order_relaxed) & kWaiters) != 0; }
  // How many queue. Takes the mutex.
  int waiters() const;
  Stats stats() const;

  // Times every turn, at the price of the fast paths: hold_ns is then complete, and threads with a
  // `trace` record their turns. Any thread.
  void set_timed(bool on);

  // The end of the VM: from now on no thread but `keeper` gets the lock; the others that want it
  // sleep forever, outside the VM, until the process leaves. `keeper` holds the lock.
  void close(GilThread* keeper);

  // In the child of a fork, called by its only thread, which held the lock when it forked: makes
  // the mutex and the queues anew, the caller being the holder. Attached threads that did not
  // survive are forgotten; their GilThreads must not be detached or destroyed.
  void after_fork(GilThread* survivor);

 private:
  static constexpr uintptr_t kWaiters = 1;
  static constexpr uintptr_t kLazy = 2;
  static constexpr uintptr_t kTimed = 4;
  static constexpr uintptr_t kFlags = 7;

  using Lock = std::unique_lock<std::mutex>;

  struct Queue {
    GilThread* head = nullptr;
    GilThread* tail = nullptr;
    int size = 0;
    void push_back(GilThread* t);
    void push_front(GilThread* t);
    void remove(GilThread* t);
  };

  // Threads to signal once the mutex is free. Their pins keep them from going away meanwhile.
  struct Wake {
    GilThread* granted = nullptr;
    GilThread* watcher = nullptr;
    void send();
  };

  static uintptr_t word(const GilThread* t) { return reinterpret_cast<uintptr_t>(t); }
  static GilThread* owner(uintptr_t s) { return reinterpret_cast<GilThread*>(s & ~kFlags); }

  void take_fast(GilThread* t) {
    t->held_since = 0;
    t->left_ns = 0;
    uintptr_t none = 0;
    if (!state_.compare_exchange_strong(none, word(t), std::memory_order_acq_rel,
                                        std::memory_order_relaxed)) {
      return take_slow(t, t->holds_as);
    }
    count_turn();
  }
  // By the holder, so that a load and a store are enough.
  void count_turn() {
    acquires_.store(acquires_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  }

  // gil.cpp
  void take_slow(GilThread* t, GilClass want);
  void release_slow(GilThread* t);
  bool tick_slow(GilThread* t);
  void enqueue(GilThread* t, GilClass as, bool front, int64_t now);
  void dequeue(GilThread* t);
  bool take_if_free(GilThread* t, GilClass want, int64_t now);
  void end_turn(GilThread* t, int64_t now);
  void begin_turn(GilThread* t, int64_t began_waiting, int64_t taken);
  void request_switch(GilThread* holder);
  static void drop_request(GilThread* t);
  static void notice_theft(GilThread* t);
  static void trace(GilThread* t, GilEvent kind, int64_t now, const GilThread* peer);
  void signal_all();
  [[noreturn]] static void sleep_forever(Lock& lock);
  int queued() const { return cpu_.size + io_.size; }
  bool queued_any() const { return queued() > 0; }
  uintptr_t waiters_bit() const { return queued_any() ? kWaiters : 0; }
  uintptr_t timed_bit() const { return state_.load(std::memory_order_relaxed) & kTimed; }

  // gil_policy.cpp: who is next, and when
  GilThread* pick(int64_t now);
  GilThread* pop_next(int64_t now);
  void hand_over(GilThread* next, int64_t now, Wake* wake);
  void begin_grant(GilThread* next, int64_t now);
  int64_t turn_ns(const GilThread* holder) const;
  int64_t request_due(int64_t now);
  int64_t watch(GilThread* t, int64_t now);
  int64_t watch_lazy(GilThread* t, int64_t now);
  void start_lazy_watch();
  bool steal(uintptr_t seen, GilThread* t, int64_t now);
  GilThread* stale_watcher(int64_t now);
  void wake_watcher();
  void wait_turn(Lock& lock, GilThread* t, bool spin);

  // gil_policy_classic.cpp
  void classic_take(GilThread* t);
  void classic_release(GilThread* t);

  alignas(64) std::atomic<uintptr_t> state_{0};
  std::atomic<uint64_t> acquires_{0};  // written by the holder
  std::atomic<uint64_t> lazy_seq_{0};  // written by the holder, one for each lazy call
  const GilPolicy policy_;
  const int64_t slice_ns_;
  std::atomic<int64_t> interval_ns_;
  std::atomic<int64_t> ticks_;

  // Under mutex_.
  alignas(64) mutable std::mutex mutex_;
  Queue cpu_;
  Queue io_;
  uint64_t tickets_ = 0;
  bool requested_ = false;       // the holder's stop word was set in this turn
  GilThread* keeper_ = nullptr;  // set by close()
  IoBudget budget_;

  // The head looks every kLazyStealNs while lazy calls go on. The flag is also read, without the
  // mutex, by the holder: it must wake the head when nobody looks.
  std::atomic<bool> lazy_watched_{false};
  bool lazy_seen_ = false;      // the last look found the lock lazy,
  uint64_t lazy_seen_seq_ = 0;  // in this call,
  int64_t lazy_seen_at_ = 0;    // at this time
  int lazy_idle_looks_ = 0;     // looks in a row without a lazy call

  // kClassic.
  MonotonicCond switched_;  // another thread has taken the lock
  GilThread* last_holder_ = nullptr;
  uint64_t switch_number_ = 0;

  // Written under mutex_ or by the holder; read by anybody.
  std::atomic<uint64_t> waits_{0};
  std::atomic<uint64_t> requests_{0};
  std::atomic<uint64_t> forced_{0};
  std::atomic<uint64_t> io_grants_{0};
  std::atomic<uint64_t> lazy_steals_{0};
  std::atomic<uint64_t> wait_ns_{0};
  std::atomic<uint64_t> hold_ns_{0};
  int expected_ = 0;  // threads of expect(), and the noise below: with the lock
  uint32_t tick_noise_ = 1;
};

// Name of a policy as the command line spells it, and back. Null and false when there is none.
const char* policy_name(GilPolicy policy);
bool parse_policy(const char* name, GilPolicy* policy);

}  // namespace baton
