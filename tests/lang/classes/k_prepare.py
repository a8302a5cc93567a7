class Recorder(dict):
    def __init__(self):
        super().__init__()
        self.order = []
    def __setitem__(self, k, v):
        if not k.startswith("__"):
            self.order.append(k)
        super().__setitem__(k, v)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", mcs.__name__, name, bases, kw)
        return Recorder()
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, dict(ns))
        cls.order = ns.order
        return cls
class A(metaclass=Meta, opt=2):
    b = 1
    a = 2
    def f(self): pass
    b = 3
print(A.order, A.b, A.a)
class Enumish(type):
    def __prepare__(name, bases):
        class NS(dict):
            n = 0
            def __missing__(self, k):
                if k.startswith("_"):
                    raise KeyError(k)
                self.n += 1
                self[k] = self.n
                return self.n
        return NS()
    def __new__(m, name, bases, ns):
        return type.__new__(m, name, bases, dict(ns))
class Color(metaclass=Enumish):
    RED
    GREEN
    BLUE
print(Color.RED, Color.GREEN, Color.BLUE)
print(type.__prepare__("x", ()))
class BadPrep(type):
    @classmethod
    def __prepare__(mcs, *a):
        return 5
try:
    class Z(metaclass=BadPrep): pass
except TypeError as e:
    print(e)
