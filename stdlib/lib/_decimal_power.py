"""Powers of Decimal, formatting with the mini-language, and the methods of Context that mirror Decimal's.

Integer powers are exact where the digits are few enough to be had; all others come from exp and ln with
digits to spare.
Behaviour: https://docs.python.org/3.11/library/decimal.html
"""
import _decimal_elementary as elementary
import _decimal_number as numbers_
from _decimal_context import (CONVERSION, FLOAT, INEXACT, INVALID, ROUNDED, SUBNORMAL, UNDERFLOW, Context,
                              getcontext, ten_to)
from _decimal_methods import _is_one, _rounded, method, plus_same, rescale
from _decimal_number import (INFINITY, NAN, Decimal, convert, divide, finish, fitted, is_nan, length, make,
                             nan_of, order, strip, text)

_EXACT_DIGITS = 20000           # an integer power with no more digits is computed exactly


def _int_of(d):
    """The int a finite d is, or None."""
    if d._exp >= 0:
        if d._exp > 60:
            return None if d._n else 0
        n = d._n * ten_to(d._exp)
    else:
        if not d._n:
            return 0
        if -d._exp > length(d._n):
            return None
        n, rest = divmod(d._n, ten_to(-d._exp))
        if rest:
            return None
    return -n if d._sign else n


def _is_integer(d):
    return not d._kind and (d._exp >= 0 or not d._n or strip(d._n, -d._exp)[1] == -d._exp)


