class C:
    def __init__(self, n): self.n = n
    def m(self, x=0): return self.n + x
a, b = C(1), C(10)
f = a.m
print(f(), f(5), a.m == a.m, a.m is a.m, a.m == b.m, C.m(b, 2), list(map(a.m, [1, 2])), hash(a.m) == hash(a.m))
a.n = 100
print(f())
g = [].append
g(1); print(g.__self__, "x".upper(), str.upper("y"), list.append.__name__, g.__name__)
try: C.m(5)
except AttributeError as e: print(e)
try: str.upper(5)
except TypeError as e: print(e)
