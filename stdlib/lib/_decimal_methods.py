"""The methods of Decimal beyond text, comparison and the four operations; they attach themselves to it.

Each takes an optional context, the thread's by default, does its work on ints and reports status bits to
the context at the end.
Behaviour: https://docs.python.org/3.11/library/decimal.html#decimal-objects
"""
import math
import _decimal_elementary as elementary
from _decimal_context import (BY_ZERO, CLAMPED, IMPOSSIBLE, INEXACT, INVALID, OVERFLOW, ROUNDED, ROUND_CEILING,
                              ROUND_FLOOR, ROUND_HALF_EVEN, SUBNORMAL, UNDEFINED, UNDERFLOW, check_rounding,
                              getcontext, round_off, ten_to)
from _decimal_number import (INFINITY, NAN, Decimal, add, convert, exact_at, finish, fitted, is_nan, length,
                             make, multiply, nan_of, order, own_context, plus, strip)

_ONE = make(0, 1, 0)


def method(function):
    setattr(Decimal, function.__name__, function)
    return function


def _with_rounding(ctx, rounding):
    if ctx._rounding == rounding:
        return ctx
    ctx = ctx.copy()
    ctx._rounding = rounding
    return ctx


def rescale(d, exp, rounding):
    """(n, inexact) of a finite d at another exponent."""
    drop = exp - d._exp
    if drop <= 0:
        return (d._n * ten_to(-drop) if d._n else 0), False
    if not d._n:
        return 0, False
    if drop > length(d._n) + 1:
        return round_off(1, 2, d._sign, rounding)
    return round_off(d._n, drop, d._sign, rounding)


# --- questions ------------------------------------------------------------------------------------------

@method
def adjusted(self):
    """The exponent of the first digit."""
    return 0 if self._kind else self._exp + length(self._n) - 1


@method
def canonical(self):
    """The number itself."""
    return self


@method
def is_canonical(self):
    """True."""
    return True


@method
def is_finite(self):
    """Neither infinite nor NaN?"""
    return self._kind is None


@method
def is_infinite(self):
    """Infinite?"""
    return self._kind == "F"


def _is_nan(self):
    """A NaN of either kind?"""
    return self._kind == "n" or self._kind == "N"


_is_nan.__name__ = "is_nan"
Decimal.is_nan = _is_nan


@method
def is_qnan(self):
    """A quiet NaN?"""
    return self._kind == "n"


@method
def is_snan(self):
    """A signaling NaN?"""
    return self._kind == "N"


@method
def is_signed(self):
    """Is there a minus sign?"""
    return self._sign == 1


@method
def is_zero(self):
    """Zero?"""
    return not self._kind and not self._n


@method
def is_normal(self, context=None):
    """Finite, not 0 and with an exponent of at least Emin?"""
    return not self._kind and self._n != 0 and self.adjusted() >= own_context(context)._emin


@method
def is_subnormal(self, context=None):
    """Finite, not 0 and with an exponent below Emin?"""
    return not self._kind and self._n != 0 and self.adjusted() < own_context(context)._emin


@method
def number_class(self, context=None):
    """What kind of number it is, in words."""
    if self._kind and self._kind != "F":
        return "NaN" if self._kind == "n" else "sNaN"
    sign = "-" if self._sign else "+"
    if self._kind:
        return sign + "Infinity"
    if not self._n:
        return sign + "Zero"
    return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")


@method
def radix(self):
    """10"""
    return make(0, 10, 0)


@method
def same_quantum(self, other, context=None):
    """Do both have the same exponent (or are both infinite, or both NaN)?"""
    own_context(context)
    other = convert(other, True)
    if self._kind or other._kind:
        return is_nan(self) and is_nan(other) or self._kind == other._kind == "F"
    return self._exp == other._exp


# --- copies ---------------------------------------------------------------------------------------------

@method
def copy_abs(self):
    """The number without its sign; no context is asked."""
    return make(0, self._n, self._exp, self._kind)


@method
def copy_negate(self):
    """The number with the other sign; no context is asked."""
    return make(1 - self._sign, self._n, self._exp, self._kind)


@method
def copy_sign(self, other, context=None):
    """The number with the sign of another."""
    own_context(context)
    return make(convert(other, True)._sign, self._n, self._exp, self._kind)


# --- comparison -----------------------------------------------------------------------------------------

@method
def compare(self, other, context=None):
    """-1, 0 or 1 as a Decimal; NaN if there is one."""
    ctx, other = own_context(context), convert(other, True)
    if is_nan(self) or is_nan(other):
        return finish(nan_of(self, other, ctx), ctx)
    return convert(order(self, other))


