# raise with all sorts of operands.
class Odd(Exception):
    def __new__(cls):
        return 5
def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e, "| cause", repr(e.__cause__), "| suppressed", e.__suppress_context__)
def a(): raise ValueError
def b(): raise ValueError("x") from None
def c(): raise ValueError("x") from KeyError
def d(): raise 5
def e(): raise int
def f(): raise ValueError from 5
def g(): raise
def h(): raise Odd
def i():
    try:
        raise KeyError("first")
    except KeyError as k:
        raise k from k
for fn in (a, b, c, d, e, f, g, h):
    attempt(fn)
try:
    1 / 0
except ZeroDivisionError as z:
    try:
        raise z
    except ZeroDivisionError as y:
        print(y is z, y.__context__)
def catch(what):
    try:
        raise ValueError(1)
    except what:
        print("caught")
for what in (ValueError, (KeyError, (ValueError,)), (), 5, (KeyError, "x"), int):
    try:
        catch(what)
    except Exception as x:
        print(type(x).__name__, x)
