"""The abstract classes of collections.abc: what a class must have to be an Iterable, a Mapping and so on, and the
methods that follow from those it must have. The classes with mixin methods are in _collections_abc_mixins.

collections.abc and typing take the names from here; the interpreter asks Sequence and Mapping about `match` subjects.
AsyncGenerator is left out: its mixin methods are coroutines."""

from abc import ABCMeta, abstractmethod

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "Hashable", "Iterable", "Iterator",
           "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping",
           "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence",
           "ByteString"]

_GenericAlias = type(list[int])


def _has_methods(C, *methods):
    mro = C.__mro__
    for method in methods:
        for B in mro:
            if method in B.__dict__:
                if B.__dict__[method] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class Hashable(metaclass=ABCMeta):
    """Has __hash__."""
    __slots__ = ()
    __module__ = "collections.abc"

    @abstractmethod
    def __hash__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__hash__") if cls is Hashable else NotImplemented


class Awaitable(metaclass=ABCMeta):
    """Has __await__."""
    __slots__ = ()
    __module__ = "collections.abc"

    @abstractmethod
    def __await__(self):
        yield

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__await__") if cls is Awaitable else NotImplemented

    __class_getitem__ = classmethod(_GenericAlias)


class Coroutine(Awaitable):
    """Has __await__, send, throw and close."""
    __slots__ = ()
    __module__ = "collections.abc"

    @abstractmethod
    def send(self, value):
        """Give a value to the coroutine; the next value it yields, or StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception in the coroutine."""
        _raise(typ, val, tb)

    def close(self):
        """Raise GeneratorExit in the coroutine, which has to end."""
        _close(self, "coroutine ignored GeneratorExit")

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__await__", "send", "throw", "close") if cls is Coroutine else NotImplemented


class AsyncIterable(metaclass=ABCMeta):
    """Has __aiter__."""
    __slots__ = ()
    __module__ = "collections.abc"

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__aiter__") if cls is AsyncIterable else NotImplemented

    __class_getitem__ = classmethod(_GenericAlias)


class AsyncIterator(AsyncIterable):
    """Has __aiter__ and __anext__."""
    __slots__ = ()
    __module__ = "collections.abc"

    @abstractmethod
    def __anext__(self):
        """The next item, or StopAsyncIteration."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__anext__", "__aiter__") if cls is AsyncIterator else NotImplemented


class Iterable(metaclass=ABCMeta):
    """Has __iter__."""
    __slots__ = ()
    __module__ = "collections.abc"

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__iter__") if cls is Iterable else NotImplemented

    __class_getitem__ = classmethod(_GenericAlias)


class Iterator(Iterable):
    """Has __iter__ and __next__."""
    __slots__ = ()
    __module__ = "collections.abc"

    @abstractmethod
    def __next__(self):
        """The next item, or StopIteration."""
        raise StopIteration

    def __iter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__iter__", "__next__") if cls is Iterator else NotImplemented


class Reversible(Iterable):
    """Has __iter__ and __reversed__."""
    __slots__ = ()
    __module__ = "collections.abc"

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__reversed__", "__iter__") if cls is Reversible else NotImplemented


def _raise(typ, val, tb):
    if val is None:
        if tb is None:
            raise typ
        val = typ()
    if tb is not None:
        val = val.with_traceback(tb)
    raise val


def _close(g, message):
    try:
        g.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        pass
    else:
        raise RuntimeError(message)


class Generator(Iterator):
    """Has __iter__, __next__, send, throw and close."""
    __slots__ = ()
    __module__ = "collections.abc"

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Give a value to the generator; the next value it yields, or StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raise an exception in the generator."""
        _raise(typ, val, tb)

    def close(self):
        """Raise GeneratorExit in the generator, which has to end."""
        _close(self, "generator ignored GeneratorExit")

    @classmethod
    def __subclasshook__(cls, C):
        if cls is not Generator:
            return NotImplemented
        return _has_methods(C, "__iter__", "__next__", "send", "throw", "close")


class Sized(metaclass=ABCMeta):
    """Has __len__."""
    __slots__ = ()
    __module__ = "collections.abc"

    @abstractmethod
    def __len__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__len__") if cls is Sized else NotImplemented


class Container(metaclass=ABCMeta):
    """Has __contains__."""
    __slots__ = ()
    __module__ = "collections.abc"

    @abstractmethod
    def __contains__(self, x):
        return False

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__contains__") if cls is Container else NotImplemented

    __class_getitem__ = classmethod(_GenericAlias)


class Collection(Sized, Iterable, Container):
    """Has __len__, __iter__ and __contains__."""
    __slots__ = ()
    __module__ = "collections.abc"

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__len__", "__iter__", "__contains__") if cls is Collection else NotImplemented


class Callable(metaclass=ABCMeta):
    """Has __call__."""
    __slots__ = ()
    __module__ = "collections.abc"

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__call__") if cls is Callable else NotImplemented

    @classmethod
    def __class_getitem__(cls, params):
        if not (isinstance(params, tuple) and len(params) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args = params[0]
        if isinstance(args, tuple):
            params = (list(args), params[1])
        elif not (isinstance(args, list) or args is ... or type(args).__module__ == "typing"):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {args}")
        return _GenericAlias(cls, params)


from _collections_abc_mixins import (ByteString, ItemsView, KeysView, Mapping, MappingView, MutableMapping,
                                     MutableSequence, MutableSet, Sequence, Set, ValuesView)

for _c in (range(0), [], ()):
    Iterator.register(type(iter(_c)))
for _c in ({}, {}.values(), {}.items(), set(), "", b"", bytearray(), [1], {}):
    Iterator.register(type(iter(_c)))
Iterator.register(type(reversed([])))
Generator.register(type((lambda: (yield))()))
del _c
