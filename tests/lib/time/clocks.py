import time
for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    a = getattr(time, name)()
    b = getattr(time, name + "_ns")()
    print(name, type(a).__name__, type(b).__name__, abs(b / 1e9 - a) < 5)
a = time.monotonic(); b = time.monotonic(); print(a <= b)
for name in ("CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID", "CLOCK_MONOTONIC_RAW", "CLOCK_BOOTTIME", "CLOCK_TAI"):
    n = getattr(time, name)
    print(name, n, type(time.clock_gettime(n)), type(time.clock_gettime_ns(n)), time.clock_getres(n) < 1)
print(abs(time.time() - time.clock_gettime(time.CLOCK_REALTIME)) < 5)
print(sorted(n for n in dir(time) if not n.startswith("_")))
