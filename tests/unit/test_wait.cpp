// Parking, waking and interrupting, with a lock but no VM. Nothing here asserts durations, except
// that a deadline is not early.

#include <doctest/doctest.h>

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "vm/base/clock.h"
#include "vm/thread/signals.h"
#include "vm/thread/wait.h"

using namespace baton;

namespace {

constexpr int64_t kMs = 1'000'000;
constexpr int64_t kForever = INT64_MAX;

std::thread attached(Gil& gil, std::function<void(GilThread*)> body) {
  return std::thread([&gil, body = std::move(body)] {
    GilThread t;
    gil.attach_thread(&t);
    body(&t);
    gil.detach_thread(&t);
  });
}

// This thread, attached and holding the lock, for the length of a test.
struct Holder {
  explicit Holder(Gil& g) : gil(g) {
    gil.attach_thread(&t);
    gil.take(&t);
  }
  ~Holder() {
    gil.release(&t);
    gil.detach_thread(&t);
  }
  // Lets others run until `condition`, which is evaluated with the lock.
  void until(const std::function<bool()>& condition) {
    while (!condition()) {
      gil.release(&t);
      std::this_thread::yield();
      gil.take(&t);
    }
  }
  void without_lock(const std::function<void()>& body) {
    gil.release(&t);
    body();
    gil.take(&t);
  }
  Gil& gil;
  GilThread t;
};

}  // namespace

TEST_CASE("unpark wakes in the order of arrival") {
  Gil gil;
  Holder me(gil);
  WaitQueue queue;
  std::vector<int> order;
  std::vector<std::thread> threads;
  CHECK_FALSE(unpark_one(queue));
  CHECK(unpark_all(queue) == 0);
  for (int i = 0; i < 6; i++) {
    threads.push_back(attached(gil, [&, i](GilThread* t) {
      gil.take(t);
      CHECK(park(gil, t, queue, kForever) == WaitResult::kWoken);
      order.push_back(i);
      gil.release(t);
    }));
    me.until([&] { return queue.size() == static_cast<size_t>(i + 1); });
  }
  for (size_t i = 0; i < 3; i++) {
    CHECK(unpark_one(queue));
    CHECK(queue.size() == 5 - i);
    me.until([&] { return order.size() == i + 1; });
  }
  CHECK(order == std::vector<int>{0, 1, 2});
  CHECK(unpark_all(queue) == 3);
  CHECK(queue.empty());
  CHECK(queue.front() == nullptr);
  me.without_lock([&] {
    for (std::thread& t : threads) t.join();
  });
  CHECK(order.size() == 6);
}

TEST_CASE("timeouts leave the queue, and are not early") {
  Gil gil;
  Holder me(gil);
  WaitQueue queue;
  CHECK(park(gil, &me.t, queue, 0) == WaitResult::kTimeout);
  CHECK(park(gil, &me.t, queue, monotonic_ns()) == WaitResult::kTimeout);
  CHECK(queue.empty());
  for (int i = 0; i < 5; i++) {
    int64_t deadline = monotonic_ns() + 2 * kMs;
    CHECK(park(gil, &me.t, queue, deadline) == WaitResult::kTimeout);
    CHECK(monotonic_ns() >= deadline);
    CHECK(queue.empty());
    CHECK(gil.held_by(&me.t));
  }
  // From the middle of a queue.
  std::vector<WaitResult> results(3);
  std::vector<std::thread> threads;
  size_t entered = 0;
  for (size_t i = 0; i < 3; i++) {
    threads.push_back(attached(gil, [&, i](GilThread* t) {
      gil.take(t);
      entered++;
      results[i] = park(gil, t, queue, i == 1 ? monotonic_ns() + 20 * kMs : kForever);
      gil.release(t);
    }));
    me.until([&] { return entered == i + 1; });
  }
  me.until([&] { return queue.size() == 2; });
  CHECK(unpark_all(queue) == 2);
  me.without_lock([&] {
    for (std::thread& t : threads) t.join();
  });
  CHECK(results ==
        std::vector<WaitResult>{WaitResult::kWoken, WaitResult::kTimeout, WaitResult::kWoken});
}

