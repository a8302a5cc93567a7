"""Names for annotations. They can be written, subscripted, printed and looked into; nothing is checked."""

import sys
from abc import ABCMeta, abstractmethod

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


def _type_check(arg, msg):
    """None means NoneType, text a type to be known later; anything else must at least be callable."""
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    if arg is Any or arg is Self or arg is NoReturn or arg is Never or arg is LiteralString:
        return arg
    if isinstance(arg, _SpecialForm) and arg._bare_is_error:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if not callable(arg) and not isinstance(arg, (_SpecialForm, _UnionType)):
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
        elif isinstance(arg, (TypeVar, ParamSpec)):
            more = (arg,)
        elif isinstance(arg, (_ListAlias, _UnionType)):
            more = _parameters_of(arg.__args__)
        else:
            more = getattr(arg, "__parameters__", ()) if isinstance(arg, _GenericAlias) else ()
        for t in more:
            if t not in found:
                found.append(t)
    return tuple(found)


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


class TypeVar(_Or):
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

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __call__(self, *args, **kwargs):
        raise TypeError("'TypeVar' object is not callable")


class ParamSpec(_Or):
    """Parameter specification variable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.args = ParamSpecArgs(self)
        self.kwargs = ParamSpecKwargs(self)

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __call__(self, *args, **kwargs):
        raise TypeError("'ParamSpec' object is not callable")


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class _SpecialForm(_Or):
    """Any name that means something to a type checker only: Union, Literal, Final ..."""
    __slots__ = ("_name", "_getitem", "_bare_is_error")

    def __init__(self, name, getitem=None, bare_is_error=False):
        self._name = name
        self._getitem = getitem
        self._bare_is_error = bare_is_error

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
        _check_count(self, args, len(self.__parameters__))
        return self._with(_substitute(self.__args__, dict(zip(self.__parameters__, args))))

    def _with(self, args):
        return type(self)(self.__origin__, args, self._name)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _substitute(args, values):
    new = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec)):
            arg = values.get(arg, arg)
        elif isinstance(arg, _GenericAlias):
            arg = arg._with(_substitute(arg.__args__, values))
        elif isinstance(arg, _ListAlias):
            arg = arg.__origin__[_substitute(arg.__args__, values)]
        elif isinstance(arg, _UnionType):
            arg = Union[_substitute(arg.__args__, values)]
        new.append(arg)
    return tuple(new)


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
        if not isinstance(args, (list, tuple)):
            raise TypeError("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. "
                            f"Got {args}")
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
    return _AnnotatedAlias(_type_check(params[0], "Annotated[t, ...]: t must be a type."), params[1:])


Union = _SpecialForm("Union", _make_union)
Optional = _SpecialForm("Optional", _make_optional)
Literal = _SpecialForm("Literal", _make_literal)
Final = _SpecialForm("Final", _make_single, True)
ClassVar = _SpecialForm("ClassVar", _make_single, True)
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
            if not all(isinstance(p, (TypeVar, ParamSpec)) for p in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables "
                                "or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, params, cls.__name__)
        wanted = getattr(cls, "__parameters__", ())
        if not wanted:
            raise TypeError(f"{cls} is not a generic class")
        _check_count(cls, params, len(wanted))
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
            if super().__instancecheck__(instance):
                return True
            absent = _protocol_members  # a value that no attribute has
            for name in _protocol_members(cls):
                value = getattr(instance, name, absent)
                if value is absent or value is None and callable(getattr(cls, name, None)):
                    return False
            return True
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        if cls.__dict__.get("_is_protocol", False) and cls.__name__ != "Protocol":
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
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


# --- classes that only ask for methods ---

def _asking(name, *methods, base=()):
    def hook(cls, other):
        if cls is not made:
            return NotImplemented
        for method in methods:
            for c in other.__mro__:
                if method in c.__dict__:
                    if c.__dict__[method] is None:
                        return NotImplemented
                    break
            else:
                return NotImplemented
        return True
    names = {"__module__": "collections.abc", "__slots__": (), "__subclasshook__": classmethod(hook)}
    if not methods:
        del names["__subclasshook__"]
    made = ABCMeta(name, base, names)
    return made


_Hashable = _asking("Hashable", "__hash__")
_Iterable = _asking("Iterable", "__iter__")
_Iterator = _asking("Iterator", "__iter__", "__next__", base=(_Iterable,))
_Reversible = _asking("Reversible", "__reversed__", "__iter__", base=(_Iterable,))
_Generator = _asking("Generator", "__iter__", "__next__", "send", "throw", "close", base=(_Iterator,))
_Sized = _asking("Sized", "__len__")
_Container = _asking("Container", "__contains__")
_Callable = _asking("Callable", "__call__")
_Collection = _asking("Collection", "__len__", "__iter__", "__contains__", base=(_Sized, _Iterable, _Container))
_Awaitable = _asking("Awaitable", "__await__")
_Coroutine = _asking("Coroutine", "__await__", "send", "throw", "close", base=(_Awaitable,))
_AsyncIterable = _asking("AsyncIterable", "__aiter__")
_AsyncIterator = _asking("AsyncIterator", "__anext__", "__aiter__", base=(_AsyncIterable,))
_Sequence = _asking("Sequence", base=(_Reversible, _Collection))
_MutableSequence = _asking("MutableSequence", base=(_Sequence,))
_Set = _asking("Set", base=(_Collection,))
_MutableSet = _asking("MutableSet", base=(_Set,))
_Mapping = _asking("Mapping", base=(_Collection,))
_MutableMapping = _asking("MutableMapping", base=(_Mapping,))
_MappingView = _asking("MappingView", base=(_Sized,))
_KeysView = _asking("KeysView", base=(_MappingView, _Set))
_ItemsView = _asking("ItemsView", base=(_MappingView, _Set))
_ValuesView = _asking("ValuesView", base=(_MappingView, _Collection))
for _c in (tuple, str, range, bytes):
    _Sequence.register(_c)
for _c in (list, bytearray):
    _MutableSequence.register(_c)
_Set.register(frozenset)
_MutableSet.register(set)
_MutableMapping.register(dict)
_KeysView.register(type({}.keys()))
_ItemsView.register(type({}.items()))
_ValuesView.register(type({}.values()))

Hashable = _SpecialAlias("Hashable", _Hashable, 0)
Sized = _SpecialAlias("Sized", _Sized, 0)
Awaitable = _SpecialAlias("Awaitable", _Awaitable, 1)
Coroutine = _SpecialAlias("Coroutine", _Coroutine, 3)
AsyncIterable = _SpecialAlias("AsyncIterable", _AsyncIterable, 1)
AsyncIterator = _SpecialAlias("AsyncIterator", _AsyncIterator, 1)
Iterable = _SpecialAlias("Iterable", _Iterable, 1)
Iterator = _SpecialAlias("Iterator", _Iterator, 1)
Reversible = _SpecialAlias("Reversible", _Reversible, 1)
Generator = _SpecialAlias("Generator", _Generator, 3)
Container = _SpecialAlias("Container", _Container, 1)
Collection = _SpecialAlias("Collection", _Collection, 1)
Callable = _CallableType("Callable", _Callable, 2)
AbstractSet = _SpecialAlias("AbstractSet", _Set, 1)
MutableSet = _SpecialAlias("MutableSet", _MutableSet, 1)
Mapping = _SpecialAlias("Mapping", _Mapping, 2)
MutableMapping = _SpecialAlias("MutableMapping", _MutableMapping, 2)
Sequence = _SpecialAlias("Sequence", _Sequence, 1)
MutableSequence = _SpecialAlias("MutableSequence", _MutableSequence, 1)
MappingView = _SpecialAlias("MappingView", _MappingView, 1)
KeysView = _SpecialAlias("KeysView", _KeysView, 1)
ItemsView = _SpecialAlias("ItemsView", _ItemsView, 2)
ValuesView = _SpecialAlias("ValuesView", _ValuesView, 1)
Tuple = _TupleType("Tuple", tuple, -1)
List = _SpecialAlias("List", list, 1)
Set = _SpecialAlias("Set", set, 1)
FrozenSet = _SpecialAlias("FrozenSet", frozenset, 1)
Dict = _SpecialAlias("Dict", dict, 2)
Type = _SpecialAlias("Type", type, 1)

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
AnyStr = TypeVar("AnyStr", bytes, str)
Text = str


@runtime_checkable
class SupportsInt(Protocol):
    """An ABC with one abstract method __int__."""
    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """An ABC with one abstract method __float__."""
    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """An ABC with one abstract method __index__."""
    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T]):
    """An ABC with one abstract method __abs__ that is covariant in its return type."""
    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T:
        pass


# --- functions and decorators ---

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
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)):
            return args
        return (list(args[:-1]), args[-1])
    if isinstance(tp, (_GenericAlias, _ListAlias, _UnionType)):
        return tp.__args__
    return ()


def is_typeddict(tp):
    """Is an annotation a TypedDict class?"""
    return isinstance(tp, _TypedDictMeta)


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
        self.__module__ = "__main__"

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


# --- NamedTuple and TypedDict ---

def _field_getter(i, name):
    def get(self):
        return tuple.__getitem__(self, i)
    return property(get, doc=f"Alias for field number {i}")


def _named_tuple_class(typename, types, defaults, module):
    fields = tuple(types)
    count = len(fields)

    def __new__(cls, *args, **kwargs):
        if len(args) > count:
            raise TypeError(f"{typename}.__new__() takes {count + 1} positional arguments but "
                            f"{len(args) + 1} were given")
        values = list(args)
        for name in fields[:len(args)]:
            if name in kwargs:
                raise TypeError(f"{typename}.__new__() got multiple values for argument '{name}'")
        missing = []
        for name in fields[len(args):]:
            if name in kwargs:
                values.append(kwargs.pop(name))
            elif name in defaults:
                values.append(defaults[name])
            else:
                missing.append(repr(name))
        for name in kwargs:
            raise TypeError(f"{typename}.__new__() got an unexpected keyword argument '{name}'")
        if missing:
            if len(missing) == 1:
                text = missing[0]
            elif len(missing) == 2:
                text = " and ".join(missing)
            else:
                text = ", ".join(missing[:-1]) + ", and " + missing[-1]
            raise TypeError(f"{typename}.__new__() missing {len(missing)} required positional "
                            f"argument{'s' if len(missing) > 1 else ''}: {text}")
        return tuple.__new__(cls, values)

    def _make(cls, iterable):
        """Make a new object from a sequence or iterable."""
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        """Return a new object replacing specified fields with new values."""
        result = self._make([kwds.pop(name, value) for name, value in zip(fields, self)])
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    def _asdict(self):
        """Return a new dict which maps field names to their values."""
        return dict(zip(fields, self))

    def __repr__(self):
        return type(self).__name__ + "(" + ", ".join(f"{n}={v!r}" for n, v in zip(fields, self)) + ")"

    def __getnewargs__(self):
        return tuple(self)

    space = {"__doc__": f"{typename}({', '.join(fields)})", "__slots__": (), "_fields": fields,
             "_field_defaults": dict(defaults), "__new__": __new__, "_make": classmethod(_make),
             "_replace": _replace, "_asdict": _asdict, "__repr__": __repr__, "__getnewargs__": __getnewargs__,
             "__match_args__": fields, "__module__": module, "__annotations__": dict(types)}
    for i, name in enumerate(fields):
        space[name] = _field_getter(i, name)
    return type(typename, (tuple,), space)


_NO_OVERRIDE = ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make",
                "_replace", "_asdict", "_source")


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        types = {n: _type_check(t, f"field {n} annotation must be a type")
                 for n, t in ns.get("__annotations__", {}).items()}
        defaults = {}
        for name in types:
            if name.startswith("_"):
                raise ValueError(f"Field names cannot start with an underscore: {name!r}")
            if name in ns:
                defaults[name] = ns[name]
            elif defaults:
                several = "s" if len(defaults) > 1 else ""
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field{several} "
                                + ", ".join(defaults))
        made = _named_tuple_class(typename, types, defaults, ns["__module__"])
        for key, value in ns.items():
            if key in _NO_OVERRIDE:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__annotations__", "__module__") and key not in types:
                setattr(made, key, value)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


class _NamedTupleForm:
    def __call__(self, typename, fields=(), /, **kwargs):
        pairs = dict(fields) if fields else dict(kwargs)
        types = {n: _type_check(t, f"field {n} annotation must be a type") for n, t in pairs.items()}
        return _named_tuple_class(typename, types, {}, "__main__")

    def __mro_entries__(self, bases):
        if len(bases) > 1:
            raise TypeError("Multiple inheritance with NamedTuple is not supported")
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple at 0x0>"


NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        made = type.__new__(_TypedDictMeta, name, (dict,), ns)
        hints, required, optional = {}, set(), set()
        for base in bases:
            hints.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, value in ns.get("__annotations__", {}).items():
            if isinstance(value, str):
                value = ForwardRef(value, module=made.__module__)
            value = _type_check(value, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
            hints[key] = value
            origin = get_origin(value)
            if origin is Required or origin is not NotRequired and total:
                required.add(key)
            else:
                optional.add(key)
        made.__annotations__ = hints
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


class _TypedDictForm:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields or kwargs), "__module__": "__main__"},
                              total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict at 0x0>"


TypedDict = _TypedDictForm()
