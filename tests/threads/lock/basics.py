# Lock: states, forms of acquire, errors.
import _thread
import threading

lock = threading.Lock()


def attempt(what, *args, **kwargs):
    try:
        print("ok:", what(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False))
print(lock.acquire(True, 0), lock.acquire(True, 0.01), lock.acquire(timeout=0.01))
print(lock.release(), lock.locked())
attempt(lock.release)
attempt(lock.acquire, False, 1)
attempt(lock.acquire, False, 0)
attempt(lock.acquire, True, -2)
attempt(lock.acquire, True, -1)
attempt(lock.acquire, timeout=1e12)
attempt(lock.acquire, timeout="1")
attempt(lock.acquire, nonsense=1)
attempt(lock.acquire, False, -1)
lock.release()
attempt(lock.acquire, 1)
lock.release()
with lock as entered:
    print("inside", entered, lock.locked())
print("outside", lock.locked())
try:
    with lock:
        raise KeyError("leaves the block")
except KeyError as e:
    print(e, lock.locked())
print(repr(lock).split(" at ")[0], type(lock).__name__)
lock.acquire()
print(repr(lock).split(" at ")[0])
lock.release()
print(isinstance(lock, _thread.LockType), bool(lock), threading.TIMEOUT_MAX > 1e6)
try:
    type("Sub", (_thread.LockType,), {})
except TypeError as e:
    print("not an acceptable base type" in str(e))
print(threading.Lock() == threading.Lock(), hash(lock) == hash(lock))
