"""typing.NamedTuple and typing.TypedDict. Loaded by typing at its end."""

from typing import ForwardRef, Generic, NotRequired, Required, _caller, _type_check, get_origin


def _named_tuple_class(typename, types, defaults, module, bases=(tuple,), more={}):
    from collections import namedtuple
    made = namedtuple(typename, types, defaults=defaults.values(), module=module)
    made.__annotations__ = made.__new__.__annotations__ = dict(types)
    if bases == (tuple,):
        return made
    return type(typename, bases, {**made.__dict__, **more})


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
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        more = {"__orig_bases__": ns["__orig_bases__"]} if Generic in bases else {}
        made = _named_tuple_class(typename, types, defaults, ns["__module__"],
                                  tuple(tuple if b is _NamedTuple else b for b in bases) or (tuple,), more)
        for key, value in ns.items():
            if key in _NO_OVERRIDE:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__annotations__", "__module__", "__orig_bases__") and key not in types:
                setattr(made, key, value)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


class _NamedTupleForm:
    def __call__(self, typename, fields=(), /, **kwargs):
        pairs = dict(fields) if fields else dict(kwargs)
        types = {n: _type_check(t, f"field {n} annotation must be a type") for n, t in pairs.items()}
        return _named_tuple_class(typename, types, {}, _caller(1))

    def __mro_entries__(self, bases):
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
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields or kwargs), "__module__": _caller(1)},
                              total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict at 0x0>"


TypedDict = _TypedDictForm()


def is_typeddict(tp):
    """Is an annotation a TypedDict class?"""
    return isinstance(tp, _TypedDictMeta)
