# register(), __subclasshook__, isinstance() and issubclass() with caches and the token.
from abc import ABC, ABCMeta, get_cache_token


class Sized(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Sized:
            return any("size" in c.__dict__ for c in other.__mro__) or NotImplemented
        return NotImplemented


class HasSize:
    size = 1


class NoSize:
    pass


print(isinstance(HasSize(), Sized), isinstance(NoSize(), Sized), issubclass(HasSize, Sized), issubclass(int, Sized))
token = get_cache_token()
print(Sized.register(NoSize), isinstance(NoSize(), Sized), get_cache_token() - token)
Sized.register(NoSize)
print(get_cache_token() - token)


class Child(NoSize):
    pass


print(isinstance(Child(), Sized), issubclass(Child, Sized), isinstance(5, Sized))


class Sub(Sized):
    pass


@Sub.register
class Registered:
    pass


print(isinstance(Registered(), Sub), isinstance(Registered(), Sized), isinstance(HasSize(), Sub))
print(issubclass(Sub, Sized), issubclass(Sized, Sub))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: Sized.register(5))
attempt(lambda: Sub.register(Sized))
attempt(lambda: issubclass(5, Sized))
attempt(lambda: isinstance(5, (Sized, int)))
attempt(lambda: issubclass(str, (Sized, (bytes, object))))


class Bad(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return 5


attempt(lambda: isinstance(5, Bad))


class Raises(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        raise KeyError("hook")


attempt(lambda: isinstance(5, Raises))


class Liar:
    @property
    def __class__(self):
        return HasSize


print(isinstance(Liar(), Sized), isinstance(Liar(), HasSize), type(Liar()).__name__)


class Meta(ABCMeta):
    def __instancecheck__(cls, instance):
        return instance == 3 or super().__instancecheck__(instance)


class Three(metaclass=Meta):
    pass


print(isinstance(3, Three), isinstance(4, Three), isinstance(Three(), Three), issubclass(int, Three))
for i in range(3):
    Made = type(f"Made{i}", (), {"size": i} if i % 2 else {})
    print(issubclass(Made, Sized), isinstance(Made(), Sized))


class Late(ABC):
    pass


class Other:
    pass


print(isinstance(Other(), Late))
Late.register(Other)
print(isinstance(Other(), Late), Other.__mro__)
Late2 = ABCMeta("Late2", (Late,), {})
print(isinstance(Other(), Late2), Late2.__name__)
