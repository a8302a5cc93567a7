"""Caches and decorators: an LRU cache by hand beside functools', retries, timing hooks, dispatch, currying."""
import functools
import inspect
import operator
from collections import OrderedDict
from functools import cache, cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, wraps


class LRU:
    """A cache bounded in size; usable as a decorator on functions and methods."""

    def __init__(self, capacity=3):
        self.capacity, self.items = capacity, OrderedDict()
        self.hits = self.misses = 0

    def __call__(self, function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            key = args + tuple(sorted(kwargs.items()))
            if key in self.items:
                self.hits += 1
                self.items.move_to_end(key)
                return self.items[key]
            self.misses += 1
            value = self.items[key] = function(*args, **kwargs)
            if len(self.items) > self.capacity:
                dropped, _ = self.items.popitem(last=False)
                print(f"    [{function.__name__} forgets {dropped}]")
            return value

        wrapper.cache = self
        return wrapper

    def __repr__(self):
        return f"<LRU {self.hits}/{self.hits + self.misses} {list(self.items)}>"


def retry(times=3, *, on=Exception, log=print):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except on as e:
                    log(f"  {function.__qualname__} attempt {attempt}: {e!r}")
                    if attempt == times:
                        raise RuntimeError(f"gave up after {times}") from e
        return wrapper
    if callable(times):
        function, times = times, 3
        return decorate(function)
    return decorate


def checked(function):
    """Checks arguments against annotations."""
    signature = inspect.signature(function)

    @wraps(function)
    def wrapper(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        for name, value in bound.arguments.items():
            kind = signature.parameters[name].annotation
            if kind is not inspect.Parameter.empty and not isinstance(value, kind):
                raise TypeError(f"{name}={value!r} is no {kind.__name__}")
        return function(*args, **kwargs)
    return wrapper


class trace:
    depth = 0

    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function

    def __get__(self, instance, owner=None):
        return self if instance is None else partial(self, instance)

    def __call__(self, *args):
        shown = ", ".join(repr(a) for a in args if isinstance(a, int))
        print("  " * trace.depth + f"{self.__name__}({shown})")
        trace.depth += 1
        try:
            return self.function(*args)
        finally:
            trace.depth -= 1


@LRU(2)
def square(n, plus=0):
    """Squares."""
    return n * n + plus


print([square(n) for n in (1, 2, 1, 3, 2)], square(2, plus=1), square.cache, square.__name__, square.__doc__, square.__wrapped__(9))

counter = iter(range(10))


@retry
def flaky():
    if (n := next(counter)) < 2:
        raise OSError(n, "not yet")
    return f"ok at {n}"


@retry(2, on=(KeyError, IndexError))
def hopeless(d, k):
    return d[k]


print(flaky())
try:
    hopeless({}, "k")
except RuntimeError as e:
    print(e, repr(e.__cause__))
try:
    hopeless(None, "k")
except TypeError as e:
    print("not retried:", e)


@checked
def area(width: int, height: int = 2, *, unit: str = "cm") -> str:
    return f"{width * height} {unit}2"


print(area(3), area(3, height=4, unit="m"), inspect.signature(area))
for args, kwargs in [((), {}), (("3",), {}), ((1, 2, 3), {}), ((1,), {"unit": 3}), ((1,), {"width": 2}), ((1,), {"depth": 2})]:
    try:
        print(area(*args, **kwargs))
    except TypeError as e:
        print("  TypeError:", e)


class Fibonacci:
    @trace
    def at(self, n):
        return n if n < 2 else self.at(n - 1) + self.at(n - 2)

    @staticmethod
    @lru_cache(maxsize=None)
    def fast(n):
        return n if n < 2 else Fibonacci.fast(n - 1) + Fibonacci.fast(n - 2)

    @cached_property
    def table(self):
        print("  computing the table")
        return [self.fast(n) for n in range(10)]

    power = partialmethod(pow)
    show = partialmethod(lambda self, what, *, end: f"{what}{end}", end="!")

    @singledispatchmethod
    def describe(self, value):
        return f"something {value!r}"

    @describe.register
    def _(self, value: int | float):
        return f"number {value}"

    @describe.register(list)
    def _(self, value):
        return f"list of {len(value)}"


f = Fibonacci()
print(f.at(4), f.fast(80), Fibonacci.fast.cache_info(), f.table, f.table, "table" in vars(f), f.show("hi"))
print(f.describe(3), f.describe(2.5), f.describe([1]), f.describe("x"))


@singledispatch
def encode(value):
    raise TypeError(f"cannot encode {type(value).__name__}")


encode.register(str, lambda v: f'"{v}"')
encode.register(type(None), lambda v: "null")


@encode.register(bool)
@encode.register(int)
def encode_int(value):
    return str(value).lower()


@encode.register
def _(value: dict):
    return "{" + ", ".join(f"{encode(k)}: {encode(v)}" for k, v in value.items()) + "}"


print(encode({"a": 1, "b": None, "c": {"d": True}}), encode.dispatch(bool).__name__, sorted(k.__name__ for k in encode.registry))
try:
    encode({"x": 1.5})
except TypeError as e:
    print(e)


@lru_cache(maxsize=2, typed=True)
def typed(x):
    return type(x).__name__


print([typed(v) for v in (1, 1.0, True, 1)], typed.cache_info(), typed.cache_parameters())
typed.cache_clear()
print(typed.cache_info())
for call in (lambda: typed([]), lambda: typed(), lambda: cache(len)({}), lambda: partial(3), lambda: reduce(operator.add, [])):
    try:
        print(call())
    except TypeError as e:
        print("TypeError:", e)


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


print(Version("1.10") > Version("1.9"), Version("2") >= Version("2"), sorted(["b10", "a9", "a10"], key=functools.cmp_to_key(lambda a, b: (len(a) > len(b)) - (len(a) < len(b)) or (a > b) - (a < b))))
compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
print(compose(partial(operator.mul, 3), str, operator.methodcaller("zfill", 4), operator.itemgetter(slice(1, None)))(14))
p = partial(print, "a", sep="-", end=".\n")
p("b", sep="+")
print(p.func is print, p.args, p.keywords, partial(partial(int, base=2), "101")(), partial(int, base=2))
print(list(map(operator.attrgetter("__name__", "__class__.__name__"), [area, Version])))
