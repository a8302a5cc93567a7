from abc import ABC, abstractmethod
class Item(ABC):
    registry = {}
    tax = 0
    def __init_subclass__(cls, kind=None, **kw): super().__init_subclass__(**kw); kind and Item.registry.setdefault(kind, cls)
    def __init__(self, name, price): self.name, self.price = name, price
    @abstractmethod
    def describe(self): return f"{self.name}: {self.total:.2f}"
    @property
    def total(self): return self.price * (1 + self.tax)
    @classmethod
    def create(cls, kind, *a): return cls.registry[kind](*a)
    def accept(self, v): return getattr(v, "visit_" + type(self).__name__.lower(), v.default)(self)
class Book(Item, kind="book"):
    tax = 0.07
    def __init__(self, name, price, author): super().__init__(name, price); self.author = author
    def describe(self): return super().describe() + f" by {self.author}"
class Toy(Item, kind="toy"):
    tax = 0.19
    def describe(self): return "toy " + super().describe()
class Half(Item): pass
class Sale(Toy):
    total = property(lambda self: super(Sale, self).total * 0.5)
class Visitor:
    def default(self, x): return f"other {x.name}"
    def visit_book(self, b): return f"book {b.author}"
items = [Item.create("book", "B", 10, "Ann"), Item.create("toy", "Car", 5), Sale("Old", 8)]
for i in items: print(i.describe(), "|", i.accept(Visitor()), "|", isinstance(i, Item), [c.__name__ for c in type(i).__mro__])
for bad in (lambda: Item("x", 1), lambda: Half("x", 1), lambda: Item.create("car"), lambda: Book("x")):
    try: bad()
    except (TypeError, KeyError) as e: print(type(e).__name__, e)
print(Item.__abstractmethods__, sorted(Item.registry), f"{sum(i.total for i in items):.3f}", max(items, key=lambda i: i.total).name)
class A:
    def __init__(self, **kw): self.log = ["A"]; super().__init__(**kw)
    def who(self): return "A"
class Loud:
    def who(self): return super().who().upper() + "!"
class Twice:
    def __init__(self, *, n=2, **kw): super().__init__(**kw); self.n = n; self.log.append("T")
    def who(self): return super().who() * self.n
class B(Loud, Twice, A):
    def who(self): return "<" + super().who() + ">"
print(B(n=3).who(), B().log, [c.__name__ for c in B.mro()], B.__bases__, issubclass(B, (int, A)))
try: B(z=1)
except TypeError as e: print(e)
class Event:
    def __init__(self): self.subs = []
    def __iadd__(self, f): self.subs.append(f); return self
    def __isub__(self, f): self.subs.remove(f); return self
    def __call__(self, *a): return [f(*a) for f in self.subs]
class Button:
    def __init__(self): self.click = Event(); self.n = 0
    def on(self, x): self.n += x; return self.n
b = Button(); b.click += b.on; b.click += print; print(b.click(3)); b.click -= print; print(b.click(4), b.on == b.on, b.on is b.on, b.on.__self__ is b, b.on.__func__ is Button.on)
class State:
    def __init__(self): self.s = "idle"; self.hist = []
    T = {("idle", "start"): "run", ("run", "pause"): "wait", ("wait", "start"): "run", ("run", "stop"): "idle"}
    def fire(self, e):
        try: new = self.T[self.s, e]
        except KeyError: raise RuntimeError(f"can't {e} while {self.s}") from None
        self.hist.append(f"{self.s}->{new}"); self.s = new
s = State()
for e in "start pause start stop stop".split():
    try: s.fire(e)
    except RuntimeError as x: print(x, x.__cause__, x.__suppress_context__)
print(s.hist)
class Money:
    def __init__(self, a, c="EUR"): self.__a = a; self._c = c
    def __str__(self): return f"{self.__a:,.2f} {self._c}"
    def __repr__(self): return f"Money({self.__a!r}, {self._c!r})"
    def __eq__(self, o): return (self.__a, self._c) == (o.__a, o._c) if isinstance(o, Money) else NotImplemented
    def __lt__(self, o): return self.__a < o.__a
    def __hash__(self): return hash(self.__a)
    def __bool__(self): return self.__a != 0
    def __contains__(self, x): return x <= self.__a
    def __call__(self, rate): return Money(self.__a * rate)
    def __enter__(self): return self
    def __exit__(self, *a): self.__a = 0
    def __copy__(self): return Money(self.__a, self._c)
m = Money(1234567.891); print(m, [m], m == Money(1234567.891), m == 5, m != Money(0), bool(Money(0)), 5 in m, sorted([m, Money(3)])[0], m(2), hasattr(m, "__a"), m._Money__a, vars(m), f"{m!s:>20}|{m!r}")
with m: print("spending")
print(m, not m)
try: m > 5
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
try: m["x"]
except TypeError as e: print(e)
try: m.missing
except AttributeError as e: print(e)
print(type(m).__name__, m.__class__.__qualname__, Money.__eq__ is not object.__eq__, callable(m), isinstance(m, object), type("Dyn", (Money,), {"hi": lambda s: "hi " + str(s)})(5).hi())
