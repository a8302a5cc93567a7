"""Rational numbers of any size: Fraction.

A Fraction is immutable and in lowest terms, with a denominator above 0; it equals and hashes like any
other number of the same value.
Behaviour: https://docs.python.org/3.11/library/fractions.html
"""
import math
import numbers
import sys

__all__ = ["Fraction"]

_MODULUS = sys.hash_info.modulus
_INF = sys.hash_info.inf


def _digits_end(text, at):
    """Where the digits at text[at:], single underscores between them allowed, end."""
    end = at
    while end < len(text):
        if text[end].isdecimal():
            end += 1
        elif text[end] == "_" and end > at and text[end + 1:end + 2].isdecimal():
            end += 1
        else:
            break
    return end


def _parse(text):
    """(numerator, denominator) of '-1/3', '1.5', '.5e-3' ..., or None."""
    body = text.strip()
    negative = body[:1] == "-"
    at = 1 if body[:1] in ("-", "+") else 0
    end = _digits_end(body, at)
    whole = body[at:end]
    numerator, denominator = int(whole or "0"), 1
    if whole and body[end:end + 1] == "/":
        stop = _digits_end(body, end + 1)
        if stop == end + 1 or stop != len(body):
            return None
        denominator = int(body[end + 1:stop])
    else:
        if body[end:end + 1] == ".":
            stop = _digits_end(body, end + 1)
            part = body[end + 1:stop].replace("_", "")
            if not whole and not part:
                return None
            denominator = 10 ** len(part)
            numerator = numerator * denominator + int(part or "0")
            end = stop
        elif not whole:
            return None
        if body[end:end + 1] in ("e", "E"):
            at = end + 1
            if body[at:at + 1] in ("-", "+"):
                at += 1
            stop = _digits_end(body, at)
            if stop == at:
                return None
            power = int(body[end + 1:stop])
            if power >= 0:
                numerator *= 10 ** power
            else:
                denominator *= 10 ** -power
            end = stop
        if end != len(body):
            return None
    return -numerator if negative else numerator, denominator


class Fraction(numbers.Rational):
    """A rational number."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or _is_decimal(numerator):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parsed = _parse(numerator)
            if parsed is None:
                raise ValueError("Invalid literal for Fraction: %r" % numerator)
            numerator, denominator = parsed
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % numerator)
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator = numerator // g
        self._denominator = denominator // g
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)"
                            % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a Decimal."""
        if isinstance(dec, numbers.Integral):
            return cls(int(dec))
        if not _is_decimal(dec):
            raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)"
                            % (cls.__name__, dec, type(dec).__name__))
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        """(numerator, denominator)"""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The closest Fraction whose denominator is at most max_denominator."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction: n1/d1 is the last whose denominator is small enough.
        n0, d0, n1, d1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            if d0 + a * d1 > max_denominator:
                break
            n0, d0, n1, d1 = n1, d1, n0 + a * n1, d0 + a * d1
            n, d = d, n - a * d
        k = (max_denominator - d0) // d1
        if 2 * d * (d0 + k * d1) <= self._denominator:
            return _ratio(n1, d1)
        return _ratio(n0 + k * n1, d0 + k * d1)

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def __repr__(self):
        return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return "%s/%s" % (self._numerator, self._denominator)

    # --- arithmetic: with int and Rational exactly, with float and complex as those --------------------

    def __add__(a, b):
        """a + b"""
        if isinstance(b, (int, Fraction)):
            return _add(a, b)
        return _mixed(a, b, lambda x, y: x + y)

    def __radd__(b, a):
        """a + b"""
        return _add(a, b) if isinstance(a, numbers.Rational) else _mixed_left(a, b, lambda x, y: x + y)

    def __sub__(a, b):
        """a - b"""
        if isinstance(b, (int, Fraction)):
            return _sub(a, b)
        return _mixed(a, b, lambda x, y: x - y)

    def __rsub__(b, a):
        """a - b"""
        return _sub(a, b) if isinstance(a, numbers.Rational) else _mixed_left(a, b, lambda x, y: x - y)

    def __mul__(a, b):
        """a * b"""
        if isinstance(b, (int, Fraction)):
            return _mul(a, b)
        return _mixed(a, b, lambda x, y: x * y)

    def __rmul__(b, a):
        """a * b"""
        return _mul(a, b) if isinstance(a, numbers.Rational) else _mixed_left(a, b, lambda x, y: x * y)

    def __truediv__(a, b):
        """a / b"""
        if isinstance(b, (int, Fraction)):
            return _div(a, b)
        return _mixed(a, b, lambda x, y: x / y)

    def __rtruediv__(b, a):
        """a / b"""
        return _div(a, b) if isinstance(a, numbers.Rational) else _mixed_left(a, b, lambda x, y: x / y)

    def __floordiv__(a, b):
        """a // b"""
        if isinstance(b, (int, Fraction)):
            return _floordiv(a, b)
        return _mixed(a, b, lambda x, y: x // y)

    def __rfloordiv__(b, a):
        """a // b"""
        return _floordiv(a, b) if isinstance(a, numbers.Rational) else _mixed_left(a, b, lambda x, y: x // y)

    def __mod__(a, b):
        """a % b"""
        if isinstance(b, (int, Fraction)):
            return _mod(a, b)
        return _mixed(a, b, lambda x, y: x % y)

    def __rmod__(b, a):
        """a % b"""
        return _mod(a, b) if isinstance(a, numbers.Rational) else _mixed_left(a, b, lambda x, y: x % y)

    def __divmod__(a, b):
        """(a // b, a % b)"""
        if isinstance(b, (int, Fraction)):
            return _divmod(a, b)
        return _mixed(a, b, divmod)

    def __rdivmod__(b, a):
        """(a // b, a % b)"""
        return _divmod(a, b) if isinstance(a, numbers.Rational) else _mixed_left(a, b, divmod)

    def __pow__(a, b):
        """a ** b"""
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            if power >= 0:
                return _ratio(a._numerator ** power, a._denominator ** power)
            if a._numerator == 0:
                raise ZeroDivisionError("Fraction(%s, 0)" % a._denominator ** -power)
            if a._numerator > 0:
                return _ratio(a._denominator ** -power, a._numerator ** -power)
            return _ratio((-a._denominator) ** -power, (-a._numerator) ** -power)
        return float(a) ** b

    def __rpow__(b, a):
        """a ** b"""
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        """+a"""
        return _ratio(a._numerator, a._denominator)

    def __neg__(a):
        """-a"""
        return _ratio(-a._numerator, a._denominator)

    def __abs__(a):
        """abs(a)"""
        return _ratio(abs(a._numerator), a._denominator)

    def __int__(a):
        """int(a)"""
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __trunc__(a):
        """math.trunc(a)"""
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        """math.floor(a)"""
        return a._numerator // a._denominator

    def __ceil__(a):
        """math.ceil(a)"""
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """Rounded half to even, to an int without ndigits."""
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return floor
            if rest * 2 > self._denominator or floor % 2:
                return floor + 1
            return floor
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _MODULUS)
        except ValueError:
            value = _INF
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(a, b):
        """a == b"""
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        """a < b"""
        return a._compare(b, lambda x, y: x < y)

    def __gt__(a, b):
        """a > b"""
        return a._compare(b, lambda x, y: x > y)

    def __le__(a, b):
        """a <= b"""
        return a._compare(b, lambda x, y: x <= y)

    def __ge__(a, b):
        """a >= b"""
        return a._compare(b, lambda x, y: x >= y)

    def __bool__(a):
        """a != 0"""
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)


