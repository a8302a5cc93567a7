"""Plugins: metaclasses, __init_subclass__, descriptors, __set_name__, class decorators, __prepare__, __getattr__."""
import sys
import types
from collections import OrderedDict
from operator import attrgetter


class Registry(type):
    plugins = OrderedDict()

    @classmethod
    def __prepare__(mcls, name, bases, **options):
        namespace = OrderedDict()
        namespace["hook"] = lambda function: (setattr(function, "is_hook", True), function)[1]
        return namespace

    def __new__(mcls, name, bases, namespace, *, key=None, abstract=False, **options):
        helper = namespace.pop("hook")
        cls = super().__new__(mcls, name, bases, dict(namespace))
        cls.hooks = [k for k, v in namespace.items() if getattr(v, "is_hook", False)]
        cls.options = {**getattr(cls, "options", {}), **options}
        if not abstract:
            key = key or name.lower()
            if key in mcls.plugins:
                raise TypeError(f"plugin {key!r} exists: {mcls.plugins[key].__qualname__}")
            mcls.plugins[key] = cls
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.order = len(Registry.plugins)

    def __call__(cls, *args, **kwargs):
        if not cls.hooks:
            raise TypeError(f"{cls.__name__} has no hooks")
        instance = super().__call__(*args, **kwargs)
        instance.ready = True
        return instance

    def __iter__(cls):
        return iter(cls.hooks)

    def __len__(cls):
        return len(cls.hooks)

    def __getitem__(cls, key):
        return Registry.plugins[key]

    def __contains__(cls, key):
        return key in Registry.plugins

    def __getattr__(cls, name):
        if name.startswith("get_"):
            return lambda: cls[name[4:]]
        raise AttributeError(f"type {cls.__name__} has no {name}")

    def __repr__(cls):
        return f"<plugin {cls.__name__}>"

    def __instancecheck__(cls, instance):
        return getattr(instance, "plugin_like", False) or super().__instancecheck__(instance)


class Plugin(metaclass=Registry, abstract=True):
    def __init__(self, **settings):
        for name, value in settings.items():
            setattr(self, name, value)


class Setting:
    """A checked attribute with a default."""

    def __init__(self, default, *checks):
        self.default, self.checks = default, checks

    def __set_name__(self, owner, name):
        self.name, self.slot = name, f"_{owner.__name__}__{name}"

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.slot, self.default)

    def __set__(self, instance, value):
        for check in self.checks:
            if not check(value):
                raise ValueError(f"{self.name}={value!r} fails {check.__name__}")
        setattr(instance, self.slot, value)

    def __delete__(self, instance):
        try:
            delattr(instance, self.slot)
        except AttributeError:
            raise AttributeError(f"{self.name} is not set") from None


def positive(n):
    return n > 0


class Upper(Plugin, priority=1):
    width = Setting(10, positive)

    @hook
    def text(self, s):
        return s.upper()[:self.width]

    def helper(self):
        pass


class Reverse(Plugin, key="rev", priority=2, speed="slow"):
    @hook
    def text(self, s):
        return s[::-1]

    @hook
    def number(self, n):
        return int(str(n)[::-1])


class Both(Upper, Reverse, speed="fast"):
    @hook
    def text(self, s):
        return f"<{super().text(s)}|{Reverse.text(self, s)}>"


print(dict(Registry.plugins), Plugin, [list(p) for p in Registry.plugins.values()], len(Reverse), Both.options)
print([p.order for p in Registry.plugins.values()], Both.__mro__[:3], Plugin["rev"] is Reverse, "upper" in Plugin, Both.get_rev())
b = Both(width=4)
print(b.text("hello world"), b.ready, b.width, vars(b), Upper.width.default, type(Upper.width).__name__)
del b.width
print(b.width, isinstance(types.SimpleNamespace(plugin_like=True), Plugin), isinstance(3, Plugin), issubclass(Both, Plugin), bool(Both), sorted(Both, key=len))


