# Fields of bases, overriding, abstract bases, generics, properties, super().
from abc import ABC, abstractmethod
from dataclasses import *
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass
class Base:
    x: int = 15
    y: int = 0


@dataclass
class Child(Base):
    z: int = 10
    x: str = "over"


print(Child(), Child("a", 1, 2), [f.name for f in fields(Child)], Child.__doc__)
print(Child() == Base(), Base() == Child())


class Plain(Base):
    pass


print(Plain(3), is_dataclass(Plain), Plain(1) == Plain(1), Plain(1) == Base(1))


@dataclass
class A:
    a: int


@dataclass
class B:
    b: int


@dataclass
class AB(A, B):
    c: int = 3


print(AB(1, 2), AB.__match_args__)


@dataclass
class Shape(ABC):
    name: str

    @abstractmethod
    def area(self):
        pass


@dataclass
class Square(Shape):
    side: float = 1.0

    def area(self):
        return self.side ** 2

    def __post_init__(self):
        self.name = self.name.upper()


print(Square("sq", 3).area(), Square("sq"))
try:
    Shape("x")
except TypeError as e:
    print(e)


@dataclass
class Box(Generic[T]):
    item: T

    def get(self) -> T:
        return self.item


print(Box(3), Box[int](4), Box("x").get())


class Parent:
    def __init__(self):
        self.set = "by parent"


@dataclass
class Calls(Parent):
    a: int

    def __post_init__(self):
        super().__init__()


print(Calls(1).set)


@dataclass
class Counter:
    _count: int = field(default=0, repr=False)
    step: int = 1

    @property
    def count(self):
        return self._count

    @classmethod
    def make(cls, n):
        return cls(n)

    @staticmethod
    def help():
        return "?"


print(Counter(2).count, Counter.make(5), Counter.help())


@dataclass
class Defaulted:
    a: int = 1


@dataclass
class Redeclared(Defaulted):
    a: int
    b: int = 2


print(Redeclared(), Redeclared(5))


class Descriptor:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, cls=None):
        return 100 if obj is None else getattr(obj, self.name, 100)

    def __set__(self, obj, value):
        setattr(obj, self.name, int(value))


@dataclass
class Desc:
    a: int = Descriptor()


print(Desc(), Desc("7").a)


@dataclass
class Callable_:
    a: int

    def __call__(self):
        return self.a

    def __lt__(self, other):
        return self.a < other.a


print(Callable_(3)(), sorted([Callable_(2), Callable_(1)]))
