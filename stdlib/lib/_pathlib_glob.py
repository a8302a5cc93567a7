"""Patterns of names for pathlib: `*`, `?`, `[abc]`, `[!a-z]`, and `**` for directories at any depth. The text
functions are pure; select() reads directories and passes over those it may not read."""

import os


def matches(name, pattern):
    """Does all of a name look like the pattern?"""
    if not any(c in pattern for c in "*?["):
        return name == pattern
    at = i = 0
    star = None  # where to go on after the last *, should the rest not fit
    while True:
        if i == len(pattern):
            if at == len(name):
                return True
        elif pattern[i] == "*":
            i += 1
            star = (i, at)
            continue
        elif at < len(name):
            ok, after = _one(name[at], pattern, i)
            if ok:
                at, i = at + 1, after
                continue
        if star is None or star[1] >= len(name):
            return False
        star = (star[0], star[1] + 1)
        i, at = star


def _one(c, pattern, i):
    """Does c fit the pattern's element at i? And where the next one begins."""
    p = pattern[i]
    if p == "?":
        return True, i + 1
    if p != "[":
        return c == p, i + 1
    begin = i + 1
    end = begin + 1 if pattern[begin:begin + 1] == "!" else begin
    end = pattern.find("]", end + 1)
    if end < 0:
        return c == "[", i + 1
    members = pattern[begin:end]
    negated = members[0] == "!"
    if negated:
        members = members[1:]
    found = False
    k = 0
    while k < len(members):
        if k + 2 < len(members) and members[k + 1] == "-":
            found = found or members[k] <= c <= members[k + 2]
            k += 3
        else:
            found = found or members[k] == c
            k += 1
    return found != negated, end + 1


def select(path, parts, only_directories):
    """The paths below a directory that match, each once."""
    if not path.is_dir():
        return
    yield from _select(path, parts, only_directories)


def _entries(path):
    try:
        with os.scandir(path) as found:
            return list(found)
    except PermissionError:
        return []


def _select(path, parts, only_directories):
    if not parts:
        yield path
        return
    part, rest = parts[0], parts[1:]
    directory = bool(rest) or only_directories
    if part == "**":
        seen = set()
        for start in _directories(path):
            for found in _select(start, rest, only_directories):
                if found not in seen:
                    seen.add(found)
                    yield found
    elif part == "..":
        yield from _select(path._child(part), rest, only_directories)
    elif any(c in part for c in "*?["):
        for entry in _entries(path):
            if directory:
                try:
                    if not entry.is_dir():
                        continue
                except OSError:
                    continue
            if matches(entry.name, part):
                yield from _select(path._child(entry.name), rest, only_directories)
    else:
        child = path._child(part)
        try:
            there = child.is_dir() if directory else child.exists()
        except PermissionError:
            return
        if there:
            yield from _select(child, rest, only_directories)


def _directories(path):
    """The directory and all below it; symbolic links are not followed."""
    yield path
    for entry in _entries(path):
        try:
            is_dir = entry.is_dir(follow_symlinks=False)
        except OSError:
            is_dir = False
        if is_dir:
            yield from _directories(path._child(entry.name))
