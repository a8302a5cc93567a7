from decimal import *
from fractions import Fraction
def show(f):
    try:
        r = f()
        print(repr(r), r)
    except Exception as e:
        print(type(e).__name__, e)
for v in ["0", "-0", "1", "+1.50", " 3.14 ", "1e5", "1E-10", ".5", "5.", "1_000.5_0", "123456789012345678901234567890.123", "Infinity", "-inf", "nan", "NaN123", "-sNaN5", "snan", "0E+10", "0.0000001", "0.000001", "1E6", "１２.５", "٣", "1e+05", "-.5e-3", "00012.500", "", "a", ".", "1e", "e5", "1 2", "--1", "1.2.3", "nan1a", "infin", "0x10", "1__2", "_1", "1e5.0", "+", "nan-1"]:
    show(lambda: Decimal(v))
for v in [0, -5, 10**40, True, 1.5, 0.1, -0.0, float("inf"), float("nan"), 1e300, 5e-324, (0, (1, 2, 3), -2), (1, (), 0), (1, (0, 0, 1), 5), (0, (), "F"), (1, (1, 2), "n"), (0, [5], "N"), [0, [1, 2], 3], Decimal("1.5"), None, 1j, Fraction(1, 2), b"1", (1, 2), (2, (1,), 0), (0, (10,), 0), (0, (1, "a"), 0), (0, (1,), "x"), (0, (1,), 1.5), (0, 5, 0), ("0", (1,), 0), [], {}]:
    show(lambda: Decimal(v))
show(lambda: Decimal())
show(lambda: Decimal(value="2"))
show(lambda: Decimal("1", Context()))
show(lambda: Decimal("x", Context(traps=[])))
show(lambda: Decimal("1", 5))
show(lambda: Decimal.from_float(0.1))
show(lambda: Decimal.from_float(5))
show(lambda: Decimal.from_float("5"))
show(lambda: Decimal.from_float(float("-inf")))
for s in ("1.50", "-0", "1E+5", "1e-10", "nan", "-inf", "sNaN12", "0E-7", "123.456e10", "12345678E-20", "1E+1", "0E+3", "0.00000012"):
    d = Decimal(s)
    print(s, d, repr(d), d.to_eng_string(), d.as_tuple(), d.__reduce__(), bool(d), d.is_signed())
    getcontext().capitals = 0; print(d, repr(d), d.to_eng_string()); getcontext().capitals = 1
t = Decimal("-1.25").as_tuple()
print(t, t.sign, t.digits, t.exponent, t._replace(sign=0), t._asdict(), tuple(t), Decimal(t), DecimalTuple(0, (1,), 2), type(t).__name__, t == (1, (1, 2, 5), -2))
class Money(Decimal):
    def tax(self): return self * Decimal("0.2")
m = Money("10.00")
print(repr(m), m, type(m), type(m + 1), m.tax(), type(m.tax()), m == Decimal("10.00"), isinstance(m, Decimal), Money(5), Money.from_float(0.5), repr(Money(m)), hash(m) == hash(10))
try: Decimal(1).x = 5
except AttributeError as e: print(e)
print(Decimal.__name__, Decimal.__module__, Decimal)
for f in (lambda: int(Decimal("-3.9")), lambda: float(Decimal("0.1")), lambda: complex(Decimal("1.5")), lambda: round(Decimal("2.5")), lambda: round(Decimal("3.5")), lambda: round(Decimal("2.675"), 2), lambda: round(Decimal("-1234.5"), -2), lambda: round(Decimal(1), "a"), lambda: int(Decimal("inf")), lambda: int(Decimal("nan")), lambda: float(Decimal("snan")), lambda: round(Decimal("inf")), lambda: round(Decimal("nan"), 2), lambda: Decimal("0.75").as_integer_ratio(), lambda: Decimal("-1E3").as_integer_ratio(), lambda: Decimal("inf").as_integer_ratio(), lambda: Decimal("nan").as_integer_ratio(), lambda: Decimal("1.5").real, lambda: Decimal("1.5").imag, lambda: Decimal(-3).conjugate(), lambda: Decimal(5).__index__(), lambda: [1, 2, 3][Decimal(1)], lambda: int(Decimal("1e30")), lambda: hash(Decimal("snan")), lambda: Fraction(Decimal("0.125")), lambda: Fraction.from_decimal(Decimal("1.5")), lambda: "%d %.2f %s" % (Decimal("3.7"), Decimal("2.345"), Decimal("1E+5"))):
    show(f)
