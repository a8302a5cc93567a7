def hello(self): return f"hello {self.n}"
T = type("T", (object,), {"n": 5, "hello": hello})
print(T().hello(), T.__name__, type(5) is int, type(T).__name__, type(type).__name__, isinstance(T, type), type("X", (T,), {}).__mro__[1].__name__)
for f in (lambda: type("a", 1, {}), lambda: type(1, 2), lambda: type("T", (bool,), {})):
    try:
        f()
    except TypeError as e:
        print(e)
