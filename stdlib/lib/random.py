"""Pseudo-random numbers of many distributions, and random choices.

The generator and the methods used most are native, in _random; sequences for a seed are CPython's. A class
with a random() or getrandbits() of its own gets methods that draw through those instead.
Behaviour: https://docs.python.org/3.11/library/random.html
"""
import _random
from math import acos as _acos, cos as _cos, e as _e, exp as _exp, floor as _floor
from math import isfinite as _isfinite, log as _log, pi as _pi, sqrt as _sqrt


__all__ = ["Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate", "gammavariate",
           "gauss", "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate",
           "randbytes", "randint", "random", "randrange", "sample", "seed", "setstate", "shuffle",
           "triangular", "uniform", "vonmisesvariate", "weibullvariate"]

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
TWOPI = 2.0 * _pi
BPF = 53
RECIP_BPF = 2 ** -BPF


class Random(_random.Random):
    """A generator with state of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)

    def __init_subclass__(cls, /, **kwargs):
        super().__init_subclass__(**kwargs)
        for base in cls.__mro__:
            if base is Random:
                return
            if "random" in base.__dict__ or "getrandbits" in base.__dict__:
                break
        import _random_generic
        _random_generic.install(cls, Random)

    def seed(self, a=None, version=2):
        """Start anew: from None (the system's randomness), an int, a float, a str or bytes."""
        if version == 1 and isinstance(a, (str, bytes)):
            a = a.decode("latin-1") if isinstance(a, bytes) else a
            x = ord(a[0]) << 7 if a else 0
            for c in map(ord, a):
                x = ((1000003 * x) ^ c) & 0xFFFFFFFFFFFFFFFF
            x ^= len(a)
            a = -2 if x == -1 else x
        super().seed(a)

    def getstate(self):
        """The state, for setstate()."""
        return (self.VERSION, *self._getstate())

    def setstate(self, state):
        """Go on from a state of getstate()."""
        version = state[0]
        if version == 3:
            version, words, gauss = state
        elif version == 2:
            version, words, gauss = state
            try:
                words = tuple(x % (2 ** 32) for x in words)
            except ValueError as error:
                raise TypeError from error
        else:
            raise ValueError("state with version %s passed to Random.setstate() of version %s"
                             % (version, self.VERSION))
        self._setstate(words, gauss)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def _randbelow(self, n):
        return self.randrange(n)

    # --- sequences --------------------------------------------------------------------------------------

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def sample(self, population, k, *, counts=None):
        """k different items of a sequence, in random order."""
        if not hasattr(population, "__getitem__") or isinstance(population, dict):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is None:
            return self._sample(population, k)
        n = len(population)
        sums, total = [], 0
        for count in counts:
            total += count
            sums.append(total)
        if len(sums) != n:
            raise ValueError("The number of counts does not match the population")
        total = sums.pop()
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        found = []
        for chosen in self.sample(range(total), k=k):
            low, high = 0, len(sums)
            while low < high:
                middle = (low + high) // 2
                if chosen < sums[middle]:
                    high = middle
                else:
                    low = middle + 1
            found.append(population[low])
        return found

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items of a sequence, with repetition; by weights, if given."""
        n = len(population)
        if cum_weights is None:
            if weights is None:
                random = self.random
                n += 0.0
                return [population[_floor(random() * n)] for _ in range(k)]
            try:
                cum_weights, total = [], None
                for weight in weights:
                    total = weight if total is None else total + weight
                    cum_weights.append(total)
            except TypeError:
                if not isinstance(weights, int):
                    raise
                k = weights
                raise TypeError(f"The number of choices must be a keyword argument: {k=}") from None
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _isfinite(total):
            raise ValueError("Total of weights must be finite")
        if type(cum_weights) is not list:
            cum_weights = list(cum_weights)
        pick = self._weighted
        return [population[pick(cum_weights, total, n)] for _ in range(k)]

    # --- distributions ------------------------------------------------------------------------------------

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Triangular distribution between low and high, densest at mode."""
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Normal distribution."""
        random = self.random
        while True:
            u1 = random()
            u2 = 1.0 - random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """Log normal distribution."""
        return _exp(self.normalvariate(mu, sigma))

    def vonmisesvariate(self, mu, kappa):
        """Circular data distribution: an angle around mu."""
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        return (mu + _acos(f)) % TWOPI if random() > 0.5 else (mu - _acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        """Gamma distribution."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        random = self.random
        if alpha > 1.0:             # Cheng
            ainv = _sqrt(2.0 * alpha - 1.0)
            bbb = alpha - LOG4
            ccc = alpha + ainv
            while True:
                u1 = random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - random()
                v = _log(u1 / (1.0 - u1)) / ainv
                x = alpha * _exp(v)
                z = u1 * u1 * u2
                r = bbb + ccc * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            return -_log(1.0 - random()) * beta
        while True:                 # Kennedy and Gentle
            u = random()
            b = (_e + alpha) / _e
            p = b * u
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u1 = random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    break
            elif u1 <= _exp(-x):
                break
        return x * beta

    def betavariate(self, alpha, beta):
        """Beta distribution."""
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        """Pareto distribution."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Weibull distribution: alpha is the scale, beta the shape."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    """The system's randomness; it has no state."""

    def random(self):
        """A float in [0.0, 1.0)."""
        from os import urandom
        return (int.from_bytes(urandom(7)) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        """An int with k random bits."""
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        from os import urandom
        size = (k + 7) // 8
        return int.from_bytes(urandom(size)) >> (size * 8 - k)

    def randbytes(self, n):
        """n random bytes."""
        from os import urandom
        return urandom(n)

    def seed(self, *args, **kwds):
        """Nothing: there is no state."""
        return None

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    getstate = setstate = _notimplemented


_inst = Random()
for _name in __all__[2:]:
    globals()[_name] = getattr(_inst, _name)
del _name
