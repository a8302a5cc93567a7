"""copyreg: what copy and pickle call to make objects anew, and the places where types say how.

object.__reduce_ex__ (native) names __newobj__, __newobj_ex__ and _reconstructor; pickles of CPython do, too."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Have objects of a type reduced by a function."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Check that an object can be called."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def _pickle_complex(c):
    return complex, (c.real, c.imag)


def _pickle_union(u):
    import functools
    import operator
    return functools.reduce, (operator.or_, u.__args__)


pickle(complex, _pickle_complex, complex)
pickle(type(int | str), _pickle_union)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _made_by_script(cls):
    try:
        return object.__new__(cls) is not None
    except TypeError:
        return False


# Protocols 0 and 1 know only a built-in base's value and the attributes.
def _reduce_ex(self, proto):
    assert proto < 2
    cls = self.__class__
    for base in cls.__mro__:
        if base is object or base in (int, float, complex, str, bytes, tuple, list, dict, set, frozenset, bytearray):
            break
    if base is object:
        if not _made_by_script(cls):
            raise TypeError(f"cannot pickle {cls.__name__!r} object")
        state = None
    else:
        if base is cls:
            raise TypeError(f"cannot pickle {cls.__name__!r} object")
        state = base(self)
    args = (cls, base, state)
    getstate = getattr(self, "__getstate__", None)
    if getattr(cls, "__slots__", None) and _own_getstate(cls) is None:
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    if _own_getstate(cls) is None:
        own = getattr(self, "__dict__", None)
    else:
        own = getstate()
    return (_reconstructor, args, own) if own else (_reconstructor, args)


def _own_getstate(cls):
    method = cls.__getstate__
    return None if method is object.__getstate__ else method


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _slotnames(cls):
    """The attributes that the class's __slots__ name, those of its bases included, as instances have them."""
    known = cls.__dict__.get("__slotnames__")
    if known is not None:
        return known
    names = []
    for c in cls.__mro__:
        slots = c.__dict__.get("__slots__", ())
        if isinstance(slots, str):
            slots = (slots,)
        for name in slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = c.__name__.lstrip("_")
                names.append(f"_{stripped}{name}" if stripped else name)
            else:
                names.append(name)
    try:
        cls.__slotnames__ = names
    except (AttributeError, TypeError):
        pass
    return names


_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Register a number that pickles say instead of a global name."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError("code out of range")
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Undo add_extension()."""
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    """Forget the objects that numbers were found to mean."""
    _extension_cache.clear()
