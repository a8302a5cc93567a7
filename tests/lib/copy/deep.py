import copy
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
x = [1, [2, {"k": (3, [4])}], {5}]; y = copy.deepcopy(x); y[1][1]["k"][1].append(9); print(x, y)
tu = (1, "a", (2, None)); print(copy.deepcopy(tu) is tu, copy.deepcopy((1, [2])) == (1, [2]))
shared = [0]; p = [shared, shared]; q = copy.deepcopy(p); print(q[0] is q[1], q[0] is shared)
r = []; r.append(r); c = copy.deepcopy(r); print(c[0] is c, c is r)
d = {}; d["me"] = d; c = copy.deepcopy(d); print(c["me"] is c)
tt = ([],); tt[0].append(tt); c = copy.deepcopy(tt); print(c[0][0] is c)
class Node:
    def __init__(self, v, nxt=None): self.v = v; self.next = nxt; self.kids = []
a = Node(1); b = Node(2, a); a.next = b; a.kids.append(b); c = copy.deepcopy(a); print(c.v, c.next.v, c.next.next is c, c.kids[0] is c.next, c is a)
class D:
    def __deepcopy__(self, memo): print("memo is dict", isinstance(memo, dict)); return "deep"
print(copy.deepcopy([D()]))
class S:
    __slots__ = ("a", "__p")
    def __init__(self): self.a = [1]; self.__p = [2]
    def p(self): return self.__p
s = S(); c = copy.deepcopy(s); c.a.append(2); c.p().append(3); print(s.a, s.p(), c.a, c.p())
class L(list): pass
l = L([[1]]); l.meta = {"x": []}; l.append(l); c = copy.deepcopy(l); print(c[0], c[0] is l[0], c.meta, c.meta is l.meta, c[1] is c, type(c))
class M(dict): pass
m = M({"k": [1]}); m.self = m; c = copy.deepcopy(m); print(c, c.self is c, c["k"] is m["k"], type(c))
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, o): return self.n == o.n
k = {K(1): [1]}; c = copy.deepcopy(k); print([x.n for x in c], list(c)[0] is list(k)[0]); ks = {K(1), K(2)}; c = copy.deepcopy(ks); print(sorted(x.n for x in c), c == ks)
class B:
    def meth(self): return self
b = B(); f = copy.deepcopy([b, b.meth]); print(f[1]() is f[0], f[0] is b)
memo = {}; z = [1]; c = copy.deepcopy(z, memo); print(memo[id(z)] is c, copy.deepcopy(z, memo) is c)
def fn(): pass
for atom in (fn, len, int, None, ..., range(3), 5, "s", b"x", property(), type): print(copy.deepcopy(atom) is atom, end=" ")
print(); e = KeyError([1]); c = copy.deepcopy(e); print(repr(c), c.args[0] is e.args[0])
t(lambda: copy.deepcopy((x for x in []))); import threading; t(lambda: copy.deepcopy([threading.Lock()]))
fs = frozenset([(1, 2)]); print(copy.deepcopy(fs) == fs, copy.deepcopy(bytearray(b"a")), copy.deepcopy(slice(1, [2])), copy.deepcopy({1: {2: {3: [4]}}}), copy.deepcopy([[]] * 3))
deep = cur = []
for _ in range(100): n = []; cur.append(n); cur = n
print(str(copy.deepcopy(deep)) == str(deep))
for _ in range(3000): n = []; cur.append(n); cur = n
try: copy.deepcopy(deep)
except RecursionError as e: print(str(e)[:32])
import copyreg
class P:
    def __init__(self, v): self.v = v
copyreg.pickle(P, lambda o: (P, (o.v * 2,))); print(copy.copy(P(2)).v, copy.deepcopy(P([1])).v); t(lambda: copyreg.pickle(P, 5)); t(lambda: copyreg.constructor(5))
class G:
    def __init__(self): self.a = [1]
    def __getstate__(self): return (self.a,)
    def __setstate__(self, s): self.a = s[0]
g = G(); c = copy.deepcopy(g); print(c.a, c.a is g.a)
