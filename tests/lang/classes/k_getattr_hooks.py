class A:
    def __init__(self): self.real = 1
    def __getattr__(self, n):
        if n.startswith("bad"): raise AttributeError("no " + n)
        return "dyn_" + n
a = A(); print(a.real, a.foo, a.bar)
try: a.bad
except AttributeError as e: print(e)
print(hasattr(a, "badx"), getattr(a, "bady", "dflt"), getattr(a, "x"))
class B:
    def __getattribute__(self, n):
        print("ga", n)
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return "missing " + n
    v = 3
b = B(); print(b.v); print(b.w)
class C:
    def __init__(self): object.__setattr__(self, "log", [])
    def __setattr__(self, n, v):
        self.log.append(("set", n, v)); object.__setattr__(self, n, v)
    def __delattr__(self, n):
        self.log.append(("del", n)); object.__delattr__(self, n)
c = C(); c.x = 1; c.x = 2; del c.x; print(c.log)
try: del c.x
except AttributeError as e: print(e)
print(c.log[-1])
class Proxy:
    def __init__(self, t): self.__dict__["t"] = t
    def __getattr__(self, n): return getattr(self.t, n)
    def __setattr__(self, n, v): setattr(self.t, n, v)
class T: q = 5
t = T(); p = Proxy(t); p.z = 8; print(p.q, t.z, p.z, "z" in p.__dict__)
class Late: pass
l = Late(); l.x = 1
def read(o): return o.x
print([read(l) for _ in range(3)])
Late.__getattribute__ = lambda self, n: "hooked " + n
print(read(l), l.anything)
del Late.__getattribute__
print(read(l))
Late.__getattr__ = lambda self, n: "ga " + n
print(l.other); del Late.__getattr__
try: l.other
except AttributeError as e: print(e)
def setit(o, v): o.s = v
for i in range(3): setit(l, i)
Late.__setattr__ = lambda self, n, v: print("set", n, v)
setit(l, 9); print(l.s)
class M(type):
    def __getattr__(cls, n): return cls.__name__ + "." + n
class K(metaclass=M): pass
print(K.foo)
try: K().foo
except AttributeError as e: print(e)
