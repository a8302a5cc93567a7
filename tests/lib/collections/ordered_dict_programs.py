from collections import OrderedDict
import copy
class LRU(OrderedDict):
    def __init__(self, maxsize=3, /, *args, **kwds):
        self.maxsize = maxsize
        super().__init__(*args, **kwds)
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.maxsize:
            oldest = next(iter(self))
            del self[oldest]
l = LRU(2); l["a"] = 1; l["b"] = 2; l["a"]; l["c"] = 3; print(l, l.maxsize)
class Last(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
x = Last([("a", 1), ("b", 2)]); x["a"] = 5; x.update(b=3, c=4); x.update({"a": 7}); print(x, type(x))
print(x.popitem(False), x.pop("c"), x.setdefault("n", 1), x.setdefault("n", 9), x, x.copy(), type(x.copy()), x | {"z": 1}, type(x | {}))
print(copy.copy(x) == x, copy.deepcopy(OrderedDict(a=[1])), type(copy.copy(x)))
class Count(OrderedDict):
    log = []
    def __delitem__(self, k): self.log.append(k); super().__delitem__(k)
c = Count(a=1, b=2); c.popitem(); c.pop("a"); print(c.log, c)
q = OrderedDict()
for i in range(2000):
    q[i] = i
    if len(q) > 100: q.popitem(last=False)
print(len(q), next(iter(q)), next(reversed(q)))
while q:
    a = q.popitem(last=False); 
    if q: b = q.popitem()
print(a, b, q)
q = OrderedDict.fromkeys(range(200))
for i in range(0, 200, 3): q.move_to_end(i, last=bool(i % 2))
print(list(q)[:10], list(q)[-10:], len(q), all(i in q for i in range(200)))
for i in range(150): q.popitem(last=i % 2 == 0)
print(list(q)[:5], list(q)[-5:], len(q))
q.update((i, i) for i in range(5)); print(list(q)[-6:], [q[k] for k in list(q)[-3:]])
print(OrderedDict(a=1).__reduce__()[:4])
s = OrderedDict(sorted({"b": 1, "a": 2}.items())); print(s, next(iter(s.items())), list(s.keys())[0])
class WithSlots(OrderedDict):
    __slots__ = ("t",)
w = WithSlots(a=1); w.t = 3; print(w, w.t)
class Attr(OrderedDict): pass
a = Attr(b=[1]); a.x = [2]; c = copy.copy(a); d = copy.deepcopy(a); print(c, c.x is a.x, type(c), d, d.x, d.x is a.x, a.copy().__dict__, hasattr(OrderedDict, "__copy__"))
