"""Functions that act on or return other functions.

The callables that run often (partial, reduce, cmp_to_key and the cache) are native, in _functools;
decorators and generic functions are here.
Behaviour: https://docs.python.org/3.11/library/functools.html
"""
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from _thread import RLock
from abc import get_cache_token
from collections import namedtuple

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering",
           "cache", "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod",
           "singledispatch", "singledispatchmethod", "cached_property"]

GenericAlias = type(list[int])

# --- wrappers -----------------------------------------------------------------------------------

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper function look like the one it wraps."""
    for name in assigned:
        try:
            setattr(wrapper, name, getattr(wrapped, name))
        except AttributeError:
            if hasattr(wrapped, name):
                raise
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator: update_wrapper() of the decorated function."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- total_ordering -----------------------------------------------------------------------------

# How each comparison follows from one that a class defines: the sign of the known result, and
# whether equality widens (True) or narrows (False) it, None where it plays no part.
_DERIVED = {
    "__lt__": {"__gt__": (False, False), "__le__": (True, True), "__ge__": (False, None)},
    "__le__": {"__ge__": (False, True), "__lt__": (True, False), "__gt__": (False, None)},
    "__gt__": {"__lt__": (False, False), "__ge__": (True, True), "__le__": (False, None)},
    "__ge__": {"__le__": (False, True), "__gt__": (True, False), "__lt__": (False, None)},
}


def _derived(root, name, straight, equality):
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if not straight:
            result = not result
        if equality is None:
            return result
        if equality:
            return result or self == other
        return result and self != other

    compare.__name__ = name
    compare.__qualname__ = f"_{name[2:-2]}_from_{root}"
    compare.__doc__ = f"{name}, worked out from {root} by total_ordering."
    return compare


def total_ordering(cls):
    """Class decorator: the comparisons that are missing, out of those that are there."""
    defined = [name for name in ("__lt__", "__le__", "__gt__", "__ge__")
               if getattr(cls, name) is not getattr(object, name)]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = defined[0]
    for name, (straight, equality) in _DERIVED[root].items():
        if name not in defined:
            setattr(cls, name, _derived(root, name, straight, equality))
    return cls


# --- caches -------------------------------------------------------------------------------------

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def lru_cache(maxsize=128, typed=False):
    """Decorator: keep the results of the latest calls, at most maxsize of them (None: all)."""
    function = None
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        cached = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
        cached.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(cached, function)

    return decorate if function is None else decorate(function)


def cache(user_function, /):
    """Decorator: keep every result, as lru_cache(maxsize=None) does."""
    return lru_cache(maxsize=None)(user_function)


_MISSING = object()


class cached_property:
    """A property whose value is worked out once and then kept in the instance's __dict__."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = RLock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {name!r} property.") from None
        value = kept.get(name, _MISSING)
        if value is _MISSING:
            with self.lock:
                value = kept.get(name, _MISSING)    # another thread may have been here first
                if value is _MISSING:
                    value = self.func(instance)
                    try:
                        kept[name] = value
                    except TypeError:
                        raise TypeError(
                            f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                            "does not support item assignment for caching "
                            f"{name!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# --- methods with arguments fixed ------------------------------------------------------------------

class partialmethod:
    """A method that is another one, or any callable, with some arguments given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = self.__class__
        args = ", ".join(map(repr, self.args))
        keywords = ", ".join(f"{name}={value!r}" for name, value in self.keywords.items())
        return f"{cls.__module__}.{cls.__qualname__}({self.func}, {args}, {keywords})"

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:      # bound to its object: only the arguments are missing
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result

        def _method(self_or_cls, /, *args, **keywords):
            return self.func(self_or_cls, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method.__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


# --- generic functions --------------------------------------------------------------------------

def _place(cls, abc):
    """Where an ABC that is not in cls.__mro__ belongs: after the position that this gives."""
    mro = cls.__mro__
    position = max(i for i, c in enumerate(mro) if issubclass(c, abc))
    # The ABCs that a class names among its bases come before those it merely conforms to.
    for base in mro[position].__bases__:
        if hasattr(base, "__abstractmethods__"):
            position = max(position, mro.index(base))
    return position


def _find_implementation(cls, registry):
    """The implementation for the class nearest to cls in its method resolution order."""
    mro = cls.__mro__
    virtual = []
    for known in registry:
        if known not in mro and issubclass(cls, known):
            virtual.append((_place(cls, known), known))
    for position, real in enumerate(mro):
        if real in registry:
            return registry[real]
        here = [known for place, known in virtual if place == position]
        # The most special of these: one that no other is a subclass of.
        here = [c for c in here if not any(d is not c and issubclass(d, c) for d in here)]
        if len(here) > 1:
            raise RuntimeError(f"Ambiguous dispatch: {here[0]} or {here[1]}")
        if here:
            return registry[here[0]]
    return None


def _is_class(x):
    return isinstance(x, type) and not isinstance(x, GenericAlias)


def _union_members(x):
    """The classes of a union (int | str, typing.Union[int, str]); None if x is none."""
    if type(x) is type(int | str):
        return x.__args__
    if type(x).__module__ == "typing":
        from typing import Union, get_args, get_origin
        if get_origin(x) is Union:
            return get_args(x)
    return None


def singledispatch(func):
    """Decorator: a function with implementations chosen by the class of the first argument."""
    registry = {}
    found = {}              # class -> implementation, as worked out by dispatch()
    token = None            # of the ABCs, once one is registered: they may gain subclasses
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        """The implementation for a class."""
        nonlocal token
        if token is not None:
            current = get_cache_token()
            if token != current:
                found.clear()
                token = current
        try:
            return found[cls]
        except KeyError:
            pass
        implementation = registry.get(cls)
        if implementation is None:
            implementation = _find_implementation(cls, registry)
        found[cls] = implementation
        return implementation

    def register(cls, func=None):
        """Register an implementation for a class; without one, a decorator that does."""
        nonlocal token
        members = _union_members(cls)
        if _is_class(cls) or members and all(map(_is_class, members)):
            if func is None:
                return lambda func: register(cls, func)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. "
                                f"{cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. "
                                "Use either `@register(some_class)` or plain `@register` "
                                "on an annotated function.")
            func = cls
            from typing import get_type_hints
            argument, cls = next(iter(get_type_hints(func).items()))
            members = _union_members(cls)
            if members and not all(map(_is_class, members)):
                raise TypeError(f"Invalid annotation for {argument!r}. "
                                f"{cls!r} not all arguments are classes.")
            if not members and not _is_class(cls):
                raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} is not a class.")
        for member in members or (cls,):
            registry[member] = func
            if token is None and hasattr(member, "__abstractmethods__"):
                token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """A generic method: its implementation is chosen by the class of the first argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Register an implementation for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
