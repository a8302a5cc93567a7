"""Encodings as objects: looked up by name, used whole, piece by piece or around a stream. The work is done by
the native module _codecs, which also keeps what is registered here, so that str.encode() finds it."""

import _codecs

__all__ = [
    "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16",
    "BOM_UTF16_BE", "BOM_UTF16_LE", "BOM_UTF32", "BOM_UTF32_BE", "BOM_UTF32_LE", "Codec", "CodecInfo",
    "IncrementalDecoder", "BufferedIncrementalDecoder", "IncrementalEncoder", "StreamReader",
    "StreamReaderWriter", "StreamWriter", "backslashreplace_errors", "decode", "encode", "getdecoder",
    "getencoder", "getincrementaldecoder", "getincrementalencoder", "getreader", "getwriter", "ignore_errors",
    "iterdecode", "iterencode", "lookup", "lookup_error", "namereplace_errors", "open", "register",
    "register_error", "replace_errors", "strict_errors", "unregister", "xmlcharrefreplace_errors"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE


class CodecInfo(tuple):
    """What lookup() gives: the functions and classes of an encoding."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        self._is_text_encoding = True if _is_text_encoding is None else _is_text_encoding
        return self

    def __repr__(self):
        return "<%s.%s object for encoding %s at %#x>" % (
            type(self).__module__, type(self).__qualname__, self.name, id(self))


class Codec:
    """Encoding and decoding without a memory; for subclasses."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes piece by piece; a subclass gives encode()."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        return 0

    def setstate(self, state):
        """Go back to what getstate() gave."""


class IncrementalDecoder:
    """Decodes piece by piece; a subclass gives decode()."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        return (b"", 0)

    def setstate(self, state):
        """Go back to what getstate() gave."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps what is no whole character yet; a subclass gives _buffer_decode(input, errors, final)."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        text, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return text

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return (self.buffer, 0)

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """Writes text to a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        """Begin anew."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stream.close()


class StreamReader(Codec):
    """Reads text from a stream of bytes. Lines end where str.splitlines() says."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b""
        self.charbuffer = ""

    def _more(self, size, final):
        data = self.stream.read() if size < 0 else self.stream.read(size)
        all = self.bytebuffer + data
        text, used = self.decode(all, self.errors)
        self.bytebuffer = all[used:]
        self.charbuffer += text
        return bool(data)

    def read(self, size=-1, chars=-1, firstline=False):
        if size < 0 and chars < 0:
            self._more(-1, True)
            text, self.charbuffer = self.charbuffer, ""
            return text
        if chars < 0 and self.charbuffer:
            chars = size
        while (len(self.charbuffer) < chars) if chars >= 0 else not self.charbuffer:
            if not self._more(size if size >= 0 else 72, False):
                break
            if chars < 0:
                break
        if chars < 0:
            text, self.charbuffer = self.charbuffer, ""
            return text
        text, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return text

    def readline(self, size=None, keepends=True):
        while True:
            lines = self.charbuffer.splitlines(True)
            # A \r at the very end may be half of \r\n.
            if len(lines) > 1 or (lines and lines[0].splitlines()[0] != lines[0] and lines[0][-1] != "\r"):
                break
            if not self._more(size or 72, False):
                break
        if not lines:
            return ""
        self.charbuffer = self.charbuffer[len(lines[0]):]
        return lines[0] if keepends else lines[0].splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b""
        self.charbuffer = ""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stream.close()


class StreamReaderWriter:
    """A reader and a writer of one stream."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stream.close()


# --- the native encodings --------------------------------------------------------------------------------------

_MARKED = ("utf-8-sig", "utf-16", "utf-32")


def _native_info(name):
    def encode(input, errors="strict", /):
        return _codecs.encode_piece(input, name, errors or "strict", False), len(input)

    def decode(input, errors="strict", /):
        return _codecs.decode_piece(input, name, errors or "strict", True, 0, False, False)[0], len(input)

    class Encoder(IncrementalEncoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self._started = False

        def encode(self, input, final=False):
            data = _codecs.encode_piece(input, name, self.errors, self._started)
            self._started = self._started or bool(data) or name in _MARKED
            return data

        def reset(self):
            self._started = False

        def getstate(self):
            if name == "utf-8-sig":
                return 0 if self._started else 1
            return 2 if name in _MARKED and not self._started else 0

        def setstate(self, state):
            self._started = not state

    class Decoder(BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self._order, self._started = 0, False

        def _buffer_decode(self, input, errors, final):
            text, used, self._order, self._started = _codecs.decode_piece(
                input, name, errors, final, self._order, self._started, True)
            return text, used

        def reset(self):
            super().reset()
            self._order, self._started = 0, False

        def getstate(self):
            flag = 0
            if name == "utf-8-sig":
                flag = 0 if self._started else 1
            elif name in _MARKED:
                flag = 2 if self._order == 0 else int(self._order > 0)
            return (self.buffer, flag)

        def setstate(self, state):
            self.buffer, flag = state
            self._started = not flag
            self._order = 0 if flag == 2 else 1 if flag else -1

    class Reader(StreamReader):
        def __init__(self, stream, errors="strict"):
            super().__init__(stream, errors)
            self._order, self._started = 0, False

        def decode(self, input, errors="strict"):
            text, used, self._order, self._started = _codecs.decode_piece(
                input, name, errors, False, self._order, self._started, True)
            return text, used

        def reset(self):
            super().reset()
            self._order, self._started = 0, False

    class Writer(StreamWriter):
        _started = False

        def encode(self, input, errors="strict"):
            data = _codecs.encode_piece(input, name, errors, self._started)
            self._started = True
            return data, len(input)

        def reset(self):
            self._started = False

    for cls, title in ((Encoder, "IncrementalEncoder"), (Decoder, "IncrementalDecoder"),
                       (Reader, "StreamReader"), (Writer, "StreamWriter")):
        cls.__name__ = cls.__qualname__ = title
        cls.__module__ = "encodings." + name.replace("-", "_")
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name)


def _rot13_info():
    table = {}
    for first in "Aa":
        for i in range(26):
            table[ord(first) + i] = chr(ord(first) + (i + 13) % 26)

    def code(input, errors="strict"):
        return str(input).translate(table), len(input)

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return code(input)[0]

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return code(input)[0]

    return CodecInfo(code, code, StreamReader, StreamWriter, Encoder, Decoder, "rot-13",
                     _is_text_encoding=False)


def _hex_info():
    def encode(input, errors="strict"):
        return bytes(input).hex().encode("ascii"), len(input)

    def decode(input, errors="strict"):
        return bytes.fromhex(bytes(input).decode("ascii")), len(input)

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input)[0]

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input)[0]

    return CodecInfo(encode, decode, StreamReader, StreamWriter, Encoder, Decoder, "hex",
                     _is_text_encoding=False)


