from collections import OrderedDict
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
o = OrderedDict([("a", 1), ("b", 2)], c=3)
print(o, len(o), list(o), o["a"], OrderedDict(), OrderedDict({1: 2}), OrderedDict(o))
o.move_to_end("a"); print(o); o.move_to_end("a", last=False); print(o); o.move_to_end("c", False); print(o); o.move_to_end("b"); o.move_to_end("b"); print(o)
print(o.popitem(), o.popitem(last=False), o); t(lambda: OrderedDict().popitem()); t(lambda: OrderedDict().popitem(last=False)); t(lambda: o.move_to_end("zz")); t(lambda: o.move_to_end([]))
a = OrderedDict(x=1, y=2); b = OrderedDict(y=2, x=1)
print(a == b, a != b, a == dict(b), dict(a) == b, a == OrderedDict(a), a == 3, a == OrderedDict(x=1))
print(a.keys(), a.values(), a.items(), list(reversed(a)), list(reversed(a.items())), list(reversed(a.values())), a.keys() & {"x"}, a.items() | {1}  == {("x", 1), ("y", 2), 1}, "x" in a.keys(), len(a.items()))
print(type(a.keys()).__name__, type(iter(a)).__name__, type(a.keys()).__mro__)
print(a | {3: 4}, {3: 4} | a, type({3: 4} | a), a | OrderedDict(y=9)); a |= {5: 6}; a |= [(7, 8)]; print(a)
t(lambda: a | 1); t(lambda: a | [(1, 2)])
print(a.pop("x"), a.pop("none", 5), a.setdefault("y", 100), a.setdefault("new"), a.setdefault("k", default=3), a); t(lambda: a.pop("zz")); t(lambda: a["zz"]); t(lambda: a.__delitem__("zz")); t(lambda: a.pop(key="y")); t(lambda: a.pop("y", default=2))
t(lambda: OrderedDict(1)); t(lambda: OrderedDict([1])); t(lambda: OrderedDict([(1, 2, 3)])); t(lambda: OrderedDict([(1,)])); t(lambda: OrderedDict([], [])); t(lambda: a.update([], [])); t(lambda: a.update(5)); t(lambda: hash(a)); t(lambda: a.foo); t(lambda: a < a); t(lambda: OrderedDict([([], 1)]))
a.update({"u": 1}, v=2); a.update([("w", 3)]); a.update(z=0); print(a)
class KeysOnly:
    def keys(self): return ["k1", "k2"]
    def __getitem__(self, k): return k * 2
print(OrderedDict(KeysOnly())); c = a.copy(); print(c == a, c is a, type(c)); a.clear(); print(a, len(a), list(a))
print(OrderedDict.fromkeys("abc"), OrderedDict.fromkeys("ab", value=1))
r = OrderedDict(); r["me"] = r; print(r)
o = OrderedDict.fromkeys(range(5)); o.attr = 1; print(o.attr, vars(o))
for op in (lambda k: o.__setitem__(99, 1), lambda k: o.move_to_end(k), lambda k: o.__delitem__(k), lambda k: o.popitem()):
    o = OrderedDict.fromkeys(range(3))
    def go():
        for k in o: op(k)
    t(go)
o = OrderedDict.fromkeys(range(3))
for k in o: o[k] = k * k
print(o)
def clr():
    for k in o: o.clear()
t(clr)
it = iter(OrderedDict(a=1)); print(next(it), list(it))
e = OrderedDict(b=1); e["a"] = 2; del e["b"]; e["b"] = 3; print(e, list(e.items()), {**e}, dict(e), sorted(e))
print(OrderedDict([(1, 2), (1, 3)]), OrderedDict(zip("ab", [1, 2])), OrderedDict.__module__, OrderedDict, OrderedDict[int, str], isinstance(e, dict))
