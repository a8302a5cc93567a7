# lru_cache and cache: statistics, eviction order, typed, bounds, errors, methods.
from functools import cache, lru_cache


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


calls = []


@lru_cache(maxsize=3)
def double(x):
    """Twice x."""
    calls.append(x)
    return x * 2


print([double(i) for i in (1, 2, 3, 1, 4, 1, 2, 3)], calls, double.cache_info())
print(double.__name__, double.__doc__, double.__wrapped__(5), double.__module__, double.cache_parameters())
print(double(x=1), double(1), double.cache_info().hits)
double.cache_clear()
print(double.cache_info(), double(1), double.cache_info().misses)
info = double.cache_info()
print(info._fields, info._asdict(), info == (0, 1, 3, 1), info._replace(hits=9), type(info).__name__, tuple(info), info[2], len(info))
hits, misses, size, current = info
attempt(double, [])
attempt(double)
attempt(double, 1, 2)
attempt(double, {}, 5)
print(double.cache_info())


@lru_cache
def plain(*args, **kw):
    calls.append((args, kw))
    return len(calls)


calls.clear()
print(plain(1), plain(1.0), plain(True), plain("1"), plain(1), plain((1,)), plain(1, 2), plain(1, 2), plain(a=1, b=2), plain(b=2, a=1), plain(a=1, b=2))
print(plain.cache_info(), plain.cache_parameters())
print(plain(), plain(), plain(None), plain(2**70), plain(2**70), plain("x"), plain("x"), plain.cache_info())


@lru_cache(maxsize=None, typed=True)
def typed(*args, **kw):
    calls.append(args)
    return len(calls)


calls.clear()
print(typed(1), typed(1.0), typed(True), typed(1), typed((1,)), typed((1.0,)), typed(k=1), typed(k=1.0), typed(k=1), typed.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info(), fib.cache_parameters())


@lru_cache(0)
def never(x):
    return x


print(never(1), never(1), never.cache_info())
print(lru_cache(-5)(abs).cache_info(), lru_cache(True)(abs).cache_info(), lru_cache(maxsize=2, typed=True)(abs).cache_parameters())
attempt(lru_cache, "a")
attempt(lru_cache, 2.5)
attempt(lru_cache(5), 3)
attempt(lru_cache, abs, 5)
attempt(cache)


class Box:
    def __init__(self, n):
        self.n = n

    @lru_cache(maxsize=2)
    def plus(self, k):
        calls.append("plus")
        return self.n + k

    @staticmethod
    @cache
    def still(x):
        return x


calls.clear()
b, c = Box(1), Box(2)
print(b.plus(1), b.plus(1), c.plus(1), b.plus(k=1), Box.plus(c, 1), Box.plus.cache_info(), calls, Box.still(3), b.still(3))
print(Box.plus.__qualname__, b.plus.__self__ is b, b.plus.__func__ is Box.plus)


@lru_cache(maxsize=2)
def fails(x):
    if x < 0:
        raise ValueError(x)
    return x


attempt(fails, -1)
attempt(fails, -1)
print(fails.cache_info())


@lru_cache(maxsize=1)
def nested(n):
    return 0 if n == 0 else nested(n - 1) + 1


print(nested(5), nested.cache_info(), nested(5), nested.cache_info())


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


@lru_cache(maxsize=2)
def keyed(k):
    return k.n


print([keyed(Key(n)) for n in (1, 2, 1, 3, 1, 2)], keyed.cache_info())


class BadKey:
    __hash__ = object.__hash__

    def __hash__(self):
        raise RuntimeError("no hash")


attempt(keyed, BadKey())
fib.extra = 1
print(fib.extra, sorted(k for k in fib.__dict__ if k in ("extra", "__wrapped__")))
big = lru_cache(maxsize=100)(lambda x: x)
for i in range(1000):
    big(i % 150)
print(big.cache_info())
import random
random.seed(5)


@lru_cache(maxsize=7)
def model(x):
    return x


kept, hits = [], 0
for _ in range(3000):
    k = random.randrange(12)
    if k in kept:
        kept.remove(k)
        hits += 1
    kept.append(k)
    del kept[:-7]
    model(k)
print(model.cache_info().hits == hits, model.cache_info().currsize)