@method
def compare_signal(self, other, context=None):
    """As compare(), but every NaN signals."""
    ctx, other = own_context(context), convert(other, True)
    if is_nan(self) or is_nan(other):
        nan, _ = nan_of(self, other, ctx)
        return finish((nan, INVALID), ctx)
    return convert(order(self, other))


def total_order(a, b):
    """Order of representations: 1.20 before 1.2, -NaN first and NaN last."""
    if a._sign != b._sign:
        return -1 if a._sign else 1
    flip = -1 if a._sign else 1
    ranks = {None: 0, "F": 0, "N": 1, "n": 2}
    x, y = ranks[a._kind], ranks[b._kind]
    if x or y:
        pair = (x, a._n), (y, b._n)
    else:
        by_value = order(a, b)
        if by_value or a._kind:
            return by_value
        pair = a._exp, b._exp
    return flip * ((pair[0] > pair[1]) - (pair[0] < pair[1]))


@method
def compare_total(self, other, context=None):
    """Order of representations, as a Decimal."""
    own_context(context)
    return convert(total_order(self, convert(other, True)))


@method
def compare_total_mag(self, other, context=None):
    """As compare_total(), without the signs."""
    own_context(context)
    return convert(total_order(self.copy_abs(), convert(other, True).copy_abs()))


def _extreme(a, b, context, want, magnitude):
    ctx, b = own_context(context), convert(b, True)
    if is_nan(a) or is_nan(b):
        if a._kind == "n" and not is_nan(b):
            return finish(plus_same(b, ctx), ctx)
        if b._kind == "n" and not is_nan(a):
            return finish(plus_same(a, ctx), ctx)
        return finish(nan_of(a, b, ctx), ctx)
    c = order(a.copy_abs(), b.copy_abs()) if magnitude else order(a, b)
    if c == 0:
        c = total_order(a, b)
    return finish(plus_same(a if c * want >= 0 else b, ctx), ctx)


def plus_same(d, ctx):
    """d rounded; its sign stays, even if it is 0."""
    return (d, 0) if d._kind else fitted(d._sign, d._n, d._exp, ctx)


@method
def max(self, other, context=None):
    """The greater of two; a number rather than a quiet NaN."""
    return _extreme(self, other, context, 1, False)


@method
def min(self, other, context=None):
    """The lesser of two; a number rather than a quiet NaN."""
    return _extreme(self, other, context, -1, False)


@method
def max_mag(self, other, context=None):
    """The one farther from 0."""
    return _extreme(self, other, context, 1, True)


@method
def min_mag(self, other, context=None):
    """The one closer to 0."""
    return _extreme(self, other, context, -1, True)


# --- rounding -------------------------------------------------------------------------------------------

@method
def quantize(self, exp, rounding=None, context=None):
    """The number with the exponent of another, rounded."""
    ctx, exp = own_context(context), convert(exp, True)
    rounding = ctx._rounding if rounding is None else check_rounding(rounding)
    return finish(_quantized(self, exp, rounding, ctx), ctx)


def _quantized(d, like, rounding, ctx):
    if d._kind or like._kind:
        if is_nan(d) or is_nan(like):
            return nan_of(d, like, ctx)
        return (d, 0) if d._kind and like._kind else (NAN, INVALID)
    exp = like._exp
    if not ctx.Etiny() <= exp <= ctx._emax:
        return NAN, INVALID
    if not d._n:
        return fitted(d._sign, 0, exp, ctx)
    size = length(d._n) + d._exp - 1
    if size > ctx._emax or size - exp + 1 > ctx._prec:
        return NAN, INVALID
    n, inexact = rescale(d, exp, rounding)
    if length(n) > ctx._prec or length(n) + exp - 1 > ctx._emax:
        return NAN, INVALID
    status = 0
    if exp > d._exp:
        status = ROUNDED | INEXACT if inexact else ROUNDED
    result, more = fitted(d._sign, n, exp, ctx)
    return result, status | more


def _integral(d, rounding, context, exact):
    ctx = own_context(context)
    rounding = ctx._rounding if rounding is None else check_rounding(rounding)
    if d._kind:
        return finish(nan_of(d, None, ctx), ctx) if is_nan(d) else d
    if d._exp >= 0:
        return d if type(d) is Decimal else make(d._sign, d._n, d._exp)
    n, inexact = rescale(d, 0, rounding)
    if exact and d._n:
        ctx._settle(ROUNDED | INEXACT if inexact else ROUNDED)
    return make(d._sign, n, 0)


