# A bounded buffer: two conditions on one lock, every item delivered once and in each producer's order.
import threading


class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.lock = threading.Lock()
        self.not_empty, self.not_full = threading.Condition(self.lock), threading.Condition(self.lock)
        self.most = 0

    def put(self, item):
        with self.not_full:
            while len(self.items) >= self.size:
                self.not_full.wait()
            self.items.append(item)
            self.most = max(self.most, len(self.items))
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            self.not_empty.wait_for(lambda: self.items)
            item = self.items.pop(0)
            self.not_full.notify()
            return item


buffer = Buffer(3)
PRODUCERS, CONSUMERS, ITEMS = 3, 4, 80
received = [[] for _ in range(CONSUMERS)]


def producer(p):
    for i in range(ITEMS):
        buffer.put((p, i))


def consumer(c):
    while (item := buffer.get()) is not None:
        received[c].append(item)


producers = [threading.Thread(target=producer, args=(p,)) for p in range(PRODUCERS)]
consumers = [threading.Thread(target=consumer, args=(c,)) for c in range(CONSUMERS)]
for t in producers + consumers:
    t.start()
for t in producers:
    t.join()
for _ in consumers:
    buffer.put(None)
for t in consumers:
    t.join()
everything = sorted(item for r in received for item in r)
print(everything == [(p, i) for p in range(PRODUCERS) for i in range(ITEMS)], buffer.most <= 3, buffer.items)
ordered = True
for r in received:
    for p in range(PRODUCERS):
        mine = [i for q, i in r if q == p]
        ordered = ordered and mine == sorted(mine)
print(ordered)
