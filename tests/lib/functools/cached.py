# cached_property.
from functools import cached_property


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


class Data:
    def __init__(self, n):
        self.n = n

    @cached_property
    def total(self):
        """The sum."""
        print("working")
        return sum(range(self.n))

    @cached_property
    def bad(self):
        raise ValueError("bad")


d = Data(10)
print(d.total, d.total, d.__dict__, Data.total.__doc__, Data.total.attrname, type(Data.total).__name__)
d.total = 7
print(d.total)
del d.total
print(d.total, Data(3).total)
attempt(lambda: d.bad)
attempt(lambda: d.bad)
attempt(delattr, Data(1), "total")


class Slotted:
    __slots__ = ("x",)

    @cached_property
    def p(self):
        return 1


attempt(lambda: Slotted().p)
try:
    class Twice:
        p = cached_property(lambda self: 1)
        q = p
except (TypeError, RuntimeError) as e:
    print(type(e).__name__)
    while e:
        print(e)
        e = e.__cause__


class Unnamed:
    pass


Unnamed.p = cached_property(lambda self: 1)
attempt(lambda: Unnamed().p)


class Meta(type):
    @cached_property
    def p(cls):
        return 1


class WithMeta(metaclass=Meta):
    pass


attempt(lambda: WithMeta.p)


class Child(Data):
    @cached_property
    def total(self):
        return "child " + str(super().total)


print(Child(4).total, cached_property[int])
