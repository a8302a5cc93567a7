from bisect import *
import bisect
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = [1, 2, 2, 2, 5, 9]
for x in (0, 1, 2, 3, 9, 10): print(x, bisect_left(a, x), bisect_right(a, x), bisect.bisect(a, x))
print(bisect_left(a, 2, 2), bisect_left(a, 2, 2, 3), bisect_right(a, 2, 0, 2), bisect_left(a, 5, hi=3), bisect_left([], 1), bisect_right(a, 100, lo=1, hi=2))
b = []
for x in [5, 1, 4, 1, 5, 9, 2, 6]: insort(b, x)
print(b); insort_left(b, 5.0); print(b); insort_right(b, 1.0); print(b)
def grade(s, bp=[60, 70, 80, 90], g="FDCBA"): return g[bisect.bisect(bp, s)]
print([grade(s) for s in [33, 99, 77, 70, 89, 90, 100]])
r = [("a", 1), ("b", 3), ("c", 7)]
print(bisect_left(r, 3, key=lambda p: p[1]), bisect_right(r, 3, key=lambda p: p[1])); insort(r, ("n", 4), key=lambda p: p[1]); print(r); insort_left(r, ("m", 4), key=lambda p: p[1]); print(r)
print(bisect_left(range(0, 100, 3), 50), bisect_left("acegi", "f"), bisect_right((1, 2, 3), 2), bisect.bisect is bisect.bisect_right, bisect.insort is bisect.insort_right)
t(lambda: bisect_left(a, 1, -1)); t(lambda: insort(a, 1, -1)); t(lambda: bisect_left(5, 1)); t(lambda: bisect_left(a, "x")); t(lambda: insort((1, 2), 1)); t(lambda: bisect_left(a, 3, 0, 100)); t(lambda: bisect_left(a)); t(lambda: bisect_left(a, 1, key=5)); t(lambda: bisect_left(a, 1, "x")); t(lambda: bisect_right(a, 1, hi="x"))
class Seq:
    def __len__(self): return 1000
    def __getitem__(self, i): return i * i
    def insert(self, i, x): print("insert", i, x)
print(bisect_left(Seq(), 250), bisect_right(Seq(), 256)); insort(Seq(), 300)
class D(list):
    def insert(self, i, x): print("D.insert", i, x); super().insert(i, x)
d = D([1, 3]); insort(d, 2); print(d)
class Bad:
    def __lt__(self, o): raise ValueError("cmp")
t(lambda: bisect_left([Bad()], 1)); t(lambda: insort([Bad()], Bad())); print(bisect_left(a=[1, 2], x=2, lo=0, hi=2))
