"""Files and trees of files: copying, moving, removing, and a few questions about the system. All of it goes
through os; nothing is held open longer than one call."""

import os
import stat
import sys

__all__ = [
    "copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
    "SpecialFileError", "ExecError", "disk_usage", "chown", "which", "get_terminal_size", "ignore_patterns",
    "SameFileError", "ReadError"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    """Several things went wrong, or a place is taken."""


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError):
    """Not for files like named pipes."""


class ExecError(OSError):
    """A command could not be run."""


class ReadError(OSError):
    """An archive could not be read."""


# --- files -------------------------------------------------------------------------------------------------------

def copyfileobj(fsrc, fdst, length=0):
    """Copy from one stream to another, in pieces."""
    read, write = fsrc.read, fdst.write
    while piece := read(length or COPY_BUFSIZE):
        write(piece)


def _same_file(src, dst):
    if isinstance(src, os.DirEntry):
        src = src.path
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy the data of a file; the destination. Links are copied as links if follow_symlinks is false."""
    if _same_file(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    for name in (src, dst):
        try:
            mode = os.stat(name).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(mode):
            raise SpecialFileError("`%s` is a named pipe" % os.fspath(name))
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as fsrc:
        try:
            with open(dst, "wb") as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError as e:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from e
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copy the permissions."""
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return  # links have none of their own here
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copy permissions and times."""
    follow = follow_symlinks or not (os.path.islink(src) and os.path.islink(dst))
    st = os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(st.st_atime_ns, st.st_mtime_ns), follow_symlinks=follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(st.st_mode))


def _in_directory(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """Copy data and permissions, to a name or into a directory; the destination."""
    dst = _in_directory(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """As copy(), with the times."""
    dst = _in_directory(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


# --- trees -------------------------------------------------------------------------------------------------------

def ignore_patterns(*patterns):
    """An `ignore` for copytree(): leaves out names that match one of the patterns."""
    def ignore(path, names):
        from _pathlib_glob import matches
        return {name for name in names for pattern in patterns if matches(name, pattern)}
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Copy a directory and all below it; the destination, which must not exist unless dirs_exist_ok."""
    with os.scandir(src) as it:
        entries = list(it)
    left_out = set() if ignore is None else ignore(os.fspath(src), [e.name for e in entries])
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in left_out:
            continue
        from_name = os.path.join(src, entry.name)
        to_name = os.path.join(dst, entry.name)
        from_object = entry if copy_function is copy2 or copy_function is copy else from_name
        try:
            if entry.is_symlink():
                target = os.readlink(from_name)
                if symlinks:
                    os.symlink(target, to_name)
                    copystat(from_object, to_name, follow_symlinks=False)
                    continue
                if not os.path.exists(from_name) and ignore_dangling_symlinks:
                    continue
            if entry.is_dir():
                copytree(from_name, to_name, symlinks, ignore, copy_function, ignore_dangling_symlinks,
                         dirs_exist_ok)
            else:
                copy_function(from_object, to_name)
        except Error as e:
            errors.extend(e.args[0])
        except OSError as e:
            errors.append((from_name, to_name, str(e)))
    try:
        copystat(src, dst)
    except OSError as e:
        errors.append((src, dst, str(e)))
    if errors:
        raise Error(errors)
    return dst


def _remove_tree(path, onerror):
    try:
        with os.scandir(path) as it:
            entries = list(it)
    except OSError:
        onerror(os.scandir, path, sys.exc_info())
        entries = []
    for entry in entries:
        try:
            is_dir = entry.is_dir(follow_symlinks=False)
        except OSError:
            is_dir = False
        if is_dir:
            _remove_tree(entry.path, onerror)
        else:
            try:
                os.unlink(entry.path)
            except OSError:
                onerror(os.unlink, entry.path, sys.exc_info())
    try:
        os.rmdir(path)
    except OSError:
        onerror(os.rmdir, path, sys.exc_info())


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    """Remove a directory and all below it. An error goes to onerror(function, path, exc_info) if given, is
    ignored if ignore_errors, else raised."""
    if dir_fd is not None:
        raise NotImplementedError("dir_fd unavailable on this platform")
    if ignore_errors:
        def onerror(*args):
            pass
    elif onerror is None:
        def onerror(*args):
            raise
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    try:
        st = os.lstat(path)
    except Exception:
        onerror(os.lstat, path, sys.exc_info())
        return
    if stat.S_ISLNK(st.st_mode):
        try:
            raise OSError("Cannot call rmtree on a symbolic link")
        except OSError:
            onerror(os.path.islink, path, sys.exc_info())
        return
    if not stat.S_ISDIR(st.st_mode):
        try:
            raise NotADirectoryError(20, os.strerror(20), path)
        except OSError:
            onerror(os.open, path, sys.exc_info())
        return
    _remove_tree(path, onerror)


