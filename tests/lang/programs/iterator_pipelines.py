"""Iterator pipelines: itertools, generator delegation, windows, lazy files, own iterators."""
import operator
from collections import deque
from collections.abc import Generator, Iterator
from functools import reduce
from itertools import (accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations,
                       product, repeat, starmap, takewhile, tee, zip_longest)


class Flow:
    """A lazy chain of operations, as many languages have."""

    def __init__(self, source):
        self.source = iter(source)

    def __iter__(self):
        return self.source

    def __or__(self, stage):
        result = stage(self)
        return Flow(result) if isinstance(result, Iterator) else result

    @classmethod
    def stage(cls, function):
        return lambda *args: lambda flow: function(flow, *args)


@Flow.stage
def where(flow, test):
    return filter(test, flow)


@Flow.stage
def each(flow, function):
    return map(function, flow)


@Flow.stage
def windows(flow, n):
    window = deque(islice(flow, n - 1), maxlen=n)
    for item in flow:
        window.append(item)
        yield tuple(window)


@Flow.stage
def chunks(flow, n):
    flow = iter(flow)
    while chunk := list(islice(flow, n)):
        yield chunk


@Flow.stage
def first(flow, n):
    return islice(flow, n)


@Flow.stage
def noisy(flow, log):
    for item in flow:
        log.append(item)
        yield item
    log.append("end")


log = []
print(Flow(count(1)) | where(lambda n: n % 3) | noisy(log) | each(lambda n: n * n) | chunks(2) | first(3) | list, log)
print(Flow("abcdef") | windows(3) | each("".join) | list, Flow(range(5)) | windows(2) | each(lambda p: p[1] - p[0]) | sum)
print(Flow([1, 2, 3]) | noisy(log := []) | tuple, log)


class Countdown(Iterator):
    def __init__(self, n):
        self.n = n

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

    def __length_hint__(self):
        return self.n


c = Countdown(4)
print(operator.length_hint(c), next(c), list(c), list(c), next(c, "gone"), isinstance(c, Iterator))


def primes():
    """A sieve that never ends."""
    composites = {}
    for n in count(2):
        if n not in composites:
            yield n
            composites[n * n] = [n]
        else:
            for p in composites.pop(n):
                composites.setdefault(n + p, []).append(p)


print(list(islice(primes(), 12)), next(dropwhile(lambda p: p < 1000, primes())), sum(takewhile(lambda p: p < 2000, primes())))
print([(k, "".join(g)) for k, g in groupby("aaabbcaa")], [(k, len(list(g))) for k, g in groupby(sorted("mississippi"))])
print(list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate(range(1, 6), operator.mul, initial=10)), list(accumulate([])), list(pairwise("abcd")))
print(list(chain.from_iterable([[1], "ab", {}])), list(compress("abcdef", cycle([1, 0]))), list(filterfalse(None, [0, 1, "", "x"])), list(zip_longest("ab", range(3), fillvalue="-")))
print(list(starmap(pow, zip([2, 3], repeat(3)))), list(product("ab", repeat=2)), list(islice(cycle("xy"), 1, 8, 3)), list(repeat("z", 2)))
print(list(permutations("abc", 2)), list(combinations(range(4), 3)), list(combinations_with_replacement("ab", 2)), sum(1 for _ in permutations(range(6))))
a, b, c = tee(iter("tee"), 3)
print(next(a), list(b), list(a), list(c), list(islice(count(0.5, 0.25), 4)), count(3), repeat(1, 2), list(zip("ab", count(10, -5))))
grouped = groupby([1, 1, 2])
kept = [g for _, g in grouped]
print([list(g) for g in kept])
print(list(iter(iter([1, 2, 0, 3]).__next__, 0)), dict(enumerate("ab", start=5)), list(reversed(range(0, 10, 3))), list(map(max, [1, 5], [4, 2], [3, 3])))
print(sorted(map(sorted, ["ba", "dc", "a"]), key=len, reverse=True), max("apple", "fig", key=len), min([], default="none"), any(n > 3 for n in range(3)), all([]))


def running_mean():
    total = n = 0
    mean = None
    while True:
        value = yield mean
        if value is None:
            return n
        total, n = total + value, n + 1
        mean = total / n


def supervise(results):
    while True:
        results.append((yield from running_mean()))


results = []
g = supervise(results)
next(g)
print([g.send(x) for x in (10, 20, 60)], g.send(None), g.send(4), g.send(None), results)
print(isinstance(g, Generator), g.gi_frame is not None, g.gi_yieldfrom.__name__, g.gi_running)
g.close()
print(g.gi_frame, next(g, "closed"))


def tree(*nested):
    for item in nested:
        if isinstance(item, (list, tuple)):
            yield from tree(*item)
        else:
            yield item


print(list(tree(1, [2, (3, [4, []]), "x"], 5)))


def resource(log):
    try:
        while True:
            try:
                got = yield len(log)
                log.append(got)
            except ValueError as e:
                log.append(f"handled {e}")
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")


log = []
r = resource(log)
print(next(r), r.send("a"), r.throw(ValueError("v")), r.send("b"))
try:
    r.throw(KeyError, "k")
except KeyError as e:
    print("KeyError", e, log)
with_exit = resource(log2 := [])
next(with_exit)
with_exit.close()
print(log2)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def leaky():
    yield 1
    raise StopIteration("inside")


def changing(d):
    for k in d:
        yield k
        d[k + k] = 1


s = stubborn()
next(s)
fresh = running_mean()
for call in (s.close, lambda: list(leaky()), lambda: list(changing({"a": 1})), lambda: fresh.send(1), lambda: next(iter([])), lambda: list(islice([1], -1)), lambda: list(zip("ab", "a", strict=True)),
             lambda: list(map(lambda: 0, [1])), lambda: sum(["a"]), lambda: reduce(operator.add, []), lambda: iter(3), lambda: next([1]), lambda: tee([], -1), lambda: (lambda x: (yield x))(1).throw(3),
             lambda: combinations("ab"), lambda: list(product(repeat=-1)), lambda: repeat(), lambda: reversed({1}), lambda: list(range(1, 2, 0)), lambda: max([])):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e, *([repr(e.__cause__)] if e.__cause__ else []))
print((lambda: (yield))().gi_code.co_name, [*map(str, range(3))], {**dict(zip("ab", [1, 2]))}, (x := [i for i in range(3)])[-1])
squares = (n * n for n in range(3))
print(list(squares), list(squares), 4 in (n for n in [1, 4, 9]), next((n for n in range(10) if n * n > 30), None), ",".join(f"{i}{j}" for i in "ab" for j in range(2) if (i, j) != ("a", 1)))
