# throw() and close() of generators.
def g():
    try:
        x = yield 1
        print("got", x)
    except ValueError as e:
        print("caught", e)
        yield 2
    finally:
        print("cleanup")
i = g(); next(i); print(i.throw(ValueError("v"))); i.close()
i = g(); next(i)
try:
    i.throw(KeyError, "k")
except KeyError as e:
    print(repr(e))
i = g(); next(i)
try:
    i.send(5)
except StopIteration as e:
    print("stop", e.value)
for args in [(5,), (ValueError(1), 2), (ValueError, 1, 5), (int,)]:
    i = g()
    try:
        i.throw(*args)
    except Exception as e:
        print(type(e).__name__, e)
def stubborn():
    try:
        yield
    except GeneratorExit:
        yield
s = stubborn(); next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
def leak():
    yield 1
    raise StopIteration("x")
l = leak(); next(l)
try:
    next(l)
except RuntimeError as e:
    print(e, repr(e.__cause__))
def again():
    yield next(me)
me = again()
try:
    next(me)
except ValueError as e:
    print(e)
n = g()
try:
    n.send(1)
except TypeError as e:
    print(e)
n.close(); print(n.gi_frame, list(n))
def ret():
    return 7
    yield
def deleg():
    r = yield from ret()
    print("r", r)
    return r * 2
try:
    next(deleg())
except StopIteration as e:
    print(e.value)
