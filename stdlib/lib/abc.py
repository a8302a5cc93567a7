"""Abstract base classes: classes that can't be instantiated until their abstract methods are given,
and that other classes can be registered with."""


def abstractmethod(funcobj):
    """A decorator indicating abstract methods."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A decorator indicating abstract classmethods (old spelling)."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A decorator indicating abstract staticmethods (old spelling)."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A decorator indicating abstract properties (old spelling)."""
    __isabstractmethod__ = True


def _is_abstract(value):
    if isinstance(value, property):
        if getattr(value, "__isabstractmethod__", False):
            return True
        return any(_is_abstract(f) for f in (value.fget, value.fset, value.fdel) if f is not None)
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return bool(getattr(value, "__isabstractmethod__", False))


def _abstract_names(cls, own):
    names = {name for name, value in own if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            # A property must be looked at itself, not at what it gives for the class.
            for c in cls.__mro__:
                if name in c.__dict__:
                    if _is_abstract(c.__dict__[name]):
                        names.add(name)
                    break
    return frozenset(names)


_token = 2  # never 1, which equals True


class ABCMeta(type):
    """Metaclass for defining Abstract Base Classes (ABCs)."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace.items())
        cls._abc_impl = ([], {})  # classes registered; answers given before
        return cls

    def register(cls, subclass):
        """Register a virtual subclass of an ABC. Returns the subclass, to allow use as a decorator."""
        global _token
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl[0].append(subclass)
        cls._abc_impl[1][subclass] = True
        _token += 1
        return subclass

    def __instancecheck__(cls, instance):
        """Override for isinstance(instance, cls)."""
        subclass = instance.__class__
        if cls._abc_impl[1].get(subclass) is True or cls.__subclasscheck__(subclass):
            return True
        kind = type(instance)
        return kind is not subclass and cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        """Override for issubclass(subclass, cls)."""
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        # A yes stays true; a no is remembered with the count of registrations it was found at.
        known = cls._abc_impl[1].get(subclass)
        if known is True:
            return True
        if known is not None and known == _token:
            return False
        token = _token
        answer = cls._is_base_of(subclass)
        known = cls._abc_impl[1]
        if len(known) > 500:
            known.clear()
        known[subclass] = True if answer else token
        return answer

    def _is_base_of(cls, subclass):
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in subclass.__mro__:
            return True
        for c in cls._abc_impl[0]:
            if issubclass(subclass, c):
                return True
        for c in cls.__subclasses__():
            if issubclass(subclass, c):
                return True
        return False


def update_abstractmethods(cls):
    """Recalculate the set of abstract methods of an abstract class."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__.items())
    return cls


def get_cache_token():
    """A number that changes with every call of register() on any ABC."""
    return _token


class ABC(metaclass=ABCMeta):
    """Helper class that provides a standard way to create an ABC using inheritance."""
    __slots__ = ()
