"""Operations on pathnames; the os.path of this system."""

from posix import fspath, getcwd, getcwdb, lstat, stat

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
altsep = None
devnull = "/dev/null"
defpath = "/bin:/usr/bin"
supports_unicode_filenames = False

_FORMAT, _DIRECTORY, _REGULAR, _LINK = 0o170000, 0o040000, 0o100000, 0o120000


def _dots(path):
    """The separator and the two special names, of path's type."""
    if isinstance(path, bytes):
        return b"/", b".", b".."
    return "/", ".", ".."


def _check_types(function, args):
    """Raises what is wrong with arguments that would not go together."""
    kinds = set()
    for a in args:
        if not isinstance(a, (str, bytes)):
            raise TypeError(f"{function}() argument must be str, bytes, or os.PathLike object, "
                            f"not {type(a).__name__!r}") from None
        kinds.add(isinstance(a, bytes))
    if len(kinds) == 2:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    """Normalize case of pathname. Has no effect under Posix"""
    return fspath(s)


def isabs(s):
    """Test whether a path is absolute"""
    s = fspath(s)
    return s.startswith(_dots(s)[0])


def join(a, *p):
    """Join two or more pathname components, inserting '/' as needed. An absolute component throws away
    what comes before it; an empty last one gives a path that ends with a separator."""
    path = fspath(a)
    slash = _dots(path)[0]
    try:
        for part in map(fspath, p):
            if part.startswith(slash):
                path = part
            elif not path or path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError):
        _check_types("join", (a, *p))
        raise
    return path


def split(p):
    """Split a pathname. Returns tuple "(head, tail)" where "tail" is everything after the final slash.
    Either part may be empty."""
    p = fspath(p)
    slash = _dots(p)[0]
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    return head.rstrip(slash) or head, tail


def basename(p):
    """Returns the final component of a pathname"""
    return split(p)[1]


def dirname(p):
    """Returns the directory component of a pathname"""
    return split(p)[0]


def splitext(p):
    """Split the extension from a pathname: from the last dot of its last component to the end, unless
    there are only dots before it. Returns "(root, ext)"; ext may be empty."""
    p = fspath(p)
    slash, dot, _ = _dots(p)
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    """Split a pathname into drive and path. On Posix, drive is always empty."""
    p = fspath(p)
    return p[:0], p


def normpath(path):
    """Normalize path, eliminating double slashes, etc."""
    path = fspath(path)
    slash, dot, dots = _dots(path)
    if not path:
        return dot
    # Two slashes at the beginning, and only two, may mean something else than one.
    root = path[:len(path) - len(path.lstrip(slash))]
    if len(root) > 2:
        root = slash
    kept = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dots or (not kept and not root) or (kept and kept[-1] == dots):
            kept.append(part)
        elif kept:
            kept.pop()
    return root + slash.join(kept) or dot


def abspath(path):
    """Return an absolute path."""
    path = fspath(path)
    if not isabs(path):
        path = join(getcwdb() if isinstance(path, bytes) else getcwd(), path)
    return normpath(path)


def relpath(path, start=None):
    """Return a relative version of a path"""
    if not path:
        raise ValueError("no path specified")
    path = fspath(path)
    slash, dot, dots = _dots(path)
    start = dot if start is None else fspath(start)
    _check_types("relpath", (path, start))
    there = [x for x in abspath(path).split(slash) if x]
    here = [x for x in abspath(start).split(slash) if x]
    same = len(commonprefix([here, there]))
    parts = [dots] * (len(here) - same) + there[same:]
    return join(*parts) if parts else dot


def commonprefix(m):
    """Given a list of pathnames, returns the longest common leading component"""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def expanduser(path):
    """Expand ~ and ~user constructions. If user or $HOME is unknown, do nothing."""
    path = fspath(path)
    slash = _dots(path)[0]
    tilde = b"~" if isinstance(path, bytes) else "~"
    if not path.startswith(tilde):
        return path
    end = path.find(slash, 1)
    if end < 0:
        end = len(path)
    home = _home(path[1:end])
    if home is None:
        return path
    if isinstance(path, bytes):
        home = home.encode("utf-8", "surrogateescape")
    home = home.rstrip(slash)
    return home + path[end:] or slash


def _home(user):
    """The home directory of a user (the current one if empty), or None."""
    import os
    if not user and "HOME" in os.environ:
        return os.environ["HOME"]
    if isinstance(user, bytes):
        user = user.decode("utf-8", "surrogateescape")
    try:
        with open("/etc/passwd", encoding="utf-8", errors="surrogateescape") as users:
            for line in users:
                fields = line.rstrip("\n").split(":")
                if len(fields) == 7 and (fields[0] == user if user else fields[2] == str(os.getuid())):
                    return fields[5]
    except OSError:
        pass
    return None


