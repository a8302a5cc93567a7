# What is certain about order: start before run, join after the end, a chain of joins in order.
import threading

log = []


def link(n, previous):
    if previous is not None:
        previous.join()
    log.append(n)


previous = None
chain = []
gate = threading.Event()
first = threading.Thread(target=gate.wait)
first.start()
previous = first
for n in range(20):
    previous = threading.Thread(target=link, args=(n, previous))
    previous.start()
    chain.append(previous)
print(log, threading.active_count())
gate.set()
previous.join()
print(log)
print([t.is_alive() for t in chain].count(True), first.is_alive())

# Many joins on one thread.
joined = []
gate.clear()
target = threading.Thread(target=gate.wait)
target.start()


def waiter(n):
    target.join()
    joined.append(n)


waiters = [threading.Thread(target=waiter, args=(n,)) for n in range(8)]
for t in waiters:
    t.start()
print(joined)
gate.set()
for t in waiters:
    t.join()
print(sorted(joined))

# A result is there once join returns.
box = []
for n in range(100):
    t = threading.Thread(target=box.append, args=(n,))
    t.start()
    t.join()
    assert box[-1] == n
print(len(box))
