"""File names by shell patterns.

Behaviour: https://docs.python.org/3.11/library/glob.html
"""
import os
from fnmatch import filter as _filter

__all__ = ["escape", "glob", "iglob"]


def glob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    """A list of the paths that match a pattern; ** goes into folders if recursive."""
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive,
                      include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    """As glob(), one path at a time."""
    if root_dir is not None:
        root_dir = os.fspath(root_dir)
    else:
        root_dir = pathname[:0]
    found = _find(pathname, root_dir, _Options(recursive, include_hidden), False)
    if not pathname or recursive and _is_deep(pathname[:2]):
        found = _without_empty_first(found)
    return found


class _Options:
    def __init__(self, recursive, include_hidden):
        self.recursive = recursive
        self.include_hidden = include_hidden

    def shows(self, name):
        return self.include_hidden or name[0] not in (".", 46)


def _without_empty_first(found):
    for first in found:
        if first:
            yield first
        break
    yield from found


def _find(pathname, root_dir, options, only_dirs):
    folder, base = os.path.split(pathname)
    if not has_magic(pathname):
        full = _join(root_dir, pathname)
        if base:
            if os.path.lexists(full):
                yield pathname
        elif os.path.isdir(_join(root_dir, folder)):    # "folder/" means folders only
            yield pathname
        return
    deep = options.recursive and _is_deep(base)
    if not folder:
        yield from (_deep if deep else _matching)(root_dir, base, options, only_dirs)
        return
    if folder != pathname and has_magic(folder):
        folders = _find(folder, root_dir, options, True)
    else:
        folders = [folder]
    search = _deep if deep else _matching if has_magic(base) else _exact
    for folder in folders:
        for name in search(_join(root_dir, folder), base, options, only_dirs):
            yield os.path.join(folder, name)


def _matching(folder, pattern, options, only_dirs):
    names = _names(folder, only_dirs)
    if options.shows(pattern):
        names = [name for name in names if options.shows(name)]
    return _filter(names, pattern)


def _exact(folder, name, options, only_dirs):
    if name:
        found = os.path.lexists(_join(folder, name))
    else:
        found = os.path.isdir(folder)
    return [name] if found else []


def _deep(folder, pattern, options, only_dirs):
    yield pattern[:0]
    yield from _tree(folder, options, only_dirs)


def _tree(folder, options, only_dirs):
    for name in _names(folder, only_dirs):
        if options.shows(name):
            yield name
            path = _join(folder, name) if folder else name
            for below in _tree(path, options, only_dirs):
                yield _join(name, below)


def _names(folder, only_dirs):
    if not folder:
        folder = os.fsencode(os.curdir) if isinstance(folder, bytes) else os.curdir
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    if only_dirs:
        names = [name for name in names if os.path.isdir(os.path.join(folder, name))]
    return names


def _join(folder, name):
    if not folder or not name:
        return folder or name
    return os.path.join(folder, name)


def _is_deep(pattern):
    return pattern in ("**", b"**")


def has_magic(s):
    """Does the text hold characters that mean something in a pattern?"""
    magic = b"*?[" if isinstance(s, bytes) else "*?["
    return any(s.find(magic[i:i + 1]) >= 0 for i in range(3))


def escape(pathname):
    """The path with all special characters in brackets."""
    drive, rest = os.path.splitdrive(pathname)
    import re
    if isinstance(pathname, bytes):
        return drive + re.sub(b"([*?[])", b"[\\1]", rest)
    return drive + re.sub("([*?[])", r"[\1]", rest)
