"""Keyed hashing: HMAC as RFC 2104 has it, over any algorithm of hashlib.

Behaviour: https://docs.python.org/3.11/library/hmac.html"""

from _hashlib import compare_digest
import hashlib as _hashlib

trans_5C = bytes(x ^ 0x5C for x in range(256))
trans_36 = bytes(x ^ 0x36 for x in range(256))

# The digest size is known only with the algorithm.
digest_size = None


def _constructor(digestmod):
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b"": _hashlib.new(digestmod, data)
    return lambda data=b"": digestmod.new(data)


class HMAC:
    """A keyed hash object."""

    blocksize = 64
    __slots__ = "_inner", "_outer", "block_size", "digest_size"

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        make = _constructor(digestmod)
        self._outer = make()
        self._inner = make()
        self.digest_size = self._inner.digest_size
        self.block_size = getattr(self._inner, "block_size", self.blocksize)
        if len(key) > self.block_size:
            key = make(key).digest()
        key = key.ljust(self.block_size, b"\0")
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return "hmac-" + self._inner.name

    def update(self, msg):
        """Go on with more data."""
        self._inner.update(msg)

    def copy(self):
        """Another object in the same state."""
        other = HMAC.__new__(type(self))
        other.block_size = self.block_size
        other.digest_size = self.digest_size
        other._inner = self._inner.copy()
        other._outer = self._outer.copy()
        return other

    def _final(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        """The code of the data so far."""
        return self._final().digest()

    def hexdigest(self):
        """The code as hexadecimal digits."""
        return self._final().hexdigest()


def new(key, msg=None, digestmod=""):
    """A new HMAC object over key and msg."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The code of msg under key at once."""
    return HMAC(key, msg, digest).digest()
