# compress, dropwhile, takewhile, filterfalse.
from itertools import compress, count, dropwhile, filterfalse, repeat, takewhile


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print(list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(compress("ABC", [0, 1])), list(compress("AB", repeat(1))))
print(list(compress(data=range(5), selectors=["", "x", [], [0], None])), list(compress([], [])))
attempt(compress, 1, [1])
attempt(compress, [1], 1)
attempt(compress, [1])
attempt(compress)
attempt(compress, [1], [1], [1])

print(list(dropwhile(lambda x: x < 5, [1, 4, 6, 4, 1])), list(dropwhile(str.isdigit, "12ab3")), list(dropwhile(bool, [])))
print(list(takewhile(lambda x: x < 5, [1, 4, 6, 4, 1])), list(takewhile(lambda x: x * x < 50, count())))
it = takewhile(lambda x: x < 2, iter([1, 3, 1]))
print(list(it), list(it))
print(list(filterfalse(lambda x: x % 2, range(10))), list(filterfalse(None, [0, 1, "", "a", [], None])))
print(list(filterfalse(bool, [0, 1, ""])))
for f in (dropwhile, takewhile, filterfalse):
    attempt(f)
    attempt(f, 1)
    attempt(f, 1, 2)
    attempt(f, None, [], 3)
    attempt(list, f(5, [1]))
    attempt(list, f(lambda x: 1 / x, [1, 0]))


class NoTruth:
    def __bool__(self):
        raise ValueError("no truth")


attempt(list, filterfalse(None, [NoTruth()]))
attempt(list, compress("a", [NoTruth()]))
attempt(list, takewhile(lambda x: x, [NoTruth()]))
it = dropwhile(lambda x: 1 / x > 0.3, [1, 2, 5, 0])
print(list(it))


class Evens(filterfalse):
    def __new__(cls, items):
        return super().__new__(cls, lambda x: x % 2, items)


print(list(Evens(range(7))), Evens.__mro__[1].__name__)
