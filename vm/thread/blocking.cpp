// Where a thread lets go of the lock: the blocking region, and the safepoint's reasons to stop.
//
// Before the lock goes, the thread's stack and registers must be published (stack.h): another
// thread may collect at once.

#include <errno.h>
#include <signal.h>

#include <cstring>

#include "vm/core/error.h"
#include "vm/heap/finalize.h"
#include "vm/objects/objects.h"
#include "vm/thread/signals.h"
#include "vm/thread/stack.h"
#include "vm/thread/threads.h"

namespace baton {
namespace {

// Copies the words around the caller's frame address, where its prologue stored the callee-saved
// registers: below it on x86-64, above it on aarch64.
BATON_INLINE void copy_saved_registers(uint64_t* out, const char* frame) {
#if defined(__aarch64__)
  const char* from = frame;
#else
  const char* from = frame - 15 * sizeof(uint64_t);
#endif
  auto* words = reinterpret_cast<const volatile uint64_t*>(from);
  for (int i = 0; i < 16; ++i) out[i] = words[i];
}

bool raise_without_arguments(Thread* t, Class* cls) {
  Value e = new_exception(t, cls, val(t->vm->empty_tuple));
  if (!e.is_failed()) raise_object(t, e);
  return false;
}

bool deliver_signals(Thread* t) {
  int signo;
  while (take_pending_signal(&signo)) {
    OsThreads& all = os_threads(t->vm);
    bool ok = true;
    if (all.on_signal) {
      ok = all.on_signal(t, signo);
    } else if (signo == SIGINT) {
      ok = raise_without_arguments(t, t->vm->classes.keyboard_interrupt);
    }
    if (!ok) {
      // What else is pending waits for the next safepoint.
      request_stop(t->gil, kStopSignal);
      return false;
    }
  }
  return true;
}

}  // namespace

// Not inlined, and no sanitizer: it reads its own frame. The registers the callers' frames left
// values in were all stored by this function's prologue; the copy lies in the caller's frame.
__attribute__((noinline, no_sanitize("address"), no_sanitize("undefined"), no_sanitize("thread")))
Blocking::Blocking(Thread* t, Kind kind)
    : thread_(t), kind_(kind) {
  __builtin_unwind_init();
  char* frame = static_cast<char*>(__builtin_frame_address(0));
  copy_saved_registers(spill_, frame);
  t->native_sp = frame;
  lazy_ = kind == Kind::kLazy;
  if (lazy_) {
    t->vm->gil.release_lazy(&t->gil);
  } else {
    t->vm->gil.release(&t->gil);
  }
}

Blocking::~Blocking() {
  int saved = errno;
  Gil& gil = thread_->vm->gil;
  GilThread* g = &thread_->gil;
  if (lazy_) {
    gil.take_lazy(g);
  } else if (kind_ == Kind::kLong) {
    gil.take(g);  // it computed: nothing is owed to it
  } else {
    gil.take_after_blocking(g);
  }
  errno = saved;
}

WaitResult park_thread(Thread* t, WaitQueue& queue, int64_t deadline_ns, GilClass comes_back) {
  return with_stack_published(
      t, [&] { return park(t->vm->gil, &t->gil, queue, deadline_ns, comes_back); });
}

void yield_lock(Thread* t) {
  with_stack_published(t, [&] {
    t->vm->gil.yield(&t->gil);
    return true;
  });
}

bool tick_lock(Thread* t, int64_t n) {
  t->gil.ticks_left -= n;
  if (BATON_LIKELY(t->gil.ticks_left > 0)) return false;
  return with_stack_published(t, [&] { return t->vm->gil.tick(&t->gil, 0); });
}

bool handle_stop(Thread* t) {
  for (;;) {
    uint32_t reasons = t->gil.stop.load(std::memory_order_seq_cst);
    if ((reasons & ~uint32_t{kStopKill}) == 0) {
      if (reasons == 0) clear_stop(t->gil, 0);
      break;
    }
    if (reasons & kStopTick) {
      clear_stop(t->gil, kStopTick);
      tick_lock(t, t->gil.ticks_left);
    }
    if (reasons & kStopSwitch) yield_lock(t);  // which clears it
    if (reasons & kStopGc) {
      clear_stop(t->gil, kStopGc);
      run_finalizers(t);
    }
    if (reasons & kStopSignal) {
      clear_stop(t->gil, kStopSignal);
      if (t->is_main && !deliver_signals(t)) return false;
    }
    if (reasons & kStopAsyncExc) {
      clear_stop(t->gil, kStopAsyncExc);
      return raise_without_arguments(t, t->vm->classes.keyboard_interrupt);
    }
    break;  // what came in meanwhile is seen at the next safepoint
  }
  // Stays set: unwind() runs no handler while it is, and every wait ends at once.
  if (t->gil.stop.load(std::memory_order_relaxed) & kStopKill) {
    return raise_without_arguments(t, t->vm->classes.system_exit);
  }
  return true;
}

}  // namespace baton
