"""Names for annotations. They can be written, subscripted, printed and looked into; nothing is checked."""

import sys
from abc import ABCMeta
import _collections_abc as _abc

__all__ = ["Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal",
           "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "Union", "AbstractSet", "Container",
           "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping",
           "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator",
           "AsyncIterable", "Coroutine", "Collection", "Reversible", "SupportsAbs", "SupportsFloat",
           "SupportsIndex", "SupportsInt", "ByteString", "ChainMap", "Counter", "DefaultDict", "Deque",
           "OrderedDict", "Dict", "List", "Set", "FrozenSet", "NamedTuple", "TypedDict",
           "Generator", "AnyStr", "assert_type", "assert_never", "cast", "clear_overloads", "final", "get_args",
           "get_origin", "get_overloads", "get_type_hints", "is_typeddict", "LiteralString", "Never", "NewType",
           "no_type_check", "NoReturn", "NotRequired", "overload", "ParamSpecArgs", "ParamSpecKwargs", "Required",
           "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard",
           "TypeVarTuple", "Unpack", "SupportsBytes", "SupportsComplex", "SupportsRound", "IO", "TextIO", "BinaryIO",
           "dataclass_transform", "no_type_check_decorator", "ContextManager", "Match", "Pattern"]

TYPE_CHECKING = False

_NoneType = type(None)
_ListAlias = type(list[int])
_UnionType = type(int | str)


def _type_repr(obj):
    if isinstance(obj, _ListAlias):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, _Function):
        return obj.__name__
    return repr(obj)


_Function = type(_type_repr)


def _type_check(arg, msg, special=False):
    """None means NoneType, text a type to be known later; forms that say nothing alone are refused."""
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    if isinstance(arg, _GenericAlias):
        if arg.__origin__ in (Generic, Protocol) or not special and arg.__origin__ in (ClassVar, Final):
            raise TypeError(f"{arg} is not valid as type argument")
    elif isinstance(arg, _SpecialForm):
        if not arg._alone and not (special and arg in (ClassVar, Final)):
            raise TypeError(f"Plain {arg} is not valid as type argument")
    elif arg is Generic or arg is Protocol:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    elif type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _unique(items):
    seen = []
    for item in items:
        if item not in seen:
            seen.append(item)
    return tuple(seen)


def _parameters_of(args):
    """The type variables in args, each once, in order."""
    found = []
    for arg in args:
        if isinstance(arg, (list, tuple)):
            more = _parameters_of(arg)
        elif isinstance(arg, _Variable):
            more = (arg,)
        elif isinstance(arg, (_ListAlias, _UnionType)):
            more = _parameters_of(arg.__args__)
        else:
            more = getattr(arg, "__parameters__", ()) if isinstance(arg, _GenericAlias) else ()
        for t in more:
            if t not in found:
                found.append(t)
    return tuple(found)


def _caller(depth):
    """The name of the module whose code called, so many calls out."""
    try:
        name = sys._getframe(depth + 1).f_globals.get("__name__", "__main__")
    except ValueError:
        return "__main__"
    return "typing" if name.startswith("_typing") else name


class _Or:
    """`X | Y` for what is no class."""
    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Or):
    """A type given by its name."""
    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            code = compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_code__ = code

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        if self.__forward_module__ is None:
            return f"ForwardRef({self.__forward_arg__!r})"
        return f"ForwardRef({self.__forward_arg__!r}, module={self.__forward_module__!r})"

    def __call__(self, *args, **kwargs):
        raise TypeError("a ForwardRef can't be called")


class _Variable(_Or):
    """What stands for types to be given later."""
    several = False  # for any number of them

    def _set_module(self):
        module = _caller(2)
        if module != "typing":
            self.__module__ = module

    def __reduce__(self):
        return self.__name__  # found again by its name, and so never copied

    def __call__(self, *args, **kwargs):
        raise TypeError(f"{type(self).__name__!r} object is not callable")


class TypeVar(_Variable):
    """Type variable."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple(_type_check(c, "TypeVar(name, constraint, ...): constraints must be types.")
                                     for c in constraints)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self._set_module()

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpec(_Variable):
    """Parameter specification variable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.args = ParamSpecArgs(self)
        self.kwargs = ParamSpecKwargs(self)
        self._set_module()

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpecArgs:
    _suffix = "args"

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._suffix}"

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = None


class ParamSpecKwargs(ParamSpecArgs):
    _suffix = "kwargs"


class _SpecialForm(_Or):
    """Any name that means something to a type checker only: Union, Literal, Final ..."""
    __slots__ = ("_name", "_getitem", "_alone")

    def __init__(self, name, getitem=None):
        self._name = name
        self._getitem = getitem
        self._alone = name in ("NoReturn", "Never", "Self", "LiteralString", "TypeAlias")

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        if item == "__module__":
            return "typing"
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, parameters)


