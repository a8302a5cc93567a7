# singledispatch: registration in all forms, inheritance, ABCs, unions, errors.
from abc import ABC, abstractmethod
from functools import singledispatch
from typing import Union


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


@singledispatch
def show(x, verbose=False):
    """Show it."""
    return f"object {x}"


@show.register(int)
def show_int(x, verbose=False):
    return f"int {x} {verbose}"


@show.register
def _(x: str):
    return f"str {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return "items " + ", ".join(map(show, x))


show.register(type(None), lambda x: "nothing")


@show.register
def _(x: float | complex):
    return "number"


@show.register(Union[bytes, bytearray])
def _(x):
    return "bytes-like"


@show.register
def _(x: Union[set, frozenset]):
    return "set-like"


print(show(1), show(True, verbose=True), show("a"), show([1, "b", (None, 2.5)]), show({}), show(1j), show(b""), show(bytearray()), show(set()))
print(show.__name__, show.__doc__, show.dispatch(bool) is show_int, show.dispatch(dict) is show.__wrapped__, show_int(4))
print(sorted(c.__name__ for c in show.registry), type(show.registry).__name__, show.registry[int] is show_int)
attempt(show)
attempt(show, x=1)
attempt(show.register, 5)
attempt(show.register, 5, len)
attempt(show.register, lambda x: x)
attempt(show.register, list[int], len)


def wrong(x: "list[int]"):
    pass


def wrong_union(x: Union[list[int], str]):
    pass


attempt(show.register, wrong)
try:
    show.register(wrong_union)
except TypeError as e:
    print("TypeError", "not all arguments are classes" in str(e))


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...


class Square(Shape):
    def area(self):
        return 1


class Other:
    pass


@show.register(Shape)
def _(x):
    return "shape"


print(show(Square()), show(Other()).split()[0])
Shape.register(Other)
print(show(Other()))


@show.register(Other)
def _(x):
    return "other"


class Third(Other):
    pass


print(show(Other()), show(Third()))


class P(ABC):
    pass


class Q(ABC):
    pass


@singledispatch
def g(x):
    return "base"


g.register(P, lambda x: "p")
g.register(Q, lambda x: "q")


class Both:
    pass


P.register(Both)
print(g(Both()))
Q.register(Both)
try:
    g(Both())
except RuntimeError as e:
    print(str(e).split(":")[0])


class PQ(Q, P):
    pass


class OnlyP(Both, P):
    pass


print(g(PQ()), g(OnlyP()) if False else "")


class R(P):
    pass


g.register(R, lambda x: "r")


class Conform:
    pass


P.register(Conform)
R.register(Conform)
print(g(Conform()), g(5))
g._clear_cache()
print(g(Conform()))
