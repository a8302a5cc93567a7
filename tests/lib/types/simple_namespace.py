from types import SimpleNamespace as NS
import copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
n = NS(a=1, b="x"); print(n, n.a, n.b, NS(), vars(n), n == NS(a=1, b="x"), n != NS(), n == {"a": 1}, bool(NS()), NS.__name__, NS, NS.__module__)
n.c = [1]; del n.a; n.z = n; print(n); t(lambda: n.a); t(lambda: delattr(n, "q")); t(lambda: NS(1)); t(lambda: NS({"a": 1})); t(lambda: hash(n)); t(lambda: NS() < NS()); t(lambda: n["a"]); t(lambda: setattr(NS, "k", 1))
n = NS(**{"x": 1, "weird key": 2}); print(n, n.__dict__); n.__dict__["more"] = 5; print(n.more, n); n.__init__(x=2, w=3); print(n)
class Sub(NS):
    cls = 5
    def total(self): return sum(self.__dict__.values())
s = Sub(p=1, q=2); print(s, s.total(), s.cls, s == NS(p=1, q=2), s == Sub(p=1, q=2)); s.self = s; print(s)
print(copy.copy(NS(l=[1])), copy.deepcopy(NS(l=[1])), type(copy.copy(s)), NS(a=1).__reduce__(), NS(a=NS(b=1)))
x = NS()
for i in range(20): setattr(x, f"k{i}", i)
print(x, len(vars(x))); x.f = lambda v: v + 1; print(x.f(2)); vars(x).clear(); print(x)
match NS(kind="dot", r=3):
    case NS(kind="dot", r=r): print("radius", r)
class Up(NS):
    def __init__(self, v, **k): super().__init__(**k); self.v = v
print(Up(1, w=2))
