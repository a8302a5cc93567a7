# groupby: keys, groups that outlive their turn, errors.
from itertools import groupby


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print([(k, list(g)) for k, g in groupby("AAAABBBCCDAABBB")])
print([(k, list(g)) for k, g in groupby([])], [k for k, g in groupby([1, 1, 2, 2, 1])])
print({k: [w for w in g] for k, g in groupby(sorted(["pear", "fig", "apple", "kiwi", "plum"], key=len), key=len)})
print([(k, list(g)) for k, g in groupby(range(10), key=lambda x: x // 4)])
print([(k, list(g)) for k, g in groupby(iterable=[3, 4], key=None)])
groups = [(k, g) for k, g in groupby("aab")]
print([(k, list(g)) for k, g in groups])
it = groupby("aaabbc")
k, g = next(it)
print(k, next(g))
k2, g2 = next(it)
print(k2, list(g), list(g2), list(g2))
print(next(it)[0], next(it, "end"))
it = groupby([1, 1, 2])
k, g = next(it)
print(next(g), next(g), next(g, "end"), next(g, "end"))
print([(k, list(g)) for k, g in it])
attempt(groupby)
attempt(groupby, 5)
attempt(groupby, [1], None, 2)
attempt(groupby, [1], kay=2)
attempt(next, groupby([1], 5))
it = groupby([1, 2, 0, 3], lambda x: 1 // x)
print(next(it)[0], next(it)[0])
attempt(next, it)
k, g = next(it)
print(k, list(g))


class BadEq:
    def __eq__(self, other):
        raise RuntimeError("no equality")


it = groupby([BadEq(), BadEq()])
next(it)
attempt(next, it)


def numbers():
    yield 1
    yield 1
    raise OSError("broken")


it = groupby(numbers())
k, g = next(it)
print(next(g), next(g))
attempt(next, g)


class Groups(groupby):
    def lengths(self):
        return [(k, len(list(g))) for k, g in self]


print(Groups("mississippi").lengths())
nan = float("nan")
print(len(list(groupby([nan, nan, nan]))))
