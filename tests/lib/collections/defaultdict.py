from collections import defaultdict
import copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, dict(d), d["zz"], d, len(d), "q" in d, d.get("q"), d.get("q", 5), d)
n = defaultdict(int)
for c in "mississippi": n[c] += 1
print(n, sorted(n.items()), n.default_factory)
print(defaultdict(), defaultdict(None, {1: 2}), defaultdict(int, {1: 2}, x=3), defaultdict(int, [(1, 2)]), defaultdict(a=1))
t(lambda: defaultdict()["a"]); t(lambda: defaultdict(None)[1, 2]); t(lambda: defaultdict(1)); t(lambda: defaultdict(list, 1)); t(lambda: defaultdict(list, [], 2)); t(lambda: defaultdict("a", {}))
n.default_factory = lambda: 7; print(n["new"]); n.default_factory = None; t(lambda: n["none"])
del n.default_factory; print(n.default_factory)
x = defaultdict(list, a=[1])
print(x.copy(), type(x.copy()), x.copy().default_factory, copy.copy(x), copy.deepcopy(x)); print(copy.copy(x)["a"] is x["a"], copy.deepcopy(x)["a"] is x["a"])
print(x | {1: 2}, {1: 2} | x, type({1: 2} | x)); x |= {3: 4}; print(x); t(lambda: x | 1); t(lambda: 1 | x); t(lambda: x.foo); t(lambda: setattr(x, "foo", 1)); t(lambda: hash(x)); t(lambda: x < x)
print(x == {"a": [1], 3: 4}, {"a": [1], 3: 4} == x, x != {}, x == defaultdict(int, x))
print(x.__reduce__()[:4], x.__missing__("m"), x)
def boom(): raise RuntimeError("factory")
b = defaultdict(boom); t(lambda: b[1]); print(b)
class Sub(defaultdict):
    def __missing__(self, key):
        self[key] = v = (key, self.default_factory())
        return v
s = Sub(int); s.attr = 1; print(s[3], s, s.attr, s.copy(), type(s.copy()))
class Sub2(defaultdict):
    def __setitem__(self, k, v):
        super().__setitem__(k, [v])
s = Sub2(int); print(s[1], s)
r = defaultdict(list); r["self"] = r; print(r)
class Fac:
    def __call__(self): return 1
    def __repr__(self): return repr(f)
f = defaultdict(None); f.default_factory = Fac(); print(f)
tree = lambda: defaultdict(tree)
tree = lambda: defaultdict(tree)
y = tree(); y["a"]["b"]["c"] = 1; print(list(y), list(y["a"]), y["a"]["b"]["c"], isinstance(y, dict))
print(defaultdict.fromkeys("ab", 1), defaultdict[int, str], defaultdict.__name__, defaultdict)
z = defaultdict(lambda: "d", {1: "x"}); print("%(k)s" % defaultdict(lambda: "fmt"), "{k}".format_map(defaultdict(str)), [*z], {**z}, z.setdefault(9, 1), z.pop(9), z.popitem(), z)
try:
    for k in n: n[k + "x"] = 1
except RuntimeError as e: print(e)
n2 = defaultdict(int); n2[1] += 5; n2["k"] -= 1; n2[(1, 2)] |= 4; print(n2); n2.clear(); print(n2, n2.default_factory); n2.update({1: 1}); print(n2.keys(), n2.values(), n2.items())
