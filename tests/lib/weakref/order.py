# Callbacks, __del__ and resurrection.
import gc
import weakref


class C:
    def __init__(self, name): self.name = name


log = []
a = C("a")
rs = [weakref.ref(a, lambda r, i=i: log.append(i)) for i in range(3)]
del a
gc.collect()
print(sorted(log))


class D:
    def __del__(self):
        print("del", self.name, self.ref() if self.ref else None)


# In a cycle, references are cleared before __del__ runs.
x = D()
x.name, x.me = "x", x
x.ref = weakref.ref(x)
del x
gc.collect()

saved = []


class Z:
    def __del__(self):
        saved.append(self)


z = Z()
z.me = z
r = weakref.ref(z)
del z
gc.collect()
print(len(saved), r())
r = weakref.ref(saved[0])
saved.clear()
gc.collect()
print(len(saved), r())

# A reference that dies with its object calls nothing.
n = C("n")
n.ref = weakref.ref(n, lambda r: print("not called"))
n.me = n
del n
gc.collect()


# A callback that raises is reported, and the program goes on.
import sys


class Out:
    def __init__(self): self.text = ""
    def write(self, s): self.text += s
    def flush(self): pass


err, sys.stderr = sys.stderr, Out()
e = C("e")


def bad(r): raise ValueError("from callback")


r = weakref.ref(e, bad)
del e
gc.collect()
text, sys.stderr = sys.stderr.text, err
print("Exception ignored in: <function bad" in text, text.rstrip().endswith("ValueError: from callback"))
