class Temperature:
    """Celsius inside."""
    def __init__(self, c=0): self.celsius = c
    @property
    def celsius(self): "deg C"; return self._c
    @celsius.setter
    def celsius(self, v):
        if v < -273.15: raise ValueError(f"{v} below absolute zero")
        self._c = v
    @celsius.deleter
    def celsius(self): print("reset"); self._c = 0
    @property
    def fahrenheit(self): return self._c * 9 / 5 + 32
    @fahrenheit.setter
    def fahrenheit(self, v): self.celsius = (v - 32) * 5 / 9
    kelvin = property(lambda s: s._c + 273.15, lambda s, v: setattr(s, "celsius", v - 273.15), doc="K")
t = Temperature(25); print(t.fahrenheit, t.kelvin, Temperature.celsius.__doc__, Temperature.kelvin.__doc__, Temperature.__doc__)
t.fahrenheit = 212; print(t.celsius); del t.celsius; print(t.celsius)
for bad in (lambda: setattr(t, "celsius", -300), lambda: delattr(t, "kelvin"), lambda: setattr(t, "kelvin", -1)):
    try: bad()
    except (ValueError, AttributeError) as e: print(type(e).__name__, e)
class Ro:
    x = property(lambda self: 5)
try: Ro().x = 3
except AttributeError as e: print(e)
class Field:
    def __init__(self, kind, default=None, check=None): self.kind, self.default, self.check = kind, default, check
    def __set_name__(self, owner, name): self.name = name; owner.__dict__.get("_fields", []).append(name)
    def __get__(self, o, cls): return self if o is None else vars(o).get(self.name, self.default)
    def __set__(self, o, v):
        if not isinstance(v, self.kind): raise TypeError(f"{type(o).__name__}.{self.name}: {v!r} is no {self.kind.__name__}")
        if self.check and not self.check(v): raise ValueError(f"{self.name}={v!r}")
        vars(o)[self.name] = v
class Model:
    _fields = []
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); cls.fields = [k for c in reversed(cls.__mro__) for k, v in vars(c).items() if isinstance(v, Field)]
    def __init__(self, **kw):
        for k, v in kw.items():
            if k not in self.fields: raise TypeError(f"unknown field {k!r}")
            setattr(self, k, v)
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={getattr(self, k)!r}' for k in self.fields)})"
    def __eq__(self, o): return type(self) is type(o) and all(getattr(self, k) == getattr(o, k) for k in self.fields)
class User(Model):
    _fields = []
    name = Field(str); age = Field(int, 18, lambda a: 0 <= a < 150)
class Admin(User): level = Field(int, 1)
print(User(name="a"), Admin(name="b", level=3), User.fields, Admin.fields, User._fields, User(name="a") == User(name="a", age=18), User.age.kind)
for bad in (dict(name=5), dict(age=200), dict(zip="x")):
    try: User(**bad)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
class Meta(type):
    def __new__(m, name, bases, ns, **kw): c = super().__new__(m, name, bases, {**ns, "tag": name.lower()}); c.opts = kw; return c
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a): o = super().__call__(*a); o.made = True; return o
    def __len__(cls): return len(cls.tag)
    def __iter__(cls): return iter(cls.tag)
    def __getitem__(cls, k): return (cls.__name__, k)
    def __contains__(cls, x): return x in cls.tag
    def __repr__(cls): return f"<{cls.__name__}>"
    def __getattr__(cls, n): return "meta:" + n if not n.startswith("__") else super().__getattribute__(n)
class Abc(metaclass=Meta, x=1): pass
print(Abc.tag, Abc.opts, Abc().made, len(Abc), list(Abc), Abc[3], "b" in Abc, Abc, Abc.nope, isinstance(Abc, Meta), type(Abc) is Meta)
class Enum(type):
    def __new__(m, n, b, ns):
        c = super().__new__(m, n, b, {k: v for k, v in ns.items() if k.startswith("_") or callable(v)}); c.members = {}
        for k, v in ns.items():
            if not k.startswith("_") and not callable(v): o = object.__new__(c); o.name, o.value = k, v; c.members[k] = o; type.__setattr__(c, k, o)
        return c
    def __iter__(c): return iter(c.members.values())
    def __setattr__(c, k, v):
        if k != "members": raise AttributeError(f"cannot reassign {k}")
        super().__setattr__(k, v)
class Color(metaclass=Enum):
    RED = 1; GREEN = 2
    def __repr__(self): return f"Color.{self.name}"
    def next(self): m = list(Color); return m[(m.index(self) + 1) % len(m)]
print(list(Color), Color.RED.value, Color.GREEN.next())
try: Color.RED = 5
except AttributeError as e: print(e)
class Point:
    __slots__ = ("x", "y"); __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def where(p):
    match p:
        case Point(0, 0): return "origin"
        case Point(x, 0) | Point(0, x): return f"axis {x}"
        case Point(x, y) if x == y: return f"diag {x}"
        case Point(): return "somewhere"
        case {"x": x, **rest}: return f"map {x} {rest}"
        case [first, *_, last]: return f"seq {first}..{last}"
        case str(s) | bytes(s): return f"text {s}"
        case None | True: return "const"
        case _: return "?"
print([where(p) for p in (Point(0, 0), Point(3, 0), Point(0, 4), Point(2, 2), Point(1, 2), {"x": 1, "y": 2}, [1, 2, 3], (1, 2), [1], "s", b"b", None, True, 5)])
try: Point(1, 2).z = 1
except AttributeError as e: print(e)
class Dyn:
    def __init__(self): object.__setattr__(self, "d", {})
    def __getattr__(self, n): return self.d[n] if n in self.d else super().__getattribute__(n)
    def __setattr__(self, n, v): self.d[n] = v
    def __delattr__(self, n): del self.d[n]
    def __dir__(self): return ["z", *self.d]
y = Dyn(); y.a = 1; y.b = y.a + 1; del y.a; print(y.d, hasattr(y, "a"), dir(y), getattr(y, "q", "dflt"))
try: y.a
except AttributeError as e: print(e)
