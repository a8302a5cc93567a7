# order, frozen, unsafe_hash, kw_only, slots, weakref_slot, match_args.
import dataclasses
import typing
from dataclasses import *
from typing import ClassVar


def attempt(f):
    try:
        print("got", f())
    except Exception as e:
        print(type(e).__name__, e)


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)


print(Version(1) < Version(2), Version(1, 2) >= Version(1, 2, "x"), sorted([Version(2), Version(1, 5), Version(1)]))
print(max(Version(1), Version(3)), Version(1).__lt__(3))
attempt(lambda: Version(1) < 3)


@dataclass(frozen=True)
class Frozen:
    a: int
    b: tuple = ()
    c: list = field(default_factory=list, hash=False)


f = Frozen(1)
print(f, hash(f) == hash(Frozen(1)), {f: 1}[Frozen(1)])
attempt(lambda: setattr(f, "a", 2))
attempt(lambda: setattr(f, "zzz", 2))
attempt(lambda: delattr(f, "a"))
print(isinstance(FrozenInstanceError(), AttributeError))


@dataclass(frozen=True)
class FrozenChild(Frozen):
    d: int = 4

    def __post_init__(self):
        object.__setattr__(self, "b", (9,))


print(FrozenChild(1), FrozenChild(2) == FrozenChild(2), FrozenChild(1) == Frozen(1))
attempt(lambda: setattr(FrozenChild(1), "d", 2))


@dataclass(unsafe_hash=True)
class Unsafe:
    a: int
    b: int = field(hash=False, default=1)


print(hash(Unsafe(1)) == hash(Unsafe(1, 2)), hash(Unsafe(1)) == hash((1,)))


@dataclass(eq=False)
class ById:
    a: int


x = ById(1)
print(x == ById(1), hash(x) == hash(x))


@dataclass
class WithHash:
    a: int

    def __hash__(self):
        return 77


print(hash(WithHash(1)))


@dataclass(kw_only=True)
class Named:
    a: int
    b: int = 2


print(Named(a=1), Named.__match_args__, Named.__doc__)
attempt(lambda: Named(1))
attempt(lambda: Named(b=1))


@dataclass
class Half:
    a: int
    _: KW_ONLY
    b: int = 3
    c: int


print(Half(1, c=2), Half.__match_args__, Half.__doc__)
attempt(lambda: Half(1, 2))


@dataclass
class Single:
    a: int = field(kw_only=True)
    b: int


print(Single(5, a=1), Single.__doc__)


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 2
    c: list = field(default_factory=list)


s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"), s == Slotted(1))
attempt(lambda: setattr(s, "zz", 1))


@dataclass(slots=True)
class SlottedChild(Slotted):
    d: int = 4


print(SlottedChild(1), SlottedChild.__slots__)


@dataclass(slots=True, frozen=True)
class Both:
    a: int
    b: int = 0


print(Both(1), hash(Both(1)) == hash((1, 0)), Both(1).__getstate__())
attempt(lambda: setattr(Both(1), "a", 2))


@dataclass(slots=True, weakref_slot=True)
class Weak:
    a: int


print(Weak.__slots__)


@dataclass(match_args=False)
class NoMatch:
    a: int


print(hasattr(NoMatch, "__match_args__"))


@dataclass(repr=False)
class NoRepr:
    a: int


print(NoRepr.__repr__ is object.__repr__)


@dataclass
class Text:
    a: "ClassVar[int]" = 3
    b: "typing.ClassVar" = 4
    c: "int" = 5
    d: "InitVar[int]" = 6
    e: "dataclasses.InitVar[int]" = 7


print([f.name for f in fields(Text)], Text(1, 2, 3), Text.__match_args__)
