"""The methods of random.Random for a class that brings its own random() or getrandbits().

They draw through these two, as the native ones of _random do from the twister, in the same order and
number. Behaviour: https://docs.python.org/3.11/library/random.html
"""
from math import ceil, cos, floor, log, pi, sin, sqrt

_BPF = 53


def _below_by_bits(self, n):
    bits = n.bit_length()
    r = self.getrandbits(bits)
    while r >= n:
        r = self.getrandbits(bits)
    return r


def _below_by_random(self, n):
    random = self.random
    limit = 1 << _BPF
    if n >= limit:
        return floor(random() * n)
    rest = limit % n
    top = (limit - rest) / limit
    r = random()
    while r >= top:
        r = random()
    return floor(r * limit) % n


def _whole(value, name):
    try:
        return range(value).stop
    except TypeError:
        whole = int(value)
        if whole != value:
            raise ValueError(f"non-integer {name} for randrange()") from None
        return whole


def randrange(self, start, stop=None, step=1):
    """A random item of range(start, stop, step)."""
    start = _whole(start, "arg 1")
    if stop is None:
        if step != 1:
            raise TypeError("Missing a non-None stop argument")
        if start > 0:
            return self._randbelow(start)
        raise ValueError("empty range for randrange()")
    stop = _whole(stop, "stop")
    width = stop - start
    step = _whole(step, "step")
    if step == 1:
        if width > 0:
            return start + self._randbelow(width)
        raise ValueError("empty range for randrange() (%d, %d, %d)" % (start, stop, width))
    if step > 0:
        n = (width + step - 1) // step
    elif step < 0:
        n = (width + step + 1) // step
    else:
        raise ValueError("zero step for randrange()")
    if n <= 0:
        raise ValueError("empty range for randrange()")
    return start + step * self._randbelow(n)


def randint(self, a, b):
    """A random int from a to b, both included."""
    return self.randrange(a, b + 1)


def choice(self, seq):
    """A random item of a sequence."""
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[self._randbelow(len(seq))]


def shuffle(self, x):
    """Puts a list in random order."""
    for i in reversed(range(1, len(x))):
        j = self._randbelow(i + 1)
        x[i], x[j] = x[j], x[i]


def _sample(self, population, k):
    n = len(population)
    if not 0 <= k <= n:
        raise ValueError("Sample larger than population or is negative")
    small = 21
    if k > 5:
        small += 4 ** ceil(log(k * 3, 4))
    if n <= small:
        pool = list(population)
        found = []
        for i in range(k):
            j = self._randbelow(n - i)
            found.append(pool[j])
            pool[j] = pool[n - i - 1]
        return found
    seen = set()
    found = []
    for _ in range(k):
        j = self._randbelow(n)
        while j in seen:
            j = self._randbelow(n)
        seen.add(j)
        found.append(population[j])
    return found


def uniform(self, a, b):
    """A random number between a and b."""
    return a + (b - a) * self.random()


def gauss(self, mu=0.0, sigma=1.0):
    """Normal distribution."""
    z = self.__dict__.get("gauss_next")
    self.gauss_next = None
    if z is None:
        angle = self.random() * 2.0 * pi
        length = sqrt(-2.0 * log(1.0 - self.random()))
        z = cos(angle) * length
        self.gauss_next = sin(angle) * length
    return mu + z * sigma


def expovariate(self, lambd):
    """Exponential distribution."""
    return -log(1.0 - self.random()) / lambd


def _weighted(self, sums, total, count):
    x = self.random() * total
    low, high = 0, count - 1
    while low < high:
        middle = (low + high) // 2
        if x < sums[middle]:
            high = middle
        else:
            low = middle + 1
    return low


_METHODS = (randrange, randint, choice, shuffle, _sample, uniform, gauss, expovariate, _weighted)


def install(cls, root):
    """Gives cls the methods that no class between it and root has."""
    between = [base for base in cls.__mro__ if base is not root and issubclass(base, root)]

    def defined(name):
        return any(name in base.__dict__ for base in between)

    for method in _METHODS:
        if not defined(method.__name__):
            setattr(cls, method.__name__, method)
    if not defined("_randbelow"):
        for base in between:
            if "getrandbits" in base.__dict__:
                cls._randbelow = _below_by_bits
                return
            if "random" in base.__dict__:
                cls._randbelow = _below_by_random
                return
