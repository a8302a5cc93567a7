from collections import Counter
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
c = Counter("abracadabra"); print(c, c["a"], c["zz"], len(c), c.most_common(2), c.most_common(), c.total())
print(sorted(c.elements()), list(Counter(a=2, b=0, c=-1).elements()), Counter(), Counter({"x": 3}), Counter(x=1, y=2), Counter(["q"], q=4))
c.update("aab"); c.update({"z": 10}); c.update(z=1); print(c); c.subtract("zzz"); c.subtract({"z": 20}); c.subtract(a=1); print(c)
del c["zz"]; del c["z"]; print(c, "z" in c)
a, b = Counter(a=3, b=1, c=0), Counter(a=1, b=2, d=-3)
print(a + b, a - b, a | b, a & b, +b, -b); print(a == b, a != b, a <= b, a < b, a >= b, a > b, Counter(a=1) <= Counter(a=2), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) < Counter(a=1, c=2))
for op in ("+=", "-=", "|=", "&="):
    x = Counter(a=3, b=1, c=0); exec("x " + op + " b"); print(op, x)
t(lambda: a + 1); t(lambda: a == 1); t(lambda: a < 1); t(lambda: a == {"a": 3}); t(lambda: Counter.fromkeys("ab")); t(lambda: Counter(1)); t(lambda: Counter("a", "b")); t(lambda: a.most_common(-1)); t(lambda: a.most_common(0)); t(lambda: hash(a)); t(lambda: Counter([[]])); t(lambda: a.nothing)
print(a.copy(), type(a.copy()), a.copy() == a, dict(a), list(a), a.items(), a.pop("a"), a.popitem(), a.get("q"), a.setdefault("s", 4), a)
print(Counter(range(3)).most_common(1), Counter([1, 1.0, True, "1"]), Counter((1, 2, 1)), Counter(x % 3 for x in range(10)))
class Sub(Counter):
    def __missing__(self, k): return 100
s = Sub("ab"); print(s, s["zz"], s + s, type(s + s), s.copy(), type(s.copy())); s["q"] += 1; print(s["q"])
d = Counter(); d["x"] += 1; d["y"] -= 2; d["x"] += 1; print(d, d.total(), +d, -d)
print(Counter(a=1, b="x") if False else Counter({"a": 1.5, "b": 2}), Counter(a=None), repr(Counter({1: "s", 2: 3})))
words = "the quick brown fox jumps over the lazy dog the fox".split(); print(Counter(words).most_common(3), Counter(map(len, words)), sum(Counter(words).values()), max(Counter(words), key=Counter(words).get))
import copy; k = Counter("aab"); print(copy.copy(k), copy.deepcopy(k), k.__reduce__(), isinstance(k, dict), Counter.__mro__)
k |= Counter("abb"); print(k, k & Counter("b"), {**k}, k == {"a": 2, "b": 2}, sorted(k, key=k.get)); k.clear(); print(k, bool(k))
class Set(Counter):
    def __setitem__(self, key, v): super().__setitem__(key, v * 10)
print(Set("aab"))
