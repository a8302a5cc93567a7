class A:
    x = 1
    def f(self): return "old"
class B(A): pass
b = B()
def read(o): return o.x
def call(o): return o.f()
print([read(b) for _ in range(3)], [call(b) for _ in range(3)])
A.x = 2; A.f = lambda self: "new"
print(read(b), call(b))
B.x = 3; print(read(b), read(A()))
del B.x; print(read(b))
b.x = 10; print(read(b)); del b.x; print(read(b))
b.f = lambda: "inst"; print(call(b)); del b.f; print(call(b))
A.g = 5; print(b.g, B.g, "g" in A.__dict__, "g" in B.__dict__)
def attempt(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__ + ":", e)
attempt(delattr, B, "g"); attempt(lambda: A.nope); attempt(setattr, int, "x", 1)
attempt(delattr, A, "nope"); attempt(setattr, [], "x", 1); attempt(setattr, 5, "real", 1)
attempt(setattr, object(), "x", 1); attempt(setattr, [], "append", 1); attempt(lambda: (1).foo)
b.y = 1; b.z = 2
def ry(o): return o.y
print(ry(b), ry(b))
B.y = property(lambda self: "prop")
print(ry(b), b.__dict__)
del B.y; print(ry(b))
class N: pass
objs = [N() for _ in range(5)]
for i, o in enumerate(objs):
    for k in range(i): setattr(o, "a%d" % k, k)
print([sorted(vars(o)) for o in objs])
N.__len__ = lambda self: 7; print(len(objs[0]))
N.__add__ = lambda self, o: "added"; print(objs[0] + 1)
N.__repr__ = lambda self: "<N!>"; print(objs[0], [objs[1]])
N.__call__ = lambda self, *a: a; print(objs[0](1, 2))
del N.__len__
attempt(len, objs[0])
N.__name__ = "Renamed"; N.__qualname__ = "Q.Renamed"; print(N, N.__name__)
attempt(setattr, N, "__name__", 5)
