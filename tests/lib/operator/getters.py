# itemgetter, attrgetter, methodcaller: calls, reprs, errors, use as keys, subclasses.
from operator import attrgetter, itemgetter, methodcaller


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


class Point:
    kind = "point"

    def __init__(self, x, y):
        self.x, self.y = x, y

    def scaled(self, by=2, *, plus=0):
        return self.x * by + plus


rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(1, 0)), itemgetter(slice(0, 2))("abcdef"))
print(itemgetter("x")({"x": 1}), itemgetter(0, -1, 1)("hello"), itemgetter((1, 2))({(1, 2): "t"}))
p = Point(3, Point(4, 5))
print(attrgetter("x")(p), attrgetter("y.x")(p), attrgetter("x", "y.y", "kind")(p), attrgetter("__class__.__name__")(5))
print(methodcaller("upper")("abc"), methodcaller("split", ",", 1)("a,b,c"), methodcaller("scaled", 3, plus=1)(p), methodcaller("scaled")(p))
for g in (itemgetter(1), itemgetter("a", None, (1, 2)), attrgetter("x"), attrgetter("a.b.c", "d"), methodcaller("go"),
          methodcaller("go", 1, "b"), methodcaller("go", k=2, l=[3]), methodcaller("go", 1, k=2)):
    print(repr(g))
attempt(itemgetter)
attempt(itemgetter, k=1)
attempt(itemgetter(1))
attempt(itemgetter(1), [1, 2], 3)
attempt(itemgetter(1), o=3)
attempt(itemgetter(5), [1])
attempt(itemgetter("k"), {})
attempt(itemgetter(0), 5)
attempt(itemgetter(0, 9), [5])
attempt(attrgetter)
attempt(attrgetter, 5)
attempt(attrgetter, "a", 5)
attempt(attrgetter, "a", k=5)
attempt(attrgetter("a"))
attempt(attrgetter("a"), 1, 2)
attempt(attrgetter("a"), 1)
attempt(attrgetter("x.q"), p)
attempt(attrgetter("x..q"), p)
attempt(methodcaller)
attempt(methodcaller, 5)
attempt(methodcaller("go"))
attempt(methodcaller("go"), 1)
attempt(methodcaller("go"), 1, 2)
attempt(methodcaller("scaled", 1, 2), p)


for base in (itemgetter, attrgetter, methodcaller):
    try:
        class Named(base):
            pass
    except TypeError as e:
        print(e)
self_ref = []
g = itemgetter(self_ref)
self_ref.append(g)
print(repr(g))
print(itemgetter, attrgetter, methodcaller)


class Dyn:
    def __getattr__(self, name):
        if name.startswith("m"):
            return lambda *a, **k: (name, a, k)
        raise AttributeError(f"no {name}")


print(methodcaller("magic", 1, z=2)(Dyn()), attrgetter("n")(type("T", (), {"n": 1})))
attempt(attrgetter("zzz"), Dyn())
