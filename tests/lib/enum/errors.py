# Errors of enum classes and members.
from enum import *


class C(Enum):
    A = 1
    B = 2


class F(Flag):
    R = 1
    G = 2


class G(Flag):
    R = 1
    B = 8


def attempt(f):
    try:
        print("got", f())
    except Exception as e:
        print(type(e).__name__, e)


def twice():
    class X(Enum):
        A = 1
        A = 2


def sunder():
    class X(Enum):
        _foo_ = 1


def late():
    class X(Enum):
        A = auto()

        def _generate_next_value_(name, *args):
            return name


def extend():
    class D(C):
        E = 5


def mro():
    class X(Enum):
        mro = 1


def order():
    class X(Enum):
        _order_ = "B A"
        A = 1
        B = 2


def method_then_member():
    class X(Enum):
        f = property()
        f = 3


def aliases():
    @unique
    class X(Enum):
        A = 1
        B = 1
        D = 1


def gaps():
    @verify(CONTINUOUS)
    class X(Enum):
        A = 1
        B = 4


def gap_flags():
    @verify(CONTINUOUS)
    class X(Flag):
        A = 1
        B = 8


def unnamed():
    @verify(NAMED_FLAGS)
    class X(Flag):
        A = 1
        B = 15


def unnamed_two():
    @verify(NAMED_FLAGS)
    class X(Flag):
        A = 1
        B = 3
        D = 5


def verified_unique():
    @verify(UNIQUE)
    class X(Enum):
        A = 1
        B = 1


def bad_str():
    class X(StrEnum):
        A = 1


for f in [lambda: C(9), lambda: C("A"), lambda: C["Q"], lambda: C.Q, lambda: C.A.q, lambda: C.value, lambda: C.name,
          lambda: setattr(C, "A", 5), lambda: delattr(C, "A"), lambda: setattr(C.A, "value", 1),
          lambda: setattr(C.A, "name", 1), lambda: C.A < C.B, lambda: C.A + 1, lambda: F(9), lambda: F("x"),
          lambda: F(-9), lambda: G(4), lambda: F.R | 1, lambda: 1 in F.R, lambda: C.A in F.R, lambda: C(), lambda: C([]),
          twice, sunder, late, extend, mro, order, method_then_member, aliases, gaps, gap_flags, unnamed,
          unnamed_two, verified_unique, bad_str]:
    if f is not method_then_member:
        attempt(f)
try:
    method_then_member()
except TypeError as e:
    print(str(e)[:22])
