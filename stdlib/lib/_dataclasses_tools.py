"""What dataclasses offers for instances: asdict, astuple, replace; and make_dataclass. Imported by dataclasses."""

from dataclasses import (MISSING, _FIELD_CLASSVAR, _FIELD_INITVAR, Field, _is_dataclass_instance, dataclass, fields)

# Never copied: they can't change.
_ATOMIC = frozenset((type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type,
                     range, property))


def _copied(obj):
    if type(obj) in _ATOMIC:
        return obj
    from copy import deepcopy
    return deepcopy(obj)


def _converted(obj, convert):
    """obj, with data classes inside containers given to convert()."""
    if type(obj) in _ATOMIC:
        return obj
    if _is_dataclass_instance(obj):
        return convert(obj)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_converted(v, convert) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_converted(v, convert) for v in obj)
    if isinstance(obj, dict):
        return type(obj)((_converted(k, convert), _converted(v, convert)) for k, v in obj.items())
    return _copied(obj)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict from names to values, recursively."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def convert(obj):
        return dict_factory([(f.name, _converted(getattr(obj, f.name), convert)) for f in fields(obj)])
    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, recursively."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def convert(obj):
        return tuple_factory([_converted(getattr(obj, f.name), convert) for f in fields(obj)])
    return convert(obj)


def replace(obj, /, **changes):
    """A new object of the same class, with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def _is_keyword(name):
    try:
        compile(name + " = 0", "<name>", "exec")
    except SyntaxError:
        return True
    return False


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """A data class made from names, types and fields given as data."""
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, a_type = item, "typing.Any"
        elif len(item) == 2:
            name, a_type = item
        elif len(item) == 3:
            name, a_type, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if _is_keyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = a_type
    metaclass = type
    for base in bases:
        if issubclass(type(base), metaclass):
            metaclass = type(base)
    space = metaclass.__prepare__(cls_name, bases)
    for name, value in (namespace or {}).items():
        space[name] = value
    for name, value in defaults.items():
        space[name] = value
    space.setdefault("__module__", "types")
    space["__annotations__"] = annotations
    cls = metaclass(cls_name, bases, space)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
