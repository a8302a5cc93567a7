// Threads of a Vm: making, starting, stopping and counting them.
//
// A Thread record is made by whoever wants the thread, is linked into vm->threads (and so keeps its
// objects alive) while that one still holds the lock, and is bound to an OS thread by that thread
// itself, which takes the lock. It is unlinked with the lock held and freed by its own OS thread.
// OsThreads counts the OS threads that scripts started and that may still touch the Vm; it outlives
// the Vm, because their last steps do not need it any more. Its mutex is a leaf.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>

#include "vm/core/vm.h"
#include "vm/thread/parker.h"
#include "vm/thread/wait.h"

namespace baton {

// Native stack of a thread that does not ask for another size.
inline constexpr size_t kNativeStackBytes = 8u << 20;
inline constexpr size_t kLeastNativeStackBytes = 256u << 10;

struct OsThreads {
  std::mutex mutex;
  MonotonicCond changed;
  size_t running[2] = {0, 0};  // under mutex: ordinary threads, daemons
  uint32_t next_id = 1;        // with the lock
  // Delivers a signal other than the default's SIGINT; true: handled, or false with an exception
  // pending. Empty: SIGINT raises KeyboardInterrupt, others are ignored. With the lock.
  std::function<bool(Thread*, int signo)> on_signal;
};
// The Vm's; made on first use. With the lock.
OsThreads& os_threads(Vm* vm);

struct OsThreadOptions {
  size_t stack_bytes = 0;        // native stack; 0: kNativeStackBytes
  Value object = Value::none();  // becomes t->object; kept alive from the call on
  bool daemon = false;
};

// Starts an OS thread that attaches, runs body(t) with the lock held, and detaches. `body` may
// capture no Value (nothing would keep it alive): what it needs hangs on options.object. Whatever
// exception is pending when it returns is dropped. With the lock, which is not released. The new
// record (it may be gone once the lock is released), or null with RuntimeError "can't start new
// thread" or MemoryError pending.
Thread* start_os_thread(Thread* t, const OsThreadOptions& options,
                        std::function<void(Thread*)> body);

// Waits, without the lock, until no started thread is left (daemons counted only if `daemons`) or
// until the deadline (monotonic, INT64_MAX: none). True when none is left; false at the deadline
// or when interrupted (poll() then has the reason). With the lock.
bool join_os_threads(Thread* t, bool daemons, int64_t deadline_ns);
// Asks every daemon thread to end (kStopKill). With the lock.
void kill_daemons(Thread* t);
// In the child of a fork, by its only thread, which holds the lock: after vm->gil.after_fork().
// Forgets the other threads; their records and stacks are left alone.
void threads_after_fork(Thread* survivor);

// sys.setrecursionlimit(): how many script frames a thread may have. With the lock.
void set_recursion_limit(Vm* vm, uint32_t limit);
// Script frames the thread has now. By the thread itself, its control pointer saved.
inline uint32_t recursion_depth(const Thread* t) {
  return static_cast<uint32_t>(t->stack_top - t->control);
}

// park() (wait.h) by a thread that runs script: publishes its stack first. With the lock.
WaitResult park_thread(Thread* t, WaitQueue& queue, int64_t deadline_ns,
                       GilClass comes_back = GilClass::kIo);
// Gil::yield() and Gil::tick(), the same way.
void yield_lock(Thread* t);
bool tick_lock(Thread* t, int64_t n);

}  // namespace baton
