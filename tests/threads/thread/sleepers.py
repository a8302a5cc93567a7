# Sixty-four threads sleep at the same time, not one after the other.
import threading
import time

begin = time.monotonic()
threads = [threading.Thread(target=time.sleep, args=(0.2,)) for _ in range(64)]
for t in threads:
    t.start()
for t in threads:
    t.join()
took = time.monotonic() - begin
print(took >= 0.2, took < 64 * 0.2 / 2)
