# chain and chain.from_iterable: laziness, errors, subscription.
from itertools import chain, count, islice


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print(list(chain()), list(chain("ab", [1, 2], (), {3: 4})), list(chain([])), list(chain([], [], [1])))
print(list(chain.from_iterable(["abc", "de", ""])), list(chain.from_iterable({})))
print(list(islice(chain.from_iterable(range(i) for i in count()), 10)))


def noisy(name, items):
    print("start", name)
    yield from items
    print("end", name)


c = chain(noisy("a", [1]), noisy("b", [2]))
print("made")
print(next(c), next(c))
attempt(next, c)
attempt(next, c)

c = chain([1], 5, [2])
print(next(c))
attempt(next, c)
attempt(next, c)


def faulty():
    yield 1
    raise ValueError("inside")


c = chain(faulty(), [7])
print(next(c))
attempt(next, c)
print(list(c))


def faulty_sources():
    yield [1]
    raise ValueError("outside")


c = chain.from_iterable(faulty_sources())
print(next(c))
attempt(next, c)
attempt(next, c)
attempt(chain.from_iterable, 3)
attempt(chain.from_iterable)
attempt(chain, x=1)
print(chain[int], chain[int, str])


class Loud(chain):
    def shout(self):
        return [str(x).upper() for x in self]


print(Loud("ab", "c").shout(), type(Loud.from_iterable(["x"])).__name__)
deep = iter([1, 2])
for _ in range(500):
    deep = chain(deep)
print(list(deep))
big = chain.from_iterable(range(100) for _ in range(1000))
print(sum(big))
