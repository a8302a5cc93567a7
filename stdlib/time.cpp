// The time module: clocks, and sleep as the model of a blocking builtin. Every clock is read
// through vm/base/clock.h. sleep releases the lock, ends early only for an exception (a signal
// handler that returns does not shorten it, PEP 475).
// Behaviour: https://docs.python.org/3.11/library/time.html
#include "vm/base/clock.h"

#include "stdlib/duration.h"
#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/thread/wait.h"

namespace baton {
namespace {

NativeGroup time_functions{"time"};

double seconds(int64_t ns) { return static_cast<double>(ns) * 1e-9; }

double time_time() { return seconds(realtime_ns()); }
DEF(time_functions, time_time, "time()", "Return the current time in seconds since the Epoch.")
double time_monotonic() { return seconds(monotonic_ns()); }
DEF(time_functions, time_monotonic, "monotonic()", "Monotonic clock, cannot go backward.")
DEF(time_functions, time_monotonic, "perf_counter()", "Performance counter for benchmarking.")
double time_process() { return seconds(process_ns()); }
DEF(time_functions, time_process, "process_time()",
    "Process time for profiling: sum of the kernel and user-space CPU time.")
double time_thread() { return seconds(thread_ns()); }
DEF(time_functions, time_thread, "thread_time()",
    "Thread time for profiling: sum of the kernel and user-space CPU time.")
int64_t time_time_ns() { return realtime_ns(); }
DEF(time_functions, time_time_ns, "time_ns()",
    "Return the current time in nanoseconds since the Epoch.")
int64_t time_monotonic_ns() { return monotonic_ns(); }
DEF(time_functions, time_monotonic_ns, "monotonic_ns()",
    "Monotonic clock, cannot go backward, as nanoseconds.")
DEF(time_functions, time_monotonic_ns, "perf_counter_ns()",
    "Performance counter for benchmarking as nanoseconds.")
int64_t time_process_ns() { return process_ns(); }
DEF(time_functions, time_process_ns, "process_time_ns()",
    "Process time for profiling as nanoseconds.")
int64_t time_thread_ns() { return thread_ns(); }
DEF(time_functions, time_thread_ns, "thread_time_ns()", "Thread time for profiling as nanoseconds.")

// sleep(seconds): lock released at once for as long as it takes.
Value time_sleep(Thread* t, Value duration) {
  int64_t ns;
  if (!duration_ns(t, duration, &ns)) return Value::failed();
  if (ns < 0) return value_error(t, "sleep length must be non-negative");
  int64_t deadline = deadline_after(monotonic_ns(), ns);
  for (;;) {
    int done;
    {
      Blocking region(t);
      done = sleep_interruptible(&t->gil, deadline);
    }
    if (done >= 0) return Value::none();
    if (!poll(t)) return Value::failed();
  }
}
DEF(time_functions, time_sleep, "sleep(seconds, /)",
    "Delay execution for a given number of seconds.")

}  // namespace

void init_time(Thread* t, Module* m) { install_functions(t, m, time_functions); }

}  // namespace baton
