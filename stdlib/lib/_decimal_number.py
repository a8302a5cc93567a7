"""The Decimal class: what it is made of, text, comparison, and the four operations.

A finite number is (-1)**sign * n * 10**exp with n an int; a special one has kind 'F' (infinity), 'n' (quiet
NaN) or 'N' (signaling NaN) and its payload in n. The rest of the methods is in _decimal_methods, formatting
in _decimal_format; both attach themselves here. Numbers never change.
Behaviour: https://docs.python.org/3.11/library/decimal.html#decimal-objects
"""
import sys
from _decimal_context import (BY_ZERO, CLAMPED, CONVERSION, FLOAT, IMPOSSIBLE, INVALID, MAX_EMAX, UNDEFINED,
                              Context, fit, getcontext, ten_to)
from _decint import length, number, strip, text

_MODULUS = sys.hash_info.modulus
_TEN_INVERSE = pow(10, -1, _MODULUS)


class DecimalTuple(tuple):
    """sign, digits, exponent"""

    __slots__ = ()
    __module__ = "decimal"
    _fields = __match_args__ = ("sign", "digits", "exponent")

    def __new__(cls, sign, digits, exponent):
        return tuple.__new__(cls, (sign, digits, exponent))

    sign = property(lambda self: self[0])
    digits = property(lambda self: self[1])
    exponent = property(lambda self: self[2])

    def __repr__(self):
        return "DecimalTuple(sign=%r, digits=%r, exponent=%r)" % tuple(self)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, **kwargs):
        return DecimalTuple(**{**self._asdict(), **kwargs})

    def __getnewargs__(self):
        return tuple(self)