TEST_CASE("interrupts end a wait; a wake that was sent counts more") {
  Gil gil;
  Holder me(gil);
  WaitQueue queue;
  std::atomic<GilThread*> other{nullptr};
  WaitResult result{};
  bool still_pending = false;
  auto waiter = [&](GilThread* t) {
    other = t;
    gil.take(t);
    result = park(gil, t, queue, kForever);
    still_pending = interrupted(*t);
    gil.release(t);
  };
  SUBCASE("interrupt") {
    std::thread thread = attached(gil, waiter);
    me.until([&] { return !queue.empty(); });
    interrupt(other, kStopAsyncExc);
    me.without_lock([&] { thread.join(); });
    CHECK(result == WaitResult::kInterrupted);
    CHECK(still_pending);
    CHECK(queue.empty());
  }
  SUBCASE("both, in either order") {
    for (bool wake_first : {false, true}) {
      std::thread thread = attached(gil, waiter);
      me.until([&] { return !queue.empty(); });
      if (!wake_first) interrupt(other, kStopKill);
      CHECK(unpark_one(queue));
      if (wake_first) interrupt(other, kStopKill);
      me.without_lock([&] { thread.join(); });
      CHECK(result == WaitResult::kWoken);
      CHECK(still_pending);
    }
  }
  SUBCASE("other reasons do not end it") {
    std::thread thread = attached(gil, waiter);
    me.until([&] { return !queue.empty(); });
    interrupt(other, kStopGc);
    me.without_lock([&] { std::this_thread::sleep_for(std::chrono::milliseconds(5)); });
    CHECK(queue.size() == 1);
    CHECK(unpark_one(queue));
    me.without_lock([&] { thread.join(); });
    CHECK(result == WaitResult::kWoken);
  }
  SUBCASE("a pending one ends it at once") {
    interrupt(&me.t, kStopSignal);
    CHECK(park(gil, &me.t, queue, kForever) == WaitResult::kInterrupted);
    CHECK(sleep_interruptible(&me.t, kForever) == kPollInterrupted);
    clear_stop(me.t, kStopSignal);
    // Dealt with: the token it left ends nothing.
    CHECK(park(gil, &me.t, queue, monotonic_ns() + kMs) == WaitResult::kTimeout);
    int64_t deadline = monotonic_ns() + kMs;
    CHECK(sleep_interruptible(&me.t, deadline) == 0);
    CHECK(monotonic_ns() >= deadline);
  }
}

