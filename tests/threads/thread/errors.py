# Misuse of Thread, and the words of the errors.
import threading
from threading import Thread


def attempt(what, *args, **kwargs):
    try:
        print("ok:", what(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)


class Forgetful(Thread):
    def __init__(self):
        pass


t = Thread(target=print, args=("running",))
attempt(t.join)
t.start()
t.join()
attempt(t.join)
attempt(t.join, 0)
attempt(t.join, timeout=0.01)
attempt(t.join, -1)
attempt(t.start)
attempt(threading.current_thread().join)
attempt(threading.main_thread().start)
f = Forgetful()
attempt(f.start)
attempt(f.join)
attempt(f.is_alive)
attempt(repr, f)
attempt(Thread, 1)
attempt(Thread, nonsense=1)


def join_self():
    attempt(threading.current_thread().join)


t = Thread(target=join_self)
t.start()
t.join()
gate = threading.Event()
t = Thread(target=gate.wait)
t.start()
attempt(t.start)
print(t.join(0.01), t.is_alive(), t.join(0), t.is_alive(), t.join(timeout=-5), t.is_alive())
gate.set()
t.join()
print(t.is_alive())
