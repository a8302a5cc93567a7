# Huge numbers: powers and shifts that are too much, the limit on digits, and large ones that work.
import sys


def attempt(name, f):
    try:
        print(name, f())
    except (MemoryError, OverflowError, ValueError, ZeroDivisionError) as e:
        print(name, type(e).__name__, e if not isinstance(e, MemoryError) else "")


attempt("float", lambda: 10.0**400)
attempt("int to float", lambda: float(10**400))
attempt("int / int", lambda: 10**400 / 3)
attempt("both huge", lambda: 10**400 // 10**399)
attempt("true division of huge", lambda: 10**400 / 10**399)
attempt("digits", lambda: str(10**5000))
attempt("parse", lambda: int("1" * 5000))
attempt("literal", lambda: eval("1" * 4300) > 0)
attempt("hex", lambda: len(hex(1 << 100000)))
attempt("shift", lambda: 1 << -1)
attempt("right shift by much", lambda: 5 >> 10**30)
attempt("zero shifted by much", lambda: 0 << 10**30)
attempt("negative shifted", lambda: -5 >> 10**30)
attempt("modular power", lambda: pow(3, 10**300, 10**9 + 7))
attempt("small bases", lambda: (1**(10**30), 0**(10**30), (-1)**(10**30 + 1)))
attempt("infinite", lambda: int(float("inf")))
attempt("nan", lambda: int(float("nan")))
attempt("round", lambda: round(1e308, -400))
attempt("hash", lambda: hash(10**5000) == hash(10**5000))
n = 3**20000
print(n % 1000007, n.bit_length(), (n * n) // n == n, len(str(3**8000)))
fact = 1
for i in range(1, 1501):
    fact *= i
print(fact % (10**9 + 7), fact.bit_length())
attempt("setting", lambda: sys.set_int_max_str_digits(5))
sys.set_int_max_str_digits(0)
print(len(str(10**5000)))
