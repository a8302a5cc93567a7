# closing, suppress, nullcontext, redirect_stdout and redirect_stderr, chdir, the base classes.
import os
import sys
from contextlib import (AbstractContextManager, ContextDecorator, chdir, closing, nullcontext, redirect_stderr, redirect_stdout,
                        suppress)


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except BaseException as e:
        print(type(e).__name__, e)


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as t:
    print(type(t).__name__)
try:
    with closing(Thing()):
        raise ValueError("v")
except ValueError as e:
    print(e)
with suppress(KeyError, IndexError):
    [][1]
    print("never")
with suppress(LookupError) as s:
    print(s)
    {}[1]
try:
    with suppress(KeyError):
        raise ValueError("through")
except ValueError as e:
    print(e)
with suppress():
    pass
attempt(lambda: suppress(5).__exit__(ValueError, ValueError(), None))
again = suppress(ValueError)
for _ in range(2):
    with again:
        raise ValueError
with nullcontext() as n, nullcontext("v") as v:
    print(n, v)


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)

    def flush(self):
        pass


sink, err = Sink(), Sink()
with redirect_stdout(sink) as target:
    print("hidden", target is sink)
    with redirect_stdout(err):
        print("deeper")
    print("hidden too")
print(sink.parts, err.parts)
both = redirect_stdout(sink)
sink.parts.clear()
with both:
    print(1)
    with both:
        print(2)
    print(3)
print("".join(sink.parts).split())
with redirect_stderr(sink):
    print("error", file=sys.stderr)
print(sink.parts[-2:], sys.stderr is sys.__stderr__)
try:
    with redirect_stdout(sink):
        raise KeyError("x")
except KeyError:
    print("restored")

here = os.getcwd()
with chdir("/"):
    print(os.getcwd())
    with chdir("/tmp"):
        print(os.getcwd())
    print(os.getcwd())
print(os.getcwd() == here)
attempt(chdir("/nowhere/at/all").__enter__)
print(os.getcwd() == here)


class Manager(AbstractContextManager):
    def __exit__(self, *a):
        print("leaving")


with Manager() as m:
    print(type(m).__name__)
attempt(AbstractContextManager)


class Duck:
    def __enter__(self):
        pass

    def __exit__(self, *a):
        pass


class NoExit:
    def __enter__(self):
        pass


class Denied(Duck):
    __exit__ = None


print(issubclass(Duck, AbstractContextManager), issubclass(NoExit, AbstractContextManager), issubclass(Denied, AbstractContextManager),
      isinstance(Manager(), AbstractContextManager), AbstractContextManager[int])


class Deco(ContextDecorator):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("in", self.name)
        return self

    def __exit__(self, *exc):
        print("out", self.name)
        return exc[0] is KeyError


@Deco("d")
def f(x):
    "f's doc"
    if x < 0:
        raise KeyError(x)
    return x


print(f(1), f(-1), f.__name__, f.__doc__)
with Deco("e") as d:
    print(d.name)
