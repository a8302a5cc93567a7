"""What an exception that is thrown into a generator has as its context: not what the thrower handles."""


def g():
    try:
        yield 1
    finally:
        pass
def h():
    try:
        1/0
    except ZeroDivisionError:
        try:
            yield 1
        finally: pass
def outer(f):
    yield from f()
def show(make):
    it = make(); next(it)
    try: raise OSError("outside")
    except OSError:
        e = LookupError("in")
        try: it.throw(e)
        except LookupError as x: print(repr(x.__context__))
        try: make().throw(LookupError("fresh"))
        except LookupError as x: print(repr(x.__context__))
        it = make(); next(it)
        try: it.throw(LookupError)
        except LookupError as x: print(repr(x.__context__))
        it = make(); next(it); it.close()
        try: it.throw(LookupError("done"))
        except LookupError as x: print(repr(x.__context__))
for m in g, h, lambda: outer(g), lambda: outer(h): show(m)


def closing():
    try:
        yield
    except GeneratorExit as e:
        print("exit", repr(e.__context__))


try:
    raise OSError("outside")
except OSError:
    it = closing()
    next(it)
    it.close()
it = closing()
next(it)
it.close()
