# What can't be a base class, and copies.
from typing import *

X = NewType("X", int)
T = TypeVar("T")
P = ParamSpec("P")


def new_type():
    class Y(X):
        pass


def variable():
    class Y(T):
        pass


def union():
    class Y(Union[int, str]):
        pass


def literal():
    class Y(Literal[1]):
        pass


def any_():
    class Y(Any):
        pass
    return Y.__mro__


def optional():
    class Y(Optional):
        pass


def plain_generic():
    class Y(Generic):
        pass


def protocol():
    class Y(Protocol[T]):
        pass
    return Y.__parameters__, Y[int]


def listed():
    class Y(List[int]):
        pass
    return Y([1]), Y.__mro__[1:], Y.__orig_bases__


for f in (new_type, variable, union, literal, any_, optional, plain_generic, protocol, listed):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(X(5), X.__supertype__, X.__name__, X | str)
print(P.args == ParamSpec("P").args, P.args == P.args, P.kwargs.__origin__ is P)