class _GenericAlias(_Or):
    """List[int], Union[int, str], Stack[T]: an origin and its arguments."""

    def __init__(self, origin, args, name=None):
        if not isinstance(args, tuple):
            args = (args,)
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters_of(args)
        self._name = name
        if name is None:
            self.__module__ = origin.__module__

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join(_type_repr(a) for a in self.__args__) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getattr__(self, attr):
        if "__origin__" in self.__dict__ and not (attr.startswith("__") and attr.endswith("__")):
            return getattr(self.__origin__, attr)
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        raise AttributeError(attr)

    def __call__(self, *args, **kwargs):
        if self._name and self.__origin__ is not Generic:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            i = bases.index(self)
            for b in bases[i + 1:]:
                if isinstance(b, _GenericAlias) and b is not self:
                    return ()
        result = [self.__origin__]
        if self._name and self.__origin__ is not Generic and Generic not in bases:
            i = bases.index(self)
            for b in bases[i + 1:]:
                if isinstance(b, (_GenericAlias, _SpecialAlias)) or isinstance(b, type) and issubclass(b, Generic):
                    break
            else:
                result.append(Generic)
        return tuple(result)

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_type_check(a, "Parameters to generic types must be types.") for a in args)
        return self._with(_substitute(self.__args__, _assigned(self, self.__parameters__, args)))

    def _with(self, args):
        return type(self)(self.__origin__, args, self._name)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _substitute(args, values):
    new = []
    for arg in args:
        if isinstance(arg, _Variable):
            arg = values.get(arg, arg)
        elif isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack and arg.__args__[0] in values:
            new.extend(values[arg.__args__[0]])
            continue
        elif isinstance(arg, _GenericAlias):
            arg = arg._with(_substitute(arg.__args__, values))
        elif isinstance(arg, _ListAlias):
            arg = arg.__origin__[_substitute(arg.__args__, values)]
        elif isinstance(arg, _UnionType):
            arg = Union[_substitute(arg.__args__, values)]
        new.append(arg)
    return tuple(new)


def _assigned(cls, variables, args):
    """What each variable is replaced by; a TypeVarTuple by the tuple of what the others leave."""
    several = [i for i, v in enumerate(variables) if v.several]
    if not several:
        _check_count(cls, args, len(variables))
        return dict(zip(variables, args))
    if len(several) > 1:
        raise TypeError(f"More than one TypeVarTuple parameter in {cls}")
    at, after = several[0], len(variables) - several[0] - 1
    if len(args) < at + after:
        raise TypeError(f"Too few arguments for {cls}; actual {len(args)}, expected at least {at + after}")
    end = len(args) - after
    return dict(zip(variables, (*args[:at], args[at:end], *args[end:])))


def _check_count(cls, args, wanted):
    if len(args) != wanted:
        many = "many" if len(args) > wanted else "few"
        raise TypeError(f"Too {many} arguments for {cls}; actual {len(args)}, expected {wanted}")


class _UnionAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is _NoneType:
                return f"typing.Optional[{_type_repr(args[1])}]"
            if args[1] is _NoneType:
                return f"typing.Optional[{_type_repr(args[0])}]"
        return super().__repr__()

    def __eq__(self, other):
        if isinstance(other, (_UnionAlias, _UnionType)):
            return set(self.__args__) == set(other.__args__)
        return NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __call__(self, *args, **kwargs):
        raise TypeError("Cannot instantiate typing.Union")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def _with(self, args):
        return Union[args]

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False


class _CallableAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _GenericAlias)) and
                               (isinstance(args[0], ParamSpec) or args[0].__origin__ is Concatenate)):
            return super().__repr__()
        names = ", ".join(_type_repr(a) for a in args[:-1])
        return f"typing.Callable[[{names}], {_type_repr(args[-1])}]"


class _LiteralAlias(_GenericAlias):
    def __repr__(self):
        return "typing.Literal[" + ", ".join(repr(a) for a in self.__args__) + "]"

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return (set((type(a), a) for a in self.__args__) == set((type(a), a) for a in other.__args__))

    def __hash__(self):
        return hash(frozenset((type(a), a) for a in self.__args__))


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        more = ", ".join(repr(a) for a in self.__metadata__)
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {more}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)