rmtree.avoids_symlink_attacks = False


def _is_inside(path, directory):
    path, directory = os.path.abspath(path), os.path.abspath(directory)
    if not path.endswith(os.sep):
        path += os.sep
    if not directory.endswith(os.sep):
        directory += os.sep
    return path.startswith(directory)


def move(src, dst, copy_function=copy2):
    """Move a file or a tree, to a name or into a directory, to another file system too; the new place."""
    real = dst
    if os.path.isdir(dst):
        if _same_file(src, dst):
            os.rename(src, dst)  # perhaps only the case of letters differs
            return
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip(os.sep)))
        if os.path.exists(real):
            raise Error("Destination path '%s' already exists" % real)
    try:
        os.rename(src, real)
        return real
    except OSError:
        pass
    if os.path.islink(src):
        os.symlink(os.readlink(src), real)
        os.unlink(src)
    elif os.path.isdir(src):
        if _is_inside(dst, src):
            raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
        copytree(src, real, copy_function=copy_function, symlinks=True)
        rmtree(src)
    else:
        copy_function(src, real)
        os.unlink(src)
    return real


# --- the system ----------------------------------------------------------------------------------------------------

class _Usage(tuple):
    """total, used and free bytes."""

    __slots__ = ()
    _fields = __match_args__ = ("total", "used", "free")
    total = property(lambda self: self[0])
    used = property(lambda self: self[1])
    free = property(lambda self: self[2])

    def __repr__(self):
        return "usage(total=%r, used=%r, free=%r)" % self


_Usage.__name__ = _Usage.__qualname__ = "usage"


def disk_usage(path):
    """Size of the file system that path is in, and how much of it is used and free."""
    st = os.statvfs(path)
    return _Usage((st.f_blocks * st.f_frsize, (st.f_blocks - st.f_bfree) * st.f_frsize,
                   st.f_bavail * st.f_frsize))


def chown(path, user=None, group=None):
    """Change owner and group, by number or name."""
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    uid = gid = -1
    if user is not None:
        uid = user if isinstance(user, int) else _number("/etc/passwd", user)
        if uid is None:
            raise LookupError("no such user: {!r}".format(user))
    if group is not None:
        gid = group if isinstance(group, int) else _number("/etc/group", group)
        if gid is None:
            raise LookupError("no such group: {!r}".format(group))
    os.chown(path, uid, gid)


def _number(file, name):
    with open(file, encoding="utf-8", errors="surrogateescape") as lines:
        for line in lines:
            fields = line.split(":")
            if fields[0] == name and len(fields) > 2:
                return int(fields[2])
    return None


def get_terminal_size(fallback=(80, 24)):
    """Columns and lines: of $COLUMNS and $LINES, else of the terminal, else the fallback."""
    def number(name):
        try:
            return int(os.environ[name])
        except (KeyError, ValueError):
            return 0
    columns, lines = number("COLUMNS"), number("LINES")
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            size = os.terminal_size(fallback)
        columns = columns if columns > 0 else size.columns or fallback[0]
        lines = lines if lines > 0 else size.lines or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of the command that would be run, or None."""
    def good(name):
        return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)
    if os.path.dirname(cmd):
        return cmd if good(cmd) else None
    binary = isinstance(cmd, bytes)
    if path is None:
        path = os.environ.get("PATH")
        if path is None:
            path = os.defpath
    if not path:
        return None
    if binary:
        path = os.fsencode(path)
    seen = set()
    for place in path.split(b":" if binary else ":"):
        if place in seen:
            continue
        seen.add(place)
        name = os.path.join(place, cmd)
        if good(name):
            return name
    return None
