# Barrier: phases, the action, time-outs, abort and reset.
import threading

log = []
lock = threading.Lock()
barrier = threading.Barrier(4, action=lambda: log.append("action"))
print(barrier.parties, barrier.n_waiting, barrier.broken)
indices = []


def phases(n):
    for phase in range(5):
        with lock:
            log.append(phase)
        i = barrier.wait()
        with lock:
            indices.append(i)
        barrier.wait()


threads = [threading.Thread(target=phases, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log)
print(sorted(indices), barrier.n_waiting)

broken = []


def breaks(b, **kwargs):
    try:
        b.wait(**kwargs)
        broken.append("passed")
    except threading.BrokenBarrierError as e:
        broken.append(type(e).__name__ + str(e))


b = threading.Barrier(2)
breaks(b, timeout=0.01)
print(broken, b.broken, b.n_waiting)
breaks(b)
b.reset()
print(broken, b.broken)
t = threading.Thread(target=breaks, args=(b,))
t.start()
while b.n_waiting == 0:
    threading.Event().wait(0.001)
b.abort()
t.join()
print(broken, b.broken)
b.reset()
t = threading.Thread(target=breaks, args=(b,))
t.start()
while b.n_waiting == 0:
    threading.Event().wait(0.001)
b.reset()
t.join()
print(broken, b.broken)
t = threading.Thread(target=breaks, args=(b,))
t.start()
breaks(b)
t.join()
print(broken, b.broken)


def bad_action():
    raise ZeroDivisionError


b = threading.Barrier(1, bad_action)
try:
    b.wait()
except ZeroDivisionError:
    print("action failed", b.broken)
b = threading.Barrier(3, timeout=0.02)
breaks(b)
print(broken[-1], b.broken)
print(issubclass(threading.BrokenBarrierError, RuntimeError))
print(repr(threading.Barrier(2)).endswith(": waiters=0/2>"), repr(b).endswith(": broken>"))
print(threading.Barrier(1).wait())
