class C:
    x = 1
print(getattr(C, "x"), getattr(C, "y", None), hasattr(C, "x"), callable(print), sorted(k for k in vars(C) if not k.startswith("__")), "x" in dir(C), dir(C()) == dir(C), len(globals()) > 3, "C" in globals())
def f():
    a, b = 1, 2
    return locals()
print(f())
try: getattr(C, "zz")
except AttributeError as e: print(e)
try: getattr(C, 5)
except TypeError as e: print(e)
print(globals()["C"] is C, any(n == "print" for n in dir(__builtins__)), [n for n in dir([]) if n.startswith("a")])