@method
def to_integral_value(self, rounding=None, context=None):
    """Rounded to an integer, without telling the context."""
    return _integral(self, rounding, context, False)


Decimal.to_integral = to_integral_value


@method
def to_integral_exact(self, rounding=None, context=None):
    """Rounded to an integer; Inexact and Rounded are signaled."""
    return _integral(self, rounding, context, True)


def _to_int(d, rounding):
    if d._kind:
        return int(d)
    n, _ = rescale(d, 0, rounding)
    return -n if d._sign else n


@method
def __round__(self, ndigits=None):
    if ndigits is None:
        return _to_int(self, ROUND_HALF_EVEN)
    if not isinstance(ndigits, int):
        raise TypeError("optional arg must be an integer")
    ctx = getcontext()
    return finish(_quantized(self, make(0, 1, -ndigits), ctx._rounding, ctx), ctx)


@method
def __floor__(self):
    return _to_int(self, ROUND_FLOOR)


@method
def __ceil__(self):
    return _to_int(self, ROUND_CEILING)


@method
def normalize(self, context=None):
    """Rounded, and without trailing zeros."""
    ctx = own_context(context)
    if is_nan(self):
        return finish(nan_of(self, None, ctx), ctx)
    d, status = plus_same(self, ctx)
    if d._kind is None:
        if not d._n:
            d = make(d._sign, 0, 0)
        else:
            top = ctx.Etop() if ctx._clamp else ctx._emax
            n, dropped = strip(d._n, top - d._exp if top > d._exp else 0)
            d = make(d._sign, n, d._exp + dropped)
    return finish((d, status), ctx)


# --- neighbours and digits ----------------------------------------------------------------------------------

def _next(d, ctx, up):
    if d._kind:
        if is_nan(d):
            return nan_of(d, None, ctx)
        if bool(d._sign) != up:
            return d, 0
        return make(d._sign, ten_to(ctx._prec) - 1, ctx.Etop()), 0
    work = _with_rounding(ctx, ROUND_CEILING if up else ROUND_FLOOR)
    r, _ = plus(d, work) if d._n else (make(d._sign, 0, d._exp), 0)
    if order(r, d) != 0:
        return r, 0
    return add(d, make(int(not up), 1, ctx.Etiny() - 1), work)[0], 0


@method
def next_plus(self, context=None):
    """The next greater number the context can represent."""
    ctx = own_context(context)
    return finish(_next(self, ctx, True), ctx)


@method
def next_minus(self, context=None):
    """The next lesser number the context can represent."""
    ctx = own_context(context)
    return finish(_next(self, ctx, False), ctx)


@method
def next_toward(self, other, context=None):
    """The next number in the direction of another."""
    ctx, other = own_context(context), convert(other, True)
    if is_nan(self) or is_nan(other):
        return finish(nan_of(self, other, ctx), ctx)
    c = order(self, other)
    if c == 0:
        return self.copy_sign(other)
    r, _ = _next(self, ctx, c < 0)
    status = 0
    if r._kind:
        status = OVERFLOW | INEXACT | ROUNDED
    elif r.adjusted() < ctx._emin:
        status = UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED
        if not r._n:
            status |= CLAMPED
    return finish((r, status), ctx)


def _as_count(other, limit):
    """The int of an integral operand within ±limit, or None."""
    if other._kind or other._exp != 0 or other._n > limit:
        return None
    return -other._n if other._sign else other._n


@method
def shift(self, other, context=None):
    """The digits moved left (or right, for a negative operand), zeros coming in."""
    ctx, other = own_context(context), convert(other, True)
    if is_nan(self) or is_nan(other):
        return finish(nan_of(self, other, ctx), ctx)
    by = _as_count(other, ctx._prec)
    if by is None:
        return finish((NAN, INVALID), ctx)
    if self._kind:
        return self
    n = self._n % ten_to(ctx._prec)
    n = n * ten_to(by) % ten_to(ctx._prec) if by >= 0 else n // ten_to(-by)
    return make(self._sign, n, self._exp)


@method
def rotate(self, other, context=None):
    """The digits, as many as the precision, moved round."""
    ctx, other = own_context(context), convert(other, True)
    if is_nan(self) or is_nan(other):
        return finish(nan_of(self, other, ctx), ctx)
    by = _as_count(other, ctx._prec)
    if by is None:
        return finish((NAN, INVALID), ctx)
    if self._kind:
        return self
    by %= ctx._prec
    high, low = divmod(self._n % ten_to(ctx._prec), ten_to(ctx._prec - by))
    return make(self._sign, low * ten_to(by) + high, self._exp)


