# operator.length_hint, and how list() and tuple() take a bad __length_hint__ or __len__.
from operator import length_hint


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter("ab")

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


print(length_hint([1, 2]), length_hint(iter([1, 2, 3])), length_hint(5), length_hint(5, 7), length_hint(Hint(9)), length_hint(iter(range(4))))
print(length_hint(reversed([1, 2])), length_hint(iter("abc")), length_hint({1: 2}.items()), length_hint(iter({1: 2})), length_hint(x for x in []))
for hint in (NotImplemented, -1, "a", 2.5, None, True, 10**30, TypeError("no"), ValueError("bad"), KeyError("k")):
    print(repr(hint))
    attempt(length_hint, Hint(hint), 3)
    if hint != 10**30:
        attempt(list, Hint(hint))
        attempt(tuple, Hint(hint))


class Len(Hint):
    def __len__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for hint in (4, -1, "a", TypeError("no"), ValueError("bad")):
    print(repr(hint))
    attempt(length_hint, Len(hint))
    attempt(list, Len(hint))
attempt(length_hint)
attempt(length_hint, 1, "a")
attempt(length_hint, 1, 2.0)
attempt(length_hint, 1, None)
attempt(length_hint, 1, 2, 3)


class Loud:
    def __len__(self):
        print("asked for a length")
        return 1

    def __iter__(self):
        print("asked for an iterator")
        return iter([1, 2])


print(list(Loud()), tuple(Loud()), [*Loud()], [x for x in Loud()])
