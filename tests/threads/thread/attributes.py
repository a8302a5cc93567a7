# Names, identities, daemon flags and states.
import threading
from threading import Thread


def work():
    pass


class Named(Thread):
    pass


m = threading.main_thread()
print(m.name, m.daemon, m.is_alive(), m is threading.current_thread(), m.ident == threading.get_ident())
print(type(m.ident), m.ident != 0, m.native_id == threading.get_native_id())
a = Thread(target=work)
b = Thread()
c = Named(name="mine")
d = Thread(target=work, name="", daemon=True)
e = Thread(name=17)
print([t.name for t in (a, b, c, d, e)])
print([t.daemon for t in (a, b, c, d, e)])
print(a.ident, a.native_id, a.is_alive())
for t in (a, b, c, d):
    print(repr(t))
a.name = 5
print(a.name)
gate = threading.Event()
w = Thread(target=gate.wait, name="waiter")
w.start()
print(repr(w) == f"<Thread(waiter, started {w.ident})>", w.is_alive(), w in threading.enumerate())
w.name = "renamed"
print(threading.active_count(), [t.name for t in threading.enumerate()])
try:
    w.daemon = True
except RuntimeError as err:
    print("RuntimeError:", err)
gate.set()
w.join()
print(repr(w) == f"<Thread(renamed, stopped {w.ident})>", w.is_alive(), w in threading.enumerate())
try:
    w.daemon = True
except RuntimeError as err:
    print("RuntimeError:", err)
c.daemon = True
print(repr(c), c.daemon)
c.start()
c.join()
print(repr(c) == f"<Named(mine, stopped daemon {c.ident})>")
print(threading.active_count())