@method
def scaleb(self, other, context=None):
    """The number with its exponent raised by another."""
    ctx, other = own_context(context), convert(other, True)
    if is_nan(self) or is_nan(other):
        return finish(nan_of(self, other, ctx), ctx)
    by = _as_count(other, 2 * (ctx._emax + ctx._prec))
    if by is None:
        return finish((NAN, INVALID), ctx)
    if self._kind:
        return self
    return finish(fitted(self._sign, self._n, self._exp + by, ctx), ctx)


@method
def logb(self, context=None):
    """The exponent of the first digit, as a Decimal."""
    ctx = own_context(context)
    if is_nan(self):
        return finish(nan_of(self, None, ctx), ctx)
    if self._kind:
        return INFINITY[0]
    if not self._n:
        return finish((INFINITY[1], BY_ZERO), ctx)
    return finish(plus_same(convert(self.adjusted()), ctx), ctx)


def _bits(d, ctx):
    """The digits of a number of only zeros and ones, or None."""
    if d._kind or d._sign or d._exp:
        return None
    from _decint import text
    digits = text(d._n)
    return None if digits.strip("01") else int(digits[-ctx._prec:], 2)


def _logical(self, other, context, op):
    ctx, other = own_context(context), convert(other, True)
    x, y = _bits(self, ctx), _bits(other, ctx)
    if x is None or y is None:
        return finish((NAN, INVALID), ctx)
    return make(0, _from_bits(op(x, y)), 0)


def _from_bits(n):
    from _decint import number
    return number(f"{n:b}")


@method
def logical_and(self, other, context=None):
    """And of two numbers of zeros and ones, digit by digit."""
    return _logical(self, other, context, lambda x, y: x & y)


@method
def logical_or(self, other, context=None):
    """Or of two numbers of zeros and ones, digit by digit."""
    return _logical(self, other, context, lambda x, y: x | y)


@method
def logical_xor(self, other, context=None):
    """Exclusive or of two numbers of zeros and ones, digit by digit."""
    return _logical(self, other, context, lambda x, y: x ^ y)


@method
def logical_invert(self, context=None):
    """The other digit in every place of the precision."""
    ctx = own_context(context)
    x = _bits(self, ctx)
    if x is None:
        return finish((NAN, INVALID), ctx)
    return make(0, _from_bits(x ^ ((1 << ctx._prec) - 1)), 0)


# --- arithmetic -----------------------------------------------------------------------------------------

@method
def fma(self, other, third=None, context=None):
    """self * other + third, rounded once."""
    if third is None:
        raise TypeError("function missing required argument 'third' (pos 2)")
    ctx = own_context(context)
    other, third = convert(other, True), convert(third, True)
    if self._kind or other._kind:
        if self._kind == "N" or other._kind == "N" or third._kind != "n" or is_nan(self) or is_nan(other):
            if is_nan(self) or is_nan(other):
                if third._kind == "N" and self._kind != "N" and other._kind != "N":
                    return finish(nan_of(third, None, ctx), ctx)
                return finish(nan_of(self, other, ctx), ctx)
        product, status = multiply(self, other, ctx)
        if status:
            return finish((product, status), ctx)
    else:
        product = make(self._sign ^ other._sign, self._n * other._n, self._exp + other._exp)
    return finish(add(product, third, ctx), ctx)


@method
def remainder_near(self, other, context=None):
    """self - n * other for the n nearest to self / other."""
    ctx, other = own_context(context), convert(other, True)
    return finish(_near(self, other, ctx), ctx)


def _near(a, b, ctx):
    if a._kind or b._kind:
        if is_nan(a) or is_nan(b):
            return nan_of(a, b, ctx)
        return (NAN, INVALID) if a._kind else plus_same(a, ctx)
    if not b._n:
        return (NAN, INVALID) if a._n else (NAN, UNDEFINED)
    exp = a._exp if a._exp < b._exp else b._exp
    if not a._n:
        return fitted(a._sign, 0, exp, ctx)
    gap = a.adjusted() - b.adjusted()
    if gap >= ctx._prec + 1:
        return NAN, IMPOSSIBLE
    if gap <= -2:
        return exact_at(a._sign, a._n, a._exp, exp, ctx)
    y = b._n * ten_to(b._exp - exp)
    q, r = divmod(a._n * ten_to(a._exp - exp), y)
    sign = a._sign
    if 2 * r + (q & 1) > y:
        r, q, sign = y - r, q + 1, 1 - sign
    if q >= ten_to(ctx._prec):
        return NAN, IMPOSSIBLE
    return fitted(sign, r, exp, ctx)


