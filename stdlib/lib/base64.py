"""Base64, base32, base16, Ascii85 and base85: bytes as text and back.

The work on base64 and hexadecimal is binascii's. What is decoded may be bytes-like or a str of ASCII.
Behaviour: https://docs.python.org/3.11/library/base64.html"""

import binascii

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode",
           "b32decode", "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode",
           "b85decode", "a85encode", "a85decode", "standard_b64encode", "standard_b64decode",
           "urlsafe_b64encode", "urlsafe_b64decode"]

MAXLINESIZE = 76
MAXBINSIZE = 57


def _to_bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r"
                        % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    """Base64 of bytes; altchars are two letters for + and /."""
    out = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        out = out.translate(bytes.maketrans(b"+/", altchars))
    return out


def b64decode(s, altchars=None, validate=False):
    """The bytes of base64 text; foreign characters are passed over unless validate is true."""
    s = _to_bytes(s)
    if altchars is not None:
        altchars = _to_bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Base64 with + and /."""
    return b64encode(s)


def standard_b64decode(s):
    """The bytes of base64 text with + and /."""
    return b64decode(s)


_url_out = bytes.maketrans(b"+/", b"-_")
_url_in = bytes.maketrans(b"-_", b"+/")


def urlsafe_b64encode(s):
    """Base64 with - and _ instead of + and /."""
    return b64encode(s).translate(_url_out)


def urlsafe_b64decode(s):
    """The bytes of base64 text with - and _."""
    return b64decode(_to_bytes(s).translate(_url_in))


_b32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_b32hex = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_pad_of = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}


def _encode32(alphabet, s):
    if not isinstance(s, (bytes, bytearray)):
        s = memoryview(s).tobytes()
    out = bytearray()
    for i in range(0, len(s), 5):
        n = int.from_bytes(s[i:i + 5].ljust(5, b"\0"), "big")
        out += bytes([alphabet[n >> shift & 31] for shift in range(35, -1, -5)])
    pad = _pad_of[len(s) % 5]
    if pad:
        out[-pad:] = b"=" * pad
    return bytes(out)


def _decode32(alphabet, s, casefold=False, map01=None):
    s = _to_bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _to_bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b"=")
    pads = length - len(s)
    values = {c: v for v, c in enumerate(alphabet)}
    out = bytearray()
    n = 0
    for i in range(0, len(s), 8):
        group = s[i:i + 8]
        n = 0
        try:
            for c in group:
                n = n << 5 | values[c]
        except KeyError:
            raise binascii.Error("Non-base32 digit found") from None
        n <<= 5 * (8 - len(group))
        out += n.to_bytes(5, "big")
    if length % 8 or pads not in {0, 1, 3, 4, 6}:
        raise binascii.Error("Incorrect padding")
    if pads and out:
        left = {1: 1, 3: 2, 4: 3, 6: 4}[pads]
        del out[-left:]
    return bytes(out)


def b32encode(s):
    """Base32 of bytes."""
    return _encode32(_b32, s)


def b32decode(s, casefold=False, map01=None):
    """The bytes of base32 text; map01 is the letter that the digit 1 stands for."""
    return _decode32(_b32, s, casefold, map01)


def b32hexencode(s):
    """Base32 with the extended hexadecimal alphabet."""
    return _encode32(_b32hex, s)


def b32hexdecode(s, casefold=False):
    """The bytes of base32 text with the extended hexadecimal alphabet."""
    return _decode32(_b32hex, s, casefold)


def b16encode(s):
    """Two upper-case hexadecimal digits for each byte."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes of hexadecimal digits, upper case unless casefold is true."""
    s = _to_bytes(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_a85 = bytes(range(33, 118))
_b85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_powers = (85 ** 4, 85 ** 3, 85 ** 2, 85, 1)


def _encode85(b, alphabet, pad=False, fold_zero=False, fold_spaces=False):
    if not isinstance(b, (bytes, bytearray)):
        b = memoryview(b).tobytes()
    missing = -len(b) % 4
    b = bytes(b) + b"\0" * missing
    groups = []
    for i in range(0, len(b), 4):
        n = int.from_bytes(b[i:i + 4], "big")
        if fold_zero and n == 0:
            groups.append(b"z")
        elif fold_spaces and n == 0x20202020:
            groups.append(b"y")
        else:
            groups.append(bytes([alphabet[n // p % 85] for p in _powers]))
    if missing and not pad:
        if groups[-1] == b"z":
            groups[-1] = alphabet[:1] * 5
        groups[-1] = groups[-1][:-missing]
    return b"".join(groups)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Ascii85 of bytes, in lines of wrapcol letters, between <~ and ~> if adobe is true."""
    out = _encode85(b, _a85, pad, True, foldspaces)
    if adobe:
        out = b"<~" + out
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [out[i:i + wrapcol] for i in range(0, len(out), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        out = b"\n".join(lines)
    return out + b"~>" if adobe else out


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """The bytes of Ascii85 text."""
    b = _to_bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out = bytearray()
    group = []
    for c in b + b"u" * 4:
        if 33 <= c <= 117:
            group.append(c - 33)
            if len(group) == 5:
                n = sum(d * p for d, p in zip(group, _powers))
                if n > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow") from None
                out += n.to_bytes(4, "big")
                group = []
        elif c == 122:
            if group:
                raise ValueError("z inside Ascii85 5-tuple")
            out += b"\0\0\0\0"
        elif foldspaces and c == 121:
            if group:
                raise ValueError("y inside Ascii85 5-tuple")
            out += b"    "
        elif c not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % c)
    missing = 4 - len(group)
    if missing:
        del out[-missing:]
    return bytes(out)


def b85encode(b, pad=False):
    """Base85 of bytes, as git and Mercurial write it."""
    return _encode85(b, _b85, pad)


def b85decode(b):
    """The bytes of base85 text."""
    b = _to_bytes(b)
    values = {c: v for v, c in enumerate(_b85)}
    missing = -len(b) % 5
    b = bytes(b) + b"~" * missing
    out = bytearray()
    for i in range(0, len(b), 5):
        n = 0
        for k, c in enumerate(b[i:i + 5]):
            if c not in values:
                raise ValueError("bad base85 character at position %d" % (i + k)) from None
            n = n * 85 + values[c]
        if n > 0xFFFFFFFF:
            raise ValueError("base85 overflow in hunk starting at byte %d" % i) from None
        out += n.to_bytes(4, "big")
    if missing:
        del out[-missing:]
    return bytes(out)


def encode(input, output):
    """Read a binary file and write lines of base64 to another."""
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(s))):
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Read lines of base64 from a binary file and write the bytes to another."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _check_input(s):
    try:
        m = memoryview(s)
    except TypeError as e:
        raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__) from e
    if m.format not in ("c", "b", "B"):
        raise TypeError("expected single byte elements, not %r from %s"
                        % (m.format, s.__class__.__name__))
    if m.ndim != 1:
        raise TypeError("expected 1-D data, not %d-D data from %s" % (m.ndim, s.__class__.__name__))


def encodebytes(s):
    """Lines of base64 of 76 letters."""
    _check_input(s)
    return b"".join([binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    """The bytes of lines of base64."""
    _check_input(s)
    return binascii.a2b_base64(s)