class Decimal:
    """A decimal number of any precision."""

    __slots__ = ("_sign", "_n", "_exp", "_kind", "_hash")
    __module__ = "decimal"

    def __new__(cls, value="0", context=None):
        if type(value) is int:
            return make_as(cls, int(value < 0), abs(value), 0)
        status, parts = 0, None
        if isinstance(value, str):
            parts = parse(value)
            if parts is None or not in_bounds(parts):
                status = CONVERSION
                parts = (0, 0, 0, "n")
        elif isinstance(value, Decimal):
            if type(value) is cls is Decimal:
                return value
            parts = value._sign, value._n, value._exp, value._kind
        elif isinstance(value, int):
            value = int(value)
            parts = int(value < 0), abs(value), 0, None
        elif isinstance(value, (list, tuple)):
            parts = from_tuple(value)
        elif isinstance(value, float):
            status, parts = FLOAT, float_parts(value)
        else:
            raise TypeError(f"conversion from {type_text(value)} to Decimal is not supported")
        if status or context is not None:
            ctx = own_context(context)
            if status:
                ctx._settle(status)
        return make_as(cls, *parts)

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float or int."""
        if isinstance(f, int):
            return cls(int(f))
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        return make_as(cls, *float_parts(f))

    def as_tuple(self):
        """Sign, digits and exponent."""
        if self._kind == "F":
            return DecimalTuple(self._sign, (0,), "F")
        if self._kind:
            return DecimalTuple(self._sign, tuple(map(int, text(self._n))) if self._n else (), self._kind)
        return DecimalTuple(self._sign, tuple(map(int, text(self._n))), self._exp)

    def as_integer_ratio(self):
        """A pair of ints in lowest terms, the second above 0."""
        if self._kind:
            if self._kind == "F":
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        if not self._n:
            return 0, 1
        n, d = self._n, 1
        if self._exp >= 0:
            n *= ten_to(self._exp)
        else:
            import math
            d = ten_to(-self._exp)
            g = math.gcd(n, d)
            n, d = n // g, d // g
        return (-n if self._sign else n), d

    # --- text -----------------------------------------------------------------------------------------

    def __repr__(self):
        return f"Decimal('{to_text(self)}')"

    def __str__(self):
        return to_text(self)

    def to_eng_string(self, context=None):
        """Text with an exponent that is a multiple of three."""
        return to_text(self, True, own_context(context))

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __deepcopy__(self, memo):
        return self if type(self) is Decimal else self.__class__(str(self))

    # --- to other numbers -------------------------------------------------------------------------------

    def __bool__(self):
        return self._kind is not None or self._n != 0

    def __int__(self):
        if self._kind:
            if self._kind == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        n = self._n * ten_to(self._exp) if self._exp >= 0 else self._n // ten_to(-self._exp)
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self._kind == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == "n":
            return float("-nan" if self._sign else "nan")
        return float(to_text(self))

    def __complex__(self):
        return complex(float(self))

    real = property(lambda self: self, doc="The number itself.")
    imag = property(lambda self: ZERO, doc="0")

    def conjugate(self):
        """The number itself."""
        return self

    def __hash__(self):
        if self._kind:
            if self._kind == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            if self._kind == "n":
                return object.__hash__(self)
            return -314159 if self._sign else 314159
        power = pow(10, self._exp, _MODULUS) if self._exp >= 0 else pow(_TEN_INVERSE, -self._exp, _MODULUS)
        value = self._n * power % _MODULUS
        if self._sign:
            value = -value
        return -2 if value == -1 else value

    # --- comparison -----------------------------------------------------------------------------------

    def __eq__(self, other):
        return _rich(self, other, True, lambda order: order == 0)

    def __lt__(self, other):
        return _rich(self, other, False, lambda order: order < 0)

    def __le__(self, other):
        return _rich(self, other, False, lambda order: order <= 0)

    def __gt__(self, other):
        return _rich(self, other, False, lambda order: order > 0)

    def __ge__(self, other):
        return _rich(self, other, False, lambda order: order >= 0)

    # --- arithmetic -------------------------------------------------------------------------------------

    def __add__(self, other):
        return _operate(add, self, other)

    def __radd__(self, other):
        return _operate(add, other, self)

    def __sub__(self, other):
        return _operate(subtract, self, other)

    def __rsub__(self, other):
        return _operate(subtract, other, self)

    def __mul__(self, other):
        return _operate(multiply, self, other)

    def __rmul__(self, other):
        return _operate(multiply, other, self)

    def __truediv__(self, other):
        return _operate(divide, self, other)

    def __rtruediv__(self, other):
        return _operate(divide, other, self)

    def __floordiv__(self, other):
        return _operate(divide_int, self, other)

    def __rfloordiv__(self, other):
        return _operate(divide_int, other, self)

    def __mod__(self, other):
        return _operate(remainder, self, other)

    def __rmod__(self, other):
        return _operate(remainder, other, self)

    def __divmod__(self, other):
        return _operate(divide_both, self, other)

    def __rdivmod__(self, other):
        return _operate(divide_both, other, self)

    def __neg__(self):
        return finish(minus(self, getcontext()))

    def __pos__(self):
        return finish(plus(self, getcontext()))

    def __abs__(self):
        return finish(minus(self, getcontext()) if self._sign else plus(self, getcontext()))


Decimal.__name__ = "decimal.Decimal"


def make(sign, n, exp, kind=None):
    self = object.__new__(Decimal)
    self._sign, self._n, self._exp, self._kind = sign, n, exp, kind
    return self


def make_as(cls, sign, n, exp, kind=None):
    self = object.__new__(cls)
    self._sign, self._n, self._exp, self._kind = sign, n, exp, kind
    return self


ZERO = make(0, 0, 0)
NAN = make(0, 0, 0, "n")
INFINITY = (make(0, 0, 0, "F"), make(1, 0, 0, "F"))


def type_text(value):
    name = type(value).__name__
    return "decimal.Decimal" if type(value) is Decimal else name


def own_context(given):
    if given is None:
        return getcontext()
    if not isinstance(given, Context):
        raise TypeError("optional argument must be a context")
    return given


# --- in and out -------------------------------------------------------------------------------------------

def parse(string):
    """(sign, n, exp, kind) of a numeric string, or None."""
    s = string.strip().replace("_", "")
    sign = 0
    at = 0
    if s[:1] in ("-", "+"):
        sign = int(s[0] == "-")
        at = 1
    body = s[at:]
    if body[:1].isdecimal() or body[:1] == ".":
        e = max(body.find("e"), body.find("E"))
        exp = 0
        if e >= 0:
            power = body[e + 1:]
            digits = power[1:] if power[:1] in ("-", "+") else power
            if not digits.isdecimal() or len(digits) > 400:
                return None
            exp = int(power)
            body = body[:e]
        whole, _, part = body.partition(".")
        digits = whole + part
        if not digits.isdecimal():
            return None
        if not digits.isascii():
            digits = "".join(str(int(c)) for c in digits)
        return sign, number(digits), exp - len(part), None
    low = body.lower()
    if low in ("inf", "infinity"):
        return sign, 0, 0, "F"
    kind = "N" if low[:4] == "snan" else "n" if low[:3] == "nan" else None
    if kind is None:
        return None
    payload = low[4:] if kind == "N" else low[3:]
    if payload and not payload.isdecimal():
        return None
    return sign, number("".join(str(int(c)) for c in payload)) if payload else 0, 0, kind


def in_bounds(parts):
    """May an exact number be that large or small?"""
    sign, n, exp, kind = parts
    return kind is not None or -2 * MAX_EMAX < exp and exp + (length(n) if n else 0) - 1 <= MAX_EMAX


def from_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exp = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    kind = None
    if isinstance(exp, str):
        if exp not in ("F", "n", "N"):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        kind, exp = exp, 0
    elif not isinstance(exp, int):
        raise ValueError("exponent must be an integer")
    if not isinstance(digits, (list, tuple)):
        raise ValueError("coefficient must be a tuple of digits")
    n = 0
    if kind != "F":
        for digit in digits:
            if not isinstance(digit, int) or not 0 <= digit <= 9:
                raise ValueError("coefficient must be a tuple of digits")
        n = number("".join(map(str, map(int, digits)))) if digits else 0
    return int(sign), n, exp, kind


def float_parts(f):
    if f != f:
        return 0, 0, 0, "n"
    if f in (float("inf"), float("-inf")):
        return int(f < 0), 0, 0, "F"
    n, d = abs(f).as_integer_ratio()
    k = d.bit_length() - 1              # d is 2 ** k: n / 2**k = n * 5**k / 10**k
    return int(str(f)[0] == "-"), n * 5 ** k, -k, None


def to_text(d, engineering=False, ctx=None):
    sign = "-" if d._sign else ""
    if d._kind:
        if d._kind == "F":
            return sign + "Infinity"
        return sign + ("NaN" if d._kind == "n" else "sNaN") + (text(d._n) if d._n else "")
    digits = text(d._n)
    exp = d._exp
    left = exp + len(digits)
    if exp <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif d._n == 0:
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        whole, part = "0", "." + "0" * -point + digits
    elif point >= len(digits):
        whole, part = digits + "0" * (point - len(digits)), ""
    else:
        whole, part = digits[:point], "." + digits[point:]
    if left == point:
        return sign + whole + part
    letter = "E" if (ctx or getcontext())._capitals else "e"
    return f"{sign}{whole}{part}{letter}{left - point:+d}"


def convert(value, strict=False):
    """value as a Decimal: itself, or of an int; NotImplemented (TypeError if strict) of others."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        value = int(value)
        return make(int(value < 0), abs(value), 0)
    if strict:
        raise TypeError(f"conversion from {type_text(value)} to Decimal is not supported")
    return NotImplemented


