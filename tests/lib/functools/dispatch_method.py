# singledispatchmethod and partialmethod.
from functools import partialmethod, singledispatchmethod


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


class Negator:
    @singledispatchmethod
    def neg(self, arg):
        """Negate."""
        raise NotImplementedError("Cannot negate a " + type(arg).__name__)

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register(bool)
    def _(self, arg):
        return not arg

    @singledispatchmethod
    @classmethod
    def make(cls, arg):
        return cls.__name__, "object"

    @make.register
    @classmethod
    def _(cls, arg: str):
        return cls.__name__, "str"

    @singledispatchmethod
    @staticmethod
    def still(arg):
        return "object"

    @still.register(int)
    @staticmethod
    def _(arg):
        return "int"


class Sub(Negator):
    pass


n = Negator()
print(n.neg(5), n.neg(True), Negator.make("a"), n.make(1), Sub.make("z"), n.still(1), Negator.still("a"))
attempt(n.neg, "a")
print(n.neg.__name__, n.neg.__doc__)
attempt(singledispatchmethod, 5)
attempt(singledispatchmethod)


@n.neg.register(list)
def _(self, arg):
    return [self.neg(x) for x in arg]


print(n.neg([1, False]))


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, *rest, **kw):
        self.alive = state
        return self, rest, kw

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, 1, k=2)
    nested = partialmethod(set_dead, 5, j=3)
    conv = partialmethod(int, base=2)

    @classmethod
    def build(cls, *args):
        return cls.__name__, args

    build_one = partialmethod(build, 1)
    still = partialmethod(staticmethod(lambda *a: a), 9)

    def __int__(self):
        return 3

    def __repr__(self):
        return "cell"


c = Cell()
print(c.set_alive(), c.alive, c.set_dead(7, z=1), c.alive, c.nested(), Cell.set_alive(c), c.build_one(2), Cell.build_one(), c.still(1))
pm = Cell.__dict__["set_dead"]
print(pm.args, pm.keywords, pm.func is Cell.__dict__["set_state"])
print(partialmethod(max, 1, "a", k=2), partialmethod(max), partialmethod(max, 1))
attempt(partialmethod)
attempt(partialmethod, 5)
attempt(c.conv)
