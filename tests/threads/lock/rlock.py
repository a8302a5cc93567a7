# RLock: owner, depth, errors; as the lock of a recursive function.
import threading

lock = threading.RLock()


def attempt(what, *args, **kwargs):
    try:
        print("ok:", what(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lock.release)
print([lock.acquire() for _ in range(3)], lock.acquire(False), lock.acquire(True, 0))
text = repr(lock)
print(text.startswith("<locked _thread.RLock object owner="), "count=5" in text, str(threading.get_ident()) in text)
other = []


def outsider():
    other.append(lock.acquire(False))
    other.append(lock.acquire(timeout=0.01))
    try:
        lock.release()
    except RuntimeError as e:
        other.append(str(e))


t = threading.Thread(target=outsider)
t.start()
t.join()
print(other)
for _ in range(5):
    lock.release()
print(repr(lock).split(" at ")[0])
attempt(lock.release)
t = threading.Thread(target=lambda: other.append(lock.acquire(False)))
t.start()
t.join()
print(other[-1], lock.acquire(False))            # its thread ended without releasing it
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -5)

lock = threading.RLock()


def factorial(n):
    with lock:
        return 1 if n < 2 else n * factorial(n - 1)


results = []
threads = [threading.Thread(target=lambda: results.append(factorial(15))) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(set(results), len(results), lock.acquire(False))
lock.release()
