// The one way to wait: for a script lock, a condition, an event, a thread, a descriptor, a time.
//
// A WaitQueue is plain state that the GIL protects, as are the objects it belongs to: whoever
// waits puts itself in the queue, gives the GIL up and parks; whoever wakes it takes it out of the
// queue with the GIL held. Which of several ends of a wait came first (a wake, the deadline, an
// interrupt) is therefore decided under the GIL, and a wake that was sent is never lost: a thread
// that finds itself out of the queue was woken, whatever else happened.
//
// Interrupts are the stop reasons in kStopInterrupts. They end any wait, and stay set until the
// thread deals with them and clears them; a wait begun with one pending ends at once. EINTR never
// shows: a wait goes on with the time that is left.
//
// Deadlines are absolute, in nanoseconds of monotonic_ns(); INT64_MAX for none.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vm/thread/gil.h"

namespace baton {

enum class WaitResult { kWoken, kTimeout, kInterrupted };

class WaitQueue {
 public:
  WaitQueue() = default;
  WaitQueue(const WaitQueue&) = delete;
  WaitQueue& operator=(const WaitQueue&) = delete;

  // All with the GIL.
  bool empty() const { return head_ == nullptr; }
  size_t size() const { return size_; }
  GilThread* front() const { return head_; }  // who is woken next, null when nobody waits

  // Forgets everybody: for the child of a fork, whose waiters are gone.
  void clear() { head_ = tail_ = nullptr, size_ = 0; }

 private:
  friend WaitResult park(Gil&, GilThread*, WaitQueue&, int64_t, GilClass);
  friend bool unpark_one(WaitQueue&);
  void push_back(GilThread* t);
  void remove(GilThread* t);

  GilThread* head_ = nullptr;
  GilThread* tail_ = nullptr;
  size_t size_ = 0;
};

// Called with the GIL and returns with it: puts `t` (the caller) at the end of `queue`, releases
// the GIL, sleeps until woken, until the deadline or an interrupt, takes the GIL as an I/O-class
// thread. kWoken means that an unpark took it out of the queue; otherwise it has taken itself out.
// With an interrupt pending or the deadline past it returns without releasing the GIL. The queue
// must outlive the wait: whoever owns it keeps it referenced.
// `comes_back` kCpu: the thread is owed no turn for this wait and queues as one that computes.
WaitResult park(Gil& gil, GilThread* t, WaitQueue& queue, int64_t deadline_ns,
                GilClass comes_back = GilClass::kIo);

// Takes the thread that waited longest out of the queue and wakes it. With the GIL. False when
// nobody waits.
bool unpark_one(WaitQueue& queue);

// The same for all, in order. The number woken.
size_t unpark_all(WaitQueue& queue);

// Adds a stop reason and, when it is one of kStopInterrupts, ends whatever `t` waits for: a park,
// a sleep, a poll. Any thread, and signal handlers. `t` must be kept alive by the caller (by the
// GIL, or by whatever guards the list of threads).
void interrupt(GilThread* t, StopReason reason);

// A descriptor that turns readable when `t` is interrupted, for calls that can poll it beside
// their own. Made on first use, by the thread itself; it stays readable until the next wait here.
// Negative errno when there are no descriptors left. Any lock state.
int wake_fd(GilThread* t);

inline constexpr int kPollInterrupted = -1;

// Waits until one of `events` (POLLIN, POLLOUT) or an error shows on `fd`. WITHOUT the GIL.
// 1 when it is ready, 0 at the deadline, kPollInterrupted when interrupted, another negative errno
// when polling itself failed (never -EPERM, so that -1 is unambiguous). A bad descriptor counts as
// ready: the call that follows reports it.
int poll_fd_interruptible(GilThread* t, int fd, short events, int64_t deadline_ns);

// Sleeps until the deadline: 0, or kPollInterrupted. WITHOUT the GIL.
int sleep_interruptible(GilThread* t, int64_t deadline_ns);

}  // namespace baton
