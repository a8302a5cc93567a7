"""Digests of data by name: sha256(), new("sha256"), and keys derived from passwords.

The algorithms are libcrypto's, by way of _hashlib, and _blake2's; both release the lock for long
data.
Behaviour: https://docs.python.org/3.11/library/hashlib.html"""

from _blake2 import blake2b, blake2s
from _hashlib import new as _new, pbkdf2_hmac, scrypt

__all__ = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224",
           "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256", "new",
           "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest", "scrypt"]

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
                         "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"}
algorithms_available = algorithms_guaranteed | {"sha512_224", "sha512_256", "md5-sha1", "ripemd160",
                                                "sm3"}


def new(name, data=b"", **kwargs):
    """A new hash object of the algorithm named, fed with data."""
    if name in ("blake2b", "blake2s"):
        return (blake2b if name == "blake2b" else blake2s)(data, **kwargs)
    return _new(name, data, **kwargs)


def md5(string=b"", *, usedforsecurity=True):
    """An MD5 hash object."""
    return _new("md5", string)


def sha1(string=b"", *, usedforsecurity=True):
    """A SHA-1 hash object."""
    return _new("sha1", string)


def sha224(string=b"", *, usedforsecurity=True):
    """A SHA-224 hash object."""
    return _new("sha224", string)


def sha256(string=b"", *, usedforsecurity=True):
    """A SHA-256 hash object."""
    return _new("sha256", string)


def sha384(string=b"", *, usedforsecurity=True):
    """A SHA-384 hash object."""
    return _new("sha384", string)


def sha512(string=b"", *, usedforsecurity=True):
    """A SHA-512 hash object."""
    return _new("sha512", string)


def sha3_224(string=b"", *, usedforsecurity=True):
    """A SHA3-224 hash object."""
    return _new("sha3_224", string)


def sha3_256(string=b"", *, usedforsecurity=True):
    """A SHA3-256 hash object."""
    return _new("sha3_256", string)


def sha3_384(string=b"", *, usedforsecurity=True):
    """A SHA3-384 hash object."""
    return _new("sha3_384", string)


def sha3_512(string=b"", *, usedforsecurity=True):
    """A SHA3-512 hash object."""
    return _new("sha3_512", string)


def shake_128(string=b"", *, usedforsecurity=True):
    """A SHAKE-128 hash object: digest() takes a length."""
    return _new("shake_128", string)


def shake_256(string=b"", *, usedforsecurity=True):
    """A SHAKE-256 hash object: digest() takes a length."""
    return _new("shake_256", string)


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """A hash object of everything a binary file still has to give; digest is a name or a constructor."""
    state = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        state.update(fileobj.getbuffer())
        return state
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = bytearray(_bufsize)
    with memoryview(buffer) as view:
        while size := fileobj.readinto(buffer):
            state.update(view[:size])
    return state
