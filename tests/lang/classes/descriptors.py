class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name):
        self.name = name
        print("named", owner.__name__, name)
    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        print("deleting", self.name)
        obj.__dict__.pop(self.name)
class P:
    age = Typed(int)
p = P()
print(p.age); p.age = 5; print(p.age, isinstance(P.age, Typed))
try:
    p.age = "old"
except TypeError as e:
    print(e)
p.__dict__["age"] = 99; print(p.age); del p.age; print(p.age)
class NonData:
    def __get__(self, obj, t): return "from descriptor"
class Q:
    n = NonData()
q = Q(); print(q.n); q.__dict__["n"] = "instance wins"; print(q.n)
