from types import MappingProxyType as P
import copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = {"a": 1, "b": 2}; p = P(d); print(p, p["a"], len(p), list(p), "a" in p, p.get("z"), p.get("z", 3), p.keys(), p.values(), p.items(), dict(p), {**p}, p == d, p == P(d), p != {}, p.copy(), type(p.copy()), list(reversed(p)), bool(P({})), str(p), repr(p)); d["c"] = 3; print(p, p | {"d": 4}, {"z": 0} | p, p | P({"q": 1}), type(p | {}))
def setit(): p["x"] = 1
def delit(): del p["a"]
def ior():
    q = p; q |= {}
t(setit); t(delit); t(ior); t(lambda: p["zz"]); t(lambda: P(5)); t(lambda: P([1])); t(lambda: P()); t(lambda: hash(p)); t(lambda: p < p); t(lambda: setattr(p, "x", 1)); t(lambda: p.clear()); t(lambda: P((1,))); t(lambda: P("s"))
class D(dict):
    def __missing__(self, k): return k * 2
print(P(D())["ab"], P[int, str]); t(lambda: type("X", (P,), {})); t(lambda: copy.copy(p)); t(lambda: copy.deepcopy(p)); t(lambda: print(p, sep=""))
match p:
    case {"a": 1, **rest}: print("matched", rest)
from collections import ChainMap, UserDict, OrderedDict
print(P(ChainMap({"k": 1}))["k"], P(UserDict(a=1)), P(OrderedDict(a=1)))
class K:
    x = 1
print(type(K.__dict__) is P, K.__dict__["x"], "x" in vars(K))
