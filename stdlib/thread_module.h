// What the command and other modules need of threads. Lock held unless said otherwise.
#pragma once
#include "vm/core/vm.h"

namespace baton {

// The end of a program: waits for threads that are no daemons (Ctrl-C ends the wait), asks daemons to
// end and gives them 0.2 s; those still in the system's hands stay parked outside the Vm.
void shutdown_threads(Thread* t);
// KeyboardInterrupt in the main thread at its next safepoint, whatever it waits for. Lock held.
void request_keyboard_interrupt(Vm* vm);

}  // namespace baton
