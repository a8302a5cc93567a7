# limit: 60
# With a limit on the heap, whatever grows ends in MemoryError; caught, the memory is there again.
cat >grow.py <<'PY'
def as_list():
    x = []
    while True: x.append("text" + str(len(x)))
def doubling():
    x = "ab"
    while True: x += x
def as_dict():
    d = {}
    while True: d[len(d)] = [len(d)]
def linked():
    x = None
    while True: x = (x,)
def as_set():
    s = set()
    while True: s.add(str(len(s)))
class Node:
    def __init__(self, n): self.n = n
def objects():
    n = None
    while True: n = Node(n)
def big_ints():
    n = 3
    while True: n = n * n
def buffer():
    b = bytearray()
    while True: b += b"x" * 100000
def comprehension(): return [str(i) for i in range(10**9)]
def closures():
    f = None
    while True: f = (lambda g: lambda: g)(f)
def joined(): return "".join("x" * 1000 for _ in range(10**7))
def generators():
    def g(): yield 1
    l = []
    while True:
        x = g(); next(x); l.append(x)
for f in (as_list, doubling, as_dict, linked, as_set, objects, buffer, comprehension, closures, joined, generators, as_list):
    try:
        f()
    except MemoryError as e:
        print(f.__name__, type(e).__name__)
def works():
    for _ in range(3):
        try: return len([0] * 100000)
        except MemoryError: pass
print(works())
PY
baton --memory-limit 33554432 grow.py
cat >uncaught.py <<'PY'
x = []
while True: x.append([0] * 1000)
PY
baton --memory-limit 33554432 uncaught.py 2>err; echo $?; tail -n 1 err
cat >threads.py <<'PY'
import threading
results = []
def grow():
    try:
        x = []
        while True: x.append(str(len(x)))
    except MemoryError:
        x = None
        results.append("MemoryError")
ts = [threading.Thread(target=grow) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
def works():
    for _ in range(3):
        try: return len([0] * 100000)
        except MemoryError: pass
# Whoever comes second to it may find the others have taken what the first gave back.
print(1 <= len(results) <= 3, threading.active_count(), works())
PY
baton --memory-limit 33554432 threads.py 2>err
