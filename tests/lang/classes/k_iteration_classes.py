class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
print(list(Countdown(4)), sum(Countdown(3)), [*Countdown(2)], dict(zip("ab", Countdown(2))))
a, b = Countdown(2); print(a, b, max(Countdown(5)), 3 in Countdown(5), 9 in Countdown(5))
class Tree:
    def __init__(self, v, *kids): self.v = v; self.kids = kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * 2
print(list(Seq()), 4 in Seq(), [x for x in reversed([1, 2])])
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t.__name__ if t else None); return True
with Ctx() as c: print(type(c).__name__)
with Ctx(): raise KeyError(1)
class NoNext:
    def __iter__(self): return self
try: iter(NoNext())
except TypeError as e: print(e)
class Idx:
    def __index__(self): return 2
print([10, 20, 30][Idx()], "abc"[Idx()], range(5)[Idx()], hex(Idx()), [0] * Idx())
class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
print([c.v for c in sorted(Cmp(i) for i in (3, 1, 2))], min(Cmp(2), Cmp(1), key=lambda c: c.v).v)