class _SpecialAlias(_Or):
    """List, Dict, Iterable ... without arguments: stands for a class, takes `count` of them (-1: any)."""

    def __init__(self, name, origin, count):
        self._name = name
        self.__origin__ = origin
        self._count = count

    def __repr__(self):
        return "typing." + self._name

    def __getattr__(self, attr):
        if "__origin__" in self.__dict__ and not (attr.startswith("__") and attr.endswith("__")):
            return getattr(self.__origin__, attr)
        if attr in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(attr)

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_check(p, "Parameters to generic types must be types.") for p in params)
        _check_count(self, params, self._count)
        return _GenericAlias(self.__origin__, params, self._name)

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        result = [self.__origin__]
        i = bases.index(self)
        for b in bases[i + 1:]:
            if isinstance(b, (_GenericAlias, _SpecialAlias)) or isinstance(b, type) and issubclass(b, Generic):
                break
        else:
            result.append(Generic)
        return tuple(result)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, (_GenericAlias, _ListAlias)):
            return issubclass(cls, self.__origin__)
        raise TypeError("issubclass() arg 1 must be a class")


class _TupleType(_SpecialAlias):
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) == 2 and params[1] is ...:
            return _GenericAlias(tuple, (_type_check(params[0], "Tuple[t, ...]: t must be a type."), ...), "Tuple")
        return _GenericAlias(tuple, tuple(_type_check(p, "Tuple[t0, t1, ...]: each t must be a type.")
                                          for p in params), "Tuple")


class _CallableType(_SpecialAlias):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ...:
            return _CallableAlias(self.__origin__, (..., result), "Callable")
        if isinstance(args, ParamSpec) or isinstance(args, _GenericAlias) and args.__origin__ is Concatenate:
            return _CallableAlias(self.__origin__, (args, result), "Callable")
        args = tuple(args) if isinstance(args, (list, tuple)) else (args,)
        args = tuple(_type_check(a, "Callable[[arg, ...], result]: each arg must be a type.") for a in args)
        return _CallableAlias(self.__origin__, args + (result,), "Callable")


# --- special forms ---

class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return "typing.Any"
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Special type indicating an unconstrained type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwargs)


def _make_union(form, params):
    if params == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(params, tuple):
        params = (params,)
    flat = []
    for p in params:
        p = _type_check(p, "Union[arg, ...]: each arg must be a type.")
        if isinstance(p, (_UnionAlias, _UnionType)):
            flat.extend(p.__args__)
        else:
            flat.append(p)
    params = _unique(flat)
    if len(params) == 1:
        return params[0]
    return _UnionAlias(Union, params, "Union")


def _make_optional(form, param):
    return Union[_type_check(param, f"{form} requires a single type."), _NoneType]


def _make_literal(form, params):
    if not isinstance(params, tuple):
        params = (params,)
    flat = []
    for p in params:
        if isinstance(p, _LiteralAlias):
            flat.extend(p.__args__)
        else:
            flat.append(p)
    kept = []
    for p in flat:
        if not any(type(p) is type(q) and p == q for q in kept):
            kept.append(p)
    return _LiteralAlias(Literal, tuple(kept), "Literal")


def _make_single(form, param):
    item = _type_check(param, f"{form} accepts only single type.")
    return _GenericAlias(form, (item,), form._name)


def _make_concatenate(form, params):
    if params == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(params, tuple):
        params = (params,)
    return _GenericAlias(form, params, "Concatenate")


def _make_annotated(form, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    return _AnnotatedAlias(_type_check(params[0], "Annotated[t, ...]: t must be a type.", True), params[1:])


Union = _SpecialForm("Union", _make_union)
Optional = _SpecialForm("Optional", _make_optional)
Literal = _SpecialForm("Literal", _make_literal)
Final = _SpecialForm("Final", _make_single)
ClassVar = _SpecialForm("ClassVar", _make_single)
Concatenate = _SpecialForm("Concatenate", _make_concatenate)
TypeGuard = _SpecialForm("TypeGuard", _make_single)
Required = _SpecialForm("Required", _make_single)
NotRequired = _SpecialForm("NotRequired", _make_single)
Annotated = _SpecialForm("Annotated", _make_annotated)
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")


# --- Generic and Protocol ---

class Generic:
    """Abstract base class for generic types."""
    __slots__ = ()

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_check(p, "Parameters to generic types must be types.") for p in params)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(p, _Variable) or get_origin(p) is Unpack for p in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables "
                                "or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, params, cls.__name__)
        wanted = getattr(cls, "__parameters__", ())
        if not wanted:
            raise TypeError(f"{cls} is not a generic class")
        _assigned(cls, wanted, params)
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        if "__orig_bases__" in cls.__dict__:
            if Generic in bases:
                raise TypeError("Cannot inherit from plain Generic")
        elif Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        found = _parameters_of(bases)
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                missing = [t for t in found if t not in base.__parameters__]
                if missing:
                    names = ", ".join(str(t) for t in missing)
                    given = ", ".join(str(t) for t in base.__parameters__)
                    raise TypeError(f"Some type variables ({names}) are not listed in Generic[{given}]")
                found = base.__parameters__
        cls.__parameters__ = tuple(found)