def finish(result, ctx=None):
    """The number of a (number, status) pair, after telling the context."""
    number, status = result
    if status:
        (ctx or getcontext())._settle(status)
    return number


def _operate(function, a, b):
    a, b = convert(a), convert(b)
    if a is NotImplemented or b is NotImplemented:
        return NotImplemented
    ctx = getcontext()
    result, status = function(a, b, ctx)
    if status:
        ctx._settle(status)
    return result


def fitted(sign, n, exp, ctx, status=0):
    """(Decimal, status) of an exact value, rounded."""
    n, exp, more = fit(sign, n, exp, ctx)
    if n is None:
        return INFINITY[sign], status | more
    return make(sign, n, exp), status | more


def nan_of(a, b, ctx):
    """What an operation on at least one NaN gives."""
    for d in (a, b):
        if d is not None and d._kind == "N":
            return make(d._sign, _payload(d._n, ctx), 0, "n"), INVALID
    d = a if a._kind == "n" else b
    return make(d._sign, _payload(d._n, ctx), 0, "n") if d._n else d, 0


def _payload(n, ctx):
    """A NaN's payload, cut to what fits the context."""
    room = ctx._prec - ctx._clamp
    return n % ten_to(room) if n and length(n) > room else n


def is_nan(d):
    return d._kind == "n" or d._kind == "N"


# --- comparing ----------------------------------------------------------------------------------------

def order(a, b):
    """-1, 0 or 1 for two numbers that are not NaN."""
    if a._kind or b._kind:
        x = (-1 if a._sign else 1) if a._kind else 0
        y = (-1 if b._sign else 1) if b._kind else 0
        return (x > y) - (x < y)
    if not a._n or not b._n:
        x = 0 if not a._n else -1 if a._sign else 1
        y = 0 if not b._n else -1 if b._sign else 1
        return (x > y) - (x < y)
    if a._sign != b._sign:
        return -1 if a._sign else 1
    size = a._exp + length(a._n) - b._exp - length(b._n)
    if size == 0:
        shift = a._exp - b._exp
        x, y = (a._n * ten_to(shift), b._n) if shift >= 0 else (a._n, b._n * ten_to(-shift))
        size = (x > y) - (x < y)
    else:
        size = 1 if size > 0 else -1
    return -size if a._sign else size


