from math import gcd, sqrt, isclose
class Vector:
    __slots__ = ("x", "y", "z")
    def __init__(self, x=0, y=0, z=0): self.x, self.y, self.z = x, y, z
    def __iter__(self): return iter((self.x, self.y, self.z))
    def __repr__(self): return f"Vector({', '.join(map(repr, self))})"
    def __add__(self, o): return Vector(*(a + b for a, b in zip(self, o))) if isinstance(o, Vector) else NotImplemented
    def __sub__(self, o): return self + -o
    def __neg__(self): return Vector(*(-a for a in self))
    def __mul__(self, k): return Vector(*(a * k for a in self)) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __truediv__(self, k): return self * (1 / k)
    def __matmul__(self, o): return sum(a * b for a, b in zip(self, o))
    def __xor__(self, o): return Vector(self.y * o.z - self.z * o.y, self.z * o.x - self.x * o.z, self.x * o.y - self.y * o.x)
    def __abs__(self): return sqrt(self @ self)
    def __eq__(self, o): return isinstance(o, Vector) and tuple(self) == tuple(o)
    def __hash__(self): return hash(tuple(self))
    def __bool__(self): return any(self)
    def __getitem__(self, i): return tuple(self)[i]
    def __len__(self): return 3
    def __pos__(self): return self
    def __round__(self, n=0): return Vector(*(round(a, n) for a in self))
    def __format__(self, spec): return "<" + ", ".join(format(a, spec) for a in self) + ">"
v, w = Vector(1, 2, 3), Vector(4, 5, 6)
print(v + w, v - w, -v, v * 2, 2.5 * v, v / 4, v @ w, v ^ w, abs(Vector(3, 4)), v == Vector(1, 2, 3), v != w, len({v, Vector(1, 2, 3), w}), bool(Vector()), v[1], v[-2:], f"{v / 3:.2f}", round(v / 7, 3), 2 in v, max(w), sum([v, w], Vector()))
for bad in (lambda: v + 1, lambda: "a" * v, lambda: v < w, lambda: v.q, lambda: setattr(v, "q", 1), lambda: v ** 2, lambda: ~v, lambda: sum([v])):
    try: print(bad())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
v += w; print(v)
class Frac:
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError(f"Frac({n}, 0)")
        g = gcd(n, d) * (1 if d > 0 else -1); self.n, self.d = n // g, d // g
    @staticmethod
    def of(x): return x if isinstance(x, Frac) else Frac(x) if isinstance(x, int) else NotImplemented
    def _op(f):
        def fwd(self, o): return NotImplemented if (o := Frac.of(o)) is NotImplemented else f(self, o)
        def rev(self, o): return NotImplemented if (o := Frac.of(o)) is NotImplemented else f(o, self)
        return fwd, rev
    __add__, __radd__ = _op(lambda a, b: Frac(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = _op(lambda a, b: Frac(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = _op(lambda a, b: Frac(a.n * b.n, a.d * b.d))
    __truediv__, __rtruediv__ = _op(lambda a, b: Frac(a.n * b.d, a.d * b.n))
    __eq__, _ = _op(lambda a, b: (a.n, a.d) == (b.n, b.d)); __lt__, __gt__ = _op(lambda a, b: a.n * b.d < b.n * a.d); __le__, __ge__ = _op(lambda a, b: a.n * b.d <= b.n * a.d)
    def __pow__(self, k): return Frac(self.n ** k, self.d ** k) if k >= 0 else Frac(self.d ** -k, self.n ** -k)
    def __hash__(self): return hash((self.n, self.d))
    def __float__(self): return self.n / self.d
    def __int__(self): return self.n // self.d
    def __repr__(self): return f"{self.n}" if self.d == 1 else f"{self.n}/{self.d}"
    del _op
h, t = Frac(1, 2), Frac(-2, -6)
print(h + t, h - t, h * t, h / t, 1 + h, 1 - h, 3 / t, h == Frac(2, 4), h == 0.5, h < 1, 1 <= t, sorted([h, t, Frac(2), Frac(0)]), h ** 3, h ** -2, float(t), int(Frac(7, 2)), sum([h, t, Frac(1, 6)]), {Frac(1, 2): "half"}[Frac(3, 6)])
for bad in (lambda: Frac(1, 0), lambda: h / 0, lambda: h + 0.5, lambda: h < "x"):
    try: print(bad())
    except (ZeroDivisionError, TypeError) as e: print(type(e).__name__, e)
class Poly:
    def __init__(self, *c):
        c = list(c)
        while len(c) > 1 and c[-1] == 0: c.pop()
        self.c = c or [0]
    def __call__(self, x):
        r = 0
        for k in reversed(self.c): r = r * x + k
        return r
    def __add__(self, o): n = max(len(self.c), len(o.c)); p = lambda c: c + [0] * (n - len(c)); return Poly(*map(sum, zip(p(self.c), p(o.c))))
    def __mul__(self, o):
        r = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): r[i + j] += a * b
        return Poly(*r)
    def diff(self): return Poly(*[i * a for i, a in enumerate(self.c)][1:])
    def __str__(self):
        s = ""
        for i, a in reversed(list(enumerate(self.c))):
            if a or len(self.c) == 1: s += (" - " if a < 0 else " + " if s else "") .replace(" ", " " if s else "") + (str(abs(a)) if abs(a) != 1 or i == 0 else "") + ("x" if i else "") + (f"^{i}" if i > 1 else "")
        return s
p, q = Poly(-1, 0, 1), Poly(1, 1); print(p, "|", q, "|", p + q, "|", p * q, "|", p.diff(), "|", p(3), p(Frac(1, 2)), Poly(0), (q * q * q), Poly(1, -3, 0))
class Chain:
    def __init__(self, path="root"): self.path = path
    def __getattr__(self, n): return Chain(f"{self.path}.{n}")
    def __getitem__(self, k): return Chain(f"{self.path}[{k!r}]")
    def __call__(self, *a): return f"{self.path}({', '.join(map(repr, a))})"
    def __rshift__(self, o): return f"{self.path}>>{o}"
    def __lshift__(self, o): return Chain(f"{self.path}<<{o}")
    def __invert__(self): return "~" + self.path
    def __contains__(self, x): return x in self.path
    def __index__(self): return len(self.path)
c = Chain(); print(c.a.b["k"][1:2](3, "x"), c >> 5, (c << 1).path, ~c.z, "oo" in c, [0] * 3 + list(range(6))[c:], hex(c), "abcdef"[c])
class M:
    def __init__(self, rows): self.r = [list(x) for x in rows]
    def __matmul__(self, o): return M([[sum(a * b for a, b in zip(row, col)) for col in zip(*o.r)] for row in self.r])
    def __imatmul__(self, o): self.r = (self @ o).r; return self
    def __pow__(self, n): return M([[int(i == j) for j in range(len(self.r))] for i in range(len(self.r))]) if n == 0 else self if n == 1 else (self @ self) ** (n // 2) if n % 2 == 0 else self @ self ** (n - 1)
    def __getitem__(self, ij): i, j = ij; return self.r[i][j]
    def __setitem__(self, ij, v): self.r[ij[0]][ij[1]] = v
    def __repr__(self): return repr(self.r)
    T = property(lambda s: M(zip(*s.r)))
m = M([[1, 1], [1, 0]]); print(m ** 90, m.T @ m, (m ** 10)[0, 1]); m[0, 0] = 5; m @= m; print(m, isclose(0.1 + 0.2, 0.3))