_others = {"rot13": _rot13_info, "rot_13": _rot13_info, "hex": _hex_info, "hex_codec": _hex_info}
_cache = {}


# --- by name -----------------------------------------------------------------------------------------------------

def register(search_function, /):
    """Add a function that finds encodings by name: it returns a CodecInfo or None."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _codecs._searchers.append(search_function)


def unregister(search_function, /):
    """Take a function away again, and forget what was found."""
    if search_function in _codecs._searchers:
        _codecs._searchers.remove(search_function)
        _codecs._found.clear()


def lookup(encoding, /):
    """The CodecInfo of an encoding; LookupError if there is none."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    info = _cache.get(encoding)
    if info is not None:
        return info
    name = _codecs.name_of(encoding)
    plain = encoding.lower().replace(" ", "_").replace("-", "_")
    if name is not None:
        info = _cache.get(name) or _native_info(name)
        _cache[name] = info
    elif plain in _others:
        info = _others[plain]()
    else:
        info = _codecs.search(encoding)
        if info is None:
            raise LookupError(f"unknown encoding: {encoding}")
        return info
    _cache[encoding] = info
    return info


def encode(obj, encoding="utf-8", errors="strict"):
    """Encode an object with an encoding."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """Decode an object with an encoding."""
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    """The function that encodes."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function that decodes."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """The class that encodes piece by piece."""
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    """The class that decodes piece by piece."""
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    """The class that reads from a stream."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The class that writes to a stream."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encode the pieces that an iterator gives."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        data = encoder.encode(piece)
        if data:
            yield data
    data = encoder.encode("", True)
    if data:
        yield data


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decode the pieces that an iterator gives."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        text = decoder.decode(piece)
        if text:
            yield text
    text = decoder.decode(b"", True)
    if text:
        yield text


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file, always as bytes below, as a stream that encodes and decodes."""
    import io
    if encoding is not None and "b" not in mode:
        mode = mode.replace("U", "")
        mode = (mode if mode.strip("+") else mode + "r") + "b"
    file = io.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        stream = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        stream.encoding = encoding
        return stream
    except:
        file.close()
        raise


