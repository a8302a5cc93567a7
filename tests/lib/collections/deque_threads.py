import threading
from collections import deque, Counter, defaultdict, OrderedDict
d = deque(); done = []
def produce(k):
    for i in range(300): d.append((k, i))
    done.append(k)
got = []
def consume():
    while len(got) < 900:
        try: got.append(d.popleft())
        except IndexError: pass
ts = [threading.Thread(target=produce, args=(k,)) for k in range(3)] + [threading.Thread(target=consume)]
for t in ts: t.start()
for t in ts: t.join()
print(len(got), len(d), sorted(done), all([i for k, i in got if k == n] == list(range(300)) for n in range(3)))
ring = deque(range(10), 10)
def spin(n):
    for _ in range(200): ring.rotate(n); ring.append(ring.popleft())
ts = [threading.Thread(target=spin, args=(n,)) for n in (1, -1, 3)]
for t in ts: t.start()
for t in ts: t.join()
print(len(ring) <= 10, set(ring) <= set(range(10)))
o = OrderedDict((i, i) for i in range(50)); problems = []
def move():
    for i in range(300):
        try: o.move_to_end(i % 50)
        except KeyError: problems.append("key")
def look():
    for _ in range(20):
        try:
            for k in o: pass
        except RuntimeError as e:
            if "OrderedDict mutated" not in str(e): problems.append(str(e))
ts = [threading.Thread(target=f) for f in (move, look, move, look)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(o) == list(range(50)), len(o), problems)
