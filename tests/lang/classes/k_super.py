class A:
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
    x = "A.x"
class B(A):
    def f(self): return "B.f>" + super().f()
    @classmethod
    def c(cls): return "B.c>" + super().c()
    @staticmethod
    def s(): return "B.s"
    @property
    def p(self): return "B.p>" + super().p
    x = "B.x"
    def up(self): return super().x
class C(A):
    def f(self): return "C.f>" + super().f()
class D(B, C):
    def f(self): return "D.f>" + super().f()
    def g(self):
        def inner():
            return super(D, self).f()
        return inner()
    def h(self):
        return [super(B, self).f() for _ in range(2)]
d = D()
print(d.f()); print(D.c()); print(d.p); print(d.up()); print(d.g()); print(d.h())
s = super(B, d)
print(s.f(), s.__thisclass__.__name__, s.__self__ is d, s.__self_class__.__name__)
print(repr(s).split(" object")[0], repr(super(B)))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
attempt(lambda: super())
attempt(lambda: super(1))
attempt(lambda: super(B, 3))
attempt(lambda: super(B, d).nope)
class E(A):
    def m(self):
        try:
            return super().missing
        except AttributeError as e:
            return str(e)
    def __init__(self): super().__init__()
    def __setattr__(self, k, v): super().__setattr__(k, v * 2)
    def __getattribute__(self, k):
        return super().__getattribute__(k)
e = E(); e.z = 4
print(e.m(), e.z)
class N:
    def noarg(): return super().f()
    def deleted(self):
        del self
        return super().f()
attempt(N.noarg)
attempt(lambda: N().deleted())
class Meta(type):
    def __call__(cls, *a):
        return super().__call__(*a)
class M(metaclass=Meta):
    def __new__(cls, *a):
        o = super().__new__(cls)
        o.a = a
        return o
    def __init__(self, *a): pass
print(M(1, 2).a)
class L(list):
    def append(self, v): super().append(v * 10)
    def __getitem__(self, i): return ("got", super().__getitem__(i))
l = L([1]); l.append(2); print(l, l[1])
print(super(L, l).__len__(), super(type, Meta).__name__ if False else "ok")
