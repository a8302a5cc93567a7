# gc.collect() and what it leaves.
import gc
import weakref


class Node:
    pass


def cycle():
    a, b = Node(), Node()
    a.b, b.a = b, a
    return weakref.ref(a)


gc.collect()
r = cycle()
print(gc.collect() >= 2, r())
gc.disable()
print(gc.isenabled())
r = cycle()
gc.collect(0)
gc.collect(generation=1)
gc.collect()
print(r())
gc.enable()
print(gc.isenabled())
for f in (lambda: gc.collect(3), lambda: gc.collect(-1), lambda: gc.collect("x"), lambda: gc.collect(1, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(gc.garbage)
