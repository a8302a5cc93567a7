class Count:
    def __init__(self, n): self.n = n; self.i = 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
c = Count(3)
print(list(c), list(c), [x for x in Count(2)], sum(Count(4)), 2 in Count(3), max(Count(5)), dict(zip(Count(2), "ab")), *Count(2))
it = iter([1, 2]); print(next(it), next(it), next(it, "end"))
n = iter(lambda s=[3]: s.__setitem__(0, s[0] - 1) or s[0], 0); print(list(n))
class NoNext:
    def __iter__(self): return 5
class NoIter: pass
for f in (lambda: iter(NoNext()), lambda: iter(NoIter()), lambda: next(5), lambda: list(NoIter()), lambda: next(iter([])), lambda: [*None]):
    try: f()
    except (TypeError, StopIteration) as e: print(type(e).__name__, e)
