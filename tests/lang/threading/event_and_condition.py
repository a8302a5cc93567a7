import threading
e = threading.Event(); log = []
def waiter():
    e.wait(); log.append("woken")
t = threading.Thread(target=waiter); t.start(); log.append("setting"); e.set(); t.join()
print(log, e.is_set(), e.wait(0.01)); e.clear(); print(e.wait(0.01))
c = threading.Condition(); items = []
def consumer():
    with c:
        while not items: c.wait()
        log.append(items.pop())
t = threading.Thread(target=consumer); t.start()
with c: items.append("item"); c.notify()
t.join(); print(log)
