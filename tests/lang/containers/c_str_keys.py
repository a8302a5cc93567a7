d = {}
for i in range(100):
    d["key" + str(i)] = i
k = "ke"
print(d[k + "y5"], d["key99"], d.get("key100"), "key50" in d)
d["é"] = 1
d["中文"] = 2
d[""] = 3
print(d["\u00e9"], d["中" + "文"], d["" * 5], len(d))
class A:
    pass
a = A()
for i in range(40):
    setattr(a, "f%d" % i, i)
a.__dict__["f3"] = "changed"
print(a.f3, a.f39, len(a.__dict__))
del a.f0
a.f0 = "last"
print(list(a.__dict__)[-1], "f0" in vars(a))
def f(**kw):
    return kw
print(f(a=1, b=2), f(**{"x": 1}), f(**dict.fromkeys("pq", 0)))
g = globals()
g["made"] = 5
print(made)
del g["made"]
print("made" in globals())
print({"a": 1, "b": 2, "a": 3}, dict([("a", 1), ("a", 2)]), {k: len(k) for k in ("x", "yy")})