def _is_odd(d):
    if d._exp > 0 or not d._n:
        return False
    return bool(d._n // ten_to(-d._exp) & 1)


def power(a, b, ctx):
    """(a ** b, status)"""
    if is_nan(a) or is_nan(b):
        return nan_of(a, b, ctx)
    if not b._kind and not b._n:
        return (NAN, INVALID) if not a._kind and not a._n else (make(0, 1, 0), 0)
    integral = _is_integer(b)
    sign = int(a._sign and integral and _is_odd(b))
    if a._sign and not integral and (a._kind or a._n):
        return NAN, INVALID
    if not a._kind and not a._n:
        return (INFINITY[sign], 0) if b._sign else (make(sign, 0, 0), 0)
    if a._kind:
        return (make(sign, 0, 0), 0) if b._sign else (INFINITY[sign], 0)
    base = make(0, a._n, a._exp)
    if _is_one(base):
        return _power_of_one(base, b, integral, sign, ctx)
    if b._kind:
        small = order(base, make(0, 1, 0)) < 0
        return (make(0, 0, 0), 0) if small != bool(b._sign) else (INFINITY[0], 0)
    small = order(base, make(0, 1, 0)) < 0
    if _size_of_log(base) + b.adjusted() > length(-ctx.Etiny() if small != bool(b._sign) else ctx._emax):
        return fitted(sign, 11, ctx.Etiny() - 9 if small != bool(b._sign) else ctx._emax + 9, ctx)
    if not integral:
        return _real_power(base, b, sign, ctx)
    # Integer powers are rounded twice, first half to even to some digits more.
    work = ctx.copy()
    work._prec, work._rounding, work._clamp = ctx._prec + 23, "ROUND_HALF_EVEN", 0
    whole = _int_of(b)
    done = _integer_power(base, whole, sign, work) if whole is not None else None
    first, status = done or _real_power(base, b, sign, work)
    if first._kind:
        return fitted(sign, 11, ctx._emax + 9, ctx)
    result, more = plus_same(first, ctx)
    status |= more
    if not result._n:
        status |= more
    elif result.adjusted() >= ctx._emin:
        status &= ~(SUBNORMAL | UNDERFLOW)
    return result, status


def _power_of_one(base, b, integral, sign, ctx):
    least = 1 - ctx._prec
    if not integral:
        return make(0, ten_to(-least), least), INEXACT | ROUNDED
    if b._sign or base._exp == 0:
        return make(sign, 1, 0), 0
    whole = _int_of(b)
    exp = least - 1 if whole is None else base._exp * whole
    if exp < least:
        return make(sign, ten_to(-least), least), ROUNDED
    return make(sign, ten_to(-exp), exp), 0


def _integer_power(base, n, sign, ctx):
    """The power by multiplication, if that is feasible; None otherwise."""
    core, zeros = strip(base._n, length(base._n))
    if core == 1:
        # a power of ten, kept with the digits that multiplication would give
        if n < 0:
            return fitted(sign, 1, (base._exp + zeros) * n, ctx)
        if zeros * n > ctx._prec:
            shift = zeros * n - ctx._prec
            return fitted(sign, ten_to(ctx._prec), base._exp * n + shift, ctx, ROUNDED)
        return fitted(sign, ten_to(zeros * n), base._exp * n, ctx)
    if length(base._n) * abs(n) > max(_EXACT_DIGITS, 4 * ctx._prec):
        return None
    if n > 0:
        return fitted(sign, base._n ** n, base._exp * n, ctx)
    work = ctx.copy()
    work._prec += 25
    work._emax, work._emin = 10 ** 17, -10 ** 17
    inverse, status = divide(make(0, 1, 0), base, work)
    if not status & INEXACT:
        return fitted(sign, inverse._n ** -n, inverse._exp * -n, ctx)
    work._prec = ctx._prec + 25
    result, _ = divide(make(0, 1, 0), make(0, base._n ** -n, base._exp * -n), work)
    result, status = fitted(sign, result._n, result._exp, ctx)
    return result, status | INEXACT | ROUNDED


def _size_of_log(d):
    """A lower bound of the exponent of abs(ln(d)), for a d that is not 1."""
    size = d.adjusted()
    if size > 0 or size < -1:
        return length(size if size > 0 else size + 1) - 1
    unit = ten_to(max(-d._exp, 0))
    n = d._n * ten_to(max(d._exp, 0)) - unit
    return length(n) - 2 + min(d._exp, 0)


def _real_power(base, b, sign, ctx):
    """The power by exp and ln."""
    lsign, m, e, _ = elementary.ln_digits(base._n, base._exp, 6)
    size = length(m) + e + length(b._n) + b._exp          # of b * ln(base)
    rsign = lsign ^ b._sign
    if size < -ctx._prec - 3:
        # 1, and a little more or less
        m = ten_to(ctx._prec + 2) + (-1 if rsign else 1)
        return _rounded(sign, m, -ctx._prec - 2, ctx)
    m, e = elementary.round_safely(
        lambda digits: elementary.power_digits(base._n, base._exp, b._sign, b._n, b._exp, digits),
        ctx._prec, ctx._prec + 20)
    result, status = fitted(sign, m, e, ctx)
    return result, status | INEXACT | ROUNDED


def power_modulo(a, b, modulo, ctx):
    """(pow(a, b, modulo), status)"""
    if is_nan(a) or is_nan(b) or is_nan(modulo):
        for d in (a, b, modulo):
            if d._kind == "N":
                return nan_of(d, None, ctx)
        return nan_of(a if is_nan(a) else b if is_nan(b) else modulo, None, ctx)
    if not (_is_integer(a) and _is_integer(b) and _is_integer(modulo)) or (b._sign and b._n):
        return NAN, INVALID
    if not modulo._n or modulo.adjusted() >= ctx._prec or (not a._n and not b._n):
        return NAN, INVALID
    m = abs(int(modulo))
    sign = int(a._sign and _is_odd(b))
    x = a._n * pow(10, a._exp, m) % m if a._exp >= 0 else a._n // ten_to(-a._exp) % m
    if b._exp >= 0:
        for _ in range(b._exp):
            x = pow(x, 10, m)
        x = pow(x, b._n, m)
    else:
        x = pow(x, b._n // ten_to(-b._exp), m)
    return make(sign, x, 0), 0


def _pow(a, b, modulo, ctx):
    return power(a, b, ctx) if modulo is None else power_modulo(a, b, modulo, ctx)


@method
def __pow__(self, other, modulo=None):
    other = convert(other)
    if modulo is not None:
        modulo = convert(modulo)
    if other is NotImplemented or modulo is NotImplemented:
        return NotImplemented
    ctx = getcontext()
    return finish(_pow(self, other, modulo, ctx), ctx)


@method
def __rpow__(self, other, modulo=None):
    other = convert(other)
    if other is NotImplemented:
        return NotImplemented
    ctx = getcontext()
    return finish(_pow(other, self, None, ctx), ctx)


# --- formatting -----------------------------------------------------------------------------------------

def _parse_spec(spec):
    """The parts of a format specification."""
    bad = ValueError("invalid format string")
    fill, align, sign, width, precision = " ", None, "-", 0, None
    at = 0
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, at = spec[0], spec[1], 2
    elif spec[:1] in ("<", ">", "=", "^"):
        align, at = spec[0], 1
    if spec[at:at + 1] in ("+", "-", " "):
        sign = spec[at]
        at += 1
    no_minus_zero = spec[at:at + 1] == "z"
    at += no_minus_zero
    zeros = spec[at:at + 1] == "0"
    if zeros:
        if align is not None:
            raise bad
        fill, align = "0", "="
        at += 1
    end = at
    while spec[end:end + 1].isdigit():
        end += 1
    if end - at > 18:
        raise bad
    if end > at:
        width = int(spec[at:end])
    at = end
    comma = spec[at:at + 1] == ","
    at += comma
    if spec[at:at + 1] == ".":
        end = at + 1
        while spec[end:end + 1].isdigit():
            end += 1
        if end == at + 1:
            raise bad
        precision = int(spec[at + 1:end])
        at = end
    kind = spec[at:]
    if kind not in ("", "e", "E", "f", "F", "g", "G", "n", "%") or (comma and kind == "n"):
        raise bad
    return fill, align, sign, no_minus_zero, zeros, width, comma, precision, kind


def _grouped(digits, width):
    """The digits with commas, zeros before them up to `width` characters."""
    out = []
    while True:
        count = max(len(digits), width, 1)
        count = 3 if count > 3 else count
        out.append("0" * (count - len(digits)) + digits[-count:])
        digits = digits[:-count]
        width -= count
        if not digits and width <= 0:
            return ",".join(reversed(out))
        width -= 1


@method
def __format__(self, spec, /):
    if not isinstance(spec, str):
        raise TypeError("format arg must be str")
    if not spec:
        return str(self)
    ctx = getcontext()
    fill, align, plus_sign, no_minus_zero, zeros, width, comma, precision, kind = _parse_spec(spec)
    d = self
    if d._kind:
        sign, body = "-" if d._sign else "", str(d.copy_abs())
        if zeros:
            fill, align = " ", ">"
        if kind == "%":
            body += "%"
        return _aligned(_sign_text(sign, plus_sign), body, fill, align or ">", width)
    if kind in ("", "n"):
        kind = ("G" if ctx._capitals else "g") if kind == "" else "g"
    if kind == "%":
        d = make(d._sign, d._n, d._exp + 2)
    if precision is not None:
        if kind in "gG" and precision == 0:
            precision = 1
        if kind in "eE":
            d = _to_digits(d, precision + 1, ctx._rounding)
        elif kind in "fF%":
            d = make(d._sign, rescale(d, -precision, ctx._rounding)[0], -precision)
        elif length(d._n) > precision:
            d = _to_digits(d, precision, ctx._rounding)
    if not d._n and d._exp > 0 and kind in "fF%":
        d = make(d._sign, 0, 0)
    sign = "-" if d._sign and not (no_minus_zero and not d._n) else ""
    digits = text(d._n)
    left = d._exp + len(digits)
    if kind in "eE":
        point = 1 - precision if not d._n and precision is not None else 1
    elif kind in "fF%":
        point = left
    else:
        point = left if d._exp <= 0 and left > -6 else 1
    if point < 0:
        whole, part = "0", "0" * -point + digits
    elif point > len(digits):
        whole, part = digits + "0" * (point - len(digits)), ""
    else:
        whole, part = digits[:point] or "0", digits[point:]
    tail = "." + part if part else ""
    if left != point or kind in "eE":
        tail += f"{'E' if kind in 'EG' else 'e'}{left - point:+d}"
    if kind == "%":
        tail += "%"
    sign = _sign_text(sign, plus_sign)
    room = width - len(sign) - len(tail) if zeros else 0
    if comma:
        whole = _grouped(whole, room)
    elif len(whole) < room:
        whole = "0" * (room - len(whole)) + whole
    return _aligned(sign, whole + tail, fill, align or ">", width)


def _to_digits(d, count, rounding):
    """d with `count` digits: rounded, or filled with zeros."""
    if not d._n:
        return d
    exp = d._exp + length(d._n) - count
    n = rescale(d, exp, rounding)[0]
    if length(n) > count:
        n, exp = n // 10, exp + 1
    return make(d._sign, n, exp)


def _sign_text(sign, wanted):
    return sign or (wanted if wanted in "+ " else "")


def _aligned(sign, body, fill, align, width):
    pad = fill * (width - len(sign) - len(body))
    if align == "<":
        return sign + body + pad
    if align == "=":
        return sign + pad + body
    if align == "^":
        half = len(pad) // 2
        return pad[:half] + sign + body + pad[half:]
    return pad + sign + body


# --- the methods of Context -----------------------------------------------------------------------------

def _unary(name):
    def call(self, x, /):
        return getattr(convert(x, True), name)(context=self)
    return call


def _binary(name):
    def call(self, x, y, /):
        return getattr(convert(x, True), name)(convert(y, True), context=self)
    return call


def _arithmetic(name):
    function = getattr(numbers_, name)

    def call(self, x, y, /):
        return finish(function(convert(x, True), convert(y, True), self), self)
    return call


def _plain(name):
    def call(self, x, /):
        return getattr(convert(x, True), name)()
    return call


def _install(names, make_method):
    for name in names.split():
        function = make_method(name)
        function.__name__ = name
        function.__qualname__ = "Context." + name
        function.__doc__ = getattr(Decimal, name).__doc__ if hasattr(Decimal, name) else None
        setattr(Context, name, function)


_install("exp ln log10 logb sqrt next_minus next_plus normalize logical_invert is_normal is_subnormal "
         "number_class to_integral_exact to_integral_value to_eng_string", _unary)
_install("compare compare_signal compare_total compare_total_mag copy_sign max max_mag min min_mag next_toward "
         "quantize remainder_near rotate same_quantum scaleb shift logical_and logical_or logical_xor", _binary)
_install("add subtract multiply divide divide_int remainder", _arithmetic)
_install("copy_abs copy_negate is_finite is_infinite is_nan is_qnan is_signed is_snan "
         "is_zero", _plain)
Context.to_integral = Context.to_integral_value


def context_method(function):
    """Makes c_name the method `name` of Context."""
    function.__name__ = function.__name__[2:]
    function.__qualname__ = "Context." + function.__name__
    setattr(Context, function.__name__, function)


@context_method
def c_quantize(self, x, y, /):
    """The number with the exponent of another, rounded."""
    return convert(x, True).quantize(convert(y, True), None, self)


@context_method
def c_canonical(self, x, /):
    """x itself."""
    if not isinstance(x, Decimal):
        raise TypeError("argument must be a Decimal")
    return x


@context_method
def c_is_canonical(self, x, /):
    """True."""
    if not isinstance(x, Decimal):
        raise TypeError("argument must be a Decimal")
    return True


@context_method
def c_divmod(self, x, y, /):
    """(x // y, x % y)"""
    return finish(numbers_.divide_both(convert(x, True), convert(y, True), self), self)


@context_method
def c_fma(self, x, y, z, /):
    """x * y + z, rounded once."""
    return convert(x, True).fma(convert(y, True), convert(z, True), self)


@context_method
def c_power(self, /, a, b, modulo=None):
    """a ** b, or pow(a, b, modulo)"""
    if modulo is not None:
        modulo = convert(modulo, True)
    return finish(_pow(convert(a, True), convert(b, True), modulo, self), self)


@context_method
def c_plus(self, x, /):
    """x rounded."""
    return finish(numbers_.plus(convert(x, True), self), self)


@context_method
def c_minus(self, x, /):
    """-x rounded."""
    return finish(numbers_.minus(convert(x, True), self), self)


@context_method
def c_abs(self, x, /):
    """The absolute value of x, rounded."""
    x = convert(x, True)
    return finish(numbers_.minus(x, self) if x._sign else numbers_.plus(x, self), self)


@context_method
def c_radix(self):
    """10"""
    return make(0, 10, 0)


@context_method
def c_to_sci_string(self, x, /):
    """Text of x in scientific notation."""
    return numbers_.to_text(convert(x, True), False, self)


@context_method
def c_create_decimal(self, num="0", /):
    """A Decimal of anything, rounded to the context."""
    if isinstance(num, str) and (num != num.strip() or "_" in num):
        return finish((NAN, CONVERSION), self)
    status = 0
    if isinstance(num, str):
        parts = numbers_.parse(num)
        if parts is None:
            return finish((NAN, CONVERSION), self)
        d = make(*parts)
    elif isinstance(num, float):
        d, status = make(*numbers_.float_parts(num)), FLOAT
    else:
        d = Decimal(num)
    if d._kind and d._kind != "F" and d._n and length(d._n) > self._prec - self._clamp:
        return finish((NAN, CONVERSION), self)
    result, more = plus_same(d, self)
    return finish((result, status | more), self)


@context_method
def c_create_decimal_from_float(self, f, /):
    """A Decimal of a float or int, rounded to the context."""
    return finish(plus_same(Decimal.from_float(f), self), self)
