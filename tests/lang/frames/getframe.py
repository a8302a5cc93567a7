# sys._getframe(): code, line, globals, locals, callers, through native calls too.
import sys


def here(a):
    b = 2
    frame = sys._getframe()
    print(frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals), frame.f_back.f_code.co_name,
          frame.f_back.f_lineno)
    return frame


def sorting():
    x = 5
    return sorted([1, 2], key=lambda q: here(q).f_code.co_firstlineno)


print(sorting())
kept = here(3)
print(kept.f_locals["b"], kept.f_globals is globals(), kept.f_back.f_back, kept.f_code is here.__code__)


def asks():
    c = 7
    return sys._getframe(1).f_locals.get("wanted"), sys._getframe(1).f_locals.get("c")


def asked():
    wanted = 9
    return asks()


print(asked())
for depth in (100, 10 ** 6):
    try:
        sys._getframe(depth)
    except ValueError as e:
        print(e)
print(sys._getframe(-5).f_code.co_name, sys._getframe(0).f_lineno)


def depth():
    n, frame = 0, sys._getframe()
    while frame:
        n, frame = n + 1, frame.f_back
    return n


def recurse(n):
    return depth() if n == 0 else recurse(n - 1)


print(recurse(0), recurse(10), recurse(50))


class Meta(type):
    def __call__(cls, *args):
        caller = sys._getframe(1)
        return caller.f_lineno, caller.f_code.co_name


class Made(metaclass=Meta):
    inside = sys._getframe().f_code.co_name, sys._getframe().f_locals is not None


print(Made(), Made.inside)


def outer():
    free = 1

    def inner():
        return free, sorted(sys._getframe().f_locals), sorted(sys._getframe(1).f_locals)
    return inner()


print(outer())
