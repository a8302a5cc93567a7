class BST:
    def __init__(self, key, val=None): self.key, self.val, self.left, self.right = key, val, None, None
    def insert(self, key, val=None):
        if key == self.key: self.val = val; return self
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child: child.insert(key, val)
        else: setattr(self, side, BST(key, val))
        return self
    def __iter__(self):
        if self.left: yield from self.left
        yield self.key
        if self.right: yield from self.right
    def height(self): return 1 + max((c.height() for c in (self.left, self.right) if c), default=0)
    def find(self, key): return self if key == self.key else (c := self.left if key < self.key else self.right) and c.find(key)
    def remove(self, key):
        if key < self.key: self.left = self.left and self.left.remove(key)
        elif key > self.key: self.right = self.right and self.right.remove(key)
        elif not self.left: return self.right
        elif not self.right: return self.left
        else:
            m = self.right
            while m.left: m = m.left
            self.key, self.val = m.key, m.val; self.right = self.right.remove(m.key)
        return self
    def show(self, depth=0):
        if self.right: self.right.show(depth + 1)
        print("    " * depth + str(self.key))
        if self.left: self.left.show(depth + 1)
    def __repr__(self): return f"({self.left or ''}{self.key}{self.right or ''})"
t = BST(50)
for k in (30, 70, 20, 40, 60, 80, 35, 45, 65): t.insert(k, str(k))
t.show(); print(list(t), t.height(), t, t.find(45).val, t.find(99), min(t), sum(t))
for k in (20, 30, 50, 99): t = t.remove(k); print(k, t, list(t) == sorted(t))
def build(xs): return (lambda m: (build(xs[:m]), xs[m], build(xs[m + 1:])))(len(xs) // 2) if xs else None
def depth(t): return 0 if t is None else 1 + max(depth(t[0]), depth(t[2]))
def orders(t): return ("", "", "") if t is None else (lambda l, r, v: (v + l[0] + r[0], l[1] + v + r[1], l[2] + r[2] + v))(orders(t[0]), orders(t[2]), str(t[1]))
b = build(list(range(7))); print(b, depth(b), orders(b))
def levels(t):
    row = [t]
    while row: yield [n[1] for n in row]; row = [c for n in row for c in (n[0], n[2]) if c]
print(list(levels(b)))
class Trie:
    def __init__(self): self.kids, self.end = {}, False
    def add(self, w):
        n = self
        for c in w: n = n.kids.setdefault(c, Trie())
        n.end = True
    def words(self, prefix=""):
        if self.end: yield prefix
        for c in sorted(self.kids): yield from self.kids[c].words(prefix + c)
    def starting(self, p):
        n = self
        for c in p:
            n = n.kids.get(c)
            if n is None: return []
        return list(n.words(p))
tr = Trie()
for w in "tea ten to inn in i A tent".split(): tr.add(w)
print(list(tr.words()), tr.starting("te"), tr.starting("x"))
def huffman(s):
    heap = sorted((s.count(c), c) for c in set(s))
    while len(heap) > 1: a, b2, *heap = heap; heap = sorted(heap + [(a[0] + b2[0], (a, b2))], key=lambda x: (x[0], str(x[1])))
    def walk(n, p=""): return {n[1]: p or "0"} if isinstance(n[1], str) else {**walk(n[1][0], p + "0"), **walk(n[1][1], p + "1")}
    return walk(heap[0])
h = huffman("abracadabra"); bits = "".join(h[c] for c in "abracadabra"); print({k: len(v) for k, v in sorted(h.items())}, len(bits))
def expr(e):
    match e:
        case int() | float(): return e
        case ("+", *xs): return sum(map(expr, xs))
        case ("*", a, b2): return expr(a) * expr(b2)
        case ("-", x): return -expr(x)
        case _: raise ValueError(f"bad {e!r}")
print(expr(("+", 1, ("*", 2, 3), ("-", ("+", 4, 5)))))
try: expr(("?", 1))
except ValueError as e: print(e)
