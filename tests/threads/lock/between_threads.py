# A lock may be released by another thread; a waiter with a timeout gets it if it is released in time.
import threading

lock = threading.Lock()
lock.acquire()
t = threading.Thread(target=lock.release)
t.start()
print(lock.acquire(), lock.locked())
t.join()

results = []
waiting = threading.Semaphore(0)


def waiter():
    waiting.release()
    results.append(lock.acquire(timeout=30))


threads = [threading.Thread(target=waiter) for _ in range(4)]
for t in threads:
    t.start()
for _ in threads:
    waiting.acquire()
print(results)
lock.release()                    # one gets it, and passes it on by our releasing it again
for n in range(4):
    while len(results) == n:
        threading.Event().wait(0.001)
    lock.release()
for t in threads:
    t.join()
print(results, lock.locked())

# Time-outs of several waiters, none disturbed by the others.
lock.acquire()
results = []


def short():
    results.append(lock.acquire(timeout=0.02))


threads = [threading.Thread(target=short) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results, lock.locked())
