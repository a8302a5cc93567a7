import copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for x in [1, 1.5, "s", b"b", None, True, 1j, (1, [2]), frozenset([1]), int, len, print, range(5), ..., NotImplemented, slice(1, 2), lambda: 0, type, property()]:
    print(type(x).__name__, copy.copy(x) is x)
for x in [[1, [2]], {"a": [1]}, {1, 2}, bytearray(b"x")]:
    c = copy.copy(x); print(c, c == x, c is x)
class A:
    def __init__(self): self.x = [1]; self.y = 2
a = A(); c = copy.copy(a); print(c.__dict__, c.x is a.x, type(c), c is a)
class S:
    __slots__ = ("a", "b")
s = S(); s.a = [1]; c = copy.copy(s); print(c.a is s.a, hasattr(c, "b"))
class SD(S):
    def __init__(self): self.a = 1; self.z = 3
c = copy.copy(SD()); print(c.a, c.z, c.__dict__)
class L(list):
    def __init__(self, *a): super().__init__(*a); self.tag = "t"
l = L([1, 2]); l.tag = "new"; c = copy.copy(l); print(c, c.tag, type(c), c is l)
class D(dict): pass
d = D(a=1); d.attr = 5; c = copy.copy(d); print(c, c.attr, type(c))
class T(tuple): pass
x = T([1, 2]); x.q = 1; c = copy.copy(x); print(c, c.q, type(c), c is x)
class I(int): pass
i = I(5); i.n = 1; c = copy.copy(i); print(c, c.n, type(c)); 
class F(float): pass
class St(str): pass
class Se(set): pass
class By(bytes): pass
for k in (F(1.5), St("q"), Se([1]), By(b"z")):
    k.a = 1; c = copy.copy(k); print(repr(c), c.a, type(c).__name__, c is k)
class C:
    def __copy__(self): return "copied"
print(copy.copy(C()))
class R:
    def __init__(self, v): self.v = v
    def __reduce__(self): return (R, (self.v + 1,))
print(copy.copy(R(1)).v)
class G:
    def __init__(self): self.v = 1; self.skip = 2
    def __getstate__(self): return {"v": self.v}
    def __setstate__(self, st): self.__dict__.update(st); self.restored = True
print(copy.copy(G()).__dict__)
class N:
    def __new__(cls, a, b=0): o = super().__new__(cls); o.args = (a, b); return o
    def __getnewargs__(self): return self.args
print(copy.copy(N(1, 2)).args)
class NE:
    def __new__(cls, *, k): o = super().__new__(cls); o.k = k; return o
    def __getnewargs_ex__(self): return (), {"k": self.k}
print(copy.copy(NE(k=4)).k)
class Sr:
    def __reduce__(self): return "global"
g = Sr(); print(copy.copy(g) is g)
def gen(): yield
t(lambda: copy.copy(gen())); import sys; t(lambda: copy.copy(sys)); import threading; t(lambda: copy.copy(threading.Lock()))
e = ValueError("m", 1); e.extra = 5; c = copy.copy(e); print(repr(c), c.extra, c.args); o = copy.copy(OSError(2, "no", "file")); print(repr(o), o.filename)
m = a.__init__; c = copy.copy(m); print(c == m); print(copy.copy([].append)(1))
class Bad:
    def __reduce_ex__(self, p): raise RuntimeError("no")
t(lambda: copy.copy(Bad())); t(lambda: copy.copy()); print(copy.Error, copy.error is copy.Error, copy.__all__)
