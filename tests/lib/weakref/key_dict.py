# WeakKeyDictionary.
import gc
import weakref


class K:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"K({self.n})"
    def __eq__(self, o): return isinstance(o, K) and o.n == self.n
    def __hash__(self): return hash(self.n)


keep = [K(i) for i in range(4)]
d = weakref.WeakKeyDictionary()
for k in keep:
    d[k] = k.n * 10
k = None
print(len(d), sorted(map(repr, d)), sorted(d.values()), sorted(v for k, v in d.items()))
print(d[K(2)], K(2) in d, K(7) in d, 5 in d, d.get(K(1)), d.get(K(9)), d.get(K(9), "no"))
for f in (lambda: d[K(9)], lambda: d[5], lambda: d.__setitem__(5, 1), lambda: d.__delitem__(K(9)),
          lambda: d.pop(K(9))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e)[:40] if isinstance(e, TypeError) else "")
gc.collect()
print(len(d))
del keep[0]
gc.collect()
print(sorted(map(repr, d)), len(d.keyrefs()))
x = K(50)
print(d.setdefault(x, 1), d.setdefault(x, 2), d.pop(x), d.pop(x, "gone"))
d.update({x: 7})
print(d[x], d.copy() == d, type(d.copy()).__name__)
e = weakref.WeakKeyDictionary({x: 1})
e |= {keep[0]: 2}
print(len(e), len(e | {keep[1]: 3}), type(e | {}).__name__)
del e[x]
print(len(e), e.popitem())
d.clear()
print(len(d))