def _is_decimal(value):
    decimal = sys.modules.get("decimal")
    return decimal is not None and isinstance(value, decimal.Decimal)


def _mixed(a, b, op):
    """A Fraction with a float or complex; NotImplemented with others."""
    if isinstance(b, float):
        return op(float(a), b)
    return op(complex(a), b) if isinstance(b, complex) else NotImplemented


def _mixed_left(a, b, op):
    """A Real or Complex from elsewhere with a Fraction."""
    if isinstance(a, numbers.Real):
        return op(float(a), float(b))
    return op(complex(a), complex(b)) if isinstance(a, numbers.Complex) else NotImplemented


def _ratio(numerator, denominator):
    """A Fraction of two numbers in lowest terms already."""
    self = object.__new__(Fraction)
    self._numerator, self._denominator = numerator, denominator
    return self


def _add(a, b):
    na, da, nb, db = a.numerator, a.denominator, b.numerator, b.denominator
    g = math.gcd(da, db)
    if g == 1:
        return _ratio(na * db + da * nb, da * db)
    s = da // g
    t = na * (db // g) + nb * s
    g2 = math.gcd(t, g)
    return _ratio(t, s * db) if g2 == 1 else _ratio(t // g2, s * (db // g2))


def _sub(a, b):
    return _add(a, _ratio(-b.numerator, b.denominator))


def _mul(a, b):
    na, da, nb, db = a.numerator, a.denominator, b.numerator, b.denominator
    g1, g2 = math.gcd(na, db), math.gcd(nb, da)
    return _ratio((na // g1) * (nb // g2), (db // g1) * (da // g2))


def _div(a, b):
    na, da, nb, db = a.numerator, a.denominator, b.numerator, b.denominator
    g1, g2 = math.gcd(na, nb) or 1, math.gcd(da, db)
    n, d = (na // g1) * (db // g2), (nb // g1) * (da // g2)
    if d == 0:
        raise ZeroDivisionError("Fraction(%s, 0)" % n)
    return _ratio(-n, -d) if d < 0 else _ratio(n, d)


def _floordiv(a, b):
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)


def _mod(a, b):
    da, db = a.denominator, b.denominator
    return Fraction((a.numerator * db) % (b.numerator * da), da * db)


def _divmod(a, b):
    da, db = a.denominator, b.denominator
    whole, rest = divmod(a.numerator * db, da * b.numerator)
    return whole, Fraction(rest, da * db)
