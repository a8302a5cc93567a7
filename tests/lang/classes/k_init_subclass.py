class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[name or cls.__name__] = cls
        print("sub", cls.__name__, name)
class A(Plugin): pass
class B(Plugin, name="bee"): pass
class C(A, name="sea"): pass
print(sorted(Plugin.registry), Plugin.registry["sea"] is C)
def attempt(f):
    try: f()
    except TypeError as e: print(e)
def bad1():
    class X(Plugin, other=1): pass
attempt(bad1)
def bad2():
    class Y(foo=1): pass
attempt(bad2)
class Base:
    def __init_subclass__(cls, **kw):
        cls.kw = kw
class D(Base, a=1, b=2): pass
print(D.kw, Base.__init_subclass__.__self__ is Base)
class Order:
    def __set_name__(self, o, n): print("set_name", n, hasattr(o, "done"))
class P:
    def __init_subclass__(cls): cls.done = True; print("init_subclass", cls.__name__)
class Q(P):
    a = Order(); b = Order()
print(type("R", (Base,), {}, z=3).kw)
class Super1:
    def __init_subclass__(cls, **kw): print("S1", kw); super().__init_subclass__()
class Super2:
    def __init_subclass__(cls, **kw): print("S2", kw); super().__init_subclass__(**kw)
class Both(Super2, Super1, q=1): pass
class UsesClass:
    def __init_subclass__(cls): print(cls().hello())
class Kid(UsesClass):
    def hello(self): return "hi " + __class__.__name__
