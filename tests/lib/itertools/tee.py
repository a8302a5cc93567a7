# tee: independence, copies, exhaustion, errors, long distances.
from itertools import count, islice, tee


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


a, b = tee("abcd")
print(next(a), next(a), next(b), list(a), list(b), list(a))
print(tee([], 0), [list(x) for x in tee([1, 2], 3)], len(tee(count(), 5)))
a, b = tee(range(1000))
print(sum(a), sum(b))
a, = tee(iter([1, 2, 3]), 1)
print(next(a))
b, c = tee(a)
print(list(b), list(c), list(a), type(a).__name__, type(a).__module__)
a = tee(range(100), 1)[0]
for _ in range(57):
    next(a)
b = a.__copy__()
print(next(a), next(b), sum(a), sum(b))


class Copyable:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n

    def __copy__(self):
        print("copying")
        return Copyable(self.n)


a, b, c = tee(Copyable(0), 3)
print(type(a).__name__, list(a), list(b), list(c))


def faulty():
    yield 1
    raise ValueError("broken")


a, b = tee(faulty())
print(next(a), next(b))
attempt(next, a)
attempt(next, b)
attempt(next, a)
attempt(tee)
attempt(tee, 5)
attempt(tee, [1], -1)
attempt(tee, [1], "a")
attempt(tee, [1], 2, 3)


class Reenter:
    def __iter__(self):
        return self

    def __next__(self):
        return next(twin)


twin, other = tee(Reenter())
attempt(next, other)
long = iter(range(20000))
a, b = tee(long)
for _ in a:
    pass
print(sum(1 for _ in b), list(islice(b, 3)))
