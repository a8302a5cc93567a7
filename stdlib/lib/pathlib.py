"""Paths as objects: the pure ones, which know only text, and the concrete ones, which ask the system. A path
never changes; its parts are drive and root together (if any), then the names. Matching of patterns is in
_pathlib_glob."""

import io
import os
import posixpath
import sys
from errno import EBADF, ELOOP, ENOENT, ENOTDIR

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

_MISSING = (ENOENT, ENOTDIR, EBADF, ELOOP)
_RESERVED = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{name}{digit}" for name in ("COM", "LPT") for digit in "123456789\xb9\xb2\xb3"}


def _absent(error):
    return error.errno in _MISSING


# --- text ----------------------------------------------------------------------------------------------------

def _split_posix(text):
    """(drive, root, the rest)"""
    if not text.startswith("/"):
        return "", "", text
    rest = text.lstrip("/")
    # Two slashes at the beginning mean something of their own to POSIX, three or more do not.
    return "", "//" if len(text) - len(rest) == 2 else "/", rest


def _split_windows(text):
    text = text.replace("/", "\\")
    if text.startswith("\\\\") and text[2:3] != "\\":
        prefix = ""
        if text.startswith("\\\\?\\"):
            prefix, text = "\\\\?\\", text[4:]
            if text[:4].upper() == "UNC\\":
                prefix, text = prefix + text[:3], "\\" + text[3:]
                end = text.find("\\", 2)
                if end > 0 and text.find("\\", end + 1) != end + 1:
                    end = text.find("\\", end + 1) if text.find("\\", end + 1) >= 0 else len(text)
                    return prefix + text[1:end], "\\", text[end + 1:]
        else:
            end = text.find("\\", 2)
            if end >= 0:
                end2 = text.find("\\", end + 1)
                if end2 != end + 1:
                    if end2 < 0:
                        end2 = len(text)
                    return text[:end2], "\\", text[end2 + 1:]
    else:
        prefix = ""
    drive = ""
    if text[1:2] == ":" and text[:1].isascii() and text[:1].isalpha():
        drive, text = text[:2], text[2:]
    root = ""
    if text.startswith("\\"):
        root, text = "\\", text.lstrip("\\")
    return prefix + drive, root, text


def _text_of(arg):
    """The text of an argument, or the path it is."""
    if isinstance(arg, PurePath):
        return arg
    arg = os.fspath(arg)
    if not isinstance(arg, str):
        raise TypeError("argument should be a str object or an os.PathLike object returning str, "
                        f"not {type(arg)!r}")
    return str(arg)


