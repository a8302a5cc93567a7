"""What os offers beyond the calls of the system and the environment: walking directories, records of the
system's answers, pipes to commands. os loads this when one of its names is first asked for."""

import io
import posix
import posixpath as path
import sys
from os import environ, fsdecode, fsencode, fspath

__all__ = [
    "DirEntry", "scandir", "walk", "removedirs", "renames", "get_exec_path", "get_terminal_size",
    "terminal_size", "uname", "uname_result", "times", "times_result", "statvfs", "statvfs_result", "popen",
    "wait", "getenvb"]


# --- records -------------------------------------------------------------------------------------------------

class _Record(tuple):
    """A tuple whose items have names too, as the system's answers come."""

    __slots__ = ()
    _fields = ()

    def __new__(cls, items, /):
        items = tuple(items)
        if len(items) != len(cls._fields):
            raise TypeError(f"{cls.__module__}.{cls.__name__}() takes a {len(cls._fields)}-sequence "
                            f"({len(items)}-sequence given)")
        return tuple.__new__(cls, items)

    def __repr__(self):
        items = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"{type(self).__module__}.{type(self).__name__}({items})"

    def __reduce__(self):
        return type(self), (tuple(self),)


def _record(module, name, fields):
    fields = tuple(fields.split())
    body = {"__slots__": (), "__module__": module, "_fields": fields, "n_fields": len(fields),
            "n_sequence_fields": len(fields), "n_unnamed_fields": 0, "__match_args__": fields}
    for i, field in enumerate(fields):
        body[field] = property(lambda self, i=i: self[i])
    return type(name, (_Record,), body)


terminal_size = _record("os", "terminal_size", "columns lines")
uname_result = _record("posix", "uname_result", "sysname nodename release version machine")
times_result = _record("posix", "times_result", "user system children_user children_system elapsed")
statvfs_result = _record("os", "statvfs_result",
                         "f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_flag f_namemax")


def uname():
    """Name and version of the system."""
    return uname_result(posix._uname())


def times():
    """Processor time used so far, in seconds."""
    return times_result(posix._times())


def statvfs(path):
    """About the file system that path is in."""
    return statvfs_result(posix._statvfs(path))


def get_terminal_size(fd=None, /):
    """Columns and lines of the terminal."""
    if fd is None:
        fd = sys.__stdout__.fileno()
    return terminal_size(posix._terminal_size(fd))


# --- directories ----------------------------------------------------------------------------------------------

_UNKNOWN, _DIRECTORY, _REGULAR, _LINK = 0, 4, 8, 10


class DirEntry:
    """A name in a directory, with what is known of it; scandir() makes them."""

    __slots__ = ("name", "path", "_kind", "_inode", "_stat", "_lstat")
    __module__ = "posix"

    def inode(self):
        """The entry's inode number."""
        return self._inode

    def stat(self, *, follow_symlinks=True):
        """What os.stat() says; asked once."""
        if follow_symlinks and self.is_symlink():
            if self._stat is None:
                self._stat = posix.stat(self.path)
            return self._stat
        if self._lstat is None:
            self._lstat = posix.lstat(self.path)
        return self._lstat

    def _is(self, kind, format, follow_symlinks):
        if self._kind != _UNKNOWN and not (follow_symlinks and self._kind == _LINK):
            return self._kind == kind
        try:
            found = self.stat(follow_symlinks=follow_symlinks)
        except FileNotFoundError:
            return False
        return found.st_mode & 0o170000 == format

    def is_dir(self, *, follow_symlinks=True):
        """Is it a directory?"""
        return self._is(_DIRECTORY, 0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Is it a regular file?"""
        return self._is(_REGULAR, 0o100000, follow_symlinks)

    def is_symlink(self):
        """Is it a symbolic link?"""
        if self._kind != _UNKNOWN:
            return self._kind == _LINK
        if self._lstat is None:
            self._lstat = posix.lstat(self.path)
        return self._lstat.st_mode & 0o170000 == 0o120000

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    __class_getitem__ = classmethod(type(list[int]))


class _ScandirIterator:
    """The entries of a directory, to be closed or used up."""

    def __init__(self, path):
        self._entries = iter(posix._scan(path))
        self._prefix = path

    def __iter__(self):
        return self

    def __next__(self):
        if self._entries is None:
            raise StopIteration
        for name, kind, inode in self._entries:
            entry = DirEntry.__new__(DirEntry)
            entry.name = name
            entry.path = name if isinstance(self._prefix, int) else path.join(self._prefix, name)
            entry._kind, entry._inode, entry._stat, entry._lstat = kind, inode, None, None
            return entry
        self._entries = None
        raise StopIteration

    def close(self):
        self._entries = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self._entries = None


def scandir(path=None):
    """An iterator over the entries of a directory, in no order, without "." and ".."."""
    if path is None:
        path = "."
    elif not isinstance(path, int):
        try:
            path = fspath(path)
        except TypeError:
            pass  # the call words the error
    return _ScandirIterator(path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Each directory from top on with its subdirectories and other names: (path, directories, files). From
    the top down what is taken out of directories is not entered."""
    waiting = [fspath(top)]
    while waiting:
        top = waiting.pop()
        if isinstance(top, tuple):
            yield top
            continue
        directories, files, enter = [], [], []
        try:
            with scandir(top) as entries:
                for entry in entries:
                    try:
                        is_dir = entry.is_dir()
                    except OSError:
                        is_dir = False
                    (directories if is_dir else files).append(entry.name)
                    if not topdown and is_dir:
                        try:
                            link = entry.is_symlink()
                        except OSError:
                            link = False
                        if followlinks or not link:
                            enter.append(entry.path)
        except OSError as e:
            if onerror is not None:
                onerror(e)
            continue
        if topdown:
            yield top, directories, files
            for name in reversed(directories):
                below = path.join(top, name)
                if followlinks or not path.islink(below):
                    waiting.append(below)
        else:
            waiting.append((top, directories, files))
            waiting.extend(reversed(enter))


def removedirs(name):
    """Remove a directory, and those above it that are empty then."""
    posix.rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            posix.rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Rename, making the directories the new name needs and removing those the old one leaves empty."""
    import os
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        os.makedirs(head)
    posix.rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


# --- processes and environment ----------------------------------------------------------------------------------

def getenvb(key, default=None):
    """As os.getenv(), of bytes."""
    value = environ.get(fsdecode(key))
    return default if value is None else fsencode(value)


def get_exec_path(env=None):
    """The directories a command is looked for in."""
    found = (environ if env is None else env).get("PATH")
    return (path.defpath if found is None else found).split(path.pathsep)


def wait():
    """Wait for any child: (pid, status)."""
    return posix.waitpid(-1, 0)


class _Pipe:
    """The stream of popen(): closing it waits for the command."""

    def __init__(self, stream, pid):
        self._stream = stream
        self._pid = pid

    def close(self):
        self._stream.close()
        if self._pid is None:
            return None
        pid, self._pid = self._pid, None
        status = posix.waitstatus_to_exitcode(posix.waitpid(pid, 0)[1])
        if status == 0:
            return None
        return status << 8 if status > 0 else status

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode="r", buffering=-1):
    """A pipe to ("w") or from ("r") a shell command."""
    if not isinstance(cmd, str):
        raise TypeError("invalid cmd type (%s, expected string)" % type(cmd))
    if mode not in ("r", "w"):
        raise ValueError("invalid mode %r" % mode)
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    pid, fd = posix._spawn_shell(cmd, mode == "r")
    return _Pipe(io.open(fd, mode, buffering), pid)
