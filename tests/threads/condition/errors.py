# Condition: misuse, the lock it uses, repr, wait with time-outs.
import threading


def attempt(what, *args, **kwargs):
    try:
        print("ok:", what(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for lock in (None, threading.Lock(), threading.RLock()):
    c = threading.Condition(lock)
    attempt(c.wait)
    attempt(c.notify)
    attempt(c.notify_all)
    attempt(c.release)
    with c:
        attempt(c.wait, 0.01)
        attempt(c.wait, 0)
        attempt(c.wait, -1)
        attempt(c.wait_for, lambda: False, 0.01)
        attempt(c.wait_for, lambda: [], 0)
        attempt(c.wait_for, lambda: "value")
        attempt(c.notify)
        attempt(c.notify, 5)
        attempt(c.notify_all)
    print(c.acquire(False), repr(c).startswith("<Condition(<locked _thread."), repr(c).endswith(", 0)>"))
    c.release()
c = threading.Condition()
with c, c, c:
    print("thrice", c.wait(0.01), c.acquire())
    c.release()
attempt(c.release)
