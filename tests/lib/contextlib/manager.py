# contextmanager: normal use, exceptions in all places, misuse, as a decorator.
from contextlib import contextmanager


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except BaseException as e:
        print(type(e).__name__, e, "| cause", repr(e.__cause__), "| context", repr(e.__context__))


@contextmanager
def tag(name, *, mark="-"):
    """Print a tag."""
    print("<", name, mark)
    try:
        yield name.upper()
    except KeyError as e:
        print("swallowed", e)
    finally:
        print(">", name)


with tag("a") as x, tag("b", mark="+"):
    print("inside", x)
with tag("c"):
    raise KeyError("k")


def body(exc):
    with tag("d"):
        raise exc


attempt(body, ValueError("v"))
attempt(body, StopIteration("s"))
attempt(body, RuntimeError("r"))
attempt(body, GeneratorExit("g"))
attempt(body, KeyboardInterrupt())


@contextmanager
def empty():
    return
    yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def stubborn():
    try:
        yield
    except ValueError:
        yield


@contextmanager
def replaces():
    try:
        yield
    except ValueError as e:
        raise LookupError("instead") from e


@contextmanager
def returns_early():
    try:
        yield
    except ValueError:
        return


def use(cm, exc=None):
    with cm as v:
        if exc:
            raise exc
        return v


attempt(use, empty())
attempt(use, twice())
attempt(use, stubborn(), ValueError("x"))
attempt(use, replaces(), ValueError("x"))
attempt(use, returns_early(), ValueError("x"))
attempt(use, returns_early(), TypeError("x"))
attempt(use, returns_early(), StopIteration("x"))


@contextmanager
def raises_on_entry():
    raise OSError("entry")
    yield


attempt(use, raises_on_entry())
cm = tag("once")
attempt(use, cm)
attempt(use, cm)
print(tag.__name__, tag.__doc__, tag.__wrapped__ is not None, tag("z").__doc__, type(tag("z")).__name__)
attempt(tag)
attempt(contextmanager(lambda: 5))


@tag("deco", mark="*")
def decorated(a, b=1):
    """Doc of decorated."""
    print("running", a, b)
    return a + b


print(decorated(1), decorated(2, b=3), decorated.__name__, decorated.__doc__)
c = tag("manual")
print(c.__enter__())
print(c.__exit__(None, None, None))
c = tag("manual")
c.__enter__()
print(c.__exit__(KeyError, KeyError("q"), None))
c = tag("manual")
c.__enter__()
print(c.__exit__(KeyError, None, None))


class Keeper:
    @contextmanager
    def hold(self, n):
        yield self, n


k = Keeper()
with k.hold(3) as (s, n):
    print(s is k, n)
