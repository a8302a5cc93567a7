class Root:
    def __init__(self, **kw):
        self.log = getattr(self, "log", []) + ["Root"]
        if kw: raise TypeError("left " + repr(sorted(kw)))
class A(Root):
    def __init__(self, a=0, **kw): super().__init__(**kw); self.a = a; self.log.append("A")
class B(Root):
    def __init__(self, b=0, **kw): super().__init__(**kw); self.b = b; self.log.append("B")
class C(A, B):
    def __init__(self, **kw): super().__init__(**kw); self.log.append("C")
c = C(a=1, b=2); print(c.a, c.b, c.log)
try: C(z=1)
except TypeError as e: print(e)
class Mix:
    def go(self): return ["Mix"] + super().go()
class End:
    def go(self): return ["End"]
class X(Mix, End): pass
print(X().go())
try: Mix().go()
except AttributeError as e: print(e)
try:
    class Coop(Mix, X): pass
except TypeError as e: print(e)
class Y(X):
    def go(self):
        f = super().go
        return ["Y"] + f()
print(Y().go(), [k.__name__ for k in Y.__mro__])
def outside(self): return super(Y, self).go()
Y.outside = outside; print(Y().outside())
class Cls:
    def f(self): return __class__
    @classmethod
    def g(cls): return __class__ is cls
print(Cls().f() is Cls, Cls.g(), type("Sub", (Cls,), {}).g())
class Gen(X):
    def it(self):
        for x in super().go(): yield x
print(list(Gen().it()))
