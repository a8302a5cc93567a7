"""Files and directories under names that nobody else has. A name is made at random and taken by creating the
file exclusively; what is deleted at the end is deleted when the object is closed, collected, or the program
ends."""

import io as _io
import os as _os
from errno import EEXIST as _EEXIST

__all__ = [
    "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
    "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def _random_name():
    return "".join(_LETTERS[b % 37] for b in _os.urandom(8))


def _exists(path):
    try:
        _os.lstat(path)
    except OSError:
        return False
    return True


def _parameters(prefix, suffix, dir):
    """(prefix, suffix, directory, type), all of one type."""
    kind = None
    for arg in (dir, prefix, suffix):
        if arg is None:
            continue
        if isinstance(arg, _os.PathLike):
            arg = _os.fspath(arg)
        if isinstance(arg, bytes):
            if kind is str:
                raise TypeError("Can't mix bytes and non-bytes in path components.")
            kind = bytes
        else:
            if kind is bytes:
                raise TypeError("Can't mix bytes and non-bytes in path components.")
            kind = str
    kind = kind or (str if tempdir is None or isinstance(tempdir, str) else bytes)
    if suffix is None:
        suffix = kind()
    if prefix is None:
        prefix = template if kind is str else _os.fsencode(template)
    if dir is None:
        dir = gettempdir() if kind is str else gettempdirb()
    return prefix, suffix, dir, kind


def _candidates():
    places = [_os.environ[name] for name in ("TMPDIR", "TEMP", "TMP") if _os.environ.get(name)]
    places += ["/tmp", "/var/tmp", "/usr/tmp"]
    try:
        places.append(_os.getcwd())
    except OSError:
        places.append(_os.curdir)
    return places


def _usable_directory():
    places = _candidates()
    for place in places:
        if place != _os.curdir:
            place = _os.path.abspath(place)
        for _ in range(100):
            name = _os.path.join(place, _random_name())
            try:
                fd = _os.open(name, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600)
                try:
                    _os.write(fd, b"blat")
                finally:
                    _os.close(fd)
                    _os.unlink(name)
                return place
            except FileExistsError:
                continue
            except OSError:
                break
    raise FileNotFoundError(2, "No usable temporary directory found in %s" % places)


def gettempprefix():
    """What names begin with."""
    return _os.fsdecode(template)


def gettempprefixb():
    """The same as bytes."""
    return _os.fsencode(template)


def gettempdir():
    """The directory for temporary files: of $TMPDIR, $TEMP, $TMP and the usual places the first that can be
    written to."""
    global tempdir
    if tempdir is None:
        tempdir = _usable_directory()
    return _os.fsdecode(tempdir)


def gettempdirb():
    """The same as bytes."""
    return _os.fsencode(gettempdir())


def _create(dir, prefix, suffix, kind, make):
    """make(path) for names at random until one is new: its result and the absolute path."""
    dir = _os.path.abspath(dir)
    for _ in range(TMP_MAX):
        name = _random_name()
        if kind is bytes:
            name = _os.fsencode(name)
        path = _os.path.join(dir, prefix + name + suffix)
        try:
            return make(path), path
        except FileExistsError:
            continue
    raise FileExistsError(_EEXIST, "No usable temporary file name found")


def _make_file(path):
    return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_NOFOLLOW, 0o600)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make a file for nobody else; (descriptor, path)."""
    prefix, suffix, dir, kind = _parameters(prefix, suffix, dir)
    return _create(dir, prefix, suffix, kind, _make_file)


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a directory for nobody else; its path."""
    prefix, suffix, dir, kind = _parameters(prefix, suffix, dir)
    return _create(dir, prefix, suffix, kind, lambda path: _os.mkdir(path, 0o700))[1]


def mktemp(suffix="", prefix=template, dir=None):
    """A name that does not exist at the moment. Whoever creates it first has it: mkstemp() is safer."""
    if dir is None:
        dir = gettempdir()
    for _ in range(TMP_MAX):
        path = _os.path.join(dir, prefix + _random_name() + suffix)
        if not _exists(path):
            return path
    raise FileExistsError(_EEXIST, "No usable temporary filename found")


