# What can't be referred to, and arguments that are wrong.
import weakref


class C:
    pass


class Slots:
    __slots__ = ("a",)


class Weak:
    __slots__ = ("a", "__weakref__")


class I(int):
    pass


class T(tuple):
    pass


class L(list):
    pass


class S(str):
    pass


class E(Exception):
    pass


def gen():
    yield


c = C()
for o in (1, 1.5, "x", b"x", (), [], {}, None, True, object(), range(3), slice(1), bytearray(), 10**30, 1j,
          iter([]), {}.keys(), property(), ValueError(), Slots(), I(), T(), weakref.ref(c)):
    for make in (weakref.ref, weakref.proxy):
        try:
            make(o)
            print("no error", type(o))
        except TypeError as e:
            print(e)
for o in (C, C(), Weak(), L(), S(), E(), set(), frozenset(), len, gen, gen(), weakref, [].append,
          gen.__code__):
    print(type(o).__name__, type(weakref.ref(o)).__name__)
p = weakref.proxy(c)
for f in (lambda: weakref.ref(), lambda: weakref.ref(c, 1, 2), lambda: weakref.ref(c, callback=1),
          lambda: weakref.proxy(), lambda: weakref.ref(c) < weakref.ref(c), lambda: hash(p),
          lambda: type("A", (C,), {"__slots__": ("__weakref__",)}),
          lambda: type("A", (int,), {"__slots__": ("__weakref__",)})):
    try:
        print(f())
    except TypeError as e:
        print(type(e).__name__, e)


class Base:
    __slots__ = ()


class Child(Base):
    __slots__ = ("__weakref__",)


class GrandChild(Child):
    __slots__ = ()


print(weakref.ref(GrandChild()) is not None)
try:
    weakref.ref(Base())
except TypeError as e:
    print(e)
