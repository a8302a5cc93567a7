"""Percent signs in URLs, and query strings: the part of urllib.parse below its results.

Behaviour: https://docs.python.org/3.11/library/urllib.parse.html#url-quoting
"""

_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_quoters = {}       # safe bytes -> list of 256 texts
_hex_values = {}    # b"4a" -> b"J"


def _as_text(*args):
    # (arguments as str, were they?). An empty str fits with bytes.
    is_text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return args, True
    return tuple(arg.decode("ascii", "strict") if arg else "" for arg in args), False


def unquote_to_bytes(string):
    """The bytes that text with %xx in it means."""
    if not string:
        string.split    # anything else than text is refused here
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *rest = string.split(b"%")
    if not rest:
        return string
    if not _hex_values:
        digits = "0123456789ABCDEFabcdef"
        for a in digits:
            for b in digits:
                _hex_values[(a + b).encode()] = bytes([int(a + b, 16)])
    out = [first]
    for part in rest:
        byte = _hex_values.get(part[:2])
        if byte is None:
            out.append(b"%" + part)
        else:
            out.append(byte + part[2:])
    return b"".join(out)


def unquote(string, encoding="utf-8", errors="replace"):
    """The text that text with %xx in it means."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        string.split
        return string
    if encoding is None:
        encoding = "utf-8"
    if errors is None:
        errors = "replace"
    if string.isascii():
        return unquote_to_bytes(string).decode(encoding, errors)
    import re
    # Only what is ASCII can be quoted; the rest stays out of the decoder's sight.
    return "".join(unquote_to_bytes(part).decode(encoding, errors) if part.isascii() else part
                   for part in re.findall(r"[\x00-\x7f]+|[^\x00-\x7f]+", string))


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """As unquote(), with + for spaces."""
    return unquote(string.replace("+", " "), encoding, errors)


def quote(string, safe="/", encoding=None, errors=None):
    """The text with all but letters, digits and _.-~ as %xx."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode("utf-8" if encoding is None else encoding,
                               "strict" if errors is None else errors)
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """As quote(), with + for spaces."""
    if (isinstance(string, str) and " " not in string
            or isinstance(string, bytes) and b" " not in string):
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (" " if isinstance(safe, str) else b" "), encoding,
                 errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    """As quote(), of bytes."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    else:
        safe = bytes([c for c in safe if c < 128])
    table = _quoters.get(safe)
    if table is None:
        if len(_quoters) >= 64:
            _quoters.clear()
        table = _quoters[safe] = [chr(c) if c in _SAFE or c in safe else f"%{c:02X}"
                                  for c in range(256)]
    return "".join([table[c] for c in bs])


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """A query string of a mapping or a sequence of pairs; doseq: values may be sequences."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            valid = not len(query) or isinstance(query[0], tuple)
        except TypeError:
            valid = False
        if not valid:
            raise TypeError("not a valid non-string sequence or mapping object")

    def text(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    out = []
    for key, value in query:
        key = text(key)
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        for one in values:
            out.append(f"{key}={text(one)}")
    return "&".join(out)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
              errors="replace", max_num_fields=None, separator="&"):
    """The (name, value) pairs of a query string."""
    (qs,), is_text = _as_text(qs)
    (separator,), _ = _as_text(separator)
    if not separator:
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    out = []
    for field in qs.split(separator) if qs else []:
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals and strict_parsing:
            raise ValueError(f"bad query field: {field!r}")
        if value or keep_blank_values:
            pair = [unquote(part.replace("+", " "), encoding=encoding, errors=errors)
                    for part in (name, value)]
            if not is_text:
                pair = [part.encode("ascii", "strict") for part in pair]
            out.append(tuple(pair))
    return out


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
             errors="replace", max_num_fields=None, separator="&"):
    """A dict of the names of a query string, each with the list of its values."""
    out = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors,
                                 max_num_fields, separator):
        out.setdefault(name, []).append(value)
    return out
