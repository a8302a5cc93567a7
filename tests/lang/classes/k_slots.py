class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x = x
        self.y = y
p = P(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"))
def attempt(f, *a):
    try:
        print(f(*a))
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__ + ":", e)
attempt(setattr, p, "z", 3)
del p.x
attempt(lambda: p.x)
attempt(delattr, p, "x")
p.x = 7
print(p.x, P.x, type(P.x).__name__)
print(P.x.__get__(p), P.__slots__)
class Q(P):
    __slots__ = ["z"]
q = Q(1, 2); q.z = 3
print(q.x, q.y, q.z)
attempt(setattr, q, "w", 3)
class R(P): pass
r = R(4, 5); r.extra = 6
print(r.__dict__, r.x, r.y, r.extra)
r.x = 40
print(r.x, vars(r))
del r.x
attempt(lambda: r.x)
class S:
    __slots__ = ("a", "__dict__")
s = S(); s.a = 1; s.b = 2
print(s.__dict__, s.a)
attempt(lambda: type("T", (), {"__slots__": ("a",), "a": 1}))
attempt(lambda: type("T", (), {"__slots__": (1,)}))
attempt(lambda: type("T", (), {"__slots__": ("a b",)}))
attempt(lambda: type("T", (int,), {"__slots__": ("a",)}))
attempt(lambda: P.x.__get__(5))
class A1:
    __slots__ = ("a",)
class A2:
    __slots__ = ("b",)
attempt(lambda: type("AB", (A1, A2), {}))
class E1:
    __slots__ = ()
class AE(A1, E1):
    __slots__ = ()
ae = AE(); ae.a = 9
print(ae.a)
attempt(setattr, ae, "q", 1)
class Priv:
    __slots__ = ("__h",)
    def __init__(self): self.__h = 5
    def get(self): return self.__h
print(Priv().get(), [n for n in dir(Priv) if "h" in n and not n.startswith("__")])
class One:
    __slots__ = "only"
o = One(); o.only = 1
print(o.only)
class WithDefault:
    __slots__ = ("v",)
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __repr__(self): return f"W({self.v})"
print(WithDefault(1) == WithDefault(1), [WithDefault(i) for i in range(3)])
