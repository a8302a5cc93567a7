"""Abstract base classes: classes that can't be instantiated until their abstract methods are given, and that other
classes can be registered with. The checks of isinstance() and issubclass() are native (_abc)."""

from _abc import _abc_init, _find_abstract, _Methods, get_cache_token


def abstractmethod(funcobj):
    """A decorator for methods that a subclass must override."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Old spelling of @classmethod over @abstractmethod."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """Old spelling of @staticmethod over @abstractmethod."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """Old spelling of @property over @abstractmethod."""
    __isabstractmethod__ = True


class ABCMeta(type):
    """Metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(cls)
        return cls

    register = _Methods.register
    __instancecheck__ = _Methods.__dict__["__instancecheck__"]
    __subclasscheck__ = _Methods.__dict__["__subclasscheck__"]


def update_abstractmethods(cls):
    """Work out the abstract methods of a class anew, after it was changed."""
    if hasattr(cls, "__abstractmethods__"):
        _find_abstract(cls)
    return cls


class ABC(metaclass=ABCMeta):
    """An abstract base class to inherit from, instead of naming the metaclass."""
    __slots__ = ()
