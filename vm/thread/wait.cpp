// Parking, and the waits that need no queue. See wait.h.

#include "vm/thread/wait.h"

#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>

#include "vm/base/clock.h"

namespace baton {
namespace {

#if defined(__SANITIZE_THREAD__)
// As in parker.cpp: a signal held back by the sanitizer is delivered between two polls.
constexpr int64_t kLongestPollNs = 20'000'000;
#else
constexpr int64_t kLongestPollNs = 3'600'000'000'000;
#endif

void drain(int fd) {
  uint64_t count;
  while (read(fd, &count, sizeof count) < 0 && errno == EINTR) {}
}

}  // namespace

void WaitQueue::push_back(GilThread* t) {
  t->wait_queue = this;
  t->wait_prev = tail_;
  t->wait_next = nullptr;
  (tail_ ? tail_->wait_next : head_) = t;
  tail_ = t;
  size_++;
}

void WaitQueue::remove(GilThread* t) {
  (t->wait_prev ? t->wait_prev->wait_next : head_) = t->wait_next;
  (t->wait_next ? t->wait_next->wait_prev : tail_) = t->wait_prev;
  t->wait_queue = nullptr;
  t->wait_prev = t->wait_next = nullptr;
  size_--;
}

WaitResult park(Gil& gil, GilThread* t, WaitQueue& queue, int64_t deadline_ns,
                GilClass comes_back) {
  if (interrupted(*t)) return WaitResult::kInterrupted;
  if (deadline_ns != INT64_MAX && monotonic_ns() >= deadline_ns) return WaitResult::kTimeout;
  queue.push_back(t);
  t->parked_on = &gil;
  for (;;) {
    // Tokens from before are dropped first and interrupts looked for after, so that one that comes
    // at any moment is either seen here or leaves a token. Unparks need the GIL: none is lost.
    t->parker.reset();
    bool in_time = true;
    if (!interrupted(*t)) {
      gil.release(t);
      in_time = t->parker.wait_until(deadline_ns);
      comes_back == GilClass::kIo ? gil.take_after_blocking(t) : gil.take(t);
      gil.arrived(t);
    }
    if (t->wait_queue == nullptr) return WaitResult::kWoken;
    bool cut = interrupted(*t);
    if (!cut && in_time) continue;  // an interrupt that has been dealt with elsewhere
    queue.remove(t);
    return cut ? WaitResult::kInterrupted : WaitResult::kTimeout;
  }
}

bool unpark_one(WaitQueue& queue) {
  GilThread* t = queue.front();
  if (!t) return false;
  queue.remove(t);
  if (t->parked_on) t->parked_on->expect(t);
  t->parker.post();
  return true;
}

size_t unpark_all(WaitQueue& queue) {
  size_t n = 0;
  while (unpark_one(queue)) n++;
  return n;
}

void interrupt(GilThread* t, StopReason reason) {
  request_stop(*t, reason);
  if ((reason & kStopInterrupts) == 0) return;
  t->parker.post();
  int fd = t->wake_fd.load(std::memory_order_seq_cst);
  if (fd < 0) return;
  int saved = errno;
  uint64_t one = 1;
  // Cannot block; when the count is full the descriptor is readable anyway.
  [[maybe_unused]] ssize_t n = write(fd, &one, sizeof one);
  errno = saved;
}

int wake_fd(GilThread* t) {
  int fd = t->wake_fd.load(std::memory_order_relaxed);
  if (fd >= 0) return fd;
  fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (fd < 0) return -errno;
  t->wake_fd.store(fd, std::memory_order_seq_cst);
  // An interrupt from before found no descriptor to write to.
  if (interrupted(*t)) {
    uint64_t one = 1;
    [[maybe_unused]] ssize_t n = write(fd, &one, sizeof one);
  }
  return fd;
}

int poll_fd_interruptible(GilThread* t, int fd, short events, int64_t deadline_ns) {
  int wake = wake_fd(t);
  if (wake < 0) return wake;
  // The same order as in park(): forget, then look, then wait.
  drain(wake);
  for (;;) {
    if (interrupted(*t)) return kPollInterrupted;
    int64_t left = kLongestPollNs;
    if (deadline_ns != INT64_MAX) left = std::min(left, deadline_ns - monotonic_ns());
    bool last = left <= 0;
    left = std::max<int64_t>(left, 0);
    timespec timeout{static_cast<time_t>(left / 1'000'000'000),
                     static_cast<long>(left % 1'000'000'000)};
    pollfd fds[2] = {{fd, events, 0}, {wake, POLLIN, 0}};
    int n = ppoll(fds, 2, &timeout, nullptr);
    if (n < 0 && errno != EINTR) return -errno;
    if (n > 0 && fds[0].revents != 0) return 1;
    if (n > 0) {
      // Only the wake: an interrupt, or the trace of one that has been dealt with.
      if (interrupted(*t)) return kPollInterrupted;
      drain(wake);
    }
    if (n == 0 && last) return 0;
  }
}

int sleep_interruptible(GilThread* t, int64_t deadline_ns) {
  for (;;) {
    t->parker.reset();
    if (interrupted(*t)) return kPollInterrupted;
    if (!t->parker.wait_until(deadline_ns)) return 0;
  }
}

}  // namespace baton
