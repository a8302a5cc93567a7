import time
a = time.monotonic(); b = time.perf_counter(); time.sleep(0.02)
print(0.015 < time.monotonic() - a < 2, 0.015 < time.perf_counter() - b < 2, time.time() > 1.6e9, isinstance(time.monotonic_ns(), int), isinstance(time.time_ns(), int), time.perf_counter_ns() > 0)
for bad in (-1, "x", None):
    try: time.sleep(bad)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
