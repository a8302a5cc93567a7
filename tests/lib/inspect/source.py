# getsource, getsourcelines, getfile, getmodule, getcomments, stack, frame information.
import inspect
import os
import sys


def deco(f):
    return f


# A comment before.
# And another.
@deco
@deco
def decorated(a,
              b="""
not the end
"""):
    """Doc."""
    x = [1,
2]  # a bracket reaches to the margin

    def inner():
        return 1
    # indented comment
    return inner
# not part of it


class Outer:
    """Class doc."""

    class Inner:
        value = 1

        def method(self):
            return "m"

    @deco
    class Decorated:
        pass

    def after(self): return 5


def one_line(): return 1


lam = lambda x: (x +
                 1)


def make():
    class Local:
        pass
    return Local


for obj in (decorated, decorated(1), Outer, Outer.Inner, Outer.Inner.method, Outer.Inner().method, Outer.Decorated,
            Outer.after, one_line, lam, make(), make, decorated.__code__):
    lines, number = inspect.getsourcelines(obj)
    print(number, len(lines))
    print(inspect.getsource(obj), end="")
print(os.path.basename(inspect.getfile(decorated)), os.path.basename(inspect.getsourcefile(Outer)))
print(inspect.getmodule(decorated).__name__, inspect.getmodule(Outer) is sys.modules["__main__"], inspect.getmodule(os) is os)
print(repr(inspect.getcomments(decorated)), inspect.getcomments(Outer), inspect.getcomments(sys.modules["__main__"]))
for bad in (5, len, int, sys):
    try:
        inspect.getsource(bad)
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
exec("def made(): pass")
try:
    inspect.getsource(made)
except OSError as e:
    print(type(e).__name__, e)


def frames():
    here = inspect.stack()
    return [(f.function, f.lineno, f.code_context, f.index) for f in here], here[0].positions.lineno


print(frames())
info = inspect.getframeinfo(inspect.currentframe(), context=3)
print(info.function, info.lineno, info.code_context, info.index, type(info).__name__)
try:
    frames(1)
except TypeError:
    print([(f.function, f.lineno) for f in inspect.trace()])


def boom():
    raise ValueError


try:
    boom()
except ValueError as e:
    print([(f.function, f.lineno, f.code_context) for f in inspect.trace()])
    print([(f.function, f.lineno) for f in inspect.getinnerframes(e.__traceback__)])
print(inspect.getsource(sys.modules["__main__"]).count("\n") > 100)
