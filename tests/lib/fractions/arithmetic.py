from fractions import Fraction as F
import math
ops = [("+", lambda a, b: a + b), ("-", lambda a, b: a - b), ("*", lambda a, b: a * b), ("/", lambda a, b: a / b), ("//", lambda a, b: a // b), ("%", lambda a, b: a % b), ("divmod", divmod), ("**", lambda a, b: a ** b), ("<", lambda a, b: a < b), ("<=", lambda a, b: a <= b), (">", lambda a, b: a > b), (">=", lambda a, b: a >= b), ("==", lambda a, b: a == b), ("!=", lambda a, b: a != b)]
values = [F(1, 2), F(-7, 3), F(0), F(5), F(22, 7), 2, -3, 0, 0.5, -1.25, 1 + 2j, "a", None, True, float("inf"), float("nan")]
for name, op in ops:
    for a in values:
        for b in values:
            if isinstance(a, F) or isinstance(b, F):
                try: print(name, repr(a), repr(b), repr(op(a, b)))
                except Exception as e: print(name, repr(a), repr(b), type(e).__name__, e)
for a in (F(1, 2), F(-7, 3), F(0), F(5), F(22, 7), F(5, 2), F(-5, 2), F(3, 2)):
    print(a, -a, +a, abs(a), int(a), float(a), complex(a), bool(a), round(a), round(a, 1), round(a, 0), round(a, -1), math.floor(a), math.ceil(a), math.trunc(a), a.real, a.imag, a.conjugate(), repr(a), str(a))
for a, b in ((F(1, 2), 0.5), (F(5), 5), (F(1, 3), F(2, 6)), (F(0), 0), (F(10**30), 10**30), (F(-1), -1), (F(1, 2**61 - 1), F(1, 2**61 - 1)), (F(1, 4), 0.25 + 0j)):
    print(a, b, a == b, b == a, hash(a) == hash(b))
print(hash(F(1, 2**61 - 1)), hash(F(-1, 2**61 - 1)), hash(F(-1, 1)), hash(F(3, 7)), {F(1, 2): "half"}[0.5])
print(sum([F(1, n) for n in range(1, 30)]), sum(F(1, 3) for _ in range(3)), math.prod([F(1, 2), F(2, 3)]), max(F(1, 2), F(2, 3), 0.6), sorted([F(1, 2), 0.3, 1, F(-1, 3)]))
print(F(1, 2) ** F(1, 2), 2 ** F(1, 2), F(4) ** F(2), F(2, 3) ** -2, F(-2, 3) ** -3, 2.0 ** F(3, 1), F(1, 2) ** 0.5, (-2) ** F(1, 2) == (-2) ** 0.5, 3 ** F(-2), F(1, 2) ** 2j)
print(f"{F(1, 3)}", "%s" % F(1, 3), "%.3f" % F(1, 3), math.sqrt(F(1, 4)), math.isclose(F(1, 3), 1 / 3))
x = F(1)
for n in range(1, 20):
    x = 1 + 1 / x
print(x, float(x))
