class A:
    count = 0
    @classmethod
    def make(cls, *a): cls.count += 1; return cls(*a)
    def __init__(self, *a): self.a = a
    @staticmethod
    def add(x, y=1): return x + y
class B(A): pass
print(A.make(1).a, B.make(2, 3).a, type(B.make()).__name__, A.count, B.count)
print(A.add(1), A().add(1, 5), A().make().a)
print(A.__dict__["make"].__func__.__name__, A.__dict__["add"].__func__(2), A.make.__self__ is A, A.make.__func__ is A.__dict__["make"].__func__)
f = staticmethod(lambda x: x * 2); print(f(4), f.__func__(5))
class C:
    g = classmethod(lambda cls, n: (cls.__name__, n))
print(C.g(1), C().g(2))
def attempt(fn):
    try: print(fn())
    except TypeError as e: print(e)
attempt(lambda: classmethod()); attempt(lambda: staticmethod(1, 2))
print(str(A.make).split(" at ")[0])
class D:
    @classmethod
    @property
    def both(cls): return cls.__name__ + "!"
print(D.both, D().both)
class Mc(classmethod): kind = "mine"
class E:
    @Mc
    def h(cls): return cls.__name__
print(E.h(), E().h(), E.__dict__["h"].kind)
class F:
    def m(self): return self
    um = len
    t = int
    l = lambda self: "lam"
fo = F(); print(fo.m() is fo, fo.um([1, 2]), fo.t("3"), fo.l())
print(F.m is F.__dict__["m"], fo.m == fo.m, fo.m is fo.m, fo.m != F().m, hash(fo.m) == hash(fo.m), {fo.m: 1}[fo.m])
print(fo.m.__name__, fo.m.__self__ is fo, fo.m.__func__ is F.m)
F.m.attr = 3; print(fo.m.attr)
try: fo.m.attr = 4
except AttributeError as e: print(e)
