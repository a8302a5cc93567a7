# What the class itself offers: iteration, length, containment, lookups, dir, reprs, match, dicts.
import enum
from enum import *


class Color(Enum):
    """Colours."""
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1


print(Color, repr(Color), type(Color), len(Color), list(reversed(Color)))
print(Color.RED in Color, Color.__members__, Color.__doc__, type(Color.__members__).__name__)
print(dir(Color))
print(dir(Color.RED))
print(Color.__name__, Color.__qualname__, Color.__module__, Color.RED.__class__, Color.RED.__module__)
print(isinstance(Color.RED, Color), Color.RED == 1, Color.RED != Color.BLUE, Color.RED is Color(1))
print({Color.RED: "r", Color.BLUE: "b"}[Color(3)])
print("{:>12}|{!r}|{!s}".format(Color.RED, Color.RED, Color.RED), "%s %r" % (Color.RED, Color.BLUE))
print(sorted(Color, key=lambda c: -c.value))
print([c.name for c in Color], [c.value for c in Color], Color(Color.RED))
print(bool(Color), issubclass(Color, Enum), enum.EnumMeta is enum.EnumType)
a, b, c = Color
print(a, b, c)
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


Animal = Enum("Animal", "ANT BEE CAT", module="zoo", qualname="Zoo.Animal", start=10)
print(list(Animal), Animal.__module__, Animal.__qualname__, Animal.ANT)
print(list(Enum("A", ["x", "y"])), list(Enum("A", [("x", 5), ("y", 6)])), list(Enum("A", {"q": "z"})))
print(list(Enum("A", "x,y z")), list(IntEnum("A", "x y")), list(Flag("A", "x y z")), list(StrEnum("A", "Foo Bar")))
print(Enum("A", "x").__module__, list(Enum("A", "x y", type=str)), list(Enum("A", ())))
print(auto(), auto(5), nonmember(3).value, member(4).value)


class Spread(Enum):
    A = auto()
    B = 10
    C = auto()
    D = 30
    E = auto()


print([m.value for m in Spread])


class Tup(Enum):
    A = auto(), "first"
    B = auto(), "second"

    def __init__(self, num, text):
        self.num, self.text = num, text


print(list(Tup), Tup.B.num, Tup.B.text)


@verify(UNIQUE, CONTINUOUS)
class Good(IntEnum):
    A = 1
    B = 2
    C = 3


print(list(Good), Good.A + Good.B, Good(3), [10, 20, 30, 40][Good.B], range(Good.C), Good.A.bit_length())
print(list(EnumCheck), list(FlagBoundary), CONTINUOUS, STRICT)


@global_enum
class Shape(Enum):
    SQUARE = 1
    ROUND = 2


print(SQUARE, repr(ROUND), Shape.SQUARE is SQUARE)


@global_enum
class Bits(IntFlag):
    LOW = 1
    HIGH = 2


print(LOW, repr(LOW | HIGH), repr(Bits(0)), repr(Bits(8 | 1)), str(LOW | HIGH))
