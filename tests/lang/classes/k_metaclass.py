class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        ns["added"] = name.lower()
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        obj = super().__call__(*args, **kw)
        obj.tagged = True
        return obj
    def shout(cls):
        return cls.__name__.upper()
    @property
    def size(cls):
        return len(cls.__name__)
class Base(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, v=0):
        self.v = v
class Child(Base, other="y"):
    y = 2
c = Child(5)
print(c.v, c.tagged, Child.added, Child.shout(), Child.size, type(Child) is Meta)
try:
    c.shout()
except AttributeError as e:
    print(e)
class M2(type): pass
class K2(metaclass=M2): pass
try:
    class Bad(Base, K2): pass
except TypeError as e:
    print(e)
class M3(Meta): pass
class Derived(Base, metaclass=M3): pass
print(type(Derived).__name__, isinstance(Derived, Meta))
class Sub(Derived): pass
print(type(Sub).__name__)
def func_meta(name, bases, ns):
    return (name, bases, ns["z"])
class F(metaclass=func_meta):
    z = 3
print(F)
