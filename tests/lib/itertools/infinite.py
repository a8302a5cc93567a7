# count, cycle and repeat: values, reprs, errors.
from itertools import count, cycle, islice, repeat


def take(n, it):
    return list(islice(it, n))


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print(take(3, count()), take(3, count(5)), take(3, count(5, -2)), take(3, count(step=3)), take(3, count(start=1, step=0)))
print(take(4, count(0.5)), take(3, count(1, 0.25)), take(3, count(2j, 1)))
print(take(3, count(2**61 - 2)), take(3, count(-2**63, -1)), take(2, count(10**30, 10**29)))
print(take(2, count(True)), take(2, count(0, True)))
for c in (count(), count(-3), count(1, 2), count(1.5), count(1, 1.0), count(10**30), count(0, 10**30), count(3, -1), count(2, True)):
    print(repr(c), end=" ")
print()
c = count(7)
next(c), next(c)
print(c)
c = count(2.5, 2)
next(c)
print(c)
attempt(count, "a")
attempt(count, 1, "a")
attempt(count, None)
attempt(count, [])
attempt(count, 1, 2, 3)
attempt(count, x=1)

print(take(7, cycle("abc")), take(3, cycle([])), take(2, cycle([9])))
c = cycle(iter([1, 2]))
print(next(c), next(c), next(c), next(c))
attempt(cycle)
attempt(cycle, 5)
attempt(cycle, [1], [2])


def faulty():
    yield 1
    raise KeyError("gone")


c = cycle(faulty())
print(next(c))
attempt(next, c)
print(take(3, c))

print(list(repeat("x", 3)), list(repeat(1, 0)), list(repeat(1, -5)), take(4, repeat(None)))
print(list(repeat(object="y", times=2)), list(map(pow, range(4), repeat(2))))
r = repeat([1], 4)
print(r, r.__length_hint__(), next(r), r, r.__length_hint__())
print(list(r), r, r.__length_hint__(), repeat("a"), repeat(repeat(1), 2))
attempt(repeat("z").__length_hint__)
attempt(repeat)
attempt(repeat, 1, "a")
attempt(repeat, 1, None)
attempt(repeat, 1, 2.0)
attempt(repeat, 1, 2**70)
attempt(repeat, 1, 2, 3)
attempt(repeat, 1, n=2)
attempt(next, repeat(1, 0))
