"""Shell patterns for file names: *, ?, [seq] and [!seq], as regular expressions.

Behaviour: https://docs.python.org/3.11/library/fnmatch.html
"""
import os
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]

_matchers = {}      # (type, pattern) -> match method


def _matcher(pat):
    key = type(pat), pat
    found = _matchers.get(key)
    if found is None:
        if isinstance(pat, bytes):
            source = translate(pat.decode("iso-8859-1")).encode("iso-8859-1")
        else:
            source = translate(pat)
        if len(_matchers) >= 256:
            _matchers.clear()
        found = _matchers[key] = re.compile(source).match
    return found


def fnmatch(name, pat):
    """Does the name match the pattern, by the system's rules of case?"""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    """Does the name match the pattern, case included?"""
    return _matcher(pat)(name) is not None


def filter(names, pat):
    """A list of the names that match the pattern."""
    match = _matcher(os.path.normcase(pat))
    return [name for name in names if match(name)]


def _set_text(inside):
    # What stands in the brackets of a regular expression for the inside of a shell's brackets.
    if "-" in inside:
        # A '-' makes a range unless it comes first, or right after a range.
        parts = []
        start = 0
        at = inside.find("-", 2 if inside[0] == "!" else 1)
        while at >= 0:
            parts.append(inside[start:at])
            start = at + 1
            at = inside.find("-", at + 3)
        if inside[start:]:
            parts.append(inside[start:])
        else:
            parts[-1] += "-"
        for i in range(len(parts) - 1, 0, -1):      # ranges that hold nothing
            if parts[i - 1][-1] > parts[i][0]:
                parts[i - 1] = parts[i - 1][:-1] + parts.pop(i)[1:]
        inside = "-".join(part.replace("\\", "\\\\").replace("-", "\\-") for part in parts)
    else:
        inside = inside.replace("\\", "\\\\")
    for c in "&~|":
        inside = inside.replace(c, "\\" + c)
    if not inside:
        return "(?!)"
    if inside == "!":
        return "."
    if inside[0] == "!":
        inside = "^" + inside[1:]
    elif inside[0] in "^[":
        inside = "\\" + inside
    return f"[{inside}]"


def translate(pat):
    """The regular expression that a shell pattern means."""
    pieces = [""]       # what stands between stars
    i, n = 0, len(pat)
    starred = False
    while i < n:
        c = pat[i]
        i += 1
        if c == "*":
            if not starred:
                pieces.append("")
            starred = True
            continue
        starred = False
        if c == "?":
            pieces[-1] += "."
        elif c == "[":
            end = i
            if pat[end:end + 1] == "!":
                end += 1
            if pat[end:end + 1] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                pieces[-1] += "\\["
            else:
                pieces[-1] += _set_text(pat[i:end])
                i = end + 1
        else:
            pieces[-1] += re.escape(c)
    if len(pieces) == 1:
        return f"(?s:{pieces[0]})\\Z"
    # Each star but the last may stop at the first place where what follows it is found.
    middle = "".join(f"(?>.*?{piece})" for piece in pieces[1:-1])
    return f"(?s:{pieces[0]}{middle}.*{pieces[-1]})\\Z"
