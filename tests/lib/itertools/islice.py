# islice: bounds, exhaustion, how much of the source is read, errors.
import sys
from itertools import count, islice


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


for args in [(4,), (2, 4), (2, None), (0, None, 3), (None,), (None, None), (None, None, None), (1, 8, 3), (5, 3), (0,),
             (20,), (3, 20, 4), (None, 5, 2), (0, 0), (True, 4)]:
    print(args, list(islice(range(10), *args)), list(range(10))[slice(*args)])
print(list(islice(count(), 10**3, 10**3 + 2)), list(islice("abcdef", 1, None, sys.maxsize - 9)))


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(list(islice("abcdef", Index(1), Index(5), Index(2))))
it = iter(range(10))
print(list(islice(it, 3)), next(it))
print(list(islice(it, 1, 3)), next(it))
it = iter(range(10))
print(list(islice(it, 0, 5, 3)), list(it))
it = iter(range(10))
s = islice(it, 2)
print(next(s), next(s), next(s, "end"), next(s, "end"), next(it))
for args in [(), (-1,), (-2,), ("a",), (1.5,), (2**70,), (-1, 5), (1, -5), (1, -1), ("a", 5), (1, "a"), (1, 5, 0), (1, 5, -1),
             (1, 5, "a"), (1, 5, 2**70), (1, 2, 3, 4), (2**63, None)]:
    print(args, end=": ")
    attempt(islice, [1, 2], *args)
attempt(islice, 5, 1)
attempt(islice, [1], stop=1)


def faulty():
    yield 1
    raise ValueError("x")


it = islice(faulty(), 5)
print(next(it))
attempt(next, it)
attempt(next, it)
