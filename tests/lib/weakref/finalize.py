# finalize objects.
import gc
import weakref


class C:
    pass


log = []


def done(*args, **kw):
    log.append((args, kw))
    return "result"


a = C()
f = weakref.finalize(a, done, 1, 2, k=3)
print(f.alive, f.atexit, f.peek()[0] is a, f.peek()[1] is done, f.peek()[2:], "for 'C' at" in repr(f))
print(f(), f(), f.alive, f.peek(), f.detach(), repr(f).endswith("; dead>"), log)
log.clear()
f = weakref.finalize(a, done)
print(f.detach()[2:], f.alive, f())
f = weakref.finalize(a, done, "dead")
del a
gc.collect()
print(f.alive, log, f())
b = C()
f = weakref.finalize(b, print, "at exit, first made")
f2 = weakref.finalize(b, print, "at exit, second made")
f3 = weakref.finalize(b, print, "never")
f3.atexit = False
print(f3.atexit, f2.atexit)
try:
    weakref.finalize(5, print)
except TypeError as e:
    print(e)
