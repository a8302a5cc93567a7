import threading
lock = threading.Lock()
n = 0
def inc():
    global n
    for _ in range(2000):
        with lock:
            v = n
            n = v + 1
ts = [threading.Thread(target=inc) for _ in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
print(n, lock.locked(), lock.acquire(), lock.acquire(blocking=False), lock.locked(), lock.release())
try: lock.release()
except RuntimeError as e: print(e)
