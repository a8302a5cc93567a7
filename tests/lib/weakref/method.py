# WeakMethod.
import gc
import weakref


class C:
    def __init__(self, n): self.n = n
    def m(self, k=0): return self.n + k
    def other(self): pass


a = C(5)
plain = weakref.ref(a.m)
gc.collect()
print(plain())
w = weakref.WeakMethod(a.m)
print(w()(2), w().__self__ is a, type(w()).__name__)
print(w == weakref.WeakMethod(a.m), w == weakref.WeakMethod(a.other), w != weakref.WeakMethod(C(1).m), w == 5,
      hash(w) == hash(weakref.WeakMethod(a.m)))
for bad in (len, C, 5):
    try:
        weakref.WeakMethod(bad)
    except TypeError as e:
        print(e)
calls = []
w2 = weakref.WeakMethod(a.m, lambda r: calls.append(r is w2))
del a
gc.collect()
print(w(), w2(), calls, w == w, w == w2)
