"""The functions and decorators of typing: cast, overload, get_type_hints ... Loaded by typing at its end."""

import sys
from typing import (Annotated, Concatenate, ForwardRef, Generic, NotRequired, ParamSpec, ParamSpecArgs, Required,
                    _AnnotatedAlias, _CallableAlias, _GenericAlias, _ListAlias, _LiteralAlias, _NoneType, _Or,
                    _SpecialAlias, _UnionType, _caller)


def cast(typ, val):
    """Cast a value to a type: returns the value unchanged."""
    return val


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. "
                              "A series of @overload-decorated functions outside a stub module should always be "
                              "followed by an implementation that is not @overload-ed.")


_overloads = {}


def overload(func):
    """Decorator for overloaded functions."""
    func = getattr(func, "__func__", func)
    _overloads.setdefault((func.__module__, func.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    """All overloads that were defined for a function."""
    func = getattr(func, "__func__", func)
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    """Forget all overloads."""
    _overloads.clear()


def final(f):
    """Decorator to indicate final methods and final classes."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Decorator to indicate that annotations are not type hints."""
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def assert_type(val, typ, /):
    """Ask a type checker to confirm that the value has the given type. Returns the value."""
    return val


def assert_never(arg, /):
    """Statically assert that a line of code is unreachable."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    """Print the type of the value to stderr and return the value."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def get_origin(tp):
    """The unsubscripted version of a type, or None."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _SpecialAlias, _ListAlias)):
        return tp.__origin__
    if isinstance(tp, ParamSpecArgs):  # or ParamSpecKwargs
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _UnionType):
        return _UnionType
    return None


def get_args(tp):
    """Type arguments with all substitutions performed."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, _CallableAlias):
        args = tp.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec) or
                               get_origin(args[0]) is Concatenate):
            return args
        return (list(args[:-1]), args[-1])
    if isinstance(tp, (_GenericAlias, _ListAlias, _UnionType)):
        return tp.__args__
    return ()


def _evaluated(value, globalns, localns):
    if value is None:
        return _NoneType
    if isinstance(value, str):
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        found = eval(value.__forward_arg__, globalns, localns)
        return _evaluated(found, globalns, localns)
    if isinstance(value, _AnnotatedAlias):
        return _AnnotatedAlias(_evaluated(value.__origin__, globalns, localns), value.__metadata__)
    if isinstance(value, _LiteralAlias):
        return value
    if isinstance(value, _GenericAlias):
        args = tuple(_evaluated(a, globalns, localns) if a is not ... else a for a in value.__args__)
        return value if args == value.__args__ else value._with(args)
    if isinstance(value, _ListAlias):
        args = tuple(_evaluated(a, globalns, localns) if isinstance(a, (str, ForwardRef, _GenericAlias, _ListAlias))
                     else a for a in value.__args__)
        return value if args == value.__args__ else value.__origin__[args]
    return value


def _without_extras(value):
    if isinstance(value, _AnnotatedAlias):
        return _without_extras(value.__origin__)
    if isinstance(value, _GenericAlias) and value.__origin__ in (Required, NotRequired):
        return _without_extras(value.__args__[0])
    if isinstance(value, _GenericAlias) and not isinstance(value, _LiteralAlias):
        args = tuple(_without_extras(a) for a in value.__args__)
        return value if args == value.__args__ else value._with(args)
    return value


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Type hints of a class, function, method or module, as types: text is evaluated."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(sys.modules.get(base.__module__, None), "__dict__", {})
            space = localns if localns is not None else dict(vars(base))
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _evaluated(value, names, space)
    else:
        if globalns is None:
            if isinstance(obj, type(sys)):
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, "__wrapped__"):
                    inner = inner.__wrapped__
                globalns = getattr(inner, "__globals__", {})
        found = getattr(obj, "__annotations__", None)
        if found is None:
            if callable(obj):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, value in found.items():
            hints[name] = _evaluated(value, globalns, localns if localns is not None else globalns)
    return hints if include_extras else {k: _without_extras(v) for k, v in hints.items()}


class NewType(_Or):
    """A type that is like another one but not the same to a type checker: UserId = NewType("UserId", int)."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = _caller(1)
        if module != "typing":
            self.__module__ = module

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class Refusing:
            def __init_subclass__(cls):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`")
        return (Refusing,)

    def __reduce__(self):
        return self.__qualname__

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"
