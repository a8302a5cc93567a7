LOG = """2024-01-05 ERROR db timeout 30
2024-01-05 INFO web ok 200
2024-01-06 ERROR web crash 500
bad line
2024-01-06 WARN db slow 12
2024-01-07 ERROR db timeout 45"""
def lines(t): yield from t.splitlines()
def parse(src):
    bad = 0
    for n, l in enumerate(src, 1):
        try: date, level, part, what, num = l.split()
        except ValueError as e: bad += 1; print(f"line {n}: {e}"); continue
        yield dict(date=date, level=level, part=part, what=what, num=int(num))
    return bad
def where(src, **want): return (r for r in src if all(r[k] == v for k, v in want.items()))
def group(src, key):
    out = {}
    for r in src: out.setdefault(r[key], []).append(r)
    return out
print({k: [r["num"] for r in v] for k, v in group(where(parse(lines(LOG)), level="ERROR"), "part").items()})
def total():
    result = yield from parse(lines(LOG)); print("bad:", result)
print(sum(1 for _ in total()))
def avg():
    s = n = 0; v = None
    while True:
        x = yield v
        if x is None: return s
        s += x; n += 1; v = s / n
a = avg(); next(a); print([a.send(x) for x in (10, 20, 60)])
try: a.send(None)
except StopIteration as e: print("total", e.value)
def take(n, it): return [x for _, x in zip(range(n), it)]
def count(a=0):
    while True: yield a; a += 1
def chain(*its):
    for it in its: yield from it
def window(it, n):
    it = iter(it); w = tuple(take(n, it))
    if len(w) == n: yield w
    for x in it: w = w[1:] + (x,); yield w
def chunk(it, n):
    it = iter(it)
    while c := take(n, it): yield c
def flat(x):
    if isinstance(x, (list, tuple)):
        for y in x: yield from flat(y)
    else: yield x
def tee(it):
    q1, q2 = [], []; it = iter(it)
    def g(mine, other):
        while True:
            if not mine:
                try: v = next(it)
                except StopIteration: return
                mine.append(v); other.append(v)
            yield mine.pop(0)
    return g(q1, q2), g(q2, q1)
def groupby(it, key=lambda x: x):
    cur = []
    for x in it:
        if cur and key(cur[0]) != key(x): yield key(cur[0]), cur; cur = []
        cur = cur + [x]
    if cur: yield key(cur[0]), cur
print(take(3, count(5)), list(chain("ab", [1])), list(window(range(5), 3)), list(chunk(range(7), 3)), list(flat([1, [2, (3, [4])], []])), [list(x) for x in tee("xyz")], list(groupby([1, 3, 2, 4, 5], lambda n: n % 2)))
def guard():
    try:
        while True:
            try: x = yield; print("got", x)
            except ValueError as e: print("absorbed", e)
    finally: print("bye")
g = guard(); next(g); g.send(1); g.throw(ValueError("v")); g.send(2); g.close()
try: g.send(3)
except StopIteration: print("stopped")
try: guard().send(1)
except TypeError as e: print(e)
def outer():
    r = yield from inner(); yield ("inner said", r)
def inner():
    try: x = yield "ready"; return x * 2
    except KeyError: return "keyerror"
o = outer(); print(next(o), o.send(21)); o = outer(); next(o); print(o.throw(KeyError))
def sched(*tasks):
    q = list(tasks)
    while q:
        t = q.pop(0)
        try: print(next(t), end=" "); q.append(t)
        except StopIteration as e: print(f"[{e.value}]", end=" ")
    print()
def task(n, k):
    for i in range(k): yield f"{n}{i}"
    return n
sched(task("a", 3), task("b", 1), task("c", 2))
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))), *map(lambda a, b: a * b, count(1), [5, 6]), list(zip(*[iter("abcdef")] * 2)), dict(enumerate("xy", 1)), any(x > 2 for x in count()), list(filter(None, [0, 1, "", "a"])), max((len(w), w) for w in ["aa", "b", "cc"]))
gen = (x * y for x in range(3) for y in range(x)); print(type(gen).__name__, list(gen), list(gen), next(gen, "done"))
