# total_ordering from each of the four comparisons.
from functools import total_ordering


def make(op):
    def compare(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return {"__lt__": self.n < other.n, "__le__": self.n <= other.n, "__gt__": self.n > other.n, "__ge__": self.n >= other.n}[op]

    def init(self, n):
        self.n = n

    def eq(self, other):
        return isinstance(other, type(self)) and self.n == other.n

    return total_ordering(type("N" + op, (), {op: compare, "__init__": init, "__eq__": eq}))


for op in ("__lt__", "__le__", "__gt__", "__ge__"):
    N = make(op)
    a, b, c = N(1), N(2), N(2)
    print(op, [(x < y, x <= y, x > y, x >= y) for x, y in ((a, b), (b, a), (b, c))], [v.n for v in sorted([b, a, N(0)])])
    try:
        a < 5
    except TypeError as e:
        print(e)
    try:
        a >= "x"
    except TypeError as e:
        print(e)
    print(N.__lt__.__name__, N.__ge__.__name__)
try:
    @total_ordering
    class Empty:
        pass
except ValueError as e:
    print(e)


@total_ordering
class Full:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return "lt"

    def __gt__(self, other):
        return "gt"

    def __eq__(self, other):
        return True


print(Full(1) < Full(2), Full(1) > Full(2), Full(1) <= Full(2), Full(1) >= Full(2))


@total_ordering
class Sub(int):
    def __lt__(self, other):
        return int(self) > int(other)


print(Sub(1) < Sub(2), Sub(2) < Sub(1), Sub(1) > Sub(2))
