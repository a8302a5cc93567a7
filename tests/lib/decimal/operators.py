from decimal import *
from fractions import Fraction
import math, numbers
D = Decimal
ops = [("+", lambda a, b: a + b), ("-", lambda a, b: a - b), ("*", lambda a, b: a * b), ("/", lambda a, b: a / b), ("//", lambda a, b: a // b), ("%", lambda a, b: a % b), ("divmod", divmod), ("**", lambda a, b: a ** b), ("<", lambda a, b: a < b), ("<=", lambda a, b: a <= b), (">", lambda a, b: a > b), (">=", lambda a, b: a >= b), ("==", lambda a, b: a == b), ("!=", lambda a, b: a != b)]
values = [D("1.5"), D("-2"), D(0), D("Infinity"), D("NaN"), D("1E+3"), D("0.3"), 3, -2, 0, True, 0.3, 1.5, "a", None, 1 + 0j, 1.5 + 0j, Fraction(3, 2), float("nan"), float("inf")]
for name, op in ops:
    for a in values:
        for b in values:
            if isinstance(a, D) or isinstance(b, D):
                try: print(name, repr(a), repr(b), repr(op(a, b)))
                except Exception as e: print(name, repr(a), repr(b), type(e).__name__, e)
for a in (D("1.50"), D("-7"), D(0), D("-0"), D("1E+3"), D("inf"), D("nan")):
    print(a, -a, +a, abs(a), bool(a), a.copy_negate(), a.copy_abs(), a.copy_sign(D(-1)), a.adjusted(), a.number_class())
for a, b in ((D("1.5"), 1.5), (D(5), 5), (D("0.1"), 0.1), (D("1.50"), D("1.5")), (D("0.25"), Fraction(1, 4)), (D("-1"), -1), (D("inf"), float("inf")), (D("-inf"), float("-inf")), (D("1E+30"), 10**30), (D("1E-30"), Fraction(1, 10**30))):
    print(a, b, a == b, b == a, hash(a) == hash(b))
print({D("1.0"): "one"}[1], D(1) in {1}, sorted([D("1.5"), 1, 2.5, D("-inf"), Fraction(1, 3)]), max(D(1), 2), min(D("0.5"), 0.25), sum([D("0.1")] * 10), sum([D(1), 2, D("0.5")]))
print(math.floor(D("-1.5")), math.ceil(D("1.2")), math.trunc(D("-1.9")), math.sqrt(D(2)), math.isclose(D("1.0"), 1.0), math.fsum([D("0.1")] * 3), abs(D(-3)), divmod(D(7), D("2.5")), pow(D(2), 10), pow(D(3), 5, 7), pow(2, D(3)), 2 ** D("0.5"))
print(isinstance(D(1), numbers.Number), isinstance(D(1), numbers.Real), issubclass(D, numbers.Number))
for f in (lambda: pow(D(2), D("0.5"), 3), lambda: pow(D(2), -1, 3), lambda: pow(D(2), 3, 0), lambda: pow(D(2), 3, D("1.5")), lambda: pow(D(0), 0, 5), lambda: 5 // D(0), lambda: D(1).compare("x"), lambda: D(1).max("a"), lambda: D(1).quantize(1.5), lambda: D(1).fma(1), lambda: D("snan") == 1, lambda: D("snan") < 1, lambda: hash(D("inf")), lambda: D(1) + D("snan"), lambda: D("1e30") // 1, lambda: D("1e30") % 7, lambda: D(1).sqrt(3), lambda: D(2) ** 10000000, lambda: D("1e999999") * 10, lambda: D(0) / 0, lambda: D(5) / 0, lambda: D(5) % 0, lambda: divmod(D(5), 0), lambda: D(0) ** 0, lambda: D(-8) ** D("0.5"), lambda: D(-1).ln(), lambda: D(0).ln(), lambda: D(0).log10(), lambda: D(0).logb()):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
