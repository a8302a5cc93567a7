# time.sleep: errors and bounds; the clocks run forwards.
import time


def attempt(what, *args):
    try:
        what(*args)
        print("ok", args)
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(time.sleep, 0)
attempt(time.sleep, 0.001)
attempt(time.sleep, True)
attempt(time.sleep, -1)
attempt(time.sleep, -0.0)
attempt(time.sleep, float("nan"))
attempt(time.sleep, float("inf"))
attempt(time.sleep, 10**400)
attempt(time.sleep, None)
attempt(time.sleep, "1")
begin = time.monotonic()
time.sleep(0.05)
took = time.monotonic() - begin
print(0.05 <= took < 10)
for clock in (time.monotonic, time.perf_counter, time.time, time.process_time, time.thread_time):
    a = clock()
    b = clock()
    print(clock.__name__, isinstance(a, float), a <= b)
for clock in (time.monotonic_ns, time.perf_counter_ns, time.time_ns, time.process_time_ns, time.thread_time_ns):
    a = clock()
    b = clock()
    print(clock.__name__, isinstance(a, int), a <= b)
