"""Correctly rounded exp, ln, log10 and powers for decimal.

Values are ints scaled by 2 ** bits. Each function gives an approximation with more digits than are asked for
and a bound on its error; round_safely() asks again with more until the bound leaves no doubt how to round.
Results that are exact never leave doubt's edge, so the callers know those beforehand.
Behaviour: https://docs.python.org/3.11/library/decimal.html
"""
import math
from _decint import length
from _decimal_context import ten_to

_cache = {}


def _atanh_inverse(k, bits):
    """atanh(1 / k) scaled by 2 ** bits."""
    total = term = (1 << bits) // k
    square, n = k * k, 3
    while term:
        term //= square
        total += term // n
        n += 2
    return total


def ln10(bits):
    """ln 10 scaled by 2 ** bits; off by less than one."""
    known = _cache.get("ln10")
    if known is None or known[0] < bits:
        more = bits + 32
        value = (46 * _atanh_inverse(31, more) + 34 * _atanh_inverse(49, more)
                 + 20 * _atanh_inverse(161, more))
        _cache["ln10"] = known = more - 16, value >> 16
    return known[1] >> (known[0] - bits)


def _exp_small(x, bits):
    """exp(x) for 0 <= x < 3, both scaled by 2 ** bits; off by a few units."""
    halvings = math.isqrt(bits) // 2 + 4
    work = bits + 2 * halvings + 16
    x <<= work - bits
    x >>= halvings
    one = 1 << work
    total, term, n = one + x, x, 2
    while term:
        term = (term * x >> work) // n
        total += term
        n += 1
    for _ in range(halvings):
        total = total * total >> work
    return total >> (work - bits)


def _scaled(n, exp, bits):
    """n * 10 ** exp scaled by 2 ** bits, rounded down."""
    return (n * ten_to(exp)) << bits if exp >= 0 else (n << bits) // ten_to(-exp)


def exp_digits(sign, n, exp, digits):
    """(m, e, err): exp(±n * 10**exp) is m * 10**e within err * 10**e, m having about `digits` digits."""
    size = length(n) + exp              # of the argument
    bits = (digits + max(size, 0) + 6) * 10 // 3 + 16
    x = _scaled(n, exp, bits)
    if sign:
        x = -x
    log = ln10(bits)
    k, rest = divmod(x, log)
    # rest is off by k, at most 10 ** size, units: the extra digits of `bits` keep that small
    value = _exp_small(rest, bits)      # 1 <= value < 10
    return value * ten_to(digits) >> bits, k - digits, 40


def _ln_fixed(m, bits):
    """ln(m / 2 ** bits) scaled by 2 ** bits, for a quotient from 1 to 10."""
    steps = [bits]                      # precisions, the last first: each step triples what is right
    while steps[-1] > 48:
        steps.append(steps[-1] // 3 + 8)
    y, have = int(math.log((m >> (bits - 60)) / (1 << 60)) * (1 << 60)), 60
    for want in reversed(steps):
        work = want + 12
        y = max(y << (work - have) if work >= have else y >> (have - work), 0)
        have = work
        e = _exp_small(y, work)
        target = m << (work - bits) if work >= bits else m >> (bits - work)
        y += (2 * (target - e) << work) // (target + e)
    return y >> (have - bits)


def ln_digits(n, exp, digits):
    """(sign, m, e, err) of ln(n * 10**exp), for a number that is not 1."""
    size = length(n) + exp - 1
    close = 0                           # digits lost where the number is close to 1
    if exp < 0 and size in (0, -1):
        close = max(0, -exp - length(n - ten_to(-exp)))
    bits = (digits + close + length(size) + 6) * 10 // 3 + 24
    y = _ln_fixed(_scaled(n, exp - size, bits), bits) + size * ln10(bits)
    e = digits + close
    return int(y < 0), abs(y) * ten_to(e) >> bits, -e, 4


def log10_digits(n, exp, digits):
    """(sign, m, e, err) of log10(n * 10**exp), for a number that is no power of ten."""
    sign, m, e, _ = ln_digits(n, exp, digits + 4)
    bits = (length(m) + 8) * 10 // 3 + 16
    # m / ln 10
    value = (m << bits) // ln10(bits)
    return sign, value // 1000, e + 3, 4


def power_digits(n, exp, ysign, yn, yexp, digits):
    """(m, e, err) of (n * 10**exp) ** (±yn * 10**yexp), for a base that is not 1."""
    size = length(yn) + yexp + len(str(abs(exp) + length(n))) + 2
    inner = digits + max(size, 0) + 6
    lsign, m, e, _ = ln_digits(n, exp, inner)
    m, e = m * yn, e + yexp
    return exp_digits(lsign ^ ysign, m, e, digits)


def round_safely(compute, prec, exact=None):
    """(m, e) with one digit more than prec and a sticky last digit, so that any rounding comes right.

    compute(digits) gives (m, e, err). `exact` is how far to go before the value is taken to be exact."""
    extra = 6
    while True:
        m, e, err = compute(prec + extra)
        drop = length(m) - prec - 1
        if drop > 0:
            power = ten_to(drop)
            rest = m % power
            if err < rest < power - err:
                return (m // power) * 10 + 1, e + drop - 1
            if exact is not None and extra >= exact:
                return (m + err) // power * 10, e + drop - 1
        extra += extra // 2 + 4
