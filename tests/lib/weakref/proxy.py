# Proxies pass everything on.
import gc
import weakref


class V:
    def __init__(self, n):
        self.n = n
        self.d = {}

    def __add__(self, o): return ("add", self.n, o if isinstance(o, int) else o.n)
    def __radd__(self, o): return ("radd", o, self.n)
    def __iadd__(self, o):
        self.n += o
        return self
    def __neg__(self): return -self.n
    def __abs__(self): return abs(self.n)
    def __int__(self): return int(self.n)
    def __float__(self): return float(self.n)
    def __index__(self): return self.n
    def __bool__(self): return self.n != 0
    def __len__(self): return 3
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
    def __iter__(self): return iter([1, 2, 3])
    def __lt__(self, o): return self.n < o.n
    def __eq__(self, o): return isinstance(o, V) and self.n == o.n
    def __hash__(self): return 1
    def __str__(self): return f"V{self.n}"
    def __divmod__(self, o): return ("divmod", self.n, o)
    def method(self, x, *, y=2): return self.n, x, y
    def __bytes__(self): return b"bytes"
    def __matmul__(self, o): return ("matmul", o)
    def __reversed__(self): return iter([3, 2, 1])


v, w = V(5), V(6)
p, q = weakref.proxy(v), weakref.proxy(w)
print(p + 1, 1 + p, p + q, -p, abs(p), int(p), float(p), [10, 20, 30, 40, 50, 60][p])
print(bool(p), len(p), list(p), p < q, p == v, p != q, str(p), divmod(p, 2), bytes(p), p @ 3, list(reversed(p)))
p["k"] = 1
print(p["k"], "k" in p, v.d)
del p["k"]
print(v.d, p.method(1), p.method(1, y=3))
p.new = 4
print(v.new, p.new, hasattr(p, "zork"))
del p.new
print(hasattr(v, "new"))
print(isinstance(p, V), p.__class__ is V, type(p) is weakref.ProxyType, type(p) in weakref.ProxyTypes)
print(weakref.proxy(v) is p, weakref.getweakrefcount(v))
print(repr(p).startswith("<weakproxy at 0x"), " to V at 0x" in repr(p))
orig = p
p += 10
print(v.n, p is v)
p = weakref.proxy(v)


def func(a, b=2): return a, b


f = weakref.proxy(func)
print(f(1), f(1, b=5), type(f) is weakref.CallableProxyType)
for g in (lambda: p(), lambda: next(p), lambda: p.zork, lambda: p * 2, lambda: hash(p)):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
called = []
p2 = weakref.proxy(w, lambda x: called.append(1))
del w
gc.collect()
print(called)
for g in (lambda: q.n, lambda: q + 1, lambda: bool(q), lambda: str(q), lambda: q["a"], lambda: q == 1, lambda: len(q)):
    try:
        print(g())
    except ReferenceError as e:
        print(type(e).__name__, e)
print(" to NoneType at " in repr(q))
