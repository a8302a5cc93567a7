class P:
    def __init__(self, **k):
        for n in k: setattr(self, n, k[n])
def get(o): return o.v
objs = [P(v=1), P(a=1, v=2), P(b=1, a=2, v=3), P(v=4, a=1), P(a=1, b=2, c=3, d=4, e=5, f=6, v=7)]
print([get(o) for o in objs], [get(o) for o in reversed(objs)])
for o in objs: o.v *= 2
print([get(o) for o in objs])
class Q:
    def __init__(self, n):
        self.a = n; self.b = n; self.c = n; self.d = n; self.e = n; self.f = n; self.g = n; self.h = n; self.i = n; self.j = n
def total(q): return q.a + q.b + q.c + q.d + q.e + q.f + q.g + q.h + q.i + q.j
qs = [Q(i) for i in range(20)]
print(sum(total(q) for q in qs)); qs[0].extra = 1; qs[1].other = 2
print(qs[0].extra, qs[1].other, total(qs[0]))
class R:
    def setup(self, flag):
        if flag: self.x = 1; self.y = 2
        else: self.y = 3; self.x = 4
        return self
rs = [R().setup(i % 2) for i in range(6)]
print([(r.x, r.y) for r in rs])
class Node:
    def __init__(self, v, nxt=None): self.v = v; self.nxt = nxt
head = None
for i in range(1000): head = Node(i, head)
n, s = head, 0
while n: s += n.v; n = n.nxt
print(s)
class A: pass
class B(A): pass
x, y = A(), B(); x.q = 1; y.q = 2
def gq(o): return o.q
print([gq(o) for o in (x, y, x, y)])
x.__class__ = B; print(type(x).__name__, gq(x)); x.r = 5; print(x.r, x.__dict__)
def attempt(f, *a):
    try: print(f(*a))
    except TypeError as e: print(e)
attempt(setattr, x, "__class__", 5); attempt(setattr, x, "__class__", int); attempt(setattr, 5, "__class__", A)
class Sl: __slots__ = ("q",)
attempt(setattr, x, "__class__", Sl)
