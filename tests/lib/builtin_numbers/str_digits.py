# The limit on conversion between large ints and decimal text, and the text itself.
import sys
print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
def p(f):
    try:
        r = f()
        print(r if not isinstance(r, (str, int)) or len(str(r)[:100]) < 90 else "long")
    except Exception as e: print(type(e).__name__, e)
big = 10**4300
for f in (lambda: len(str(10**4299)), lambda: str(big), lambda: repr(big), lambda: f"{big}", lambda: "%d" % big, lambda: len(hex(big)), lambda: len(f"{big:x}"), lambda: int("1" * 4300) % 7, lambda: int("1" * 4301), lambda: int("1" * 4301, 7), lambda: int("1" * 5000, 16) % 7, lambda: int("1" * 5000, 2) % 7, lambda: len(str(-10**4299)), lambda: str(-big), lambda: int("-" + "1" * 4301), lambda: int("1_" * 4300 + "1"), lambda: int(" " * 10 + "1" * 4300) % 11, lambda: int(b"1" * 4301), lambda: print(big), lambda: format(big, ","), lambda: float("1" * 5000), lambda: [big], lambda: str([big]), lambda: eval("1" * 4301), lambda: int("9" * 4300) + 1 == big):
    p(f)
for v in (0, 640, 639, -1, 10000, "a", 2**40):
    p(lambda: sys.set_int_max_str_digits(v)); print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(640); p(lambda: len(str(10**639))); p(lambda: str(10**640)); p(lambda: int("1" * 641))
sys.set_int_max_str_digits(0)
n = 3**20000
s = str(n)
print(len(s), s[:20], s[-20:], int(s) == n, int("-" + s) == -n, len(str(7**50000)), int("123456789" * 2000) % 1000003)
sys.set_int_max_str_digits(maxdigits=5000); print(sys.get_int_max_str_digits(), len(str(big)))
