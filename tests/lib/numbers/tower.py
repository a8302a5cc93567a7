import numbers as n
from fractions import Fraction
for v in (1, True, 1.5, 1j, Fraction(1, 2), "a", None):
    print(repr(v), [c.__name__ for c in (n.Number, n.Complex, n.Real, n.Rational, n.Integral) if isinstance(v, c)])
print(n.__all__, issubclass(n.Integral, n.Rational), issubclass(int, n.Integral), issubclass(bool, n.Integral), issubclass(float, n.Rational), n.Number.__hash__, n.Integral.__mro__)
for c in (n.Complex, n.Real, n.Rational, n.Integral):
    try: c()
    except TypeError as e: print(e)
class Mod7(n.Number):
    def __init__(self, v): self.v = v % 7
    def __eq__(self, o): return self.v == o.v
print(isinstance(Mod7(3), n.Number), Mod7(3) == Mod7(10))
try: hash(Mod7(1))
except TypeError as e: print(e)
class R(n.Real):
    def __init__(self, v): self.v = v
    def _(self, *a): return NotImplemented
    __abs__ = __add__ = __ceil__ = __floor__ = __le__ = __lt__ = __mod__ = __mul__ = __neg__ = __pow__ = __radd__ = __rfloordiv__ = __rmod__ = __rmul__ = __round__ = __rpow__ = __rtruediv__ = __truediv__ = __trunc__ = _
    def __float__(self): return float(self.v)
    def __eq__(self, o): return self.v == o
    def __pos__(self): return self
    def __floordiv__(self, o): return self.v // o
    def __mod__(self, o): return self.v % o
r = R(7)
print(complex(r), r.imag, r.real is r, r.conjugate() is r, divmod(r, 4), bool(r), bool(R(0)), float(r))
n.Integral.register(R)
print(isinstance(r, n.Integral))
