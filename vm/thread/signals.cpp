// See signals.h. All that the handler touches is atomic and lock-free.

#include "vm/thread/signals.h"

#include <signal.h>

#include <atomic>

#include "vm/thread/wait.h"

namespace baton {
namespace {

constexpr int kSignals = 64;  // bit n-1 of a set is signal n

std::atomic<GilThread*> main_thread{nullptr};
std::atomic<uint64_t> pending{0};
static_assert(std::atomic<GilThread*>::is_always_lock_free &&
              std::atomic<uint64_t>::is_always_lock_free);

// Only touched by install and remove.
uint64_t installed = 0;
struct sigaction previous[kSignals];

uint64_t bit(int signo) { return uint64_t{1} << (signo - 1); }

void on_signal(int signo) {
  pending.fetch_or(bit(signo), std::memory_order_seq_cst);
  if (GilThread* t = main_thread.load(std::memory_order_seq_cst)) interrupt(t, kStopSignal);
}

bool set_handler(int signo, void (*handler)(int)) {
  if (signo < 1 || signo > kSignals) return false;
  struct sigaction action {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  action.sa_flags = 0;  // no SA_RESTART: the call in progress ends with EINTR
  struct sigaction old {};
  if (sigaction(signo, &action, &old) != 0) return false;
  if ((installed & bit(signo)) == 0) previous[signo - 1] = old;
  installed |= bit(signo);
  return true;
}

}  // namespace

bool install_sigint(GilThread* main) {
  set_handler(SIGPIPE, SIG_IGN);
  main_thread.store(main, std::memory_order_seq_cst);
  struct sigaction now {};
  if (sigaction(SIGINT, nullptr, &now) == 0 && (now.sa_flags & SA_SIGINFO) == 0 &&
      now.sa_handler == SIG_IGN) {
    return false;
  }
  return set_handler(SIGINT, on_signal);
}

bool install_signal(int signo, GilThread* main) {
  main_thread.store(main, std::memory_order_seq_cst);
  return set_handler(signo, on_signal);
}

void remove_signal(int signo) {
  if (signo < 1 || signo > kSignals || (installed & bit(signo)) == 0) return;
  sigaction(signo, &previous[signo - 1], nullptr);
  installed &= ~bit(signo);
}

void remove_signals() {
  for (int signo = 1; signo <= kSignals; signo++) remove_signal(signo);
  main_thread.store(nullptr, std::memory_order_seq_cst);
  pending.store(0, std::memory_order_seq_cst);
}

bool take_pending_signal(int* signo) {
  uint64_t set = pending.load(std::memory_order_seq_cst);
  if (set == 0) return false;
  int lowest = __builtin_ctzll(set) + 1;
  // Only this thread removes, so the bit is still there.
  pending.fetch_and(~bit(lowest), std::memory_order_seq_cst);
  *signo = lowest;
  return true;
}

}  // namespace baton
