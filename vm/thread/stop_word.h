// The word that stops a thread, and the rest of a thread's state that the lock needs.
//
// `stop` holds every reason a thread has to leave its interpreter loop; the loop polls it with one
// relaxed load. `depth_limit` is the same poll for calls: a frame push is allowed only while the
// control pointer is above it, so a request raises it to the top of the address space and the next
// call trips too, without a second test.
//
// Always: once request_stop() has returned, `stop` is not zero and `depth_limit` is UINTPTR_MAX
// until the owner clears the last reason. The other way round is not promised: `depth_limit` can
// be found raised with no reason left (a request and a clear crossed); whoever trips over that
// calls clear_stop(t, 0), which lowers it, and goes on.
//
// What may touch what: `stop` is set by anybody, signal handlers included, and cleared only by the
// thread itself. The limits are lowered only by the thread itself. The members under "turn" belong
// to Gil (see gil.h) under its mutex, those under "park" to WaitQueue (wait.h) under the GIL.
#pragma once

#include <atomic>
#include <cstdint>

#include "vm/thread/interval.h"
#include "vm/thread/parker.h"

namespace baton {

enum StopReason : uint32_t {
  kStopSwitch = 1,    // another thread wants the lock: Gil::yield()
  kStopSignal = 2,    // take_pending_signal() has something (main thread only)
  kStopGc = 4,        // the heap wants a collection
  kStopAsyncExc = 8,  // an exception raised from another thread
  kStopKill = 16,     // the thread must end
  kStopTick = 32,     // the loop counts bytecodes: Gil::tick()
};

// The reasons that end a wait of any kind.
inline constexpr uint32_t kStopInterrupts = kStopSignal | kStopAsyncExc | kStopKill;

enum class GilClass : uint8_t { kCpu, kIo };

class Gil;
class GilTraceRing;
class WaitQueue;

struct alignas(64) GilThread {
  GilThread() = default;
  GilThread(const GilThread&) = delete;
  GilThread& operator=(const GilThread&) = delete;

  // --- polled by the interpreter loop
  std::atomic<uint32_t> stop{0};
  std::atomic<uintptr_t> depth_limit{0};
  std::atomic<uintptr_t> real_depth_limit{0};
  int64_t ticks_left = 0;  // bytecodes until Gil::tick() hands over; the owner's alone

  // --- turn: written by the thread before it takes the lock, otherwise under Gil's mutex
  GilClass holds_as = GilClass::kCpu;  // the class of this hold
  GilClass waits_as = GilClass::kCpu;  // which queue it is in while `queued`
  bool queued = false;
  int64_t held_since = 0;  // when this hold began, 0 unknown (taken in the fast path)
  int64_t left_ns = 0;     // rest of the interval of a displaced thread, 0 a whole one
  int64_t lost_at = 0;     // when a lazy hold was stolen, until the thread notices
  int64_t wake_at = 0;     // when its sleep in the queue ends by itself, 0 awake
  uint64_t ticket = 0;     // order of arrival
  GilThread* prev = nullptr;
  GilThread* next = nullptr;
  Parker turn;                       // posted when granted, or to look at the clock again
  std::atomic<bool> granted{false};  // set by the one who hands over; the lock is then ours
  std::atomic<uint32_t> pins{0};     // those about to post `turn` outside the mutex

  // --- park
  Gil* parked_on = nullptr;   // whose park() it is or was last in; with the GIL
  Gil* awaited_by = nullptr;  // woken or started, and not yet back for its turn (Gil::expect)
  WaitQueue* wait_queue = nullptr;
  GilThread* wait_prev = nullptr;
  GilThread* wait_next = nullptr;
  Parker parker;                 // post() from anywhere
  std::atomic<int> wake_fd{-1};  // eventfd, made by the thread itself when it first polls

  // --- figures, written by the thread itself with the lock held; read by anybody
  std::atomic<uint64_t> waits{0};    // times it had to queue
  std::atomic<uint64_t> wait_ns{0};  // and for how long in all
  std::atomic<uint64_t> forced{0};   // times it was made to hand over

  // --- tracing (gil_trace.h): set while attached and not running, or by the thread itself
  uint32_t id = 0;           // in events; any number the VM likes
  uint64_t trace_place = 0;  // where the program is; the loop may keep it up to date
  GilTraceRing* trace = nullptr;
};

// Adds reasons to stop. Any thread, and signal handlers: only atomics. Does not wake a thread that
// waits; interrupt() in wait.h does. `t` must be kept alive by the caller.
inline void request_stop(GilThread& t, uint32_t reasons) {
  t.stop.fetch_or(reasons, std::memory_order_seq_cst);
  t.depth_limit.store(UINTPTR_MAX, std::memory_order_seq_cst);
}

// Removes reasons; only the thread itself. The order matters: the limit is lowered first and the
// word read again after. A request that crosses either is seen by that read, or stores its own
// UINTPTR_MAX after our store. Clear a reason before looking for its cause, never after.
inline void clear_stop(GilThread& t, uint32_t reasons) {
  uint32_t left = t.stop.fetch_and(~reasons, std::memory_order_seq_cst) & ~reasons;
  if (left != 0) return;
  t.depth_limit.store(t.real_depth_limit.load(std::memory_order_relaxed),
                      std::memory_order_seq_cst);
  if (t.stop.load(std::memory_order_seq_cst) != 0) {
    t.depth_limit.store(UINTPTR_MAX, std::memory_order_seq_cst);
  }
}

// Sets the real limit (an address: frames are pushed downwards and stay above it). Only the thread
// itself, or its creator before it runs.
inline void set_depth_limit(GilThread& t, uintptr_t limit) {
  t.real_depth_limit.store(limit, std::memory_order_relaxed);
  clear_stop(t, 0);
}

// Is there a reason to end a wait?
inline bool interrupted(const GilThread& t) {
  return (t.stop.load(std::memory_order_seq_cst) & kStopInterrupts) != 0;
}

}  // namespace baton
