class Data:
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)
    def __get__(self, o, cls):
        if o is None:
            return ("class", cls.__name__)
        print("get", self.name)
        return o.__dict__.get(self.name, "default")
    def __set__(self, o, v):
        print("set", self.name, v)
        o.__dict__[self.name] = v
    def __delete__(self, o):
        print("delete", self.name)
        del o.__dict__[self.name]
class NonData:
    def __get__(self, o, cls):
        return "nondata"
class C:
    d = Data()
    n = NonData()
c = C()
print(c.d)
c.d = 5
print(c.d, c.__dict__)
del c.d
print(c.d, C.d)
print(c.n, C.n)
c.n = "own"
print(c.n)
c.__dict__["d"] = "hidden"
print(c.d)
class SetOnly:
    def __set__(self, o, v):
        o.__dict__["s"] = v * 2
class E:
    s = SetOnly()
e = E()
print(type(e.s).__name__)
e.s = 4
print(e.s)
try:
    del e.s
except AttributeError as x:
    print(x)
class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, o, cls=None):
        return self if o is None else getattr(o, self.n)
    def __set__(self, o, v):
        if not isinstance(v, self.t):
            raise TypeError(f"{self.n[1:]} must be {self.t.__name__}")
        setattr(o, self.n, v)
class Person:
    name = Typed(str); age = Typed(int)
    def __init__(self, name, age): self.name = name; self.age = age
p = Person("Ann", 30)
print(p.name, p.age)
try:
    p.age = "x"
except TypeError as x:
    print(x)
class Lazy:
    def __init__(self, f): self.f = f; self.n = f.__name__
    def __get__(self, o, cls):
        if o is None: return self
        v = o.__dict__[self.n] = self.f(o)
        return v
class L:
    @Lazy
    def big(self):
        print("computing")
        return 42
l = L()
print(l.big, l.big)
class BadName:
    def __set_name__(self, o, n): 1 / 0
try:
    class Z:
        q = BadName()
except RuntimeError as x:
    print(x, type(x.__cause__).__name__)
