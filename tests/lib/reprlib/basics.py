import reprlib
from collections import deque
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
r = reprlib.repr
for x in [list(range(100)), tuple(range(100)), (1,), {i: i for i in range(50)}, set(range(50)), frozenset(range(50)), deque(range(50)), "x" * 100, "short", 10**100, 12345, [[[[[[[[1]]]]]]]], {1: {2: {3: {4: {5: {6: {7: 8}}}}}}}, [], (), {}, set(), frozenset(), deque(), None, 1.5, b"y" * 60, {"b": 1, "a": 2}, {1, "a"} if False else {3, 1, 2}, "it's" * 20, range(10**9), "é" * 50]: print(r(x))
a = reprlib.Repr(); a.maxlist = 2; a.maxstring = 10; a.maxlevel = 2; a.maxdict = 1; a.maxother = 12; a.maxlong = 10
print(a.repr([1, 2, 3, "abcdefghijklmno", [1]]), a.repr("abcdefghijklmno"), a.repr([[[1]]]), a.repr({1: 2, 3: 4}), a.repr(10**20), a.repr(range(10**6)), a.repr(object) )
a.fillvalue = "???"; print(a.repr([1, 2, 3]), a.repr("z" * 40))
class Bad:
    def __repr__(self): raise ValueError("x")
print(r(Bad())[:5], r(Bad())[-1])
class My(reprlib.Repr):
    def repr_complex(self, x, level): return f"<complex {x.real}>"
print(My().repr([1j]), My().repr(2j))
class N:
    def __init__(self): self.l = [self]
    @reprlib.recursive_repr()
    def __repr__(self):
        "doc"
        return f"N({self.l!r})"
    @reprlib.recursive_repr("<...>")
    def other(self): return "o" + self.other()
print(N(), N.__repr__.__name__, N.__repr__.__doc__, N.__repr__.__qualname__, N().other()); print(reprlib.aRepr.maxlevel, sorted(reprlib.__all__)); t(lambda: reprlib.repr())
class LongName(list): pass
print(r(LongName(range(100))))