TEST_CASE("stress: a lock made of a queue, with wakes, timeouts and interrupts crossing") {
  Gil gil(Gil::Options{.interval_ns = 50'000});
  constexpr int kThreads = 5;
  constexpr int kRounds = 1500;
  WaitQueue queue;
  bool locked = false;
  int64_t counter = 0;
  int64_t inside = 0;
  bool broken = false;
  std::atomic<GilThread*> states[kThreads] = {};
  std::atomic<int> running{kThreads};
  std::vector<std::thread> threads;
  std::vector<std::unique_ptr<GilThread>> owned;
  for (int i = 0; i < kThreads; i++) owned.push_back(std::make_unique<GilThread>());
  for (int i = 0; i < kThreads; i++) {
    threads.emplace_back([&, i] {
      GilThread* t = owned[static_cast<size_t>(i)].get();
      gil.attach_thread(t);
      states[i] = t;
      gil.take(t);
      for (int n = 0; n < kRounds; n++) {
        while (locked) {
          int64_t deadline = n % 3 == 0 ? monotonic_ns() + (1 + n % 50) * 1000 : kForever;
          WaitResult r = park(gil, t, queue, deadline);
          if (r == WaitResult::kInterrupted) clear_stop(*t, kStopAsyncExc);
        }
        locked = true;
        broken |= ++inside != 1;
        counter++;
        if (n % 4 == 0) {
          gil.release(t);
          std::this_thread::yield();
          gil.take_after_blocking(t);
        }
        if (t->stop.load() & kStopSwitch) gil.yield(t);
        inside--;
        locked = false;
        unpark_one(queue);
      }
      unpark_all(queue);
      gil.release(t);
      running--;
    });
  }
  for (int n = 0; running > 0; n++) {
    if (GilThread* t = states[n % kThreads]) interrupt(t, kStopAsyncExc);
    std::this_thread::sleep_for(std::chrono::microseconds(50));
  }
  for (std::thread& t : threads) t.join();
  CHECK_FALSE(broken);
  CHECK(counter == kThreads * kRounds);
  CHECK(queue.empty());
  for (auto& t : owned) gil.detach_thread(t.get());
}

TEST_CASE("ping-pong through two queues loses no wake") {
  Gil gil;
  WaitQueue queues[2];
  int turn = 0;
  constexpr int kRounds = 3000;
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; i++) {
    threads.push_back(attached(gil, [&, i](GilThread* t) {
      gil.take(t);
      for (int n = 0; n < kRounds; n++) {
        while (turn != i) {
          if (park(gil, t, queues[i], kForever) != WaitResult::kWoken) FAIL("not woken");
        }
        turn = 1 - i;
        unpark_one(queues[1 - i]);
      }
      gil.release(t);
    }));
  }
  for (std::thread& t : threads) t.join();
  CHECK(turn == 0);
}

TEST_CASE("poll: ready, timeout, interrupted, bad descriptor") {
  GilThread me;
  int fds[2];
  REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0);
  CHECK(poll_fd_interruptible(&me, fds[0], POLLIN, 0) == 0);
  CHECK(poll_fd_interruptible(&me, fds[0], POLLOUT, kForever) == 1);
  int64_t deadline = monotonic_ns() + 2 * kMs;
  CHECK(poll_fd_interruptible(&me, fds[0], POLLIN, deadline) == 0);
  CHECK(monotonic_ns() >= deadline);
  CHECK(write(fds[1], "x", 1) == 1);
  CHECK(poll_fd_interruptible(&me, fds[0], POLLIN, kForever) == 1);
  char c;
  CHECK(read(fds[0], &c, 1) == 1);
  for (int i = 0; i < 50; i++) {
    std::thread asker([&] { interrupt(&me, kStopSignal); });
    CHECK(poll_fd_interruptible(&me, fds[0], POLLIN, kForever) == kPollInterrupted);
    CHECK(poll_fd_interruptible(&me, fds[0], POLLIN, kForever) == kPollInterrupted);
    asker.join();
    clear_stop(me, kStopSignal);
    CHECK(poll_fd_interruptible(&me, fds[0], POLLIN, monotonic_ns() + 100'000) == 0);
  }
  close(fds[1]);
  CHECK(poll_fd_interruptible(&me, fds[0], POLLIN, kForever) == 1);  // end of file
  close(fds[0]);
  CHECK(poll_fd_interruptible(&me, 1 << 20, POLLIN, kForever) == 1);

  GilThread late;
  interrupt(&late, kStopKill);
  int wake = wake_fd(&late);  // made after the interrupt, and readable all the same
  REQUIRE(wake >= 0);
  CHECK(wake_fd(&late) == wake);
  pollfd p{wake, POLLIN, 0};
  CHECK(poll(&p, 1, 0) == 1);
  Gil gil;
  gil.detach_thread(&late);
  CHECK(late.wake_fd == -1);
  gil.detach_thread(&me);
}

TEST_CASE("sleep ends at its deadline or by an interrupt") {
  GilThread me;
  int64_t deadline = monotonic_ns() + 2 * kMs;
  CHECK(sleep_interruptible(&me, deadline) == 0);
  CHECK(monotonic_ns() >= deadline);
  CHECK(sleep_interruptible(&me, -5) == 0);
  for (int i = 0; i < 100; i++) {
    std::thread asker([&] { interrupt(&me, kStopAsyncExc); });
    CHECK(sleep_interruptible(&me, kForever) == kPollInterrupted);
    asker.join();
    clear_stop(me, kStopAsyncExc);
  }
}

TEST_CASE("signals end every kind of wait of the main thread") {
  Gil gil;
  Holder me(gil);
  WaitQueue queue;
  struct sigaction before {};
  sigaction(SIGINT, nullptr, &before);
  signal(SIGINT, SIG_DFL);
  struct sigaction pipe_before {};
  sigaction(SIGPIPE, nullptr, &pipe_before);
  REQUIRE(install_sigint(&me.t));
  int signo = 0;
  CHECK_FALSE(take_pending_signal(&signo));
  int fds[2];
  REQUIRE(pipe(fds) == 0);
  auto expect_sigint = [&] {
    CHECK((me.t.stop & kStopSignal) != 0);
    CHECK(me.t.depth_limit == UINTPTR_MAX);
    clear_stop(me.t, kStopSignal);
    signo = 0;
    CHECK(take_pending_signal(&signo));
    CHECK(signo == SIGINT);
    CHECK_FALSE(take_pending_signal(&signo));
  };
  // Sent to the process: whichever thread runs the handler, the main thread's wait must end.
  for (int i = 0; i < 20; i++) {
    bool ours = i % 2 != 0;
    auto send = [&, self = pthread_self()] {
      std::this_thread::sleep_for(std::chrono::microseconds(100 * i));
      ours ? pthread_kill(self, SIGINT) : raise(SIGINT);
    };
    {
      std::thread sender(send);
      CHECK(park(gil, &me.t, queue, kForever) == WaitResult::kInterrupted);
      sender.join();
      expect_sigint();
    }
    {
      std::thread sender(send);
      me.without_lock([&] { CHECK(sleep_interruptible(&me.t, kForever) == kPollInterrupted); });
      sender.join();
      expect_sigint();
    }
    {
      std::thread sender(send);
      me.without_lock([&] {
        CHECK(poll_fd_interruptible(&me.t, fds[0], POLLIN, kForever) == kPollInterrupted);
      });
      sender.join();
      expect_sigint();
    }
  }
  CHECK(install_signal(SIGUSR1, &me.t));
  CHECK_FALSE(install_signal(SIGKILL, &me.t));
  CHECK_FALSE(install_signal(0, &me.t));
  CHECK_FALSE(install_signal(1000, &me.t));
  raise(SIGUSR1);
  raise(SIGINT);
  clear_stop(me.t, kStopSignal);
  CHECK(take_pending_signal(&signo));
  CHECK(signo == SIGINT);
  CHECK(take_pending_signal(&signo));
  CHECK(signo == SIGUSR1);
  // A closed pipe is an error, not the end.
  close(fds[0]);
  CHECK(write(fds[1], "x", 1) == -1);
  CHECK(errno == EPIPE);
  close(fds[1]);
  remove_signals();
  struct sigaction now {};
  sigaction(SIGPIPE, nullptr, &now);
  CHECK((now.sa_handler == pipe_before.sa_handler));
  sigaction(SIGINT, nullptr, &now);
  CHECK((now.sa_handler == SIG_DFL));
  sigaction(SIGINT, &before, nullptr);
}
