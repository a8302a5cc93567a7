class A:
    def __init__(self): self.x = 1; self.y = 2
a = A(); d = a.__dict__
print(d, vars(a) is d); d["z"] = 3; print(a.z); a.w = 4; print(d); del a.x; print(d, hasattr(a, "x"))
a.__dict__ = {"n": 1}; print(a.n, vars(a)); a.m = 2; print(a.__dict__)
try: a.__dict__ = 5
except TypeError as e: print(e)
d2 = a.__dict__; d2["not an identifier"] = 1; print(getattr(a, "not an identifier"))
b = A()
for i in range(200): setattr(b, "k%d" % i, i)
print(len(vars(b)), b.k0, b.k150, b.k199); del b.k100; print(hasattr(b, "k100"), b.k101, len(b.__dict__))
c = A(); del c.y; c.y = 5; del c.x; c.x = 6; print(c.__dict__, c.x, c.y)
c.a = 1; c.b = 2; c.c = 3; c.d = 4; c.e = 5; c.f = 6; print(list(c.__dict__.items()))
def vals(o): return (o.x, o.y)
e1, e2 = A(), A(); vars(e2); print(vals(e1), vals(e2), vals(A()))
for o in (e1, e2): o.x += 10
print(vals(e1), vals(e2)); b.__dict__.clear(); print(vars(b)); b.x = 1; print(b.x)
print(type(A.__dict__).__name__, "x" in A.__dict__, "__init__" in A.__dict__)
try: A.__dict__["q"] = 1
except TypeError as e: print(e)
print([k for k in A.__dict__ if not k.startswith("__")], A.__dict__.get("zz", 9))
for n in (5, "s", [], object()):
    try: n.__dict__
    except AttributeError as e: print(e)
def f(): pass
f.a = 1; print(f.__dict__, f.a); del f.a; print(f.__dict__)
class S: pass
s = S(); s.__dict__.update(p=1, q=2); print(s.p + s.q)
print(sorted(n for n in dir(s) if not n.startswith("__")), [n for n in dir(S) if n[0] != "_"])
