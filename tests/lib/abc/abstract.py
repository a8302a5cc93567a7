# Abstract methods, properties, class methods; what may be instantiated.
import abc
from abc import *


class Shape(ABC):
    @abstractmethod
    def area(self):
        """Doc."""
        return "base"

    @property
    @abstractmethod
    def name(self):
        pass

    @classmethod
    @abstractmethod
    def make(cls):
        pass

    @staticmethod
    @abstractmethod
    def help():
        pass

    def describe(self):
        return f"{self.name}: {self.area()}"


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(Shape)
print(sorted(Shape.__abstractmethods__), Shape.area.__isabstractmethod__, type(Shape), Shape.__mro__)


class Half(Shape):
    def area(self):
        return super().area() + "!"

    name = "half"


attempt(Half)
print(sorted(Half.__abstractmethods__))


class Full(Half):
    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def help():
        return "help"


print(Full.make().describe(), Full.help(), Full.__abstractmethods__)


class One(ABC):
    @abstractmethod
    def only(self):
        pass


attempt(One)
One.only = lambda self: 5
attempt(One)
update_abstractmethods(One)
print(One().only())
print(update_abstractmethods(int))


class Prop(metaclass=ABCMeta):
    @property
    def x(self):
        return 1

    @x.setter
    @abstractmethod
    def x(self, value):
        pass


attempt(Prop)


class Old(ABC):
    @abstractproperty
    def a(self):
        pass

    @abstractclassmethod
    def b(cls):
        pass

    @abstractstaticmethod
    def c():
        pass


attempt(Old)
print(sorted(Old.__abstractmethods__))


class Kw(ABC):
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag


class Tagged(Kw, tag="t"):
    pass


print(Tagged.tag, Tagged().tag, ABC.__slots__, type(ABC).__name__)


class Attr(ABC):
    value = abstractmethod(lambda self: 1)
    other: int


attempt(Attr)
attempt(lambda: isinstance(5, Shape))
attempt(lambda: type(abc.ABCMeta("X", (), {})()).__name__)
attempt(lambda: object.__new__(One) is not None)
attempt(lambda: object.__new__(Old))
