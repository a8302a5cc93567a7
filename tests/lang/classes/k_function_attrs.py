def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    "doc"
    x = 1
    return x
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__)
c = f.__code__
print(c.co_name, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames, c.co_nlocals, c.co_firstlineno, bool(c.co_flags & 4), bool(c.co_flags & 8))
f.__name__ = "g"; f.__doc__ = None; f.__defaults__ = (9, 8); print(f.__name__, f.__doc__, f.__defaults__)
def simple(x, y=1): return (x, y)
simple.__defaults__ = (7,); print(simple(1)); simple.__defaults__ = None
try: simple(1)
except TypeError as e: print(e)
simple.__defaults__ = (5, 6); print(simple())
for n, v in (("__name__", 5), ("__defaults__", 5), ("__kwdefaults__", 5), ("__code__", 5), ("__dict__", 5)):
    try: setattr(f, n, v)
    except TypeError as e: print(e)
def outer():
    n = 1
    def inner(): return n
    return inner
i = outer(); print(i.__closure__[0].cell_contents, i.__code__.co_freevars, outer.__code__.co_cellvars, simple.__closure__)
i.__closure__[0].cell_contents = 42; print(i())
def a(): return "a"
def b(): return "b"
a.__code__ = b.__code__; print(a())
try: a.__code__ = i.__code__
except ValueError as e: print(e)
print(f.__globals__ is globals(), type(f).__name__, type(i.__closure__[0]).__name__, type(c).__name__)
def ann(x: int, y: "s" = 1) -> str: pass
print(ann.__annotations__, ann.__kwdefaults__)
print(repr(f).split(" at ")[0], repr(outer()).split(" at ")[0], repr(lambda: 0).split(" at ")[0])
class C:
    def m(self): pass
print(C.m.__qualname__, str(C().m).split(" object at ")[0], C.m.__get__(3)() if False else C.m.__get__(C()).__name__)
print(simple.__call__(1, 2), (lambda *a: a).__call__(1))
print(len, [].append.__name__, len.__name__, list.append, len.__module__, str([].append).split(" at ")[0], len.__self__.__name__)
print([].append == [].append, [1].__len__(), list.__len__([1, 2]), int.__add__(1, 2), str.upper("x"), "a".join.__name__)
try: list.append(1, 2)
except TypeError as e: print("TypeError")
print(type(len).__name__, type([].append).__name__, type(list.append).__name__, type(C().m).__name__, type(C.m).__name__)
f.attr = 1; f.other = [2]; print(f.__dict__, hasattr(f, "nope"))
try: f.nope
except AttributeError as e: print(e)