def _other_number(a, b, equality):
    """The pair to compare for a Decimal and another number; None if b isn't one."""
    if isinstance(b, int):
        return a, convert(b)
    if isinstance(b, float) or (equality and isinstance(b, complex) and b.imag == 0):
        if isinstance(b, complex):
            b = b.real
        ctx = getcontext()
        if equality:
            ctx._flags |= FLOAT             # never raises here
        else:
            ctx._settle(FLOAT)
        return a, make(*float_parts(b))
    numbers = sys.modules.get("numbers")
    if numbers is not None and isinstance(b, numbers.Rational):
        if not a._kind:
            a = make(a._sign, a._n * b.denominator, a._exp)
        return a, convert(int(b.numerator))
    return None


def _rich(a, b, equality, test):
    if not isinstance(b, Decimal):
        pair = _other_number(a, b, equality)
        if pair is None:
            return NotImplemented
        a, b = pair
    if a._kind and is_nan(a) or b._kind and is_nan(b):
        if not equality or a._kind == "N" or b._kind == "N":
            getcontext()._settle(INVALID)
        return False
    return test(order(a, b))


# --- the four operations, each giving (Decimal, status) -----------------------------------------------------

def add(a, b, ctx):
    if a._kind or b._kind:
        if is_nan(a) or is_nan(b):
            return nan_of(a, b, ctx)
        if a._kind and b._kind and a._sign != b._sign:
            return NAN, INVALID
        return INFINITY[a._sign if a._kind else b._sign], 0
    x, y, exp = a._n, b._n, a._exp
    if a._exp != b._exp:
        exp = min(a._exp, b._exp)
        if not x or not y:
            if not x and not y:
                return _zero_sum(a, b, exp, ctx)
            d = b if not x else a
            exp = max(exp, d._exp - ctx._prec - 1)
            shift = d._exp - exp
            return fitted(d._sign, d._n * ten_to(shift) if shift > 0 else d._n, d._exp - max(shift, 0), ctx)
        big, small = (a, b) if a._exp > b._exp else (b, a)
        # a number far below the last digit of the other only leaves a trace
        size = length(big._n) + big._exp
        floor = min(size - ctx._prec - 2, big._exp - 2)
        small_n, small_exp = small._n, small._exp
        if length(small_n) + small_exp - 1 < floor:
            small_n, small_exp = 1, floor
        exp = small_exp
        big_n = big._n * ten_to(big._exp - exp)
        x, y = (big_n, small_n) if big is a else (small_n, big_n)
    if a._sign == b._sign:
        return fitted(a._sign, x + y, exp, ctx) if x or y else _zero_sum(a, b, exp, ctx)
    if x == y:
        return _zero_sum(a, b, exp, ctx)
    if x > y:
        return fitted(a._sign, x - y, exp, ctx)
    return fitted(b._sign, y - x, exp, ctx)


def _zero_sum(a, b, exp, ctx):
    if a._sign == b._sign:
        sign = a._sign
    else:
        sign = int(ctx._rounding == "ROUND_FLOOR")
    return fitted(sign, 0, exp, ctx)


def subtract(a, b, ctx):
    if b._kind and is_nan(b) or a._kind and is_nan(a):
        return nan_of(a, b, ctx)
    return add(a, make(1 - b._sign, b._n, b._exp, b._kind), ctx)


def multiply(a, b, ctx):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if is_nan(a) or is_nan(b):
            return nan_of(a, b, ctx)
        if not (a._kind or a._n) or not (b._kind or b._n):
            return NAN, INVALID
        return INFINITY[sign], 0
    return fitted(sign, a._n * b._n, a._exp + b._exp, ctx)


