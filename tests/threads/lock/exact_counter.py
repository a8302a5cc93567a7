# Under a lock no update is lost.
import threading

lock = threading.Lock()
rlock = threading.RLock()
counts = [0, 0, 0]


def plain():
    for _ in range(1000):
        with lock:
            counts[0] += 1


def by_hand():
    for _ in range(1000):
        lock.acquire()
        try:
            v = counts[1]
            v += 1
            counts[1] = v
        finally:
            lock.release()


def reentrant():
    for _ in range(1000):
        with rlock:
            with rlock:
                v = counts[2]
                counts[2] = v + 1


threads = [threading.Thread(target=f) for f in (plain, by_hand, reentrant) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counts, lock.locked())
