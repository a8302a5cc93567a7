import copy
from collections import namedtuple
from typing import NamedTuple
P = namedtuple("P", "x y")
p = P([1], 2); c = copy.copy(p); d = copy.deepcopy(p)
print(c, d, c.x is p.x, d.x is p.x, type(d))
class T(NamedTuple):
    """Doc of T."""
    a: int
    b: str = "dflt"
    def both(self): return f"{self.a}{self.b}"
x = T(1); print(x, x.a, x.b, x.both(), T._fields, T._field_defaults, T.__annotations__, T.__doc__, x._replace(b="q"), x._asdict())
for f in (lambda: T(), lambda: T(1, 2, 3), lambda: T(1, c=2), lambda: setattr(x, "a", 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
Q = NamedTuple("Q", [("m", int), ("n", str)]); print(Q(1, "a"), Q.__annotations__, Q.__module__, T.__module__)
def f():
    L = namedtuple("L", "a"); return L
print(f().__module__, f().__qualname__, f()(1))
class Outer:
    Inner = namedtuple("Inner", "v")
print(Outer.Inner(1), Outer.Inner.__qualname__)
print(x.__reduce_ex__(2)[1:], p.__reduce_ex__(4)[1][1:])
