class A:
    def __radd__(self, o): return ("radd", o)
    def __rmul__(self, o): return ("rmul", o)
    def __add__(self, o): return ("add", o)
    def __mul__(self, o): return ("mul", o)
    def __ror__(self, o): return ("ror", o)
    def __rand__(self, o): return ("rand", o)
    def __eq__(self, o): return "eq"
    def __lt__(self, o): return "lt"
    def __gt__(self, o): return "gt"
a = A()
print([1] + a, (1,) + a, a + [1], [1] * a, a * (1,), {1} | a, {1} & a, {1: 2} | a)
print([1] == a, (1,) == a, {1} == a, {1: 2} == a, [1] < a, {1} < a)
print([1].__eq__(1), (1,).__lt__(1), {1}.__le__(1), {1: 1}.__eq__(1), [1].__ne__([2]), {1}.__and__([1]))
class Count(int):
    pass
print([1] * Count(2), (1,) * True, [1] * False)
class Idx:
    def __index__(self): return 3
print([1] * Idx(), Idx() * (1,))
class L(list):
    def __eq__(self, o): return "L.eq"
    def __lt__(self, o): return "L.lt"
    __hash__ = None
print(L() == [], [] == L(), [] < L(), L() < [], [L()] == [L()])
class Len(list):
    def __len__(self): return 42
    def __getitem__(self, k): return ("item", k)
    def __iter__(self): return iter("xyz")
    def __contains__(self, v): return v == "c"
v = Len([1, 2])
print(len(v), v[0], v[1:2], list(v), "c" in v, 1 in v, [*v], v, tuple(v), set(v) == set("xyz"), [0] + v)
class D(dict):
    def __getitem__(self, k): return "got"
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
    def keys(self): return ["k"]
d = D(a=1)
d["b"] = 2
print(d["q"], d, d.get("q"), dict(d), {**d}, len(d))
