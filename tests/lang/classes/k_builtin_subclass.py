class I(int):
    def __new__(cls, v, unit="m"):
        o = super().__new__(cls, v); o.unit = unit
        return o
    def __add__(self, o): return I(int(self) + int(o), self.unit)
    def __repr__(self): return f"{int(self)}{self.unit}"
i = I(5, "km"); print(i, i + 3, i * 2, i == 5, isinstance(i, int), type(i).__name__, i.unit, hash(i) == hash(5))
class S(str):
    def shout(self): return self.upper() + "!"
s = S("hey"); print(s.shout(), s + "x", type(s + "x").__name__, s == "hey", {s: 1}["hey"], len(s))
class F(float): pass
f = F(2.5); f.tag = 1; print(f + 1, f.tag, type(f).__name__)
class L(list):
    def __init__(self, name, *a): super().__init__(a); self.name = name
l = L("nm", 1, 2, 3); print(l, l.name, len(l), l[0], l + [4], type(l + [4]).__name__, l.__dict__)
class D(dict):
    def __missing__(self, k): return "missing " + str(k)
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k)
d = D(a=1); print(d["a"], d["zz"], d.a, d.q, d)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
t = T(1, 2); print(t, t.first, t == (1, 2))
class ST(set):
    def addall(self, *a):
        for x in a: self.add(x)
st = ST([1]); st.addall(2, 3); print(sorted(st), isinstance(st, set))
class E(Exception):
    def __init__(self, code, msg="m"): super().__init__(msg); self.code = code
try: raise E(4)
except E as e: print(e, e.code, e.args, repr(e))
class E2(Exception):
    def __init__(self, a, b): self.a = a
print(E2(1, 2).args)
class E3(ValueError): pass
try: raise E3("x", 1)
except ValueError as e: print(repr(e), str(e), e.__class__.__mro__[1].__name__)
class B(bytes): pass
print(B(b"ab") == b"ab", type(B(b"q")).__name__)
class M(type(L)): pass
print(M("N", (), {"x": 1}).x)
class Mixin:
    def hello(self): return "hello " + self.__class__.__name__
class ML(Mixin, list): pass
print(ML([1]).hello(), ML([1, 2]))
class Sl(list): __slots__ = ("extra",)
sl = Sl(); sl.extra = 4; print(sl.extra)
try: sl.other = 1
except AttributeError as e: print(e)
x = [1]; x2 = L("a"); x2.append(5); print(x2, x2 == [5], sorted(L("z", 3, 1, 2)))
