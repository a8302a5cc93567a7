"""Random numbers and tokens that nobody can foresee: everything comes from the system's generator.

Behaviour: https://docs.python.org/3.11/library/secrets.html"""

from _hashlib import compare_digest
from os import urandom as _urandom

__all__ = ["choice", "randbelow", "randbits", "token_bytes", "token_hex", "token_urlsafe",
           "compare_digest"]

DEFAULT_ENTROPY = 32

try:
    from random import SystemRandom
    __all__.append("SystemRandom")
except ImportError:
    pass


def randbits(k):
    """A random int of k bits."""
    if k < 0:
        raise ValueError("number of bits must be non-negative")
    return int.from_bytes(_urandom((k + 7) // 8), "big") >> (-k % 8)


def randbelow(exclusive_upper_bound):
    """A random int in [0, exclusive_upper_bound)."""
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    k = exclusive_upper_bound.bit_length()
    while True:
        r = randbits(k)
        if r < exclusive_upper_bound:
            return r


def choice(seq):
    """A random element of a sequence that is not empty."""
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[randbelow(len(seq))]


def token_bytes(nbytes=None):
    """That many random bytes."""
    if nbytes is None:
        nbytes = DEFAULT_ENTROPY
    return _urandom(nbytes)


def token_hex(nbytes=None):
    """That many random bytes as hexadecimal digits."""
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    """That many random bytes as text for URLs."""
    import base64
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")