# --- error handlers ------------------------------------------------------------------------------------------------

def _bad(exc):
    raise TypeError(f"don't know how to handle {type(exc).__name__} in error callback") from None


def _part(exc):
    return exc.object[exc.start:exc.end]


def strict_errors(exc, /):
    """Raise the exception."""
    if isinstance(exc, Exception):
        raise exc
    raise TypeError("codec must pass exception instance")


def ignore_errors(exc, /):
    """Leave the bad part out."""
    return ("", exc.end) if isinstance(exc, UnicodeError) else _bad(exc)


def replace_errors(exc, /):
    """A question mark, or the replacement character."""
    if isinstance(exc, UnicodeEncodeError):
        return "?" * (exc.end - exc.start), exc.end
    if isinstance(exc, UnicodeDecodeError):
        return "\ufffd", exc.end
    if isinstance(exc, UnicodeTranslateError):
        return "\ufffd" * (exc.end - exc.start), exc.end
    return _bad(exc)


def xmlcharrefreplace_errors(exc, /):
    """Character references of XML."""
    if not isinstance(exc, UnicodeEncodeError):
        return _bad(exc)
    return "".join(f"&#{ord(c)};" for c in _part(exc)), exc.end


def backslashreplace_errors(exc, /):
    """Escapes as in a literal."""
    if isinstance(exc, UnicodeDecodeError):
        return "".join("\\x%02x" % b for b in _part(exc)), exc.end
    if not isinstance(exc, (UnicodeEncodeError, UnicodeTranslateError)):
        return _bad(exc)
    return "".join("\\x%02x" % ord(c) if c < "\u0100" else "\\u%04x" % ord(c) if c < "\U00010000"
                   else "\\U%08x" % ord(c) for c in _part(exc)), exc.end


def namereplace_errors(exc, /):
    """Escapes by the names of the characters."""
    if not isinstance(exc, UnicodeEncodeError):
        return _bad(exc)
    import unicodedata
    text = ""
    for c in _part(exc):
        name = unicodedata.name(c, None)
        text += "\\N{%s}" % name if name else backslashreplace_errors(UnicodeEncodeError("", c, 0, 1, ""))[0]
    return text, exc.end


def _surrogateescape(exc, /):
    if isinstance(exc, UnicodeDecodeError):
        text = ""
        for b in _part(exc):
            if b < 128:
                break
            text += chr(0xdc00 + b)
        if not text:
            raise exc
        return text, exc.start + len(text)
    if isinstance(exc, UnicodeEncodeError):
        if all("\udc80" <= c <= "\udcff" for c in _part(exc)):
            return bytes(ord(c) - 0xdc00 for c in _part(exc)), exc.end
        raise exc
    return _bad(exc)


def _surrogatepass(exc, /):
    if isinstance(exc, UnicodeEncodeError):
        return _part(exc).encode(exc.encoding, "surrogatepass"), exc.end
    if isinstance(exc, UnicodeDecodeError):
        width = 4 if "32" in exc.encoding else 2 if "16" in exc.encoding else 3
        data = exc.object[exc.start:exc.start + width]
        return data.decode(exc.encoding, "surrogatepass"), exc.start + width
    return _bad(exc)


_built_in = {
    "strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors, "backslashreplace": backslashreplace_errors,
    "namereplace": namereplace_errors, "surrogateescape": _surrogateescape, "surrogatepass": _surrogatepass}


def register_error(errors, handler, /):
    """Name a function that says what becomes of what can't be coded."""
    if not isinstance(errors, str):
        raise TypeError(f"register_error() argument 1 must be str, not {type(errors).__name__}")
    if not callable(handler):
        raise TypeError("handler must be callable")
    _codecs._handlers[errors] = handler


def lookup_error(name, /):
    """The error handler of this name; LookupError if there is none."""
    handler = _codecs._handlers.get(name) or _built_in.get(name)
    if handler is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return handler
