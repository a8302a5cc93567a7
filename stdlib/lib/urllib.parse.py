"""URLs: taking them apart, putting them together, quoting.

Everything is done on str; bytes arguments are decoded as ASCII first and the results encoded again.
Behaviour: https://docs.python.org/3.11/library/urllib.parse.html
"""
from urllib._quoting import (parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote,
                             unquote_plus, unquote_to_bytes, urlencode, _as_text)

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode",
           "parse_qs", "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote",
           "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult",
           "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

# Schemes whose URLs may be relative, have a host, have ;parameters.
_both = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms",
         "prospero", "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_relative = list(_both)
uses_netloc = _both + ["telnet", "snews", "rsync", "nfs", "git", "git+ssh"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps",
               "rtspu", "sip", "sips", "mms", "sftp", "tel"]

_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
scheme_chars = _letters + "0123456789+-."
_controls_and_space = "".join(map(chr, range(33)))


class _Result(tuple):
    # A tuple with named items, as namedtuple makes them; subclasses say _fields.
    __slots__ = ()
    _field_defaults = {}

    def __init_subclass__(cls):
        for i, name in enumerate(cls.__dict__.get("_fields", ())):
            setattr(cls, name, property(lambda self, i=i: self[i]))
        cls.__match_args__ = cls._fields

    @classmethod
    def _make(cls, iterable):
        """A new result of the items of an iterable."""
        items = tuple(iterable)
        if len(items) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(items)}")
        return tuple.__new__(cls, items)

    def _replace(self, /, **changes):
        """A new result with some items replaced."""
        items = [changes.pop(name, value) for name, value in zip(self._fields, self)]
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return self._make(items)

    def _asdict(self):
        """A dict from names to items."""
        return dict(zip(self._fields, self))

    def __repr__(self):
        items = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"{self.__class__.__name__}({items})"

    def __getnewargs__(self):
        return tuple(self)


class _Host:
    # What is in the netloc of a result, which is str.
    __slots__ = ()

    def _parts(self):
        # (user, password, host, port), each None if absent
        return _split_host(self.netloc)

    @property
    def username(self):
        """The user of user:password@host, or None."""
        return self._parts()[0]

    @property
    def password(self):
        """The password of user:password@host, or None."""
        return self._parts()[1]

    @property
    def hostname(self):
        """The host in lower case, or None."""
        host = self._parts()[2]
        if not host:
            return None
        name, percent, zone = host.partition("%")
        return name.lower() + percent + zone

    @property
    def port(self):
        """The port as a number, or None."""
        port = self._parts()[3]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        port = int(port)
        if not 0 <= port <= 65535:
            raise ValueError("Port out of range 0-65535")
        return port


class _HostBytes(_Host):
    __slots__ = ()

    def _parts(self):
        return _split_host(self.netloc.decode("ascii"))

    @property
    def username(self):
        """The user of user:password@host, or None."""
        return _encoded(_Host.username.fget(self))

    @property
    def password(self):
        """The password of user:password@host, or None."""
        return _encoded(_Host.password.fget(self))

    @property
    def hostname(self):
        """The host in lower case, or None."""
        return _encoded(_Host.hostname.fget(self))


def _encoded(text):
    return text if text is None else text.encode("ascii")


def _split_host(netloc):
    user_info, at, host_port = netloc.rpartition("@")
    user = password = None
    if at:
        user, colon, password = user_info.partition(":")
        if not colon:
            password = None
    _, bracket, inside = host_port.partition("[")
    if bracket:
        host, _, port = inside.partition("]")
        _, _, port = port.partition(":")
    else:
        host, _, port = host_port.partition(":")
    return user, password, host, port or None


class _Text:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        """The same result in bytes."""
        return self._other()._make(item.encode(encoding, errors) for item in self)


class _Bytes:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        """The same result in str."""
        return self._other()._make(item.decode(encoding, errors) for item in self)


