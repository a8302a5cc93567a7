# format_exc, format_exception, format_exception_only, print_exception: chains, notes, limits, syntax errors.
import sys
import traceback


def f(x):
    return 1 / x


def g():
    try:
        f(0)
    except ZeroDivisionError as e:
        raise KeyError("second") from e


def show(text):
    print("".join(text).replace(__file__, "FILE"), end="")


try:
    f(0)
except ZeroDivisionError as e:
    show(traceback.format_exc())
    show(traceback.format_exception(e))
    show(traceback.format_exception(type(e), e, e.__traceback__))
    show(traceback.format_exception_only(e))
    show(traceback.format_exception_only(type(e), e))
    show(traceback.format_tb(e.__traceback__))
    show(traceback.format_tb(e.__traceback__, 1))
    show(traceback.format_exception(e, limit=-1))
    show(traceback.format_exception(e, limit=0))
    traceback.print_exc(file=sys.stdout, limit=0)
try:
    g()
except KeyError as e:
    show(traceback.format_exc())
    show(traceback.format_exc(chain=False))
    saved = e
try:
    try:
        {}["a"]
    except KeyError:
        raise ValueError("during")
except ValueError:
    show(traceback.format_exc())
try:
    try:
        {}["a"]
    except KeyError:
        raise ValueError("hidden") from None
except ValueError:
    show(traceback.format_exc())
try:
    e = TypeError("with notes")
    e.add_note("one\ntwo")
    e.add_note("three")
    raise e
except TypeError:
    show(traceback.format_exc())
try:
    compile("a b c", "x.py", "exec")
except SyntaxError as e:
    show(traceback.format_exception_only(e))
try:
    compile("def f(:\n pass", "x.py", "exec")
except SyntaxError as e:
    show(traceback.format_exception_only(e))


class Odd(Exception):
    def __str__(self):
        raise RuntimeError


class Outer:
    class Inner(Exception):
        pass


show(traceback.format_exception_only(Odd()))
show(traceback.format_exception_only(Outer.Inner("x")))
show(traceback.format_exception_only(None))
show(traceback.format_exception_only(ValueError()))
show(traceback.format_exception_only(SyntaxError("msg only")))
print(repr(traceback.format_exc()))


def deep(n):
    if n:
        deep(n - 1)
    raise ValueError("deep")


try:
    deep(10)
except ValueError as e:
    show(traceback.format_exc())
try:
    traceback.format_exception(saved, saved)
except ValueError as e:
    print(e)
try:
    traceback.format_exception(5)
except TypeError as e:
    print(e)


def carets(a, b):
    return (a.x +
            b)


for action in (lambda: carets(1, 2), lambda: [1, 2][5], lambda: {}["x"]["y"], lambda: None.foo.bar,
               lambda: (1 + 2) * "a" + 3.5 - {}, lambda: undefined_name):
    try:
        action()
    except Exception:
        show(traceback.format_exc())
