# __new__, __init__, methods, _missing_, _generate_next_value_, data types, nested names.
from enum import *


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return round(6.67300E-11 * self.mass / (self.radius * self.radius), 3)

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)

    @staticmethod
    def help():
        return "help"


print(Planet.EARTH.gravity, Planet.heaviest(), Planet.help(), Planet.EARTH, Planet.EARTH.value)
print(Planet((3.303e+23, 2.4397e6)))


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return (name, start, count, last_values)
    A = auto()
    B = auto()
    C = 3
    D = auto()


print([m.value for m in Auto])


class Missing(Enum):
    ONE = 1
    OTHER = 0

    @classmethod
    def _missing_(cls, value):
        if value == "bad":
            return 5
        if value == "err":
            raise KeyError("deep")
        return cls.OTHER if value != "none" else None


print(Missing(77), Missing(1))
for v in ("bad", "err", "none"):
    try:
        print(Missing(v))
    except Exception as e:
        print(type(e).__name__, e, "|", type(e.__context__).__name__, e.__context__)


class Numbered(Enum):
    def __new__(cls, label):
        obj = object.__new__(cls)
        obj._value_ = len(cls.__members__) + 1
        obj.label = label
        return obj
    FIRST = "first"
    SECOND = "second"


print(list(Numbered), Numbered(2).label)


class Money(float, Enum):
    CHEAP = 1.5
    DEAR = "99.5"

    def __str__(self):
        return f"${self.value}"


print(Money.CHEAP + 1, Money.DEAR, repr(Money.DEAR), Money.CHEAP < Money.DEAR, f"{Money.CHEAP}", f"{Money.CHEAP!r}")


class Pair(tuple, Enum):
    A = (1, 2)


print(Pair.A, Pair.A[1], repr(Pair.A), Pair((1, 2)))


class Text(str, Enum):
    A = "a"
    B = "b"


print(Text.A, repr(Text.A), Text.A == "a", Text("b"), Text.A.upper(), "%s" % Text.A, f"{Text.A}", "x".join(Text))


class Outer(Enum):
    @member
    def func():
        return 5
    plain = nonmember(7)
    __private = 3
    X = 1
    _ignore_ = ["tmp"]
    tmp = 4


print(list(Outer)[1:], Outer.plain, Outer.func.value(), hasattr(Outer, "tmp"), Outer._Outer__private)


class Named(Enum):
    name = 1
    value = 2
    other = 3


print(list(Named), Named.name, Named.name.name, Named.value.value, Named.other.name, Named("2" and 2))


class Base(Enum):
    def describe(self):
        return self.name + "!" + str(self.value)

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        print("subclass", cls.__name__, list(cls.__members__))


class Derived(Base):
    A = 1
    B = [1, 2]
    C = [1, 2]


print(Derived.A.describe(), Derived.B is Derived.C, Derived([1, 2]))


class Hash(Enum):
    A = 1

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 5


print(hash(Hash.A), {Hash.A: 1}, hash(Derived.A) == hash("A"))


class Truth(Enum):
    NO = 0
    YES = 1

    def __bool__(self):
        return bool(self.value)


print(bool(Truth.NO), bool(Truth.YES), bool(Truth), bool(Derived.A))