class _Defrag(_Result):
    __slots__ = ()
    _fields = ("url", "fragment")

    def __new__(cls, url, fragment):
        return tuple.__new__(cls, (url, fragment))


class _Split(_Result):
    __slots__ = ()
    _fields = ("scheme", "netloc", "path", "query", "fragment")

    def __new__(cls, scheme, netloc, path, query, fragment):
        return tuple.__new__(cls, (scheme, netloc, path, query, fragment))

    def geturl(self):
        """The URL again."""
        return urlunsplit(self)


class _Parse(_Result):
    __slots__ = ()
    _fields = ("scheme", "netloc", "path", "params", "query", "fragment")

    def __new__(cls, scheme, netloc, path, params, query, fragment):
        return tuple.__new__(cls, (scheme, netloc, path, params, query, fragment))

    def geturl(self):
        """The URL again."""
        return urlunparse(self)


class DefragResult(_Defrag, _Text):
    """DefragResult(url, fragment)."""

    __slots__ = ()

    def geturl(self):
        """The URL again."""
        return f"{self.url}#{self.fragment}" if self.fragment else self.url

    def _other(self):
        return DefragResultBytes


class SplitResult(_Split, _Host, _Text):
    """SplitResult(scheme, netloc, path, query, fragment)."""

    __slots__ = ()

    def _other(self):
        return SplitResultBytes


class ParseResult(_Parse, _Host, _Text):
    """ParseResult(scheme, netloc, path, params, query, fragment)."""

    __slots__ = ()

    def _other(self):
        return ParseResultBytes


class DefragResultBytes(_Defrag, _Bytes):
    """DefragResult in bytes."""

    __slots__ = ()

    def geturl(self):
        """The URL again."""
        return self.url + b"#" + self.fragment if self.fragment else self.url

    def _other(self):
        return DefragResult


class SplitResultBytes(_Split, _HostBytes, _Bytes):
    """SplitResult in bytes."""

    __slots__ = ()

    def _other(self):
        return SplitResult


class ParseResultBytes(_Parse, _HostBytes, _Bytes):
    """ParseResult in bytes."""

    __slots__ = ()

    def _other(self):
        return ParseResult


def _same(result):
    return result


def _encode_result(result):
    return result.encode("ascii", "strict")


def _texts(*args):
    # The arguments as str, and the function that gives results the type of the arguments.
    texts, is_text = _as_text(*args)
    return texts, _same if is_text else _encode_result


