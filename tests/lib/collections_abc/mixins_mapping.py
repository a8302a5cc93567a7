from collections.abc import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class M(Mapping):
    def __init__(self, *a, **k): self.d = dict(*a, **k)
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return f"M({self.d})"
m = M(a=1, b=2); print(m.get("a"), m.get("z"), m.get("z", 5), "a" in m, "z" in m, list(m), m.keys(), m.items(), m.values(), m == {"a": 1, "b": 2}, m == M(a=1), m != {}, m == 5, dict(m), {**m}, bool(M()))
t(lambda: reversed(m)); t(lambda: hash(m)); t(lambda: m["q"]); t(lambda: m | {}); k = m.keys(); print(len(k), "a" in k, list(k), k & {"a"}, k | ["z"] == {"a", "b", "z"}, k - {"a"}, k ^ {"a", "q"} == {"b", "q"}, {"a"} & k, k == {"a", "b"}, k <= {"a", "b", "c"}, k.isdisjoint(["z"]), isinstance(k & {"a"}, set)); i = m.items(); print(("a", 1) in i, ("a", 2) in i, ("q", 1) in i, list(i), len(i), sorted(i | {("z", 9)}), 1 in m.values(), 7 in m.values(), list(m.values()))
class MM(M, MutableMapping):
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
x = MM(a=1); x["b"] = 2; x.update({"c": 3}, d=4); x.update([("e", 5)]); x.update(M(f=6)); x.update(g=7); print(x, x.pop("a"), x.pop("zz", 0), x.setdefault("b", 9), x.setdefault("n"), x, x.popitem(), len(x)); t(lambda: x.pop("zz")); t(lambda: x.update(5)); t(lambda: x.update({}, {})); x.clear(); print(x); t(lambda: x.popitem())
class K:
    def keys(self): return ["k"]
    def __getitem__(self, k): return k + "!"
x.update(K()); print(x)
class Partial(Mapping):
    def __len__(self): return 0
t(lambda: Partial())
match m:
    case {"a": v, **rest}: print("matched", v, rest)
match x:
    case {"zz": _}: print("no")
    case {"k": v}: print(v)
match [1]:
    case {}: print("mapping?")
    case [q]: print("seq", q)
