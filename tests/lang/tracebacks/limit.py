# stderr: full
# sys.tracebacklimit cuts what is printed of an uncaught exception: the last entries stay.
import sys


def f(n):
    if n:
        f(n - 1)
    else:
        raise ValueError("deep")


sys.tracebacklimit = 2
f(5)
