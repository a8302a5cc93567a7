"""Lines of source files, kept after the first look. A file that can't be read has no lines; nothing is raised.

cache maps a file name to (size, time of change, lines, full name), or to a one-tuple of a function that gets the source
when it is first wanted.
"""

import os
import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    """Forget all files."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """One line with its newline; "" if there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    """All lines of a file, as a list."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forget files that have changed."""
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        try:
            now = os.stat(entry[3])
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if entry[0] != now.st_size or entry[1] != now.st_mtime:
            cache.pop(name, None)


def _find(filename):
    """(status, full name) of a file, looked for along sys.path too; or None."""
    try:
        return os.stat(filename), filename
    except (OSError, ValueError):
        pass
    if os.path.isabs(filename):
        return None
    for directory in sys.path:
        try:
            full = os.path.join(directory, filename)
            return os.stat(full), full
        except (TypeError, AttributeError, OSError, ValueError):
            continue
    return None


def _read(name):
    with open(name, "rb") as file:
        data = file.read()
    if data[:3] == b"\xef\xbb\xbf":
        data = data[3:]
    encoding = "utf-8"
    for line in data.split(b"\n", 2)[:2]:
        if line.lstrip().startswith(b"#") and b"coding" in line:
            rest = line[line.index(b"coding") + 6:]
            if rest[:1] in (b":", b"="):
                encoding = rest[1:].decode("ascii", "replace").strip(" \t-*\r").split()[0]
    text = data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    lines = [line + "\n" for line in text.split("\n")]
    if lines[-1] == "\n":
        lines.pop()
    return lines


def updatecache(filename, module_globals=None):
    """Read a file again, whatever is kept of it."""
    entry = cache.pop(filename, None)
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    found = _find(filename)
    if found is None:
        if entry is None and lazycache(filename, module_globals):
            entry = cache.pop(filename)
        if entry is not None and len(entry) == 1:
            try:
                data = entry[0]()
            except (ImportError, OSError):
                data = None
            if data is None:
                return []
            lines = [line + "\n" for line in data.splitlines()]
            cache[filename] = (len(data), None, lines, filename)
            return lines
        return []
    status, full = found
    try:
        lines = _read(full)
    except (OSError, UnicodeDecodeError, SyntaxError, LookupError):
        return []
    cache[filename] = (status.st_size, status.st_mtime, lines, full)
    return lines


def lazycache(filename, module_globals):
    """Remember how a module's loader would give its source. Returns whether there is a way."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">") or not module_globals:
        return False
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals.get("__name__")
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True
