class S:
    _one = None
    def __new__(cls, *a):
        print("new", a)
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one
    def __init__(self, *a): print("init", a)
print(S(1) is S(2))
class I(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def plus(self): return self + 1
print(I(5), I(5).plus(), type(I(1) + 1).__name__, isinstance(I(1), int), I(3) == 6)
class Other:
    def __new__(cls): return 42
    def __init__(self): print("never")
print(Other())
class R:
    def __init__(self): return 5
for f in (R, lambda: object(1), lambda: type("E", (), {})(5)):
    try:
        f()
    except TypeError as e:
        print(e)
