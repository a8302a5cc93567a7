from collections import deque
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = deque([1, 2, 3])
t(lambda: d.remove(9)); t(lambda: d.index(9)); t(lambda: d.index(1, 1)); t(lambda: d.index(3, 0, 2)); t(lambda: d.index(3, -1)); t(lambda: d.index(2, -100, 100))
t(lambda: deque(1, 2, 3)); t(lambda: deque(5)); t(lambda: deque(foo=1)); t(lambda: deque([1], iterable=[2]))
t(lambda: d["a"]); t(lambda: d[0:1]); t(lambda: d[10**30]); t(lambda: d[3]); t(lambda: d[-4])
t(lambda: d.__setitem__(9, 1)); t(lambda: d.__delitem__(-9))
t(lambda: d + [1]); t(lambda: d * "a"); t(lambda: d * d); t(lambda: d < 1); t(lambda: d < [1]); t(lambda: hash(d)); t(lambda: d.foo); t(lambda: deque.foo)
t(lambda: d.rotate("a")); t(lambda: d.insert("a", 1)); t(lambda: d.append()); t(lambda: d.pop(1)); t(lambda: d.extend(1)); t(lambda: d.extendleft(None))
t(lambda: setattr(d, "x", 3)); t(lambda: deque().pop()); t(lambda: deque().popleft()); t(lambda: d.count()); t(lambda: [] + d)
t(lambda: d.__add__(1)); t(lambda: {d: 1}); t(lambda: d == [1, 2, 3]); t(lambda: d != 1); t(lambda: d.copy(1)); t(lambda: deque({1: 2}))
def change():
    for x in d: d.append(x)
t(change)
def change2():
    for x in reversed(d): d.popleft()
t(change2)
class Evil:
    def __init__(self, d): self.d = d
    def __eq__(self, o):
        self.d.clear()
        return False
for op in ("remove", "index", "count", "__contains__"):
    e = deque(); e.extend([1, 2, Evil(e), 3, 4])
    t(lambda: getattr(e, op)(7))
class Bad:
    def __eq__(self, o): raise ZeroDivisionError("eq")
t(lambda: Bad() in deque([1])); t(lambda: deque([Bad()]) == deque([1])); t(lambda: deque([Bad()]).count(1))
class BadRepr:
    def __repr__(self): raise ValueError("r")
t(lambda: repr(deque([BadRepr()])))
def gen():
    yield 1
    raise KeyError("g")
x = deque(); t(lambda: x.extend(gen())); print(x)
