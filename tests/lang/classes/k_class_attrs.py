class A:
    """doc of A"""
    v: int = 1
    def f(self): "doc f"
    class Inner:
        def g(self): pass
print(A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__annotations__, A.Inner.__qualname__, A.Inner.g.__qualname__)
print(A, A.Inner, A.f.__doc__, A.Inner.__doc__, A().__doc__)
print(int.__name__, int.__module__, int, type, object, int.__bases__, object.__bases__, bool.__mro__)
def local():
    class L: pass
    return L
print(local(), local().__qualname__)
A.__doc__ = "changed"; print(A.__doc__); A.__module__ = "other"; print(A)
class B: pass
print(B.__doc__, B.__annotations__, B.__dict__.get("__doc__", "none")); B.__annotations__["x"] = int; print(B.__annotations__)
for n in ("__name__", "__mro__", "__bases__"):
    try: B().__getattribute__(n)
    except AttributeError as e: print(e)
try: A.__mro__ = ()
except AttributeError as e: print("AttributeError")
print(isinstance(A, type), isinstance(type, type), isinstance(object, type), issubclass(type, object), type(A) is type)
T = type("T", (A,), dict(x=1, m=lambda self: self.x)); print(T().m(), T.__name__, T.__module__, T.__qualname__)
print(callable(A), callable(A()), A.__call__ is not None, type.__call__(B).__class__ is B)
print(A == A, A != B, hash(A) == hash(A), {A: 1}[A], A is A)
print(object.__doc__ is not None, type.__name__, type(type(5)))
try:
    class X:
        __qualname__ = 5
except TypeError as e: print(e)
class Y:
    __qualname__ = "Z.Y"
print(Y, Y.__qualname__, "__qualname__" in Y.__dict__)
class Deco:
    def __init__(self, cls): self.cls = cls
    def __call__(self, *a): return ("made", self.cls(*a).__class__.__name__)
@Deco
class Z: pass
print(Z())
