d = {}
for i in range(30):
    d[i] = i * i
for i in range(0, 30, 3):
    del d[i]
print(d, len(d))
d[0] = "again"
print(list(d)[-1], d.popitem(), d.popitem(), len(d))
print(d.get(1), d.get(0), d.get(0, 5), d.setdefault(1, 9), d.setdefault("n"), d["n"], d.pop("n"), d.pop("n", None))
print(1 in d, 0 in d, 1.0 in d, True in d, d[True], d[1.0])
e = dict(a=1, b=2)
e.update({"b": 3}, c=4)
e.update([("d", 5), ["e", 6]])
e.update(zip("fg", (7, 8)))
print(e, dict(e, a=0), dict(e) == e, {**e, "a": 9}["a"])
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], []), {}.fromkeys(range(3), 0))
print(e | {"z": 1}, {"z": 1} | e)
e |= [("y", 2)]
print(e, {"a": 1} == {"a": 1.0}, {"a": 1} != {"a": 2}, {1: 2} == {1: 2, 3: 4}, {} == [])
print(list(reversed({1: 2, 3: 4})), list(reversed({1: 2, 3: 4}.values())), list(reversed({1: 2, 3: 4}.items())))
c = e.copy()
c.clear()
print(c, len(e), bool(c), bool(e))
class M(dict):
    def __missing__(self, k):
        return "missing %r" % (k,)
m = M(a=1)
print(m["a"], m["b"], m.get("b"), m, type(m.copy()), type(m | m), M.fromkeys("x"))
class Keys:
    def keys(self): return ["p", "q"]
    def __getitem__(self, k): return k * 2
print(dict(Keys()), dict(Keys(), r=1))
big = {}
for i in range(1000):
    big[str(i)] = i
for i in range(0, 1000, 2):
    del big[str(i)]
print(len(big), sum(big.values()), list(big)[:3], "500" in big, "501" in big)
while big:
    big.popitem()
print(big)
for i in range(5000):
    big[i] = i
    if i >= 10:
        del big[i - 10]
print(big)
for i in range(5000):
    big["k"] = i
    del big["k"]
print(len(big), {(): 1, (1,): 2, (1, 2): 3}[(1, 2)], {None: 1}[None], {1.5: 2}[1.5], {2**70: 3}[2**70])
print({-1: "a", -2: "b"}, {float("inf"): 1}, {"": 1}[""])
