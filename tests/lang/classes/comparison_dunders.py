class N:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
    def __le__(self, o): return self.n <= o.n
    def __gt__(self, o): return self.n > o.n
    def __ge__(self, o): return self.n >= o.n
    def __ne__(self, o): return "custom ne"
a, b = N(1), N(2)
print(a == b, a < b, a <= b, a > b, a >= b, a != b, a < b < N(3), max(a, b).n, [a] == [N(1)], (a, b) < (a, N(3)))
class P: pass
p = P()
print(p == p, p == P(), p != p, p is p, p in [p])
try:
    P() < P()
except TypeError as e:
    print(e)
