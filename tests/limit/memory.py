# Requests that no machine can meet: MemoryError or OverflowError, caught, and life goes on.
import sys


def attempt(name, f):
    try:
        f()
        print(name, "no error")
    except (MemoryError, OverflowError, ValueError) as e:
        print(name, type(e).__name__)


BIG = 10**13
attempt("list", lambda: [0] * BIG)
attempt("list in place", lambda: [1, 2].__imul__(BIG))
attempt("tuple", lambda: (0,) * BIG)
attempt("str", lambda: "ab" * 10**18)
attempt("bytes", lambda: b"ab" * 10**18)
attempt("bytearray", lambda: bytearray(b"ab") * 10**18)
attempt("bytes(n)", lambda: bytes(10**18))
attempt("bytearray(n)", lambda: bytearray(10**18))
attempt("ljust", lambda: "a".ljust(10**18))
attempt("center", lambda: b"a".center(10**18))
attempt("zfill", lambda: "1".zfill(10**18))
attempt("format", lambda: format(1, "1000000000000000000d"))
attempt("percent", lambda: "%*d" % (10**18, 1))
attempt("too long for the format", lambda: "%99999999999999999999d" % 1)
attempt("past ssize_t", lambda: [0] * 2**63)
attempt("past ssize_t, str", lambda: "a" * 2**64)
attempt("product past ssize_t", lambda: "abcd" * (2**62))
attempt("shift", lambda: 1 << 10**14)
attempt("shift past ssize_t", lambda: 1 << 2**70)
attempt("range list", lambda: list(range(10**18)))
attempt("range len", lambda: len(range(10**30)))
attempt("expandtabs", lambda: "\t\t\t\t".expandtabs(2**62))
attempt("join", lambda: ("x" * 10**6).join(["y"] * 10**13))
attempt("negative is empty", lambda: [0] * -BIG)
attempt("empty is empty", lambda: [] * BIG)
x = [1, 2, 3]
try:
    x *= BIG
except MemoryError:
    print("unchanged", x)
print(sum(range(1000)))