def _mode(path, look=stat):
    """st_mode of what path names; 0 if there is nothing that can be reached."""
    try:
        return look(path).st_mode
    except (OSError, ValueError):
        return 0


def exists(path):
    """Test whether a path exists.  Returns False for broken symbolic links"""
    return _mode(path) != 0


def lexists(path):
    """Test whether a path exists.  Returns True for broken symbolic links"""
    return _mode(path, lstat) != 0


def isfile(path):
    """Test whether a path is a regular file"""
    return _mode(path) & _FORMAT == _REGULAR


def isdir(s):
    """Return true if the pathname refers to an existing directory."""
    return _mode(s) & _FORMAT == _DIRECTORY


def islink(path):
    """Test whether a path is a symbolic link"""
    return _mode(path, lstat) & _FORMAT == _LINK


def getsize(filename):
    """Return the size of a file, reported by os.stat()."""
    return stat(filename).st_size


def getmtime(filename):
    """Return the last modification time of a file, reported by os.stat()."""
    return stat(filename).st_mtime


def samefile(f1, f2):
    """Test whether two pathnames reference the same actual file or directory"""
    a, b = stat(f1), stat(f2)
    return a.st_ino == b.st_ino and a.st_dev == b.st_dev


def samestat(s1, s2):
    """Test whether two stat buffers reference the same file"""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def sameopenfile(fp1, fp2):
    """Test whether two open file descriptors reference the same file"""
    return samestat(stat(fp1), stat(fp2))


def getatime(filename):
    """Return the last access time of a file, reported by os.stat()."""
    return stat(filename).st_atime


def getctime(filename):
    """Return the metadata change time of a file, reported by os.stat()."""
    return stat(filename).st_ctime


def ismount(path):
    """Test whether a path is a mount point"""
    try:
        here = lstat(path)
    except (OSError, ValueError):
        return False
    if here.st_mode & _FORMAT == _LINK:
        return False
    path = fspath(path)
    try:
        above = lstat(realpath(join(path, _dots(path)[2])))
    except OSError:
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def commonpath(paths):
    """Given a sequence of path names, returns the longest common sub-path."""
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = tuple(map(fspath, paths))
    _check_types("commonpath", paths)
    slash, dot, _ = _dots(paths[0])
    rooted = {p.startswith(slash) for p in paths}
    if len(rooted) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    common = commonprefix([[x for x in p.split(slash) if x and x != dot] for p in paths])
    return (slash if rooted.pop() else slash[:0]) + slash.join(common)


def expandvars(path):
    """Expand $name and ${name}; names that are not set stay as they are."""
    path = fspath(path)
    binary = isinstance(path, bytes)
    text = path.decode("utf-8", "surrogateescape") if binary else path
    if "$" not in text:
        return path
    import os
    out = ""
    at = 0
    while True:
        dollar = text.find("$", at)
        if dollar < 0:
            break
        out += text[at:dollar]
        end = dollar + 1
        if text[end:end + 1] == "{":
            close = text.find("}", end)
            name = text[end + 1:close] if close >= 0 else None
            end = close + 1
        else:
            while end < len(text) and (text[end] == "_" or (text[end].isalnum() and text[end].isascii())):
                end += 1
            name = text[dollar + 1:end]
        if not name:
            end = dollar + 1 if name is None or text[dollar + 1:dollar + 2] != "{" else end
            out += text[dollar:end]
        else:
            out += os.environ.get(name, text[dollar:end])
        at = end
    out += text[at:]
    return out.encode("utf-8", "surrogateescape") if binary else out


def realpath(filename, *, strict=False):
    """The path without symbolic links. Where strict is false what is missing or loops is left as it is."""
    from posix import readlink
    filename = fspath(filename)
    slash, dot, dots = _dots(filename)
    path = slash if filename.startswith(slash) else slash[:0]
    rest = [x for x in filename.split(slash)[::-1] if x and x != dot]
    met = {}  # links: their target, or None while it is being looked for
    while rest:
        name = rest.pop()
        if name is None:  # the end of a link's own names
            met[rest.pop()] = path
            continue
        if name == dots:
            if not path or basename(path) == dots:
                path = join(path, dots)
            else:
                path = dirname(path)
            continue
        new = join(path, name)
        try:
            link = lstat(new).st_mode & _FORMAT == _LINK
        except OSError:
            if strict:
                raise
            link = False
        if not link:
            path = new
            continue
        if new in met:
            if met[new] is not None:
                path = met[new]
                continue
            if strict:
                stat(new)  # raises: too many levels
            path = new
            continue
        met[new] = None
        target = readlink(new)
        rest += [new, None]
        rest += [x for x in target.split(slash)[::-1] if x and x != dot]
        if target.startswith(slash):
            path = slash
    return abspath(path)
