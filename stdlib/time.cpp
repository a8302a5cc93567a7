// The time module: clocks, and sleep as the model of a blocking builtin. Every clock is read
// through vm/base/clock.h. sleep releases the lock, ends early only for an exception (a signal
// handler that returns does not shorten it, PEP 475).
// Behaviour: https://docs.python.org/3.11/library/time.html
#include "vm/base/clock.h"

#include <pthread.h>

#include <cerrno>
#include <climits>
#include <cmath>
#include <ctime>

#include "stdlib/duration.h"
#include "stdlib/stdlib.h"
#include "stdlib/time_fields.h"
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

// --- clocks by number --------------------------------------------------------------------------

bool clock_id(Thread* t, Value v, clockid_t* out) {
  Value i = to_index(t, v);
  if (i.is_failed()) return false;
  int64_t n;
  if (!int_fits_int64(i, &n) || n > INT_MAX || n < INT_MIN)
    return overflow_error(t, "Python int too large to convert to C int"), false;
  *out = static_cast<clockid_t>(n);
  return true;
}
// The two common clocks come through the one seam, the others from the system.
bool read_clock(Thread* t, Value id, int64_t* ns) {
  clockid_t clock;
  if (!clock_id(t, id, &clock)) return false;
  if (clock == CLOCK_REALTIME) return *ns = realtime_ns(), true;
  if (clock == CLOCK_MONOTONIC) return *ns = monotonic_ns(), true;
  timespec ts;
  if (clock_gettime(clock, &ts) != 0) return raise_os_error(t, errno), false;
  *ns = int64_t{ts.tv_sec} * 1'000'000'000 + ts.tv_nsec;
  return true;
}
Value time_clock_gettime(Thread* t, Value id) {
  int64_t ns;
  return read_clock(t, id, &ns) ? new_float(t, seconds(ns)) : Value::failed();
}
DEF(time_functions, time_clock_gettime, "clock_gettime(clk_id, /)",
    "The time of a clock as a float.")
Value time_clock_gettime_ns(Thread* t, Value id) {
  int64_t ns;
  return read_clock(t, id, &ns) ? new_int(t, ns) : Value::failed();
}
DEF(time_functions, time_clock_gettime_ns, "clock_gettime_ns(clk_id, /)",
    "The time of a clock in nanoseconds.")
Value time_clock_getres(Thread* t, Value id) {
  clockid_t clock;
  if (!clock_id(t, id, &clock)) return Value::failed();
  timespec ts;
  if (clock_getres(clock, &ts) != 0) return raise_os_error(t, errno);
  return new_float(t, static_cast<double>(ts.tv_sec) + static_cast<double>(ts.tv_nsec) * 1e-9);
}
DEF(time_functions, time_clock_getres, "clock_getres(clk_id, /)",
    "The resolution of a clock in seconds.")
Value set_clock(Thread* t, Value id, int64_t ns) {
  clockid_t clock;
  if (!clock_id(t, id, &clock)) return Value::failed();
  int64_t whole = ns / 1'000'000'000, rest = ns % 1'000'000'000;
  if (rest < 0) rest += 1'000'000'000, --whole;
  timespec ts{static_cast<time_t>(whole), static_cast<long>(rest)};
  return clock_settime(clock, &ts) == 0 ? Value::none() : raise_os_error(t, errno);
}
Value time_clock_settime(Thread* t, Value id, Value when) {
  int64_t ns;
  return duration_ns(t, when, &ns) ? set_clock(t, id, ns) : Value::failed();
}
DEF(time_functions, time_clock_settime, "clock_settime(clk_id, time, /)", "Set a clock.")
Value time_clock_settime_ns(Thread* t, Value id, int64_t ns) { return set_clock(t, id, ns); }
DEF(time_functions, time_clock_settime_ns, "clock_settime_ns(clk_id, time, /)",
    "Set a clock, in nanoseconds.")
Value time_pthread_getcpuclockid(Thread* t, int64_t thread_id) {
  clockid_t clock;
  int error = pthread_getcpuclockid(static_cast<pthread_t>(thread_id), &clock);
  return error ? raise_os_error(t, error) : Value::from_int(clock);
}
DEF(time_functions, time_pthread_getcpuclockid, "pthread_getcpuclockid(thread_id, /)",
    "The number of the clock of a thread's processor time.")

struct ClockInfo {
  std::string_view name;
  const char* implementation;
  bool monotonic, adjustable;
  clockid_t clock;
};
constexpr ClockInfo kClocks[] = {
    {"time", "clock_gettime(CLOCK_REALTIME)", false, true, CLOCK_REALTIME},
    {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", true, false, CLOCK_MONOTONIC},
    {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", true, false, CLOCK_MONOTONIC},
    {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false,
     CLOCK_PROCESS_CPUTIME_ID},
    {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false,
     CLOCK_THREAD_CPUTIME_ID}};
Value time_get_clock_info(Thread* t, std::string_view name) {
  for (const ClockInfo& c : kClocks) {
    if (c.name != name) continue;
    timespec ts;
    if (clock_getres(c.clock, &ts) != 0) return raise_os_error(t, errno);
    double resolution = static_cast<double>(ts.tv_sec) + static_cast<double>(ts.tv_nsec) * 1e-9;
    Value types = import_module(t, "types");
    if (types.is_failed()) return types;
    Value cls = get_attr(t, types, intern(t, "SimpleNamespace"));
    if (cls.is_failed()) return cls;
    Value args[] = {str_value(t, c.implementation), Value::boolean(c.monotonic),
                    Value::boolean(c.adjustable), new_float(t, resolution)};
    Value names = tuple_of(t, {val(intern(t, "implementation")), val(intern(t, "monotonic")),
                               val(intern(t, "adjustable")), val(intern(t, "resolution"))});
    return names.is_failed() ? names : call(t, cls, args, 4, as<Tuple>(names));
  }
  return value_error(t, "unknown clock");
}
DEF(time_functions, time_get_clock_info, "get_clock_info(name, /)",
    "What a clock is made of, as a namespace.")

}  // namespace

void init_time(Thread* t, Module* m) {
  install_functions(t, m, time_functions);
  constexpr struct {
    const char* name;
    int id;
  } kIds[] = {{"CLOCK_REALTIME", CLOCK_REALTIME},
              {"CLOCK_MONOTONIC", CLOCK_MONOTONIC},
              {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW},
              {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
              {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
              {"CLOCK_BOOTTIME", CLOCK_BOOTTIME},
              {"CLOCK_TAI", CLOCK_TAI}};
  for (const auto& c : kIds)
    if (!dict_set_cstr(t, m->dict, c.name, Value::from_int(c.id))) return;
  install_time_fields(t, m);
}

}  // namespace baton