class _TemporaryFileWrapper:
    """A stream that has a name and loses its file when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._closed = False

    def __getattr__(self, name):
        if name in ("file", "_closed"):
            raise AttributeError(name)
        value = getattr(self.__dict__["file"], name)
        if not isinstance(value, int) and callable(value):
            self.__dict__[name] = value
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        """Close the file, and delete it."""
        if self._closed:
            return
        self._closed = True
        try:
            self.file.close()
        finally:
            if self.delete:
                _os.unlink(self.name)

    def __iter__(self):
        yield from self.file

    def __del__(self):
        try:
            self.close()
        except (OSError, AttributeError):
            pass


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    """A temporary file that has a name in the file system, deleted when it is closed."""
    prefix, suffix, dir, kind = _parameters(prefix, suffix, dir)
    fd, name = _create(dir, prefix, suffix, kind, _make_file)
    try:
        # Opened by the name, so that the stream has it, but with the descriptor that is there.
        file = _io.open(name, mode, buffering, encoding=encoding, newline=newline, errors=errors,
                        opener=lambda *args: fd)
    except BaseException:
        _os.unlink(name)
        try:
            _os.close(fd)
        except OSError:
            pass
        raise
    return _TemporaryFileWrapper(file, name, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """A temporary file without a name."""
    prefix, suffix, dir, kind = _parameters(prefix, suffix, dir)
    fd, name = _create(dir, prefix, suffix, kind, _make_file)
    _os.unlink(name)
    try:
        return _io.open(fd, mode, buffering, encoding=encoding, newline=newline, errors=errors)
    except BaseException:
        _os.close(fd)
        raise


class SpooledTemporaryFile(_io.IOBase):
    """A temporary file that stays in memory until it gets larger than max_size."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        if "b" in mode:
            self._file = _io.BytesIO()
        else:
            self._file = _io.TextIOWrapper(_io.BytesIO(), encoding=encoding, errors=errors, newline=newline)
        self._max_size = max_size
        self._rolled = False
        self._arguments = {"mode": mode, "buffering": buffering, "suffix": suffix, "prefix": prefix,
                           "encoding": encoding, "newline": newline, "dir": dir, "errors": errors}

    __class_getitem__ = classmethod(type(list[int]))

    def _check(self, file):
        if not self._rolled and self._max_size and file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        """Go to disk now."""
        if self._rolled:
            return
        file = self._file
        new = self._file = TemporaryFile(**self._arguments)
        self._arguments = None
        pos = file.tell()
        if hasattr(new, "buffer"):
            new.buffer.write(file.detach().getvalue())
        else:
            new.write(file.getvalue())
        new.seek(pos, 0)
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, *args):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def __next__(self):
        return next(self._file)

    def __del__(self):
        pass

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def errors(self):
        return self._file.errors

    @property
    def newlines(self):
        return self._file.newlines

    @property
    def mode(self):
        try:
            return self._file.mode
        except AttributeError:
            return self._arguments["mode"]

    @property
    def name(self):
        try:
            return self._file.name
        except AttributeError:
            return None

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def flush(self):
        self._file.flush()

    def isatty(self):
        return self._file.isatty()

    def read(self, *args):
        return self._file.read(*args)

    def read1(self, *args):
        return self._file.read1(*args)

    def readinto(self, b):
        return self._file.readinto(b)

    def readinto1(self, b):
        return self._file.readinto1(b)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def detach(self):
        return self._file.detach()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def write(self, s):
        file = self._file
        result = file.write(s)
        self._check(file)
        return result

    def writelines(self, iterable):
        file = self._file
        result = file.writelines(iterable)
        self._check(file)
        return result


class TemporaryDirectory:
    """A directory that is removed, with all in it, at the end of the `with` block, by cleanup(), or when the
    object is collected."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self._removed = True
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._removed = False

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        self.cleanup()

    def cleanup(self):
        """Remove the directory, if it is still there."""
        if self._removed and not _os.path.exists(self.name):
            return
        self._removed = True
        import shutil

        def failed(function, path, info):
            if issubclass(info[0], PermissionError):
                try:
                    if path != self.name:
                        _os.chmod(_os.path.dirname(path), 0o700)
                    _os.chmod(path, 0o700)
                    try:
                        _os.unlink(path)
                    except (IsADirectoryError, PermissionError):
                        shutil.rmtree(path, ignore_errors=self._ignore_cleanup_errors)
                except FileNotFoundError:
                    pass
            elif not issubclass(info[0], FileNotFoundError) and not self._ignore_cleanup_errors:
                raise info[1]

        shutil.rmtree(self.name, onerror=failed)

    def __del__(self):
        if not self._removed:
            try:
                self.cleanup()
            except OSError:
                pass

    __class_getitem__ = classmethod(type(list[int]))
