class L(list):
    def total(self): return sum(self)
class D(dict):
    def __getitem__(self, k): return super().__getitem__(k.lower())
class S(str):
    def shout(self): return self.upper() + "!"
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
class F(float):
    def __repr__(self): return f"F<{float(self)}>"
l = L([1, 2]); l.append(3); l.tag = "t"
d = D(a=1); s = S("hi")
print(l, l.total(), l.tag, len(l), l == [1, 2, 3], d["A"], s.shout(), s + "x", type(s + "x").__name__, len(s), T(1, 2), T(1)[0], F(1.5), F(1.5) + 1, isinstance(l, list), type(l[:]).__name__, {s: 1}["hi"])