def attempt(label, action):
    try:
        print(label, action())
    except Exception as e:
        print(f"{label}: {type(e).__name__}: {e}")


attempt("duplicate", lambda: Registry("Upper", (Plugin,), Registry.__prepare__("Upper", ())))
attempt("no hooks", lambda: Registry("Empty", (Plugin,), Registry.__prepare__("", ()))())
attempt("missing", lambda: Upper.nothing)
attempt("unknown", lambda: Upper["x"])
attempt("width", lambda: Upper(width=-1))
attempt("delete", lambda: Upper().__delattr__("width"))
attempt("positional", lambda: Upper(1))
attempt("instance", lambda: Upper().nothing)
attempt("prepare", lambda: type("X", (Plugin,), {}))


class Shape:
    sides: dict = {}

    def __init_subclass__(cls, *, sides=None, **rest):
        super().__init_subclass__(**rest)
        if sides is not None:
            if sides < 3:
                raise ValueError(f"{cls.__name__} with {sides} sides")
            Shape.sides[sides] = cls

    def __class_getitem__(cls, n):
        return cls.sides[n]

    def __new__(cls, *args, **kwargs):
        if cls is Shape:
            return object.__new__(cls.sides[len(args)])
        return super().__new__(cls)

    def __init__(self, *lengths):
        self.lengths = lengths

    def __getattr__(self, name):
        if name == "perimeter":
            return sum(self.lengths)
        raise AttributeError(f"{type(self).__name__!r} has no {name!r}", name=name, obj=self)

    def __setattr__(self, name, value):
        if name == "perimeter":
            raise AttributeError("perimeter is computed")
        object.__setattr__(self, name, value)

    def __dir__(self):
        return ["perimeter", *super().__dir__()]


class Triangle(Shape, sides=3):
    pass


class Square(Shape, sides=4):
    pass


print(type(Shape(3, 4, 5)).__name__, Shape(3, 4, 5).perimeter, Shape[4], "perimeter" in dir(Square(1)), Shape(1, 1, 1, 1).lengths)
attempt("two sides", lambda: types.new_class("Line", (Shape,), {"sides": 2}))
attempt("option", lambda: types.new_class("Odd", (Shape,), {"colour": 1}))
attempt("five", lambda: Shape(*range(5)))
attempt("attribute", lambda: Triangle(1).area)
attempt("assign", lambda: setattr(Triangle(1), "perimeter", 3))
attempt("default", lambda: getattr(Triangle(1), "area", "no area"))
attempt("mro", lambda: type("M", (object, Shape), {}))
attempt("metaclass", lambda: type("N", (Plugin, type("O", (), {}, )), {"hook": None}))


class OtherMeta(type):
    pass


attempt("conflict", lambda: types.new_class("C", (Plugin, OtherMeta("P", (), {}))))
attempt("bases", lambda: type("D", (Shape, Shape), {}))
attempt("final", lambda: type("B", (bool,), {}))
attempt("slots", lambda: type("S", (), {"__slots__": ("a", "1b")}))
attempt("layout", lambda: type("L", (int, str), {}))


def register(*names, table={}):
    def decorate(cls):
        for name in names:
            table[name] = cls
        cls.names = names
        return cls
    decorate.table = table
    return decorate


@register("csv", "tsv")
class Table:
    class Row:
        __slots__ = ("cells", "__weakref__")

        def __init__(self, cells):
            self.cells = cells


print(sorted(register().table), Table.names, Table.Row.__qualname__, Table.Row.__module__)
row = Table.Row([1])
attempt("slot", lambda: setattr(row, "other", 1))
attempt("dict", lambda: row.__dict__)
del row.cells
attempt("empty slot", lambda: row.cells)
module = types.ModuleType("virtual", "made at run time")
exec("def __getattr__(name):\n    return name.upper()\nreal = 1", module.__dict__)
sys.modules["virtual"] = module
from virtual import real, imagined
print(real, imagined, module.__name__, attrgetter("__doc__", "other")(module))
