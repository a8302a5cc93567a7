# WeakValueDictionary.
import gc
import weakref


class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C({self.n})"


keep = [C(i) for i in range(4)]
d = weakref.WeakValueDictionary()
for c in keep:
    d[c.n] = c
c = None
print(len(d), sorted(d), sorted(d.keys()), sorted(map(repr, d.values())), sorted(map(repr, d.items())))
print(d[0], d.get(1), d.get(9), d.get(9, "x"), 0 in d, 9 in d, repr(d).startswith("<WeakValueDictionary at 0x"))
for f in (lambda: d[9], lambda: d.pop(9), lambda: d.pop(1, 2, 3), lambda: d.__setitem__(1, 5),
          lambda: d.__delitem__(9), lambda: weakref.WeakValueDictionary().popitem()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
del keep[3]
gc.collect()
print(len(d), sorted(d))
print(len(d.valuerefs()), all(r() is not None for r in d.itervaluerefs()))
copy = d.copy()
print(copy == d, type(copy).__name__, sorted(copy))
x = C(10)
print(d.setdefault(10, x) is x, d.setdefault(10, keep[0]) is x, d.pop(10) is x, d.pop(10, None))
d.update({20: x}, )
d.update([(21, x)], a=x)
print(sorted(map(str, d)))
print(sorted(map(str, d | {"z": x})), type(d | {}).__name__, sorted(map(str, {"z": x} | d)))
d |= {"q": x}
print("q" in d, dict(d)["q"] is x)
del d["q"]
k, v = copy.popitem()
print(k == v.n, len(copy))
d[1] = keep[0]
print(d[1])
made = weakref.WeakValueDictionary({"a": x}, b=x)
print(sorted(made))
made.clear()
print(len(made), bool(made))
keep = x = c = v = None
gc.collect()
print(len(d), len(copy), list(d.items()))
