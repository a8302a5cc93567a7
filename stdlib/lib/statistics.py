"""Averages, spread, relations between data, and the normal distribution.

mean, variance and their kin are exact inside: data become ratios of ints, and only the result is rounded to
the type of the data. decimal is imported only if the data are Decimals.
Behaviour: https://docs.python.org/3.11/library/statistics.html
"""
import sys
from fractions import Fraction
from math import erf, exp, fabs, fsum, isqrt, log, sqrt, tau

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean",
           "harmonic_mean", "linear_regression", "mean", "median", "median_grouped", "median_high",
           "median_low", "mode", "multimode", "pstdev", "pvariance", "quantiles", "stdev", "variance"]

_SQRT2 = sqrt(2.0)


class StatisticsError(ValueError):
    pass


# --- exact sums -----------------------------------------------------------------------------------------

def _is_decimal(T):
    decimal = sys.modules.get("decimal")
    return decimal is not None and issubclass(T, decimal.Decimal)


def _ratio(x):
    """(numerator, denominator) of a number; (x, None) of an infinity or NaN."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _coerce(T, S):
    """The type for a result of data of two types."""
    if T is S or S is int or S is bool:
        return T
    if T is int:
        return S
    if issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    if issubclass(T, int):
        return S
    if issubclass(S, int):
        return T
    if (issubclass(T, Fraction) and issubclass(S, float)) or (issubclass(T, float) and issubclass(S, Fraction)):
        return float
    raise TypeError("don't know how to coerce %s and %s" % (T.__name__, S.__name__))


def _collect(data, squares=False):
    """(type, sums of numerators by denominator, the same of squares, count)"""
    T, last, count = int, None, 0
    sums, square_sums = {}, {}
    for x in data:
        if type(x) is not last:
            last = type(x)
            T = _coerce(T, last)
        n, d = _ratio(x)
        count += 1
        sums[d] = sums.get(d, 0) + n
        if squares:
            square_sums[d] = square_sums.get(d, 0) + n * n
    return T, sums, square_sums, count


def _sum(data):
    """(type, exact sum, count)"""
    T, sums, _, count = _collect(data)
    if None in sums:
        return T, sums[None], count
    return T, sum((Fraction(n, d) for d, n in sums.items()), Fraction(0)), count


def _convert(value, T):
    """An exact value as the type of the data."""
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        if _is_decimal(T):
            return T(value.numerator) / value.denominator
        raise


def _squares(data, centre=None):
    """(type, sum of squared deviations, centre, count)"""
    if centre is not None:
        T, total, count = _sum((d := x - centre) * d for x in data)
        return T, total, centre, count
    T, sums, square_sums, count = _collect(data, True)
    if not count:
        return T, Fraction(0), Fraction(0), 0
    if None in sums:
        return T, sums[None], sums[None], count
    total = sum(Fraction(n, d) for d, n in sums.items())
    total2 = sum(Fraction(n, d * d) for d, n in square_sums.items())
    return T, (count * total2 - total * total) / count, total / count, count


def _fail_neg(values, message):
    for x in values:
        if x < 0:
            raise StatisticsError(message)
        yield x


# --- averages -------------------------------------------------------------------------------------------

def mean(data):
    """The arithmetic mean."""
    T, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, T)


def fmean(data, weights=None):
    """The arithmetic mean as a float, fast; weighted if weights are given."""
    if not hasattr(data, "__len__"):
        data = list(data)
    n = len(data)
    if weights is None:
        total = fsum(data)
        if not n:
            raise StatisticsError("fmean requires at least one data point")
        return total / n
    if not hasattr(weights, "__len__"):
        weights = list(weights)
    total = fsum(x * w for x, w in zip(data, weights))
    if n != len(weights):
        raise StatisticsError("data and weights must be the same length")
    divisor = fsum(weights)
    if not divisor:
        raise StatisticsError("sum of weights must be non-zero")
    return total / divisor


def geometric_mean(data):
    """The geometric mean as a float."""
    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset "
                              "containing positive numbers") from None


def harmonic_mean(data, weights=None):
    """The harmonic mean; weighted if weights are given."""
    if iter(data) is data:
        data = list(data)
    message = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        x = data[0]
        import numbers
        if isinstance(x, numbers.Real) or _is_decimal(type(x)):
            if x < 0:
                raise StatisticsError(message)
            return x
        raise TypeError("unsupported type")
    if weights is None:
        weights, total_weight = [1] * n, n
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        _, total_weight, _ = _sum(_fail_neg(weights, message))
    try:
        T, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, _fail_neg(data, message)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(total_weight / total, T)


def median(data):
    """The middle value; of an even count the mean of the middle two."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The middle value; of an even count the lesser of the middle two."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[(n - 1) // 2]


def median_high(data):
    """The middle value; of an even count the greater of the middle two."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[n // 2]


def _bisect(data, before, low):
    """Where the items for which `before` holds end, from `low` on."""
    high = len(data)
    while low < high:
        middle = (low + high) // 2
        if before(data[middle]):
            low = middle + 1
        else:
            high = middle
    return low


def median_grouped(data, interval=1):
    """The median of data that are the midpoints of classes `interval` wide."""
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    below = _bisect(data, lambda y: y < x, 0)
    end = _bisect(data, lambda y: not x < y, below)
    try:
        interval = float(interval)
        x = float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return x - interval / 2.0 + interval * (n / 2 - below) / (end - below)


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    """The most common value, the first met if there are several."""
    counts = _counts(iter(data))
    if not counts:
        raise StatisticsError("no mode for empty data")
    most = max(counts.values())
    for x, count in counts.items():
        if count == most:
            return x


def multimode(data):
    """All most common values, in the order met."""
    counts = _counts(iter(data))
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 cut points that divide the data into n parts of the same size."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    points = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            points.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return points
    if method == "exclusive":
        for i in range(1, n):
            j = i * (size + 1) // n
            j = 1 if j < 1 else size - 1 if j > size - 1 else j
            delta = i * (size + 1) - j * n
            points.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return points
    raise ValueError(f"Unknown method: {method!r}")


# --- spread ---------------------------------------------------------------------------------------------

def variance(data, xbar=None):
    """The variance of a sample."""
    T, total, _, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(total / (n - 1), T)


def pvariance(data, mu=None):
    """The variance of a population."""
    T, total, _, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(total / n, T)


def stdev(data, xbar=None):
    """The standard deviation of a sample: the square root of its variance, rounded once."""
    T, total, _, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(total / (n - 1), T)


def pstdev(data, mu=None):
    """The standard deviation of a population."""
    T, total, _, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(total / n, T)


def _root(value, T):
    n, d = value.numerator, value.denominator
    return _decimal_root(n, d) if _is_decimal(T) else _float_root(n, d)


def _odd_root(n, d):
    """sqrt(n / d) as an int whose last bit tells of anything lost."""
    root = isqrt(n // d)
    return root | (root * root * d != n)


def _float_root(n, d):
    """sqrt(n / d), correctly rounded: 109 bits are enough to round from."""
    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        return float(_odd_root(n, d << 2 * shift) << shift)
    return _odd_root(n << -2 * shift, d) / (1 << -shift)


def _decimal_root(n, d):
    """sqrt(n / d) as a Decimal, correctly rounded."""
    from decimal import Decimal
    if n <= 0:
        if not n:
            return Decimal("0.0")
        n, d = -n, -d
    root = (Decimal(n) / Decimal(d)).sqrt()
    rn, rd = root.as_integer_ratio()
    # off by one in the last place? n / d against the squared middle of root and its neighbour
    near = root.next_plus()
    nn, nd = near.as_integer_ratio()
    if 4 * n * (rd * nd) ** 2 > d * (rd * nn + nd * rn) ** 2:
        return near
    near = root.next_minus()
    nn, nd = near.as_integer_ratio()
    if 4 * n * (rd * nd) ** 2 < d * (rd * nn + nd * rn) ** 2:
        return near
    return root


def _mean_stdev(data):
    """Both, as floats."""
    T, total, centre, n = _squares(data)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    value = total / (n - 1)
    try:
        return float(centre), _float_root(value.numerator, value.denominator)
    except AttributeError:
        return float(centre), float(centre) / float(total)


# --- relations ------------------------------------------------------------------------------------------

def _both(x, y, name):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return n


def covariance(x, y, /):
    """The covariance of two samples."""
    n = _both(x, y, "covariance")
    xbar, ybar = fsum(x) / n, fsum(y) / n
    return fsum((a - xbar) * (b - ybar) for a, b in zip(x, y)) / (n - 1)


def correlation(x, y, /):
    """Pearson's correlation coefficient."""
    n = _both(x, y, "correlation")
    xbar, ybar = fsum(x) / n, fsum(y) / n
    sxy = fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
    sxx = fsum((d := a - xbar) * d for a in x)
    syy = fsum((d := b - ybar) * d for b in y)
    try:
        return sxy / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


class LinearRegression(tuple):
    """LinearRegression(slope, intercept)"""

    __slots__ = ()
    _fields = __match_args__ = ("slope", "intercept")

    def __new__(cls, slope, intercept):
        return tuple.__new__(cls, (slope, intercept))

    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return "LinearRegression(slope=%r, intercept=%r)" % tuple(self)

    def _asdict(self):
        return {"slope": self[0], "intercept": self[1]}

    def _replace(self, **kwargs):
        return LinearRegression(**{**self._asdict(), **kwargs})

    def __getnewargs__(self):
        return tuple(self)


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line with the least squared distances; through 0 if proportional."""
    n = _both(x, y, "linear regression")
    if proportional:
        sxy = fsum(a * b for a, b in zip(x, y))
        sxx = fsum(a * a for a in x)
    else:
        xbar, ybar = fsum(x) / n, fsum(y) / n
        sxy = fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
        sxx = fsum((d := a - xbar) * d for a in x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


# --- the normal distribution ----------------------------------------------------------------------------

# Wichura's rational approximations (algorithm AS 241): centre, shoulders, tails; highest power first.
_CENTRE = ((2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
            4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3,
            1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
           (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
            2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2,
            4.23133_30701_60091_1252e+1, 1.0))
_SHOULDER = ((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
              1.27045_82524_52368_38258e+0, 3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0,
              4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
             (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2,
              1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
              2.05319_16266_37758_82187e+0, 1.0))
_TAIL = ((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
          2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0,
          5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
         (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5,
          7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
          5.99832_20655_58879_37690e-1, 1.0))


def _polynomial(coefficients, r):
    total = coefficients[0]
    for c in coefficients[1:]:
        total = total * r + c
    return total


def _normal_dist_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        return mu + _polynomial(_CENTRE[0], r) * q / _polynomial(_CENTRE[1], r) * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    above, below = _SHOULDER if r <= 5.0 else _TAIL
    r -= 1.6 if r <= 5.0 else 5.0
    x = _polynomial(above, r) / _polynomial(below, r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution: its mean mu and standard deviation sigma."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution",
                 "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution with the mean and standard deviation of data."""
        return cls(*_mean_stdev(data))

    def samples(self, n, *, seed=None):
        """n random values."""
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        mu, sigma = self._mu, self._sigma
        return [gauss(mu, sigma) for _ in range(n)]

    def pdf(self, x):
        """The density at x."""
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of a value up to x."""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        """The x up to which values have probability p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The n - 1 cut points between n parts of the same probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """The area that two densities share, from 0 to 1."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        x_var, y_var = x.variance, y.variance
        if not x_var or not y_var:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv = y_var - x_var
        dm = fabs(y._mu - x._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * x._sigma * _SQRT2))
        a = x._mu * y_var - y._mu * x_var
        b = x._sigma * y._sigma * sqrt(dm * dm + dv * log(y_var / x_var))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (fabs(y.cdf(x1) - x.cdf(x1)) + fabs(y.cdf(x2) - x.cdf(x2)))

    def zscore(self, x):
        """How many standard deviations x is above the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu, doc="Arithmetic mean of the normal distribution.")
    median = property(lambda self: self._mu, doc="Return the median of the normal distribution")
    mode = property(lambda self: self._mu, doc="The most common value.")
    stdev = property(lambda self: self._sigma, doc="Standard deviation of the normal distribution.")
    variance = property(lambda self: self._sigma * self._sigma, doc="Square of the standard deviation.")

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            from math import hypot
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            from math import hypot
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
