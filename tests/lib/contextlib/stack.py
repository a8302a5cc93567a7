# ExitStack: order, suppression, replacement of exceptions and their contexts, pop_all, errors.
from contextlib import ExitStack, contextmanager, nullcontext, suppress


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except BaseException as e:
        chain = []
        while e is not None:
            chain.append(repr(e))
            e = e.__context__
        print(" <- ".join(chain))


class CM:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, *exc):
        print("exit", self.name, exc[0] and exc[0].__name__, exc[1], exc[2] is not None)
        if self.fail:
            raise self.fail
        return self.swallow


with ExitStack() as stack:
    print(stack.enter_context(CM("a")), stack.enter_context(nullcontext(5)))
    print(stack.callback(print, "callback", 1, sep="|") is print)
    cm = CM("pushed")
    print(stack.push(cm) is cm)

    @stack.push
    def leave(*details):
        print("function", details)

    @stack.callback
    def done():
        print("done")


def run(*managers, exc=None):
    with ExitStack() as stack:
        for m in managers:
            stack.enter_context(m)
        if exc:
            raise exc
    return "after"


attempt(run, CM("a"), CM("b"), exc=ValueError("v"))
attempt(run, CM("a"), CM("b", swallow=True), exc=ValueError("v"))
attempt(run, CM("a"), CM("b", fail=KeyError("k")), exc=ValueError("v"))
attempt(run, CM("a", fail=TypeError("t")), CM("b", fail=KeyError("k")), exc=ValueError("v"))
attempt(run, CM("a", fail=TypeError("t")), CM("b", fail=KeyError("k")))
attempt(run, CM("a"), CM("x", swallow=True), CM("b", fail=KeyError("k")), exc=ValueError("v"))
attempt(run, CM("a", swallow=True), CM("b", fail=KeyError("k")))
attempt(run, suppress(ValueError), exc=ValueError("v"))


def outer():
    try:
        raise OSError("outer")
    except OSError:
        run(CM("a", fail=TypeError("t")), CM("b", fail=KeyError("k")), exc=ValueError("v"))


attempt(outer)


def nested_with():
    with CM("a", fail=TypeError("t")):
        with CM("b", fail=KeyError("k")):
            raise ValueError("v")


attempt(nested_with)
with ExitStack() as stack:
    stack.enter_context(CM("kept"))
    other = stack.pop_all()
print("not left yet", type(other).__name__)
other.close()
other.close()
stack = ExitStack()
stack.enter_context(CM("m"))
print(stack.__exit__(None, None, None))
stack.push(lambda *a: True)
print(stack.__exit__(ValueError, ValueError("x"), None))
for bad in (5, object(), "text"):
    attempt(stack.enter_context, bad)


class Half:
    def __enter__(self):
        pass


attempt(stack.enter_context, Half())
attempt(stack.push, 5)
attempt(stack.close)


class FailsToEnter:
    def __enter__(self):
        raise RuntimeError("entry")

    def __exit__(self, *a):
        print("never")


attempt(run, CM("first"), FailsToEnter())


class MyStack(ExitStack):
    pass


with MyStack() as s:
    s.callback(print, "mine")
    t = s.pop_all()
print(type(t).__name__)
t.close()
stack = ExitStack()
for i in range(2000):
    stack.callback(lambda: None)
stack.close()
print(stack.__enter__() is stack)
