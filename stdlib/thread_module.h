// What the command and other modules need of threads. Lock held unless said otherwise.
#pragma once
#include "vm/core/vm.h"

namespace baton {

// The end of a program: waits for threads that are no daemons, then asks the rest to end and gives them
// 0.2 s; those still in the system's hands stay parked outside the Vm. A Ctrl-C means the whole program:
// `interrupted` (the main thread ended by KeyboardInterrupt), or one that comes during the wait, asks all
// threads to end at once.
void shutdown_threads(Thread* t, bool interrupted = false);
// KeyboardInterrupt in the main thread at its next safepoint, whatever it waits for. Lock held.
void request_keyboard_interrupt(Vm* vm);

}  // namespace baton
