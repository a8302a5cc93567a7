l = [1]
l.append(l)
d = {}
d["d"] = d
t = (l, d)
print(l, d, t)
class R:
    def __repr__(self): return "<" + repr(self.__dict__.get("x")) + ">"
r = R()
r.x = [r.__class__.__name__, 1.0, b"x", "é", None, True, ..., NotImplemented]
print(r, [r], {"k": r})
print(str([1, "a", 2.5]), repr({1: "x"}), str((1,)), str({3}), repr(""), str(print is print))
class Deep:
    def __repr__(self): return repr(self)
try:
    repr(Deep())
except RecursionError as e:
    print("RecursionError")
x = []
for i in range(50): x = [x]
print(repr(x))
print([float("nan"), 1e16, 1e-5, 123456789.123, -0.0], [10**25], [1j, 1+2j])
class K:
    pass
print(repr(K()).startswith("<__main__.K object at 0x"), str(K) , repr(int), repr(len))
