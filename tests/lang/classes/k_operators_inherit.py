class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    __radd__ = __add__
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __hash__(self): return hash(self.x)
    def __lt__(self, o): return self.x < o.x
    def __repr__(self): return f"{type(self).__name__}({self.x})"
    def __bool__(self): return self.x != 0
    def __len__(self): return self.x
    def __getitem__(self, i):
        if i >= self.x: raise IndexError
        return i * i
    def __contains__(self, i): return i == 99
    def __call__(self, *a, **k): return (self.x, a, k)
    def __format__(self, s): return f"<{s}|{self.x}>"
class W(V):
    def __radd__(self, o): return "W.radd"
print(V(1) + V(2), V(1) + 2, 3 + V(4), V(1) + W(2), sum([V(1), V(2)], V(0)))
print(V(1) == V(1), V(1) != V(1), V(1) == 1, V(1) < V(2), sorted([V(3), V(1), V(2)]), max(V(1), V(5)))
print({V(1): "a"}[V(1)], bool(V(0)), len(V(3)), list(V(4)), 99 in V(1), V(2)(1, k=2), f"{V(3):abc}", format(V(1)))
class X:
    def __ne__(self, o): return "ne"
    def __eq__(self, o): return NotImplemented
print(X() != 1, X() == 1)
class Y:
    def __eq__(self, o): return "yes"
print(Y() == 1, 1 == Y(), Y() != 1)
for f in (lambda: object() < object(), lambda: V(1) <= V(2), lambda: V(1) - 1, lambda: -V(1)):
    try: print(f())
    except TypeError as e: print(e)
o = object(); print(o == o, o != o, o == object(), hash(o) == hash(o), format(o) == str(o), str(o).split(" at ")[0])
try: format(o, "x")
except TypeError as e: print(e)
print(object().__eq__(1), object().__ne__(1), object().__lt__(1), (5).__eq__("a"), o.__eq__(o), o.__ne__(o))
class S:
    def __str__(self): return "str"
print(str(S()), repr(S()).split(" object")[0], f"{S()}", [S()][0].__str__())
class B:
    def __str__(self): return 5
try: str(B())
except TypeError as e: print(e)
