class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __sub__(self, o): return V(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    def __rmul__(self, k): return self * k
    def __neg__(self): return V(-self.x, -self.y)
    def __pos__(self): return self
    def __invert__(self): return V(self.y, self.x)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __bool__(self): return bool(self.x or self.y)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __truediv__(self, k): return V(self.x / k, self.y / k)
    def __floordiv__(self, k): return V(self.x // k, self.y // k)
    def __mod__(self, k): return V(self.x % k, self.y % k)
    def __divmod__(self, k): return (self // k, self % k)
    def __pow__(self, k, m=None): return ("pow", k, m)
    def __lshift__(self, k): return ("<<", k)
    def __rshift__(self, k): return (">>", k)
    def __and__(self, k): return ("&", k)
    def __or__(self, k): return ("|", k)
    def __xor__(self, k): return ("^", k)
    def __round__(self, n=None): return ("round", n)
    def __int__(self): return self.x
    def __float__(self): return float(self.y)
    def __index__(self): return self.x
a, b = V(3, 4), V(1, 2)
print(a + b, a - b, a * 2, 2 * a, -a, +a, ~a, abs(a), bool(V(0, 0)), a == V(3, 4), a != b, a @ b, a / 2, a // 2, a % 2, divmod(a, 2), a ** 2, pow(a, 2, 5), a << 1, a >> 1, a & 1, a | 1, a ^ 1, round(a), round(a, 2), int(a), float(a), [0, 1, 2, 30][a], {a: 1}[V(3, 4)], hex(a), "x" * b)
try:
    a + 1
except TypeError as e:
    print(e)
