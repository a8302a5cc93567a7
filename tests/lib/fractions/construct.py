from fractions import Fraction as F
import numbers
for a in [(), (3,), (3, 4), (6, -8), (-6, 8), (0, 5), ("3/4",), (" -3/4 ",), ("1.5",), ("-.25",), ("1e3",), ("1.5E-2",), ("7.",), ("1_000/3",), ("+5",), (0.1,), (1.5,), (-0.0,), (True,), (F(1, 2), F(3, 4)), (F(1, 3),), (10**30, 10**20), ("١/٢",), ("1_0.2_5e0_1",),
          ("3/-4",), ("1/0",), ("a",), ("",), ("1/2/3",), ("1 /2",), ("1.5/2",), (".",), ("1e",), ("nan",), ("inf",), ("1__0",), ("_1",), (1, 0), (0, 0), (1.5, 2), (1, 2.0), (None,), (float("nan"),), (float("inf"),), (1j,), ([1],), ("1", 2), (1, "2"), (b"1",), (1, None)]:
    try:
        f = F(*a)
        print(a, repr(f), f, f.numerator, f.denominator)
    except Exception as e:
        print(a, type(e).__name__, e)
print(F(numerator=3, denominator=9), F.from_float(0.75), F.from_float(3), F(3, 4).as_integer_ratio())
for f in (lambda: F.from_float("a"), lambda: F.from_float(float("inf")), lambda: F.from_decimal(5), lambda: F.from_decimal(1.5), lambda: setattr(F(1), "numerator", 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for x in (3.141592653589793, 0.1, 2.718281828, -1.4142135623730951):
    print([str(F(x).limit_denominator(n)) for n in (1, 7, 10, 100, 1000, 10**6)], F(x).limit_denominator())
try: F(1, 3).limit_denominator(0)
except ValueError as e: print(e)
print(F("0.3333333333").limit_denominator(), F(10, 3).limit_denominator(1))
print(isinstance(F(1), numbers.Rational), isinstance(F(1), numbers.Real), isinstance(F(1), numbers.Integral), issubclass(F, numbers.Number))
class Sub(F):
    def twice(self): return self * 2
s = Sub(1, 3)
print(repr(s), type(s.twice()).__name__, type(-s).__name__, Sub.from_float(0.5), s == F(1, 3), hash(s) == hash(F(1, 3)))
