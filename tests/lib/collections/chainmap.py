from collections import ChainMap, OrderedDict
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a, b = {"x": 1, "y": 2}, {"y": 20, "z": 30}
m = ChainMap(a, b); print(m, m["x"], m["y"], m["z"], len(m), list(m), dict(m), "z" in m, m.get("q"), m.get("q", 1), bool(m), bool(ChainMap()), ChainMap())
m["new"] = 5; m["z"] = 3; print(a, b, m.maps); del m["z"]; print(m["z"]); t(lambda: m.__delitem__("zz")); t(lambda: m["nope"]); t(lambda: m.pop("z")); print(m.pop("new"), m.pop("nn", 7), m)
c = m.new_child(); c["x"] = 100; print(c, m["x"], c.parents, c.parents == m, m.new_child({"k": 1}), m.new_child(k=2), m.new_child({"a": 1}, b=2)); print(sorted(c.items()), sorted(c.keys()), sorted(c.values()), m == dict(m), m != {}, list(reversed(c.maps)))
t(lambda: ChainMap({}).popitem()); print(m.popitem(), m); m.clear(); print(m); print(ChainMap.fromkeys("ab", 1), ChainMap.fromkeys("ab"), m.copy(), type(m.copy()), m.copy().maps[0] is m.maps[0], m.copy().maps[1] is b)
n = ChainMap({"a": 1}, {"b": 2}); print(n | {"c": 3}, {"a": 9, "z": 1} | n, n | ChainMap({"q": 1})); n |= {"w": 1}; print(n); t(lambda: n | 1); t(lambda: [] | n); n.update(a=5); n.setdefault("b", 99); n.setdefault("n"); print(n)
class Deep(ChainMap):
    def __missing__(self, k): return f"no {k}"
d = Deep({1: 2}); print(d[1], d["k"], d.get("k"), type(d.new_child()), d)
r = ChainMap(); r["me"] = r; print(r); import collections.abc as abc; print(isinstance(m, abc.MutableMapping), isinstance(m, dict)); t(lambda: hash(m))
match ChainMap({"k": 1}, {"j": 2}):
    case {"k": v, "j": w, **rest}: print("map", v, w, rest)
