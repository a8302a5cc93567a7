def g():
    yield 1
    raise ValueError("boom")
it = g()
try:
    for x in it: print(x)
except ValueError as e: print(e)
print(list(it))
def ctx():
    try: raise KeyError("in gen")
    except KeyError:
        yield "paused in except"
        raise
c = ctx(); print(next(c))
try: raise TypeError("outside")
except TypeError:
    try: next(c)
    except KeyError as e: print(repr(e))