class PurePath:
    """A path as text: nothing is looked up."""

    __slots__ = ("_drv", "_root", "_parts", "_str", "_hash", "_key")
    _windows = False
    _sep = "/"

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PureWindowsPath if os.name == "nt" else PurePosixPath
        return cls._from_args(args)

    def __reduce__(self):
        return (self.__class__, tuple(self._parts))

    @classmethod
    def _from_args(cls, args):
        return cls._make(*cls._parse(args))

    @classmethod
    def _make(cls, drive, root, parts):
        self = object.__new__(cls)
        self._drv, self._root, self._parts = drive, root, parts
        return self

    @classmethod
    def _parse(cls, args):
        drive, root, parts = "", "", []
        for arg in args:
            arg = _text_of(arg)
            if not isinstance(arg, PurePath):
                pieces = (cls._parse_text(arg),)
            elif arg._windows == cls._windows:
                pieces = ((arg._drv, arg._root, arg._parts),)
            else:
                pieces = [cls._parse_text(p) for p in arg._parts]
            # The last argument with a drive or a root is where the path begins.
            for d, r, names in pieces:
                if d:
                    drive, root, parts = d, r, list(names)
                elif r:
                    root, parts = r, [drive + r] + names[1:]
                else:
                    parts = parts + names
        return drive, root, parts

    @classmethod
    def _parse_text(cls, text):
        d, r, rest = (_split_windows if cls._windows else _split_posix)(text)
        names = [sys.intern(x) for x in rest.split(cls._sep) if x and x != "."]
        return d, r, [d + r] + names if d or r else names

    @classmethod
    def _join(cls, drive, root, parts, d, r, names):
        if r:
            if not d and drive:
                return drive, r, [drive + r] + names[1:]
        elif d:
            if d == drive or cls._fold(d) == cls._fold(drive):
                return drive, root, parts + names[1:]
        else:
            return drive, root, parts + names
        return d, r, list(names)

    @classmethod
    def _fold(cls, text):
        return text.lower() if cls._windows else text

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            pass
        if self._drv or self._root:
            text = self._drv + self._root + self._sep.join(self._parts[1:])
        else:
            text = self._sep.join(self._parts)
        self._str = text or "."
        return self._str

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        """The text with slashes."""
        return str(self).replace(self._sep, "/")

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.as_posix()!r})"

    def as_uri(self):
        """The path as a file: URI."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        if not self._windows:
            return "file://" + _quote(bytes(self))
        drive = self.drive
        if len(drive) == 2 and drive[1] == ":":
            return "file:///" + drive + "/" + _quote(self.as_posix()[3:].encode("utf-8"))
        return "file:" + _quote(self.as_posix().encode("utf-8"))

    @property
    def _compared(self):
        try:
            return self._key
        except AttributeError:
            self._key = [self._fold(p) for p in self._parts]
            return self._key

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._compared == other._compared and self._windows == other._windows

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(tuple(self._compared))
            return self._hash

    def _comparable(self, other):
        return isinstance(other, PurePath) and self._windows == other._windows

    def __lt__(self, other):
        return self._compared < other._compared if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._compared <= other._compared if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._compared > other._compared if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._compared >= other._compared if self._comparable(other) else NotImplemented

    __class_getitem__ = classmethod(type(list[int]))

    drive = property(lambda self: self._drv, doc="The drive, '' on POSIX.")
    root = property(lambda self: self._root, doc="The root: '/' or ''.")
    anchor = property(lambda self: self._drv + self._root, doc="Drive and root together.")

    @property
    def name(self):
        """The last name, '' if there is none."""
        parts = self._parts
        return "" if len(parts) == (1 if self._drv or self._root else 0) else parts[-1]

    @property
    def suffix(self):
        """The last name's extension, with its dot."""
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        """All extensions of the last name."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The last name without its extension."""
        name = self.name
        dot = name.rfind(".")
        return name[:dot] if 0 < dot < len(name) - 1 else name

    @property
    def parts(self):
        """The parts as a tuple."""
        return tuple(self._parts)

    def with_name(self, name):
        """The path with another last name."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        drive, root, parts = self._parse_text(name)
        if not name or name[-1] in ("/\\" if self._windows else "/") or drive or root or len(parts) != 1:
            raise ValueError(f"Invalid name {name!r}")
        return self._make(self._drv, self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        """The path with another last name before its extension."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another extension, or none."""
        if self._sep in suffix or (self._windows and "/" in suffix):
            raise ValueError(f"Invalid suffix {suffix!r}")
        if (suffix and not suffix.startswith(".")) or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        old = self.suffix
        name = (name[:-len(old)] if old else name) + suffix
        return self._make(self._drv, self._root, self._parts[:-1] + [name])

    def relative_to(self, *other):
        """The way from another path, which must be above, to this one."""
        if not other:
            raise TypeError("need at least one argument")
        drive, root, parts = self._parse(other)
        mine = [self._drv, self._root] + self._parts[1:] if self._root else [self._drv] + (
            self._parts[1:] if self._drv else self._parts)
        theirs = [drive, root] + parts[1:] if root else [drive] + (parts[1:] if drive else parts)
        n = len(theirs)
        fold = lambda items: [self._fold(p) for p in items]
        if (root or drive) if n == 0 else fold(mine[:n]) != fold(theirs):
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(self._make(drive, root, parts))!r} "
                             "OR one path is relative and the other is absolute.")
        # What the other path does not name stays: the root, where it has only a drive.
        own_root = self._root if n == 1 else ""
        rest = mine[n:]
        if own_root:
            rest = [own_root] + rest[1:]
        return self._make("", own_root, rest)

    def is_relative_to(self, *other):
        """Is the other path above this one?"""
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def joinpath(self, *args):
        """The path with others put after it."""
        drive, root, parts = self._parse(args)
        return self._make(*self._join(self._drv, self._root, self._parts, drive, root, parts))

    def __truediv__(self, key):
        try:
            return self.joinpath(key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._from_args([key, self])
        except TypeError:
            return NotImplemented

    @property
    def parent(self):
        """The path without its last name."""
        parts = self._parts
        if len(parts) == 1 and (self._drv or self._root) or not parts:
            return self
        return self._make(self._drv, self._root, parts[:-1])

    @property
    def parents(self):
        """The paths above, the nearest first."""
        return _Parents(self)

    def is_absolute(self):
        """Is it a path from the root (and drive) on?"""
        return bool(self._root and (self._drv or not self._windows))

    def is_reserved(self):
        """Is the name one that Windows keeps for devices?"""
        if not self._windows or not self._parts or self._parts[0].startswith("\\\\"):
            return False
        name = self._parts[-1].partition(".")[0].partition(":")[0].rstrip(" ")
        return name.upper() in _RESERVED

    def match(self, path_pattern):
        """Does the path (the end of it, if the pattern is relative) look like this?"""
        from _pathlib_glob import matches
        pattern = self._fold(path_pattern)
        drive, root, wanted = self._parse_text(pattern)
        if not wanted:
            raise ValueError("empty pattern")
        if (drive and drive != self._fold(self._drv)) or (root and root != self._fold(self._root)):
            return False
        parts = self._compared
        if drive or root:
            if len(wanted) != len(parts):
                return False
            wanted = wanted[1:]
        elif len(wanted) > len(parts):
            return False
        return all(matches(have, want) for have, want in zip(reversed(parts), reversed(wanted)))


def _quote(data):
    safe = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~/"
    return "".join(chr(b) if b in safe else f"%{b:02X}" for b in data)


class _Parents:
    """What PurePath.parents is: the paths above as a sequence."""

    __slots__ = ("_path",)

    def __init__(self, path):
        self._path = path

    def __len__(self):
        p = self._path
        return len(p._parts) - (1 if p._drv or p._root else 0)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        p = self._path
        return p._make(p._drv, p._root, p._parts[:-index - 1])

    def __iter__(self):
        return iter([self[i] for i in range(len(self))])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePosixPath(PurePath):
    """A path of POSIX, on any system."""

    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path of Windows, on any system: case does not count, slashes go both ways."""

    __slots__ = ()
    _windows = True
    _sep = "\\"


os.PathLike.register(PurePath)


class Path(PurePath):
    """A path of this system, with what the system can do with it."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        if cls._windows:
            raise NotImplementedError(f"cannot instantiate {cls.__name__!r} on your system")
        return cls._from_args(args)

    def _child(self, name):
        return self._make(self._drv, self._root, self._parts + [name])

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    @classmethod
    def cwd(cls):
        """The current directory."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's home directory."""
        return cls("~").expanduser()

    def absolute(self):
        """The path from the root on; links and '..' stay."""
        return self if self.is_absolute() else self._from_args([os.getcwd(), self])

    def resolve(self, strict=False):
        """The path from the root on, without links and '..'."""
        try:
            text = posixpath.realpath(self, strict=strict)
        except OSError as e:
            if e.errno != ELOOP:
                raise
            raise RuntimeError("Symlink loop from %r" % e.filename)
        path = self._from_args((text,))
        if not strict:
            try:
                path.stat()
            except OSError as e:
                if e.errno == ELOOP:
                    raise RuntimeError("Symlink loop from %r" % e.filename)
        return path

    def expanduser(self):
        """The path with ~ or ~user at its beginning replaced by the home directory."""
        if self._drv or self._root or not self._parts or self._parts[0][:1] != "~":
            return self
        home = posixpath.expanduser(self._parts[0])
        if home[:1] == "~":
            raise RuntimeError("Could not determine home directory.")
        drive, root, parts = self._parse((home,))
        return self._make(drive, root, parts + self._parts[1:])

    def stat(self, *, follow_symlinks=True):
        """What os.stat() says."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """What os.stat() says of a link itself."""
        return os.stat(self, follow_symlinks=False)

    def owner(self):
        """Name of the file's owner."""
        import posix
        uid = self.stat().st_uid
        found = posix._user(uid)
        if found is None:
            raise KeyError(f"getpwuid(): uid not found: {uid}")
        return found[0]

    def group(self):
        """Name of the file's group."""
        import posix
        gid = self.stat().st_gid
        found = posix._group(gid)
        if found is None:
            raise KeyError(f"getgrgid(): gid not found: {gid}")
        return found

    def _format(self, follow_symlinks=True):
        try:
            return os.stat(self, follow_symlinks=follow_symlinks).st_mode & 0o170000
        except OSError as e:
            if not _absent(e):
                raise
        except ValueError:
            pass
        return 0

    def exists(self):
        """Is there something?"""
        return self._format() != 0

    def is_dir(self):
        """Is it a directory?"""
        return self._format() == 0o040000

    def is_file(self):
        """Is it a regular file?"""
        return self._format() == 0o100000

    def is_symlink(self):
        """Is it a symbolic link?"""
        return self._format(False) == 0o120000

    def is_block_device(self):
        """Is it a block device?"""
        return self._format() == 0o060000

    def is_char_device(self):
        """Is it a character device?"""
        return self._format() == 0o020000

    def is_fifo(self):
        """Is it a named pipe?"""
        return self._format() == 0o010000

    def is_socket(self):
        """Is it a socket?"""
        return self._format() == 0o140000

    def is_mount(self):
        """Is it a mount point?"""
        return self.exists() and self.is_dir() and posixpath.ismount(self)

    def samefile(self, other_path):
        """Are both the same file?"""
        other = other_path.stat() if hasattr(other_path, "stat") else os.stat(other_path)
        return posixpath.samestat(self.stat(), other)

    def iterdir(self):
        """The paths of what is in the directory."""
        for name in os.listdir(self):
            yield self._child(name)

    def glob(self, pattern):
        """The paths below that match a relative pattern."""
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        yield from self._glob(pattern, ())

    def rglob(self, pattern):
        """The same in all directories below."""
        yield from self._glob(pattern, ("**",))

    def _glob(self, pattern, before):
        from _pathlib_glob import select
        drive, root, parts = self._parse_text(pattern)
        if drive or root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = list(before) + parts
        for part in parts:
            if "**" in part and part != "**":
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        return select(self, parts, pattern[-1:] == self._sep)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file, as open() does."""
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """All bytes of the file."""
        with io.open(self, "rb") as f:
            return f.read()

    def read_text(self, encoding=None, errors=None):
        """All text of the file."""
        with io.open(self, "r", encoding=encoding, errors=errors) as f:
            return f.read()

    def write_bytes(self, data):
        """Make these bytes the file; how many."""
        if not isinstance(data, (bytes, bytearray)):
            data = bytes(memoryview(data)) if not isinstance(data, str) else _refuse(
                "memoryview: a bytes-like object is required, not 'str'")
        with io.open(self, "wb") as f:
            return f.write(data)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Make this text the file; how many characters."""
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with io.open(self, "w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def readlink(self):
        """Where the link leads."""
        return self._from_args((os.readlink(self),))

    def touch(self, mode=0o666, exist_ok=True):
        """Make the file, or set its time of change to now."""
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                pass
        flags = os.O_CREAT | os.O_WRONLY
        os.close(os.open(self, flags if exist_ok else flags | os.O_EXCL, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make the directory, and those above it if `parents`."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        """Change the permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """Change the permissions of a link itself."""
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        """Remove the file."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Remove the directory, which must be empty."""
        os.rmdir(self)

    def rename(self, target):
        """Rename; the new path."""
        os.rename(self, target)
        return self.__class__(target)

    def replace(self, target):
        """Rename, whatever the target is now; the new path."""
        os.replace(self, target)
        return self.__class__(target)

    def symlink_to(self, target, target_is_directory=False):
        """Make this a symbolic link to target."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make this a hard link to target."""
        os.link(target, self)

    def link_to(self, target):
        """Make target a hard link to this. Deprecated: hardlink_to() is clearer."""
        import warnings
        warnings.warn("pathlib.Path.link_to() is deprecated and is scheduled for removal in Python 3.12. "
                      "Use pathlib.Path.hardlink_to() instead.", DeprecationWarning, stacklevel=2)
        os.link(self, target)


def _refuse(message):
    raise TypeError(message)


class PosixPath(Path, PurePosixPath):
    """A path of this system."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path of Windows, which this system is not."""

    __slots__ = ()
