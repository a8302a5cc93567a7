"""Exact linear algebra: matrices of fractions, Gaussian elimination, determinants, inverses and least squares."""
from fractions import Fraction
from functools import reduce
from itertools import permutations, starmap
from math import comb, gcd, lcm, prod
from numbers import Rational
from operator import mul


class SingularError(ArithmeticError):
    pass


class Matrix:
    __slots__ = ("rows",)
    __match_args__ = ("rows",)

    def __init__(self, rows):
        self.rows = tuple(tuple(map(Fraction, row)) for row in rows)
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @classmethod
    def hilbert(cls, n):
        return cls([[Fraction(1, i + j + 1) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        match key:
            case (slice() as rows, slice() as columns):
                return Matrix([row[columns] for row in self.rows[rows]])
            case (int(i), int(j)):
                return self.rows[i][j]
            case int(i):
                return self.rows[i]
        raise TypeError(f"bad index {key!r}")

    def __eq__(self, other):
        return self.rows == other.rows if isinstance(other, Matrix) else NotImplemented

    def __hash__(self):
        return hash(self.rows)

    def __add__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        return Matrix([map(sum, zip(a, b, strict=True)) for a, b in zip(self.rows, other.rows, strict=True)])

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return self * -1

    def __mul__(self, scalar):
        if not isinstance(scalar, Rational):
            return NotImplemented
        return Matrix([[scalar * x for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} don't fit")
        columns = list(zip(*other.rows))
        return Matrix([[sum(map(mul, row, column)) for column in columns] for row in self.rows])

    def __pow__(self, n):
        if n < 0:
            return self.inverse() ** -n
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result @= base
            base, n = base @ base, n >> 1
        return result

    def __repr__(self):
        return f"Matrix({[[str(x) for x in row] for row in self.rows]})"

    def __format__(self, spec):
        cells = [[format(float(x), spec) if spec else str(x) for x in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*cells)]
        return "\n".join("[" + "  ".join(c.rjust(w) for c, w in zip(row, widths)) + "]" for row in cells)

    def eliminate(self, extra=None):
        """Reduced row echelon form of [self | extra], the pivots, and the determinant's factor."""
        rows = [list(row) + (list(extra.rows[i]) if extra else []) for i, row in enumerate(self.rows)]
        pivots, factor, r = [], Fraction(1), 0
        for c in range(self.shape[1]):
            best = max(range(r, len(rows)), key=lambda i: abs(rows[i][c]), default=None)
            if best is None or not rows[best][c]:
                continue
            if best != r:
                rows[r], rows[best] = rows[best], rows[r]
                factor = -factor
            pivot = rows[r][c]
            factor *= pivot
            rows[r] = [x / pivot for x in rows[r]]
            for i, row in enumerate(rows):
                if i != r and row[c]:
                    k = row[c]
                    rows[i] = [x - k * y for x, y in zip(row, rows[r])]
            pivots.append(c)
            r += 1
        return Matrix(rows), pivots, factor

    def det(self):
        _, pivots, factor = self.eliminate()
        return factor if len(pivots) == len(self.rows) else Fraction(0)

    def inverse(self):
        n = len(self.rows)
        reduced, pivots, _ = self.eliminate(Matrix.identity(n))
        if len(pivots) < n:
            raise SingularError(f"rank {len(pivots)} of {n}")
        return reduced[:, n:]

    def solve(self, b):
        reduced, pivots, _ = self.eliminate(Matrix([[x] for x in b]))
        n = self.shape[1]
        if any(row[n] and not any(row[:n]) for row in reduced.rows):
            raise SingularError("no solution")
        if len(pivots) < n:
            raise SingularError(f"{n - len(pivots)} free variables")
        return [reduced[i, n] for i in range(n)]


def sign(p):
    return (-1) ** sum(p[i] > p[j] for i in range(len(p)) for j in range(i + 1, len(p)))


def leibniz(m):
    n = len(m.rows)
    return sum(sign(p) * prod(m[i, p[i]] for i in range(n)) for p in permutations(range(n)))


a = Matrix([[2, "1/3", -1], [0.5, 4, 2], [-3, 1, "2.25"]])
print(f"{a}\n{a:.3f}")
print(a.det(), leibniz(a), a.det() == leibniz(a))
print(a.inverse(), a @ a.inverse() == Matrix.identity(3), a ** 3 @ a ** -3 == a ** 0)
print(a.solve([1, 2, Fraction(3, 7)]))
print(2 * a - a == a, a + -a, hash(a) == hash(a * 1), a.T.T == a)
h = Matrix.hilbert(6)
print(1 / h.det(), h.inverse()[0], h[1:3, ::2])
fibonacci = Matrix([[1, 1], [1, 0]]) ** 100
print(fibonacci[0, 1], fibonacci[0, 1].denominator, fibonacci.det())

for label, call in {
    "singular": lambda: Matrix([[1, 2], [2, 4]]).inverse(),
    "none": lambda: Matrix([[1, 2], [2, 4]]).solve([1, 3]),
    "many": lambda: Matrix([[1, 2], [2, 4]]).solve([1, 2]),
    "ragged": lambda: Matrix([[1], [2, 3]]),
    "shapes": lambda: a @ Matrix([[1, 2]]),
    "strict": lambda: Matrix([[1, 2]]) + Matrix([[1, 2], [3, 4]]),
    "scalar": lambda: a * 1.5,
    "radd": lambda: 3 + a,
    "index": lambda: a["x"],
    "text": lambda: Matrix([["1/0"]]),
    "text2": lambda: Fraction("one"),
    "float": lambda: Fraction(1.5, 2),
    "nan": lambda: Fraction(float("nan")),
    "range": lambda: a[3, 0],
    "zero": lambda: Fraction(1) / 0,
}.items():
    try:
        print(label, call())
    except Exception as e:
        print(f"{label:9}{type(e).__name__}: {e}")

xs, ys = range(6), [1, 3, 2, 5, 7, 8]
design = Matrix([[x ** k for k in range(3)] for x in xs])
coefficients = (design.T @ design).solve(next(zip(*(design.T @ Matrix([[y] for y in ys])).rows)))
print(*coefficients, sep=", ")
print([f"{float(sum(c * x ** k for k, c in enumerate(coefficients))):+.4f}" for x in xs])
print(Fraction("3.14159").limit_denominator(100), Fraction(0.1), round(Fraction(22, 7), 3), round(Fraction(7, 2)), Fraction(-7, 2) // 1,
      Fraction(-7, 3) % 1, divmod(Fraction(17, 4), Fraction(2, 3)), Fraction(2, 3) ** -3, Fraction(4, 9) ** 0.5, int(Fraction(-9, 4)))
print(repr(Fraction(6, -4)), Fraction("-1e-2"), Fraction(" 7/21 ") == Fraction(1, 3), 0.5 == Fraction(1, 2), Fraction(1, 3) < 0.34, Fraction(1, 2) + 1.0)
print(reduce(lcm, range(1, 21)), gcd(462, 1071, 21), list(starmap(comb, [(5, k) for k in range(6)])), Fraction(3, 4).as_integer_ratio())
