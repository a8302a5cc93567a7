# WeakSet.
import gc
import weakref


class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C{self.n}"


def show(s): return sorted(map(repr, s))


a, b, c, d = [C(i) for i in range(4)]
s = weakref.WeakSet([a, b])
s.add(c)
s.add(a)
print(len(s), show(s), a in s, d in s, 5 in s)
o = weakref.WeakSet([c, d])
print(show(s | o), show(s & o), show(s - o), show(s ^ o), type(s | o).__name__)
print(show(s.union([d])), show(s.intersection([a])), show(s.difference([a])), show(s.symmetric_difference([a, d])))
print(s.isdisjoint([d]), s.isdisjoint(o), s.issubset([a, b, c, d]), s.issuperset([a]), s <= s, s < s, s >= s, s == weakref.WeakSet([c, b, a]), s == [a])
t = s.copy()
t.remove(a)
t.discard(a)
print(show(t), show(s))
for f in (lambda: t.remove(a), lambda: s.add(5), lambda: weakref.WeakSet().pop(), lambda: hash(s)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "" if isinstance(e, KeyError) and "WeakSet" not in str(e) else e)
t |= o
print(show(t))
t &= [c, d]
print(show(t))
t -= [c]
print(show(t))
t ^= [a, d]
print(show(t))
t.update([b])
t.clear()
print(len(t), bool(t))
x = s.pop()
print(len(s))
x = a = b = c = None
gc.collect()
print(len(s), show(o))
