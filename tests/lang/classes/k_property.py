class T:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "the doc"
        return self._c
    @c.setter
    def c(self, v):
        if v < 0: raise ValueError("negative")
        self._c = v
    @c.deleter
    def c(self): print("deleting"); self._c = None
    @property
    def ro(self): return 1
    wo = property(None, lambda self, v: print("wo", v))
    bare = property()
t = T(); t.c = 5
print(t.c, T.c.__doc__, type(T.c).__name__); del t.c; print(t.c)
def attempt(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__ + ":", e)
attempt(setattr, t, "c", -1)
attempt(setattr, t, "ro", 1); attempt(delattr, t, "ro")
attempt(lambda: t.wo); t.wo = 3
attempt(lambda: t.bare)
print(T.c.fget(t), T.c.fset is not None, T.ro.fset, T.ro.fdel)
class U(T):
    @T.c.getter
    def c(self): return ("U", self._c)
u = U(); u.c = 9; print(u.c)
class V(T):
    @property
    def c(self): return super().c + 1
v = V(); v._c = 3; print(v.c); attempt(setattr, v, "c", 1)
p = property(lambda s: 1, doc="given"); print(p.__doc__)
class W: x = p
print(W().x, W.x is p, p.__get__(W(), W), p.__get__(None, W) is p)
class myprop(property):
    "sub"
    extra = 1
class Y:
    @myprop
    def z(self): return "z"
print(Y().z, Y.z.extra, isinstance(Y.z, property))
class G:
    @property
    def broken(self): return self.nope
    def __getattr__(self, n): return "fallback " + n
print(G().broken)
class H:
    @property
    def broken(self): return self.nope
attempt(lambda: H().broken)
o = H(); attempt(lambda: hasattr(o, "broken"))
H.late = property(lambda self: "late"); print(o.late)
o.__dict__["late"] = 5; print(o.late)
