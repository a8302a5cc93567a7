class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return self.v % 3
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
d = {}
s = set()
for i in range(200):
    d[K(i)] = i
    s.add(K(i))
for i in range(0, 200, 2):
    del d[K(i)]
    s.remove(K(i))
print(len(d), len(s), sum(d.values()), sum(k.v for k in s))
print([d.get(K(i)) for i in range(10)], [K(i) in s for i in range(10)])
for i in range(200):
    d[K(i)] = -i
print(len(d), sum(d.values()), [k.v for k in d][:5], [k.v for k in d][-5:])
while len(d) > 3:
    d.popitem()
print([(k.v, v) for k, v in d.items()])
m = {}
for i in range(1, 400):
    m[i * 2**32] = i
    m[-i] = i
print(len(m), m[2**32 * 7], m[-1], m[-2], sum(m.values()))
nan = float("nan")
n = {nan: 1}
print(n[nan], nan in [nan], nan in {nan}, [nan] == [nan], (nan,) == (nan,), {1: nan} == {1: nan})
class Str(str):
    def __hash__(self): return hash(str(self))
    def __eq__(self, o): return False
q = {Str("a"): 1}
print("a" in q, len(q))
q["a"] = 2
print(len(q), q["a"])
class Same(str):
    pass
w = {Same("a"): 1}
w["a"] = 2
print(w, type(list(w)[0]).__name__, w[Same("a")])
