# current_thread() in threads, nested starts, inheritance of the daemon flag, _thread's own threads.
import _thread
import threading

log = {}


def child():
    log["child"] = (threading.current_thread().name, threading.current_thread().daemon)


def parent():
    me = threading.current_thread()
    log["parent"] = (me.name, me is t, me.ident == threading.get_ident(), me is threading.main_thread())
    c = threading.Thread(target=child, name="child")
    c.start()
    c.join()


t = threading.Thread(target=parent, name="parent", daemon=True)
t.start()
t.join()
print(log)

done = threading.Event()


def raw(a, b=0):
    me = threading.current_thread()
    log["raw"] = (a, b, me.name.split("-")[0], me.daemon, me.is_alive())
    done.set()


ident = _thread.start_new_thread(raw, (1,), {"b": 2})
done.wait()
print(log["raw"], isinstance(ident, int), ident != threading.get_ident())
for bad in ((5, ()), (raw, [1]), (raw, (1,), 7)):
    try:
        _thread.start_new_thread(*bad)
    except TypeError as e:
        print("TypeError:", e)
idents = []


def note():
    idents.append(threading.get_ident())
    gate.wait()


gate = threading.Event()
threads = [threading.Thread(target=note) for _ in range(10)]
for t in threads:
    t.start()
print(len({t.ident for t in threads}))
gate.set()
for t in threads:
    t.join()
print(sorted(idents) == sorted(t.ident for t in threads))