@method
def sqrt(self, context=None):
    """The square root, correctly rounded."""
    ctx = own_context(context)
    return finish(_sqrt(self, ctx), ctx)


def _sqrt(d, ctx):
    if is_nan(d):
        return nan_of(d, None, ctx)
    if d._kind or not d._n:
        if not d._kind:
            return fitted(d._sign, 0, d._exp >> 1, ctx)
        return (NAN, INVALID) if d._sign else (d, 0)
    if d._sign:
        return NAN, INVALID
    digits = length(d._n)
    exp = d._exp >> 1
    if d._exp & 1:
        c, half = d._n * 10, (digits >> 1) + 1
    else:
        c, half = d._n, (digits + 1) >> 1
    shift = ctx._prec + 1 - half
    if shift >= 0:
        c, lost = c * ten_to(2 * shift), 0
    else:
        c, lost = divmod(c, ten_to(-2 * shift))
    exp -= shift
    n = math.isqrt(c)
    if not lost and n * n == c:
        n = n // ten_to(shift) if shift >= 0 else n * ten_to(-shift)
        exp += shift
    elif n % 5 == 0:
        n += 1
    return fitted(0, n, exp, _with_rounding(ctx, ROUND_HALF_EVEN))


def _rounded(sign, m, e, ctx):
    """An inexact result: rounded to the precision, then fitted to the exponents."""
    drop = length(m) - ctx._prec
    if drop > 0:
        m, e = round_off(m, drop, sign, ROUND_HALF_EVEN)[0], e + drop
        if length(m) > ctx._prec:
            m, e = m // 10, e + 1
    result, status = fitted(sign, m, e, _with_rounding(ctx, ROUND_HALF_EVEN))
    return result, status | INEXACT | ROUNDED | (UNDERFLOW if status & SUBNORMAL else 0)


def _exp_value(sign, n, exp, ctx):
    """exp(±n * 10**exp), for a number that is not 0."""
    prec = ctx._prec
    size = length(n) + exp
    if size > length(ctx._emax - ctx._emin + prec) + 2:
        return _rounded(0, 11, ctx.Etiny() - 9 if sign else ctx._emax + 9, ctx)
    if size < -prec - 2:
        m = ten_to(prec + 2) - 1 if sign else ten_to(prec + 2) + 1
        return _rounded(0, m, -prec - 2, ctx)
    m, e = elementary.round_safely(lambda digits: elementary.exp_digits(sign, n, exp, digits), prec)
    return _rounded(0, m, e, ctx)


@method
def exp(self, context=None):
    """e ** self, correctly rounded."""
    ctx = own_context(context)
    if is_nan(self):
        return finish(nan_of(self, None, ctx), ctx)
    if self._kind:
        return make(0, 0, 0) if self._sign else self
    if not self._n:
        return _ONE
    return finish(_exp_value(self._sign, self._n, self._exp, ctx), ctx)


def _is_one(d):
    return not d._sign and d._exp <= 0 and length(d._n) == 1 - d._exp and d._n == ten_to(-d._exp)


def _log(self, context, digits_of, exact):
    ctx = own_context(context)
    if is_nan(self):
        return finish(nan_of(self, None, ctx), ctx)
    if not self._kind and not self._n:
        return INFINITY[1]
    if self._sign:
        return finish((NAN, INVALID), ctx)
    if self._kind:
        return self
    known = exact(self)
    if known is not None:
        return finish(plus_same(convert(known), ctx), ctx)
    found = []

    def compute(digits):
        sign, *rest = digits_of(self._n, self._exp, digits)
        found[:] = [sign]
        return rest
    m, e = elementary.round_safely(compute, ctx._prec)
    return finish(_rounded(found[0], m, e, ctx), ctx)


@method
def ln(self, context=None):
    """The natural logarithm, correctly rounded."""
    return _log(self, context, elementary.ln_digits, lambda d: 0 if _is_one(d) else None)


def _power_of_ten(d):
    n, dropped = strip(d._n, length(d._n))
    return d._exp + dropped if n == 1 else None


@method
def log10(self, context=None):
    """The logarithm to base 10, correctly rounded."""
    return _log(self, context, elementary.log10_digits, _power_of_ten)
