"""Data classes: @dataclass writes __init__, __repr__, comparisons and hash from a class's annotations.

The methods of one class are written as one piece of source and compiled at once (_Writer), so they cost what
hand-written ones would. Names the source needs (defaults, types) are passed in as arguments of an outer function, while
its globals are the class's module, as for a method written there. asdict(), replace() and their kin, which need no
source, are in _dataclasses_tools.
"""

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]

import sys

_Alias = type(list[int])
_MappingProxy = type(type.__dict__)


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen instance was assigned or deleted."""


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _FIELD_BASE:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_EMPTY_METADATA = _MappingProxy({})


class InitVar:
    """Annotation of what __init__ takes and hands to __post_init__, but the class does not keep."""
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, _Alias):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """One field of a data class."""
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
                 "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else _MappingProxy(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
                f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                f"kw_only={self.kw_only!r},_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        told = getattr(type(self.default), "__set_name__", None)
        if told:
            told(self.default, owner, name)

    __class_getitem__ = classmethod(_Alias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
                f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Describe a field beyond its annotation."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# --- what a class declares ---

class _Slotted:
    __slots__ = ("member",)


_MemberDescriptor = type(_Slotted.__dict__["member"])


def _is_classvar(a_type, typing):
    return a_type is typing.ClassVar or getattr(a_type, "__origin__", None) is typing.ClassVar


def _is_initvar(a_type, dataclasses):
    return a_type is InitVar or type(a_type) is InitVar


def _is_kw_only(a_type, dataclasses):
    return a_type is KW_ONLY


def _text_means(annotation, cls, module, wanted, test):
    """Is the annotation, given as text, a name for `wanted` of that module?"""
    text = annotation.lstrip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    name, rest = text[:end], text[end:].lstrip()
    space = sys.modules.get(cls.__module__)
    space = space.__dict__ if space else {}
    if rest.startswith("."):
        if space.get(name) is not module:
            return False
        rest = rest[1:].lstrip()
        end = 0
        while end < len(rest) and (rest[end].isalnum() or rest[end] == "_"):
            end += 1
        name, space = rest[:end], module.__dict__
    return bool(name) and name in space and test(space[name], module)


def _get_field(cls, name, a_type, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, _MemberDescriptor):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = a_type
    made._field_type = _FIELD
    is_text = isinstance(a_type, str)
    typing = sys.modules.get("typing")
    if typing and hasattr(typing, "ClassVar"):
        if _is_classvar(a_type, typing) or \
                is_text and _text_means(a_type, cls, typing, typing.ClassVar, _is_classvar):
            made._field_type = _FIELD_CLASSVAR
    if made._field_type is _FIELD:
        own = sys.modules[__name__]
        if _is_initvar(a_type, own) or is_text and _text_means(a_type, cls, own, InitVar, _is_initvar):
            made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {made.default.__class__} for field {name} is not allowed: "
                         "use default_factory")
    return made


# --- writing methods ---

class _Writer:
    """Collects the source of methods, then compiles all of them and puts them into the class."""

    def __init__(self, cls):
        self.cls = cls
        self.lines = []
        self.given = {}
        self.made = []

    def add(self, name, parameters, body):
        self.lines.append(f" def {name}({', '.join(parameters)}){'->_return_type' if name == '__init__' else ''}:")
        self.lines.extend("  " + line for line in body)
        self.made.append(name)

    def methods(self):
        if not self.made:
            return {}
        module = sys.modules.get(self.cls.__module__)
        source = "\n".join([f"def __create_fn__({', '.join(self.given)}):", *self.lines,
                            f" return ({', '.join(self.made)},)"])
        space = {}
        exec(source, module.__dict__ if module else {}, space)
        result = {}
        for name, function in zip(self.made, space["__create_fn__"](**self.given)):
            function.__qualname__ = f"{self.cls.__qualname__}.{name}"
            result[name] = function
        return result


def _init_parameter(f):
    if f.default is MISSING and f.default_factory is MISSING:
        default = ""
    elif f.default is not MISSING:
        default = f"=_dflt_{f.name}"
    else:
        default = "=_HAS_DEFAULT_FACTORY"
    return f"{f.name}:_type_{f.name}{default}"


def _write_init(writer, positional, keyword_only, frozen, has_post_init, self_name, slots):
    seen_default = False
    for f in positional:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = True
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
    given = writer.given
    given["_HAS_DEFAULT_FACTORY"] = _HAS_DEFAULT_FACTORY
    given["_return_type"] = None
    given["__dataclass_builtins_object__"] = object
    body = []
    every = [*positional, *keyword_only]
    for f in every:
        default = f"_dflt_{f.name}"
        if f.init:
            given[f"_type_{f.name}"] = f.type
        value = None
        if f.default_factory is not MISSING:
            given[default] = f.default_factory
            value = f"{default}() if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}" if f.init else f"{default}()"
        elif f.init:
            if f.default is not MISSING:
                given[default] = f.default
            value = f.name
        elif slots and f.default is not MISSING:
            given[default] = f.default
            value = default
        if value is None or f._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            body.append(f"__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})")
        else:
            body.append(f"{self_name}.{f.name}={value}")
    if has_post_init:
        names = ",".join(f.name for f in every if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.__post_init__({names})")
    parameters = [self_name, *(_init_parameter(f) for f in positional if f.init)]
    named = [_init_parameter(f) for f in keyword_only if f.init]
    if named:
        parameters += ["*", *named]
    writer.add("__init__", parameters, body or ["pass"])


def _tuple_text(owner, some):
    return "(" + "".join(f"{owner}.{f.name}," for f in some) + ")"


_running = set()


def _write_repr(writer, some):
    from _thread import get_ident
    writer.given["_dataclass_running"] = _running
    writer.given["_dataclass_ident"] = get_ident
    # A name may be in the way of f-string syntax in no way: they are identifiers.
    text = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in some)
    writer.add("__repr__", ["self"], [
        "key = id(self), _dataclass_ident()",
        "if key in _dataclass_running:",
        " return '...'",
        "_dataclass_running.add(key)",
        "try:",
        f" return self.__class__.__qualname__ + f\"({text})\"",
        "finally:",
        " _dataclass_running.discard(key)"])


def _write_comparison(writer, name, sign, some):
    writer.add(name, ["self", "other"], [
        "if other.__class__ is self.__class__:",
        f" return {_tuple_text('self', some)}{sign}{_tuple_text('other', some)}",
        "return NotImplemented"])


def _write_frozen(writer, cls, some):
    writer.given["_dataclass_class"] = cls
    writer.given["FrozenInstanceError"] = FrozenInstanceError
    names = repr(tuple(f.name for f in some))
    for name, extra, verb in (("__setattr__", ["value"], "assign to"), ("__delattr__", [], "delete")):
        writer.add(name, ["self", "name", *extra], [
            f"if type(self) is _dataclass_class or name in {names}:",
            f" raise FrozenInstanceError(f\"cannot {verb} field {{name!r}}\")",
            f"super(_dataclass_class, self).{name}({', '.join(['name', *extra])})"])


def _annotation_text(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, _Alias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", None):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def _doc_text(cls, written, positional, keyword_only):
    """What help() shows of a class without docstring: its name and the arguments of __init__."""
    if not written:
        from inspect import signature
        try:
            return cls.__name__ + str(signature(cls)).replace(" -> None", "")
        except (TypeError, ValueError):
            return cls.__name__
    parts = []
    for some, star in ((positional, False), (keyword_only, True)):
        some = [f for f in some if f.init]
        if some and star:
            parts.append("*")
        for f in some:
            text = f"{f.name}: {_annotation_text(f.type)}"
            if f.default is not MISSING:
                text += f" = {f.default!r}"
            elif f.default_factory is not MISSING:
                text += " = <factory>"
            parts.append(text)
    return f"{cls.__name__}({', '.join(parts)})"


# --- the decorator ---

def _collect(cls, kw_only):
    """Fields of the class and its bases by name; (they, any base, any frozen base)."""
    found = {}
    frozen_base = any_base = False
    for base in cls.__mro__[-1:0:-1]:
        theirs = base.__dict__.get("__dataclass_fields__")
        if theirs is not None:
            any_base = True
            for f in theirs.values():
                found[f.name] = f
            if base.__dict__["__dataclass_params__"].frozen:
                frozen_base = True
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    seen_kw_only = False
    this = sys.modules[__name__]
    for name, a_type in annotations.items():
        if a_type is KW_ONLY or isinstance(a_type, str) and _text_means(a_type, cls, this, KW_ONLY, _is_kw_only):
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = kw_only = True
        else:
            own.append(_get_field(cls, name, a_type, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found, any_base, frozen_base


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen)
    cls.__dataclass_params__ = params
    found, any_base, frozen_base = _collect(cls, kw_only)
    if any_base:
        if frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not frozen_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_fields__ = found
    own_hash = cls.__dict__.get("__hash__", MISSING)
    explicit_hash = not (own_hash is MISSING or own_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")

    every = [f for f in found.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    positional = [f for f in every if not f.kw_only]
    keyword_only = [f for f in every if f.kw_only]
    real = [f for f in every if f._field_type is _FIELD]
    compared = [f for f in real if f.compare]
    writer = _Writer(cls)
    if init:
        _write_init(writer, positional, keyword_only, frozen, hasattr(cls, "__post_init__"),
                    "__dataclass_self__" if "self" in found else "self", slots)
    if repr:
        _write_repr(writer, [f for f in real if f.repr])
    if eq:
        _write_comparison(writer, "__eq__", "==", compared)
    if order:
        for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            _write_comparison(writer, name, sign, compared)
    if frozen:
        _write_frozen(writer, cls, real)
    hashing = unsafe_hash or eq and frozen and not explicit_hash
    if hashing:
        if unsafe_hash and explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        writer.add("__hash__", ["self"],
                   [f"return hash({_tuple_text('self', [f for f in real if (f.compare if f.hash is None else f.hash)])})"])
    elif eq and not frozen and not explicit_hash and not unsafe_hash:
        cls.__hash__ = None

    for name, method in writer.methods().items():
        if name in cls.__dict__ and name != "__hash__":
            if name in ("__lt__", "__le__", "__gt__", "__ge__"):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
            if name in ("__setattr__", "__delattr__"):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
            continue
        setattr(cls, name, method)
    if not getattr(cls, "__doc__"):
        cls.__doc__ = _doc_text(cls, init, positional, keyword_only)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in positional if f.init)
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    elif weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _add_slots(cls, frozen, weakref_slot):
    """The class made anew, with __slots__: they can't be added to a class that exists."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    space = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        theirs = base.__dict__.get("__slots__", ())
        inherited.update((theirs,) if isinstance(theirs, str) else theirs)
    space["__slots__"] = tuple(n for n in (*names, *(("__weakref__",) if weakref_slot else ()))
                               if n not in inherited)
    for name in names:
        space.pop(name, None)
    space.pop("__dict__", None)
    space.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    new = type(cls)(cls.__name__, cls.__bases__, space)
    if qualname is not None:
        new.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in space:
            new.__getstate__ = _dataclass_getstate
        if "__setstate__" not in space:
            new.__setstate__ = _dataclass_setstate
        # Its methods must know the class that counts.
        for name in ("__setattr__", "__delattr__"):
            method = new.__dict__[name]
            for cell_name, cell in zip(method.__code__.co_freevars, method.__closure__ or ()):
                if cell_name == "_dataclass_class":
                    cell.cell_contents = new
    return new


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add the methods that follow from the annotations of a class."""
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a data class, as a tuple."""
    try:
        found = getattr(class_or_instance, "__dataclass_fields__")
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def is_dataclass(obj):
    """Is this a data class, or an instance of one?"""
    cls = obj if isinstance(obj, type) and not isinstance(obj, _Alias) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


from _dataclasses_tools import asdict, astuple, make_dataclass, replace
