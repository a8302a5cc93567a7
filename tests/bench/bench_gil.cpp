// The lock by itself. Prints `name: value unit`, one figure a line.
//
//   gil.pair           take and release, nobody else there
//   gil.lazy_pair      release_lazy and take_lazy
//   gil.tick           a tick that does not switch
//   gil.handoff        release to a waiter, to that waiter's return from take (median)
//   gil.io_turn        an I/O thread's request to its turn beside a computing thread (median, p99)
//   gil.park           unpark to the return from park, the lock being handed along (median)
//   gil.reads_*        lazy calls a second beside a computing thread, by policy

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

#include "vm/base/clock.h"
#include "vm/thread/gil.h"
#include "vm/thread/wait.h"

using namespace baton;

namespace {

void safepoint(Gil& gil, GilThread* t) {
  if ((t->stop.load(std::memory_order_relaxed) & kStopSwitch) != 0) gil.yield(t);
}

void print(const char* name, double value, const char* unit) {
  printf("%s: %.4g %s\n", name, value, unit);
  fflush(stdout);
}

int64_t quantile(std::vector<int64_t>& v, double q) {
  std::sort(v.begin(), v.end());
  return v[static_cast<size_t>(q * static_cast<double>(v.size() - 1))];
}

// The best of some rounds, in nanoseconds each.
template <typename F>
double best_of(int rounds, int n, F body) {
  double best = 1e18;
  for (int r = 0; r < rounds; r++) {
    int64_t begin = monotonic_ns();
    for (int i = 0; i < n; i++) body();
    best = std::min(best, static_cast<double>(monotonic_ns() - begin) / n);
  }
  return best;
}

void uncontended() {
  Gil gil;
  GilThread t;
  gil.attach_thread(&t);
  print("gil.pair",
        best_of(20, 200'000,
                [&] {
                  gil.take(&t);
                  gil.release(&t);
                }),
        "ns");
  gil.take(&t);
  print("gil.lazy_pair",
        best_of(20, 200'000,
                [&] {
                  gil.release_lazy(&t);
                  gil.take_lazy(&t);
                }),
        "ns");
  print("gil.tick", best_of(20, 200'000, [&] { gil.tick(&t); }), "ns");
  gil.release(&t);
  gil.detach_thread(&t);
}

void handoff() {
  Gil gil(Gil::Options{.interval_ns = 1'000'000'000});
  std::vector<int64_t> samples;
  int64_t released = 0;
  bool done = false;
  GilThread me;
  gil.attach_thread(&me);
  gil.take(&me);
  std::thread other([&] {
    GilThread t;
    gil.attach_thread(&t);
    gil.take(&t);
    while (!done) {
      if (released != 0) samples.push_back(monotonic_ns() - std::exchange(released, 0));
      while (!done && !gil.contended()) std::this_thread::yield();
      gil.release(&t);
      gil.take(&t);
    }
    gil.release(&t);
    gil.detach_thread(&t);
  });
  int64_t end = monotonic_ns() + 2'000'000'000;
  for (int i = 0; i < 5000 && monotonic_ns() < end; i++) {
    while (!gil.contended()) std::this_thread::yield();
    // Long enough for the other to sleep.
    int64_t until = monotonic_ns() + 50'000;
    while (monotonic_ns() < until) {}
    released = monotonic_ns();
    gil.release(&me);
    gil.take(&me);
  }
  done = true;
  gil.release(&me);
  other.join();
  gil.detach_thread(&me);
  print("gil.handoff", static_cast<double>(quantile(samples, 0.5)) / 1000, "us");
}

void io_turn() {
  Gil gil;
  std::atomic<bool> done{false};
  std::thread cpu([&] {
    GilThread t;
    gil.attach_thread(&t);
    gil.take(&t);
    while (!done) safepoint(gil, &t);
    gil.release(&t);
    gil.detach_thread(&t);
  });
  GilThread me;
  gil.attach_thread(&me);
  std::vector<int64_t> samples;
  for (int i = 0; i < 3000; i++) {
    std::this_thread::sleep_for(std::chrono::microseconds(300));
    int64_t begin = monotonic_ns();
    gil.take_after_blocking(&me);
    samples.push_back(monotonic_ns() - begin);
    gil.release(&me);
  }
  done = true;
  cpu.join();
  gil.detach_thread(&me);
  print("gil.io_turn_p50", static_cast<double>(quantile(samples, 0.5)) / 1000, "us");
  print("gil.io_turn_p99", static_cast<double>(quantile(samples, 0.99)) / 1000, "us");
}

void parking() {
  Gil gil;
  WaitQueue queues[2];
  int turn = 0;
  constexpr int kRounds = 20'000;
  auto player = [&](int i) {
    GilThread t;
    gil.attach_thread(&t);
    gil.take(&t);
    for (int n = 0; n < kRounds; n++) {
      while (turn != i) park(gil, &t, queues[i], INT64_MAX);
      turn = 1 - i;
      unpark_one(queues[1 - i]);
    }
    gil.release(&t);
    gil.detach_thread(&t);
  };
  int64_t begin = monotonic_ns();
  std::thread a(player, 0), b(player, 1);
  a.join();
  b.join();
  print("gil.park", static_cast<double>(monotonic_ns() - begin) / (2 * kRounds) / 1000, "us");
}

void reads(GilPolicy policy, const char* name) {
  Gil gil(Gil::Options{.policy = policy});
  std::atomic<bool> done{false};
  uint64_t work = 0;
  std::thread cpu([&] {
    GilThread t;
    gil.attach_thread(&t);
    gil.take(&t);
    while (!done) work++, safepoint(gil, &t);
    gil.release(&t);
    gil.detach_thread(&t);
  });
  GilThread me;
  gil.attach_thread(&me);
  gil.take(&me);
  int64_t begin = monotonic_ns();
  uint64_t n = 0;
  while (monotonic_ns() - begin < 1'000'000'000) {
    gil.release_lazy(&me);
    for (int i = 0; i < 200; i++) asm volatile("");
    gil.take_lazy(&me);
    safepoint(gil, &me);
    n++;
  }
  double rate = static_cast<double>(n) * 1e9 / static_cast<double>(monotonic_ns() - begin);
  done = true;
  gil.release(&me);
  cpu.join();
  gil.detach_thread(&me);
  print(name, rate / 1e6, "M/s");
}

}  // namespace

int main() {
  uncontended();
  handoff();
  io_turn();
  parking();
  reads(GilPolicy::kDefault, "gil.reads_default");
  reads(GilPolicy::kClassic, "gil.reads_classic");
}
