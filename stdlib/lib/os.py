"""The operating system: files and directories by name, descriptors, the environment, processes. The calls
themselves are in the native module posix; paths as text in os.path; what is rarely asked for in _os_more."""

import sys
import abc
import builtins
import posix
import posixpath as path
from posix import *
from posix import _exit
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
error = OSError

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1
supports_bytes_environ = True
supports_dir_fd = set()
supports_effective_ids = {access}
supports_fd = {chdir, chmod, chown, listdir, stat, truncate, utime}
supports_follow_symlinks = {access, chmod, chown, link, stat, utime}

del environ
__all__ = [_name for _name in dir(posix) if _name[0] != "_" and _name != "environ"] + [
    "_exit", "altsep", "curdir", "defpath", "devnull", "environ", "extsep", "fdopen", "fsdecode", "fsencode",
    "get_exec_path", "get_terminal_size", "getenv", "getenvb", "linesep", "makedirs", "name", "pardir", "path",
    "pathsep", "popen", "removedirs", "renames", "scandir", "sep", "statvfs", "terminal_size", "times",
    "times_result", "uname", "uname_result", "statvfs_result", "wait", "walk", "PathLike", "DirEntry", "SEEK_SET", "SEEK_CUR", "SEEK_END"]


class PathLike(abc.ABC):
    """What stands for a path: an object whose __fspath__() gives it as str or bytes."""

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is not PathLike:
            return NotImplemented
        return True if any("__fspath__" in c.__dict__ for c in subclass.__mro__) else NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


def fsencode(filename):
    """Encode filename (an os.PathLike, bytes, or str) to the filesystem encoding, UTF-8."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """Decode filename (an os.PathLike, bytes, or str) from the filesystem encoding, UTF-8."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a directory and those above it that are missing. If it exists already, FileExistsError is
    raised unless exist_ok is true. mode is of the last one; those above get the default."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass  # another process or thread was faster
        if tail == curdir or tail == b".":
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


class _Environ:
    """The environment as a mapping of str to str; what is set here is set in the process."""

    def __init__(self, variables):
        self._data = {fsdecode(k): fsdecode(v) for k, v in variables.items()}

    def _check(self, text):
        if not isinstance(text, str):
            raise TypeError(f"str expected, not {type(text).__name__}")
        return text

    def __getitem__(self, key):
        return self._data[self._check(key)]

    def __setitem__(self, key, value):
        putenv(self._check(key), self._check(value))
        self._data[key] = value

    def __delitem__(self, key):
        unsetenv(self._check(key))
        del self._data[key]

    def __contains__(self, key):
        return self._check(key) in self._data

    def __iter__(self):
        # A list, so that names may be set or deleted meanwhile.
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ", ".join(f"{k!r}: {v!r}" for k, v in self._data.items())
        return f"environ({{{items}}})"

    def __eq__(self, other):
        if isinstance(other, _Environ):
            other = other._data
        return self._data == other if isinstance(other, dict) else NotImplemented

    __hash__ = None

    def __or__(self, other):
        if isinstance(other, _Environ):
            other = other._data
        return self._data | other if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return other | self._data if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self

    def get(self, key, default=None):
        return self._data.get(self._check(key), default)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def copy(self):
        return self._data.copy()

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        if len(default) > 1:
            raise TypeError(f"pop expected at most 2 arguments, got {len(default) + 1}")
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in self:
            del self[key]

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value


environ = _Environ(posix.environ)


def __getattr__(name):
    # The rest is loaded when it is first asked for.
    import _os_more
    if name.startswith("__") or name not in _os_more.__all__:
        raise AttributeError(f"module 'os' has no attribute {name!r}")
    for each in _os_more.__all__:
        globals()[each] = getattr(_os_more, each)
    return globals()[name]


def __dir__():
    import _os_more
    return sorted(set(globals()) | set(_os_more.__all__))


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A stream over a descriptor, as open() makes it."""
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    return builtins.open(fd, mode, buffering, encoding, *args, **kwargs)


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist. The optional second argument can
    specify an alternate default. key, default and the result are str."""
    return environ.get(key, default)