def divide(a, b, ctx):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if is_nan(a) or is_nan(b):
            return nan_of(a, b, ctx)
        if a._kind and b._kind:
            return NAN, INVALID
        if a._kind:
            return INFINITY[sign], 0
        return make(sign, 0, ctx.Etiny()), CLAMPED
    if not b._n:
        if not a._n:
            return NAN, UNDEFINED
        return INFINITY[sign], BY_ZERO
    ideal = a._exp - b._exp
    if not a._n:
        return fitted(sign, 0, ideal, ctx)
    shift = length(b._n) - length(a._n) + ctx._prec + 1
    exp = ideal - shift
    if shift >= 0:
        q, r = divmod(a._n * ten_to(shift), b._n)
    else:
        q, r = divmod(a._n, b._n * ten_to(-shift))
    if r:
        if q % 5 == 0:
            q += 1                      # sticky: no tie, no exact result
    elif exp < ideal:
        q, dropped = strip(q, ideal - exp)
        exp += dropped
    return fitted(sign, q, exp, ctx)


def _quotient(a, b, ctx):
    """(q, sign, remainder's n, its exponent) for finite a and b != 0; q None if it has too many digits."""
    sign = a._sign ^ b._sign
    exp = min(a._exp, b._exp) if b._n else a._exp
    gap = (a._exp + length(a._n)) - (b._exp + length(b._n)) if a._n else -1
    if not a._n or gap <= -2:
        return 0, sign, a._n, a._exp, min(a._exp, b._exp)
    if gap <= ctx._prec:
        x = a._n * ten_to(a._exp - exp)
        y = b._n * ten_to(b._exp - exp)
        q, r = divmod(x, y)
        if q < ten_to(ctx._prec):
            return q, sign, r, exp, exp
    return None, sign, 0, 0, 0


def divide_int(a, b, ctx):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if is_nan(a) or is_nan(b):
            return nan_of(a, b, ctx)
        if a._kind:
            return (NAN, INVALID) if b._kind else (INFINITY[sign], 0)
        return make(sign, 0, 0), 0
    if not b._n:
        return (INFINITY[sign], BY_ZERO) if a._n else (NAN, UNDEFINED)
    q = _quotient(a, b, ctx)[0]
    if q is None:
        return NAN, IMPOSSIBLE
    return fitted(sign, q, 0, ctx)


def remainder(a, b, ctx):
    if a._kind or b._kind:
        if is_nan(a) or is_nan(b):
            return nan_of(a, b, ctx)
        if a._kind:
            return NAN, INVALID
        return fitted(a._sign, a._n, a._exp, ctx)
    if not b._n:
        return (NAN, INVALID) if a._n else (NAN, UNDEFINED)
    q, _, n, exp, ideal = _quotient(a, b, ctx)
    if q is None:
        return NAN, IMPOSSIBLE
    return exact_at(a._sign, n, exp, ideal, ctx)


def exact_at(sign, n, exp, ideal, ctx):
    """A value whose exponent should be `ideal`, as far as the precision allows."""
    if exp > ideal:
        shift = min(exp - ideal, max(ctx._prec - length(n), 0) + 1) if n else exp - ideal
        n, exp = n * ten_to(shift) if n else 0, exp - shift
    return fitted(sign, n, exp, ctx)


def divide_both(a, b, ctx):
    if a._kind or b._kind:
        if is_nan(a) or is_nan(b):
            nan, status = nan_of(a, b, ctx)
            return (nan, nan), status
        if a._kind:
            return ((NAN, NAN), INVALID) if b._kind else ((INFINITY[a._sign ^ b._sign], NAN), INVALID)
        r, status = fitted(a._sign, a._n, a._exp, ctx)
        return (make(a._sign ^ b._sign, 0, 0), r), status
    if not b._n:
        if not a._n:
            return (NAN, NAN), UNDEFINED
        return (INFINITY[a._sign ^ b._sign], NAN), BY_ZERO | INVALID
    q, sign, n, exp, ideal = _quotient(a, b, ctx)
    if q is None:
        return (NAN, NAN), IMPOSSIBLE
    whole, status = fitted(sign, q, 0, ctx)
    rest, more = exact_at(a._sign, n, exp, ideal, ctx)
    return (whole, rest), status | more


def plus(a, ctx):
    if a._kind:
        return nan_of(a, None, ctx) if is_nan(a) else (a, 0)
    if not a._n and ctx._rounding != "ROUND_FLOOR":
        return fitted(0, 0, a._exp, ctx)
    return fitted(a._sign, a._n, a._exp, ctx)


def minus(a, ctx):
    if a._kind:
        return nan_of(a, None, ctx) if is_nan(a) else (INFINITY[1 - a._sign], 0)
    if not a._n and ctx._rounding != "ROUND_FLOOR":
        return fitted(0, 0, a._exp, ctx)
    return fitted(1 - a._sign, a._n, a._exp, ctx)
