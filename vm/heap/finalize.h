// What runs for the dead: __del__, the callbacks of weak references, the closing of generators; and
// __del__ and closing at the end of a program.
//
// The collector only queues (vm->pending_finalizers) and asks for a stop (kStopGc); the methods run
// at a safepoint, where any script code may run. Each object's __del__ is called once. Objects with
// something to run are known to the heap by Heap::watch(). Lock held.
#pragma once
#include <string>

#include "vm/core/vm.h"

namespace baton {

// Runs what is to be run for everything queued. A pending exception of the thread is kept; one that __del__
// raises is printed as "Exception ignored in: ...". May collect; never fails.
void run_finalizers(Thread* t);

// At the end of the program: calls __del__ of whatever still lives, what the main module's globals
// name first, in their order.
void run_exit_finalizers(Thread* t);

// Prints "Exception ignored in: <where>" and the traceback of the pending exception to sys.stderr
// (or the process's, when there is none), and clears it. `where` is a repr.
void report_unraisable(Thread* t, Value where);

}  // namespace baton
