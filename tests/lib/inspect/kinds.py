# Predicates, getmembers, getattr_static, docs, mro, generators, closures.
import inspect
import sys


class Base:
    """Base doc.

        indented
    """
    attr = 1

    def method(self):
        """Method doc."""

    @property
    def prop(self):
        """Prop doc."""
        return 1

    @staticmethod
    def stat():
        pass

    @classmethod
    def clas(cls):
        pass


class Child(Base):
    __slots__ = ("slot",)

    def method(self):
        pass

    def __getattr__(self, name):
        if name == "dynamic":
            return 5
        raise AttributeError(name)


def gen():
    x = 1
    yield x
    yield 2


try:
    1 / 0
except ZeroDivisionError as e:
    tb = e.__traceback__
frame = inspect.currentframe()
objects = {"module": sys, "class": Base, "function": gen, "method": Child().method, "builtin": len,
           "bound builtin": [].append, "descriptor": str.upper, "property": Base.__dict__["prop"],
           "slot": Child.__dict__["slot"], "generator": gen(), "code": gen.__code__, "frame": frame, "traceback": tb,
           "int": 5, "static": Base.__dict__["stat"], "clsm": Base.__dict__["clas"]}
tests = [inspect.ismodule, inspect.isclass, inspect.isfunction, inspect.ismethod, inspect.isbuiltin,
         inspect.isroutine, inspect.ismethoddescriptor, inspect.isdatadescriptor, inspect.ismemberdescriptor,
         inspect.isgenerator, inspect.isgeneratorfunction, inspect.iscode, inspect.isframe, inspect.istraceback,
         inspect.isabstract, inspect.iscoroutinefunction, inspect.iscoroutine, inspect.isawaitable]
for name, obj in objects.items():
    print(name, [t.__name__ for t in tests if t(obj)])
print([n for n, v in inspect.getmembers(Child(), inspect.ismethod)])
print([n for n, v in inspect.getmembers(Base) if not n.startswith("__")])
print([n for n, v in inspect.getmembers(Base, inspect.isfunction)])
print(inspect.getmro(Child), inspect.getdoc(Child.method), inspect.getdoc(Child), inspect.getdoc(Base.prop))
print(repr(inspect.getdoc(Base)), inspect.getdoc(Base.attr) is not None, inspect.getdoc(Child().method))
print(repr(inspect.cleandoc("  a\n    b\n      c\n\n")), repr(inspect.cleandoc("\n\n  x")))
c = Child()
print(c.dynamic, inspect.getattr_static(c, "attr"), type(inspect.getattr_static(c, "prop")).__name__,
      inspect.getattr_static(c, "dynamic", "none"), type(inspect.getattr_static(Base, "stat")).__name__)
try:
    inspect.getattr_static(c, "dynamic")
except AttributeError as e:
    print(e)
g = gen()
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
next(g)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
list(g)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))


def outer():
    free = 1

    def inner():
        return free, len, objects, missing_name
    return inner


cv = inspect.getclosurevars(outer())
print(cv.nonlocals, list(cv.globals), list(cv.builtins), cv.unbound)


def wrapped():
    pass


def w1():
    pass


w1.__wrapped__ = wrapped
print(inspect.unwrap(w1) is wrapped, inspect.unwrap(wrapped) is wrapped)
wrapped.__wrapped__ = w1
try:
    inspect.unwrap(w1)
except ValueError as e:
    print(str(e).split(" at ")[0])
print(inspect.getfullargspec(lambda a, b=1, *c, d, e=2, **f: 0))
print(inspect.getfullargspec(Base.method), inspect.getfullargspec(Child().method).args)
print(inspect.getcallargs(lambda a, b=1, *c, d=4, **f: 0, 1, 2, 3, x=5))
for args in ((), (1, 2, 3)):
    try:
        inspect.getcallargs(lambda a, b: 0, *args)
    except TypeError as e:
        print(e)


def argvalues(a, b=2, *c, **d):
    return inspect.formatargvalues(*inspect.getargvalues(inspect.currentframe()))


print(argvalues(1, 2, 3, k=4))
print(inspect.getmodulename("/x/y/mod.py"), inspect.getmodulename("noext"), inspect.indentsize("\t  x"))
print([(a.name, a.kind) for a in inspect.classify_class_attrs(Base) if not a.name.startswith("__")])
