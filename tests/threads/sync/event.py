# Event.
import threading

e = threading.Event()
print(e.is_set(), e.wait(0), e.wait(0.01), e.wait(timeout=0.01))
print(repr(e).startswith("<threading.Event at 0x"), repr(e).endswith(": unset>"))
e.set()
e.set()
print(e.is_set(), e.wait(), e.wait(0), repr(e).endswith(": set>"))
e.clear()
print(e.is_set(), e.wait(0))
log = []
ready = threading.Semaphore(0)


def waiter(n):
    ready.release()
    log.append((n, e.wait(30)))


threads = [threading.Thread(target=waiter, args=(n,)) for n in range(6)]
for t in threads:
    t.start()
for _ in threads:
    ready.acquire()
print(log)
e.set()
for t in threads:
    t.join()
print(sorted(log))
# Setting from a thread while main waits without a time-out.
for n in range(50):
    e.clear()
    t = threading.Thread(target=e.set)
    t.start()
    assert e.wait() is True
    t.join()
print("done")
