def f(a: int, b: str = "x") -> bool:
    "Doc of f."
    return True
f.custom = 5
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.custom, f.__annotations__, f.__module__, f.__dict__)
class C:
    def m(self):
        def inner(): pass
        return inner
print(C.m.__qualname__, C().m().__qualname__, (lambda: 0).__name__, C().m.__name__, C().m.__self__.__class__.__name__, C().m.__func__ is C.m)
try:
    f.missing
except AttributeError as e:
    print(e)
print(type(f).__name__, callable(f), callable(5), callable(C), type(C().m).__name__, type(len).__name__, repr(len), f.__code__.co_name)