_PROTOCOL_NOISE = frozenset((
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
    "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__parameters__", "__orig_bases__",
    "__orig_class__", "_is_protocol", "_is_runtime_protocol", "_abc_impl", "__init_subclass__", "__qualname__",
    "__static_attributes__", "__match_args__", "__classcell__"))


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", ())]:
            if name not in _PROTOCOL_NOISE:
                names.add(name)
    return names


def _no_protocol_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol", False):
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            absent = _protocol_members  # a value that no attribute has
            for name in _protocol_members(cls):
                value = getattr(instance, name, absent)
                if value is absent or value is None and callable(getattr(cls, name, None)):
                    return type.__instancecheck__(cls, instance)
            return True
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        if cls.__dict__.get("_is_protocol", False) and cls.__name__ != "Protocol":
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not all(callable(getattr(cls, name, None)) for name in _protocol_members(cls)):
                raise TypeError("Protocols with non-method members don't support issubclass()")
            if all(any(name in base.__dict__ for base in other.__mro__) for name in _protocol_members(cls)):
                return True
        return super().__subclasscheck__(other)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes."""
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_protocol_init
        elif not cls._is_protocol and cls.__init__ is _no_protocol_init:
            cls.__init__ = object.__init__


def runtime_checkable(cls):
    """Mark a protocol class as a runtime protocol."""
    if not isinstance(cls, _ProtocolMeta) or not cls._is_protocol:
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


# --- classes of the library, to be subscripted ---

Hashable = _SpecialAlias("Hashable", _abc.Hashable, 0)
Sized = _SpecialAlias("Sized", _abc.Sized, 0)
Awaitable = _SpecialAlias("Awaitable", _abc.Awaitable, 1)
Coroutine = _SpecialAlias("Coroutine", _abc.Coroutine, 3)
AsyncIterable = _SpecialAlias("AsyncIterable", _abc.AsyncIterable, 1)
AsyncIterator = _SpecialAlias("AsyncIterator", _abc.AsyncIterator, 1)
Iterable = _SpecialAlias("Iterable", _abc.Iterable, 1)
Iterator = _SpecialAlias("Iterator", _abc.Iterator, 1)
Reversible = _SpecialAlias("Reversible", _abc.Reversible, 1)
Generator = _SpecialAlias("Generator", _abc.Generator, 3)
Container = _SpecialAlias("Container", _abc.Container, 1)
Collection = _SpecialAlias("Collection", _abc.Collection, 1)
Callable = _CallableType("Callable", _abc.Callable, 2)
AbstractSet = _SpecialAlias("AbstractSet", _abc.Set, 1)
MutableSet = _SpecialAlias("MutableSet", _abc.MutableSet, 1)
Mapping = _SpecialAlias("Mapping", _abc.Mapping, 2)
MutableMapping = _SpecialAlias("MutableMapping", _abc.MutableMapping, 2)
Sequence = _SpecialAlias("Sequence", _abc.Sequence, 1)
MutableSequence = _SpecialAlias("MutableSequence", _abc.MutableSequence, 1)
MappingView = _SpecialAlias("MappingView", _abc.MappingView, 1)
KeysView = _SpecialAlias("KeysView", _abc.KeysView, 1)
ItemsView = _SpecialAlias("ItemsView", _abc.ItemsView, 2)
ValuesView = _SpecialAlias("ValuesView", _abc.ValuesView, 1)
Tuple = _TupleType("Tuple", tuple, -1)
List = _SpecialAlias("List", list, 1)
Set = _SpecialAlias("Set", set, 1)
FrozenSet = _SpecialAlias("FrozenSet", frozenset, 1)
Dict = _SpecialAlias("Dict", dict, 2)
Type = _SpecialAlias("Type", type, 1)
ByteString = _SpecialAlias("ByteString", _abc.ByteString, 0)

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
AnyStr = TypeVar("AnyStr", bytes, str)
Text = str


# What follows is made of the names above.
from _typing_more import (IO, BinaryIO, ChainMap, ContextManager, Counter, DefaultDict, Deque, Match, OrderedDict,
                          Pattern, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex,
                          SupportsInt, SupportsRound, TextIO, TypeVarTuple, Unpack, dataclass_transform,
                          no_type_check_decorator)
from _typing_tools import (NewType, assert_never, assert_type, cast, clear_overloads, final, get_args, get_origin,
                           get_overloads, get_type_hints, no_type_check, overload, reveal_type)
from _typing_records import NamedTuple, TypedDict, is_typeddict
