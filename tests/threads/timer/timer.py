# Timer: fires, is cancelled, repr of its kind, arguments.
import threading

log = []
fired = threading.Event()


def fire(*args, **kwargs):
    log.append((args, kwargs))
    fired.set()


t = threading.Timer(0.01, fire)
print(t.is_alive(), t.interval, t.daemon, t.finished.is_set(), t.args, t.kwargs)
t.start()
t.join()
print(log, t.is_alive(), t.finished.is_set())
t = threading.Timer(0.001, fire, [1, 2], {"k": 3})
t.start()
print(fired.wait(30))
t.join()
print(log)
t = threading.Timer(600, fire, args=("never",))
t.start()
t.cancel()
t.join()
print(len(log), t.is_alive())
t = threading.Timer(0, fire, args=("cancelled before",))
t.cancel()
t.start()
t.join()
print(len(log), isinstance(t, threading.Thread))
timers = [threading.Timer(delay, log.append, [delay]) for delay in (0.2, 0.1, 0.001)]
del log[:]
for t in timers:
    t.start()
for t in timers:
    t.join()
print(log)
