"""Producers and consumers, pools, barriers, locks: threads whose output doesn't depend on their order."""
import sys
import threading
import time
from collections import Counter, deque
from contextlib import contextmanager
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore, Thread, Timer, current_thread, local


class Channel:
    """A bounded queue of our own."""
    CLOSED = object()

    def __init__(self, size):
        self.items, self.size, self.closed = deque(), size, False
        self.lock = Lock()
        self.readable, self.writable = Condition(self.lock), Condition(self.lock)

    def put(self, item):
        with self.writable:
            if not self.writable.wait_for(lambda: len(self.items) < self.size or self.closed, timeout=10):
                raise TimeoutError("nobody reads")
            if self.closed:
                raise ValueError("put on a closed channel")
            self.items.append(item)
            self.readable.notify()

    def close(self):
        with self.lock:
            self.closed = True
            self.readable.notify_all()
            self.writable.notify_all()

    def __iter__(self):
        while True:
            with self.readable:
                while not self.items and not self.closed:
                    self.readable.wait()
                if not self.items:
                    return
                item = self.items.popleft()
                self.writable.notify()
            yield item


class Future:
    def __init__(self):
        self.event, self.value, self.error = Event(), None, None

    def result(self, timeout=10):
        if not self.event.wait(timeout):
            raise TimeoutError
        if self.error is not None:
            raise self.error
        return self.value


class Pool:
    def __init__(self, workers=3):
        self.tasks = Channel(4)
        self.done = Counter()
        self.lock = RLock()
        self.threads = [Thread(target=self.work, name=f"worker-{i}", daemon=True) for i in range(workers)]
        for thread in self.threads:
            thread.start()

    def work(self):
        for future, function, args in self.tasks:
            try:
                future.value = function(*args)
            except Exception as e:
                future.error = e
            finally:
                with self.lock, self.lock:
                    self.done[function.__name__] += 1
                future.event.set()

    def submit(self, function, *args):
        future = Future()
        self.tasks.put((future, function, args))
        return future

    def map(self, function, *iterables):
        futures = [self.submit(function, *args) for args in zip(*iterables)]
        yield from (f.result() for f in futures)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.tasks.close()
        for thread in self.threads:
            thread.join(10)


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


with Pool() as pool:
    print(list(pool.map(collatz, range(1, 16))), list(pool.map(divmod, [17, 20], [5, 3])))
    failing = pool.submit(divmod, 1, 0)
    try:
        failing.result()
    except ZeroDivisionError as e:
        print(type(e).__name__, e)
    print(sorted(pool.done.items())[0])
print([t.is_alive() for t in pool.threads], pool.threads[0].name, pool.threads[0].daemon, sorted(pool.done.items()))
try:
    pool.submit(print)
except ValueError as e:
    print(e)

pipe, results = Channel(2), []
producers = [Thread(target=lambda start=start: [pipe.put(n) for n in range(start, 30, 3)]) for start in range(3)]
consumers = [Thread(target=lambda: [results.append(n * n) for n in pipe]) for _ in range(2)]
for t in producers + consumers:
    t.start()
for t in producers:
    t.join()
pipe.close()
for t in consumers:
    t.join()
print(len(results), sum(results) == sum(n * n for n in range(30)), sorted(results)[:4])

barrier, phases, guard = Barrier(4, action=lambda: phases.append("|"), timeout=10), [], Lock()


def phased(n):
    for phase in "abc":
        with guard:
            phases.append(phase)
        barrier.wait()


threads = [Thread(target=phased, args=(n,)) for n in range(4)]
[t.start() for t in threads]
[t.join() for t in threads]
print("".join(phases), barrier.parties, barrier.n_waiting, barrier.broken)
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError as e:
    print(type(e).__name__, e)

data = local()
data.value = "main"
seen = []


def own():
    seen.append(hasattr(data, "value"))
    data.value = current_thread().name
    seen.append(data.value)


t = Thread(target=own, name="T")
t.start()
t.join()
print(data.value, seen, current_thread() is threading.main_thread(), t.name, t.is_alive(), t.ident is not None)

gate, room = Semaphore(2), {"now": 0, "most": 0}


def visit():
    with gate:
        with guard:
            room["now"] += 1
            room["most"] = max(room["most"], room["now"])
        time.sleep(0.002)
        with guard:
            room["now"] -= 1


visitors = [Thread(target=visit) for _ in range(6)]
[v.start() for v in visitors]
[v.join() for v in visitors]
print(room)

fired = []
timer, never = Timer(0.01, fired.append, ["tick"]), Timer(60, fired.append, ["never"])
timer.start()
never.start()
never.cancel()
timer.join()
never.join()
print(fired, Event().wait(0.001), Lock().acquire(timeout=0.5))


@contextmanager
def caught_in_threads():
    old, errors = threading.excepthook, []
    threading.excepthook = lambda args: errors.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
    try:
        yield errors
    finally:
        threading.excepthook = old


with caught_in_threads() as errors:
    t = Thread(target=lambda: {}["key"], name="bad")
    t.start()
    t.join()
print(errors)


class Account:
    def __init__(self, balance):
        self.balance, self.lock = balance, RLock()

    def move(self, other, amount):
        first, second = sorted((self, other), key=id)
        with first.lock, second.lock:
            self.balance -= amount
            other.balance += amount


accounts = [Account(100) for _ in range(3)]
movers = [Thread(target=lambda i=i: [accounts[(i + k) % 3].move(accounts[(i + k + 1) % 3], k) for k in range(50)]) for i in range(3)]
[m.start() for m in movers]
[m.join() for m in movers]
print(sum(a.balance for a in accounts), [a.balance for a in accounts])
bounded, lock, rlock = BoundedSemaphore(1), Lock(), RLock()
for call in (bounded.release, lock.release, rlock.release, t.start, lambda: Thread(target=print).join(), lambda: current_thread().join(), lambda: Condition().notify(),
             lambda: Condition().wait(), lambda: Semaphore(-1), lambda: Thread(group=1), lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2), lambda: setattr(t, "daemon", 1) if t.is_alive() else t.name.foo):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(threading.active_count(), sys.getswitchinterval() > 0)
