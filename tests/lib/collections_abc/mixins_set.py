from collections.abc import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class LS(Set):
    def __init__(self, it=()):
        self.e = []
        for x in it:
            if x not in self.e: self.e.append(x)
    def __iter__(self): return iter(self.e)
    def __contains__(self, x): return x in self.e
    def __len__(self): return len(self.e)
    def __repr__(self): return f"{type(self).__name__}({self.e})"
a, b = LS("abcd"), LS("bdef")
print(a & b, a | b, a - b, a ^ b, a <= b, LS("ab") <= a, LS("ab") < a, a < a, a >= LS("a"), a > LS("abcd"), a == LS("dcba"), a != b, a.isdisjoint("xyz"), a.isdisjoint(b), a == {"a", "b", "c", "d"}, {"a"} <= a)
print(a & ["a", "z"], a | ["z"], a - ["a"], a ^ ["a", "z"], ["a", "q"] & a, ["q"] | a, ["a", "q"] - a, ["q", "a"] ^ a); t(lambda: a & 5); t(lambda: a | 5); t(lambda: a < [1]); t(lambda: a <= 5); t(lambda: hash(a)); print(a == 5, a != 5, a._hash() == hash(frozenset("abcd")))
class H(LS):
    __hash__ = Set._hash
print(hash(H([1, 2])) == hash(H([2, 1])), len({H([1]), H([1])}), hash(H([])) == hash(frozenset()), hash(H([1, 2, 3])) == hash(frozenset([1, 2, 3])))
class MS(LS, MutableSet):
    def add(self, x):
        if x not in self.e: self.e.append(x)
    def discard(self, x):
        if x in self.e: self.e.remove(x)
m = MS("abc"); m.add("d"); m.discard("zz"); m.remove("a"); print(m, m.pop(), m); t(lambda: m.remove("zz")); m |= "xy"; print(m); m &= LS("xd"); print(m); m ^= LS("dq"); print(m); m -= LS("q"); print(m); m ^= m; print(m); t(lambda: m.pop()); m |= "ab"; m -= m; print(m); m |= "ab"; m.clear(); print(m, len(m), bool(m))
g = {}.keys()
class G(Generator):
    def __init__(self): self.n = 0
    def send(self, v): self.n += 1; return (self.n, v) if self.n < 4 else self.stop()
    def stop(self): raise StopIteration("end")
    def throw(self, typ, val=None, tb=None): print("throw", typ); super().throw(typ, val, tb)
x = G(); print(next(x), x.send("v"), iter(x) is x, x.close()); t(lambda: x.throw(ValueError)); t(lambda: x.throw(ValueError("v"))); print(list(G()))
class Stub(G):
    def throw(self, *a): return 1
t(lambda: Stub().close())
class It(Iterator):
    def __init__(self): self.i = 0
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(It()), isinstance(It(), Iterable)); t(lambda: Iterator())
