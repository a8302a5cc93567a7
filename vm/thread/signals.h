// Signals: from the handler, which may do next to nothing, to the main thread's next safepoint.
//
// The handler notes the signal, sets kStopSignal on the main thread and ends its wait, whatever it
// is; the thread then clears kStopSignal and collects what is pending. Blocking system calls are
// not restarted, so that they end too.
//
// Dispositions belong to the process, so this is the one place with state outside a VM: the set of
// pending signals and the thread that gets them. One VM of a process may install handlers at a
// time; installing for another thread moves them all. No lock; install and remove are called by
// the thread that runs the VM.
#pragma once

#include "vm/thread/stop_word.h"

namespace baton {

// Catches SIGINT for `main` and ignores SIGPIPE (writing to a closed pipe is then an error). As in
// CPython, a SIGINT that was ignored when the process began stays ignored; false then, or when the
// system refuses. `main` must stay valid until remove_signals().
bool install_sigint(GilThread* main);

// Catches another signal the same way. False when the system refuses (SIGKILL, no such signal).
bool install_signal(int signo, GilThread* main);

// Puts a signal back to what it was when it was installed.
void remove_signal(int signo);

// Puts all of them back, SIGPIPE included, and forgets the thread and what is pending.
void remove_signals();

// Takes one pending signal, the lowest number first. Only the thread they were installed for, after
// clear_stop(t, kStopSignal): what comes in later sets the reason again. False when none is left.
bool take_pending_signal(int* signo);

}  // namespace baton
