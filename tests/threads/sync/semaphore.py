# Semaphore and BoundedSemaphore: permits, errors, repr, at most n inside.
import threading
import time


def attempt(what, *args, **kwargs):
    try:
        print("ok:", what(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(threading.Semaphore, -1)
s = threading.Semaphore(2)
print(repr(s).startswith("<threading.Semaphore at 0x"), repr(s).endswith(": value=2>"))
print(s.acquire(), s.acquire(False), s.acquire(False), s.acquire(timeout=0.01), s.acquire(True, 0))
attempt(s.acquire, False, 1)
attempt(s.release, 0)
attempt(s.release, -3)
print(s.release(3), [s.acquire(False) for _ in range(4)])
s.release()
with s as got:
    print("inside", got, s.acquire(False))
print(s.acquire(False))
b = threading.BoundedSemaphore()
print(repr(b).endswith(": value=1/1>"), b.acquire())
print(repr(b).endswith(": value=0/1>"))
b.release()
attempt(b.release)
attempt(b.release, 0)
b = threading.BoundedSemaphore(3)
attempt(b.release, 1)
print([b.acquire(False) for _ in range(4)], b.release(2))
attempt(b.release, 2)
b.release()
print([b.acquire(False) for _ in range(4)])

gate = threading.BoundedSemaphore(3)
inside = most = 0
lock = threading.Lock()


def visitor():
    global inside, most
    with gate:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.005)
        with lock:
            inside -= 1


threads = [threading.Thread(target=visitor) for _ in range(15)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(inside, 1 <= most <= 3)