def urlparse(url, scheme="", allow_fragments=True):
    """A ParseResult: <scheme>://<netloc>/<path>;<params>?<query>#<fragment>."""
    (url, scheme), give = _texts(url, scheme)
    scheme, netloc, path, query, fragment = _split(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        at = path.find(";", path.rfind("/") + 1)
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return give(ParseResult(scheme, netloc, path, params, query, fragment))


def urlsplit(url, scheme="", allow_fragments=True):
    """A SplitResult: as urlparse(), with the parameters left in the path."""
    (url, scheme), give = _texts(url, scheme)
    return give(SplitResult(*_split(url, scheme, allow_fragments)))


def _split(url, scheme, allow_fragments):
    url = url.lstrip(_controls_and_space)
    scheme = scheme.strip(_controls_and_space)
    for c in "\t\r\n":
        url = url.replace(c, "")
        scheme = scheme.replace(c, "")
    netloc = query = fragment = ""
    at = url.find(":")
    if at > 0 and url[0] in _letters and not url[:at].strip(scheme_chars):
        scheme, url = url[:at].lower(), url[at + 1:]
    if url.startswith("//"):
        end = min((i for i in (url.find(c, 2) for c in "/?#") if i >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_brackets(netloc.partition("[")[2].partition("]")[0])
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    if not netloc.isascii():
        _check_netloc(netloc)
    return scheme, netloc, url, query, fragment


def _check_brackets(host):
    if host.startswith("v"):
        version, dot, rest = host[1:].partition(".")
        if not (version and dot and rest) or version.strip("0123456789abcdefABCDEF"):
            raise ValueError("IPvFuture address is invalid")
        return
    address, percent, zone = host.partition("%")
    if "/" in host or percent and (not zone or "%" in zone) or not _is_ipv6(address):
        if _is_ipv4(host):
            raise ValueError("An IPv4 address cannot be in brackets")
        raise ValueError(f"{host!r} does not appear to be an IPv4 or IPv6 address")


def _is_ipv4(text):
    parts = text.split(".")
    return len(parts) == 4 and all(
        part.isascii() and part.isdigit() and len(part) <= 3 and int(part) < 256
        and str(int(part)) == part for part in parts)


def _is_ipv6(text):
    head, double, tail = text.partition("::")
    if "::" in tail or tail.startswith(":"):
        return False
    groups = 0
    for part in (head, tail):
        pieces = part.split(":") if part else []
        if "." in part and (part is tail or not double):
            if not _is_ipv4(pieces.pop()):
                return False
            groups += 2
        for piece in pieces:
            if not 0 < len(piece) <= 4 or piece.strip("0123456789abcdefABCDEF"):
                return False
            groups += 1
    return groups < 8 if double else groups == 8


def _check_netloc(netloc):
    # Letters that normalise to a delimiter would make the host another than it looks.
    try:
        import unicodedata
    except ImportError:
        return
    bare = netloc
    for c in "@:#?":
        bare = bare.replace(c, "")
    normal = unicodedata.normalize("NFKC", bare)
    if normal != bare and any(c in normal for c in "/?#@:"):
        raise ValueError(f"netloc '{netloc}' contains invalid characters under NFKC normalization")


def urlunparse(components):
    """The URL of six parts, as urlparse() gives them."""
    (scheme, netloc, path, params, query, fragment), give = _texts(*components)
    if params:
        path = f"{path};{params}"
    return give(_unsplit(scheme, netloc, path, query, fragment))


def urlunsplit(components):
    """The URL of five parts, as urlsplit() gives them."""
    (scheme, netloc, path, query, fragment), give = _texts(*components)
    return give(_unsplit(scheme, netloc, path, query, fragment))


def _unsplit(scheme, netloc, url, query, fragment):
    if netloc or (scheme and scheme in uses_netloc and not url.startswith("//")):
        if url and not url.startswith("/"):
            url = "/" + url
        url = f"//{netloc or ''}{url}"
    if scheme:
        url = f"{scheme}:{url}"
    if query:
        url = f"{url}?{query}"
    if fragment:
        url = f"{url}#{fragment}"
    return url


def urljoin(base, url, allow_fragments=True):
    """The absolute URL that a relative one means on the page at base."""
    if not base:
        return url
    if not url:
        return base
    (base, url), give = _texts(base, url)
    b = urlparse(base, "", allow_fragments)
    u = urlparse(url, b.scheme, allow_fragments)
    if u.scheme != b.scheme or u.scheme not in uses_relative:
        return give(url)
    if u.scheme in uses_netloc:
        if u.netloc:
            return give(urlunparse(u))
        u = u._replace(netloc=b.netloc)
    if not u.path and not u.params:
        return give(urlunparse(u._replace(path=b.path, params=b.params,
                                          query=u.query or b.query)))
    segments = u.path.split("/")
    if not u.path.startswith("/"):
        folder = b.path.split("/")
        if folder[-1] != "":
            folder.pop()
        segments = folder + segments
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    else:
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return give(urlunparse(u._replace(path="/".join(resolved) or "/")))


def urldefrag(url):
    """A DefragResult: the URL without its fragment, and the fragment."""
    (url,), give = _texts(url)
    fragment = ""
    if "#" in url:
        parts = urlparse(url)
        fragment = parts.fragment
        url = urlunparse(parts._replace(fragment=""))
    return give(DefragResult(url, fragment))
