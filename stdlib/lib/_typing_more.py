"""More of typing: TypeVarTuple and Unpack, protocols, files, and classes of modules not loaded yet. Loaded by typing at its end."""

import typing
from abc import abstractmethod
from typing import (AnyStr, Generic, Protocol, TypeVar, _GenericAlias, _SpecialAlias, _SpecialForm, _Variable,
                    _type_check, runtime_checkable)

T_co = TypeVar("T_co", covariant=True)


class _UnpackAlias(_GenericAlias):
    def __repr__(self):
        return "*" + repr(self.__args__[0])

    def _with(self, args):
        return Unpack[args[0]]


def _make_unpack(form, param):
    return _UnpackAlias(form, (_type_check(param, f"{form} accepts only single type."),), "Unpack")


Unpack = _SpecialForm("Unpack", _make_unpack)


class TypeVarTuple(_Variable):
    """A variable for any number of types."""
    several = True

    def __init__(self, name):
        self.__name__ = name
        self._set_module()

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


@runtime_checkable
class SupportsInt(Protocol):
    """What int() takes by __int__."""
    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """What float() takes by __float__."""
    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """What can be an index, by __index__."""
    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    """What abs() takes by __abs__."""
    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T_co:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """What bytes() takes by __bytes__."""
    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """What complex() takes by __complex__."""
    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    """What round() takes by __round__."""
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co:
        pass


def _lacking(name):
    def method(self, *args, **kwargs):
        pass
    method.__name__ = name
    return abstractmethod(method)


class IO(Generic[AnyStr]):
    """A file, for annotations."""
    __slots__ = ()


for _name in ("close", "fileno", "flush", "isatty", "read", "readable", "readline", "readlines", "seek", "seekable",
              "tell", "truncate", "writable", "write", "writelines", "__enter__", "__exit__"):
    setattr(IO, _name, _lacking(_name))
for _name in ("mode", "name", "closed"):
    setattr(IO, _name, property(_lacking(_name)))


class BinaryIO(IO[bytes]):
    """A binary file, for annotations."""
    __slots__ = ()


class TextIO(IO[str]):
    """A text file, for annotations."""
    __slots__ = ()


for _name in ("buffer", "encoding", "errors", "line_buffering", "newlines"):
    setattr(TextIO, _name, property(_lacking(_name)))
for _class in (IO, BinaryIO, TextIO, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex,
               SupportsInt, SupportsRound, TypeVarTuple):
    _class.__module__ = "typing"
del _class, _name


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(),
                        **kwargs):
    """Decorator that tells a type checker of something like @dataclass."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator


def no_type_check_decorator(decorator):
    """Give a decorator the effect of @no_type_check."""
    def wrapped_decorator(*args, **kwds):
        return typing.no_type_check(decorator(*args, **kwds))
    return wrapped_decorator


class _LateAlias(_SpecialAlias):
    """An alias for a class of a module that is loaded when someone asks what the class is."""

    def __init__(self, name, module, cls, count):
        self._name = name
        self._where = module, cls
        self._count = count

    def __getattr__(self, attr):
        if attr == "__origin__":
            module, cls = self._where
            self.__origin__ = found = getattr(__import__(module), cls)
            return found
        if not (attr.startswith("__") and attr.endswith("__")):
            return getattr(self.__origin__, attr)
        return super().__getattr__(attr)


ChainMap = _LateAlias("ChainMap", "collections", "ChainMap", 2)
Counter = _LateAlias("Counter", "collections", "Counter", 1)
DefaultDict = _LateAlias("DefaultDict", "collections", "defaultdict", 2)
Deque = _LateAlias("Deque", "collections", "deque", 1)
OrderedDict = _LateAlias("OrderedDict", "collections", "OrderedDict", 2)
ContextManager = _LateAlias("ContextManager", "contextlib", "AbstractContextManager", 1)
Pattern = _LateAlias("Pattern", "re", "Pattern", 1)
Match = _LateAlias("Match", "re", "Match", 1)
