# Last registered, first called; arguments; unregister.
import atexit


def f(*args, **kw):
    print("called", args, kw)


print(atexit.register(f, 1, k=2) is f)
atexit.register(f, 2)


@atexit.register
def g():
    print("g")


atexit.register(print, "not called")
atexit.unregister(print)
try:
    atexit.register(5)
except TypeError as e:
    print(e)


def again():
    atexit.register(print, "registered at the end")


atexit.register(again)
print("end")
