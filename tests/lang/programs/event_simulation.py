"""A bank with counters, customers and breaks, simulated with a heap of events and seeded randomness."""
import heapq
import itertools
import random
import statistics
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from functools import partial, total_ordering
from typing import Callable


@total_ordering
class Event:
    _serial = itertools.count(1)

    __slots__ = ("time", "action", "label", "serial", "cancelled")

    def __init__(self, time, action, label):
        self.time, self.action, self.label = time, action, label
        self.serial = next(self._serial)
        self.cancelled = False

    def __eq__(self, other):
        if not isinstance(other, Event):
            return NotImplemented
        return (self.time, self.serial) == (other.time, other.serial)

    def __lt__(self, other):
        if not isinstance(other, Event):
            return NotImplemented
        return (self.time, self.serial) < (other.time, other.serial)

    def __repr__(self):
        return f"<{self.label} @{self.time:.2f}{' cancelled' if self.cancelled else ''}>"


class Clock:
    def __init__(self):
        self.now = 0.0
        self.heap: list[Event] = []
        self.trace = deque(maxlen=8)

    def after(self, delay: float, action: Callable[[], None], label=""):
        if delay < 0:
            raise ValueError(f"delay {delay} is in the past")
        event = Event(self.now + delay, action, label or action.__name__)
        heapq.heappush(self.heap, event)
        return event

    def run(self, until=float("inf")):
        done = 0
        while self.heap and self.heap[0].time <= until:
            event = heapq.heappop(self.heap)
            if event.cancelled:
                continue
            self.now = event.time
            self.trace.append(event)
            event.action()
            done += 1
        return done


@dataclass
class Customer:
    name: str
    arrived: float
    patience: float
    served: float | None = None
    reneging: Event | None = field(default=None, repr=False)


class Bank:
    def __init__(self, seed, counters=2):
        self.random = random.Random(seed)
        self.clock = Clock()
        self.queue: deque[Customer] = deque()
        self.free = counters
        self.waits, self.outcomes = [], Counter()
        self.by_hour = defaultdict(list)

    def open(self, customers):
        when = 0.0
        for n in range(customers):
            when += self.random.expovariate(1 / 3)
            self.clock.after(when, partial(self.arrive, f"c{n:03}"), label="arrive")
        self.clock.after(60, self.pause)

    def arrive(self, name):
        customer = Customer(name, self.clock.now, self.random.uniform(4, 15))
        customer.reneging = self.clock.after(customer.patience, lambda: self.leave(customer), "leave")
        self.queue.append(customer)
        self.serve()

    def leave(self, customer):
        self.queue.remove(customer)
        self.outcomes["left"] += 1

    def serve(self):
        while self.free and self.queue:
            customer = self.queue.popleft()
            customer.reneging.cancelled = True
            customer.served = self.clock.now
            wait = customer.served - customer.arrived
            self.waits.append(wait)
            self.by_hour[int(self.clock.now // 60)].append(wait)
            self.free -= 1
            self.clock.after(self.random.triangular(2, 12, 5), self.finish)

    def finish(self):
        self.free += 1
        self.outcomes["served"] += 1
        self.serve()

    def pause(self):
        if self.free:
            self.free -= 1
            self.outcomes["pauses"] += 1
            self.clock.after(10, self.resume)
        else:
            self.clock.after(1, self.pause)

    def resume(self):
        self.free += 1
        self.serve()

    def report(self):
        waits = self.waits
        print(f"{self.clock.now:8.2f} min, {dict(sorted(self.outcomes.items()))}, {len(waits)} waited")
        print(f"  mean {statistics.mean(waits):.4f}  median {statistics.median(waits):.4f}  stdev {statistics.stdev(waits):.4f}"
              f"  p90 {statistics.quantiles(waits, n=10)[-1]:.4f}  max {max(waits):.3f}")
        for hour, values in sorted(self.by_hour.items()):
            print(f"  hour {hour}: {len(values):3} {statistics.fmean(values):6.3f} {'#' * round(statistics.fmean(values) * 4)}")


for seed, counters in [(1, 2), (42, 2), ("text seed", 3)]:
    bank = Bank(seed, counters)
    bank.open(60)
    print("steps", bank.clock.run(until=100), len(bank.clock.heap), bank.clock.heap[0])
    print("steps", bank.clock.run(), list(bank.clock.trace)[-3:])
    bank.report()

clock = Clock()
for bad in (-1, "x"):
    try:
        clock.after(bad, print)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
first, second = clock.after(1, print, "a"), clock.after(1, print, "b")
print(first < second, first >= second, first == first, first != second, sorted([second, first]))
try:
    first < 3
except TypeError as e:
    print(e)
try:
    first.colour = 1
except AttributeError as e:
    print(e)

r = random.Random(7)
print(r.sample(range(100), 5), r.choices("abc", weights=[5, 1, 1], k=8), r.randint(1, 6), r.choice([10, 20, 30]))
deck = list(range(10))
r.shuffle(deck)
print(deck, round(r.gauss(0, 1), 6), round(r.betavariate(2, 3), 6), r.getrandbits(40), r.randrange(0, 100, 7))
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], heapq.nlargest(3, deck), heapq.nsmallest(2, deck, key=lambda n: -n))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9], key=None)), list(heapq.merge("ca", "b", reverse=True)))
heap = [5, 3, 8]
heapq.heapify(heap)
print(heapq.heappushpop(heap, 1), heapq.heapreplace(heap, 9), heap)
for call in (lambda: heapq.heappop([]), lambda: r.sample([1], 2), lambda: r.choice([]), lambda: r.randint(5, 1), lambda: statistics.mean([])):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
