"""Source text for inspect: which file an object comes from, and which of its lines.

Blocks are found by a small scanner that knows strings, brackets, comments and continued lines, and so where logical
lines begin and how far they are indented; no parser is needed for that.
"""

import linecache
import os
import sys

from inspect import (isclass, iscode, isframe, isfunction, ismethod, ismodule, istraceback,
                     unwrap)


class EndOfBlock(Exception):
    """No longer raised; kept for those who name it."""


def _code_of(object):
    """The code behind a method, function, traceback or frame; anything else as it is."""
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object


def getfile(object):
    """The file an object was defined in."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    object = _code_of(object)
    if iscode(object):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                    f"{type(object).__name__}")


def getmodulename(path):
    """The name a module in this file would have, or None."""
    name = os.path.basename(path)
    for suffix in (".cpython-311.so", ".abi3.so", ".pyc", ".py", ".so"):
        if name.endswith(suffix) and len(name) > len(suffix):
            return name[:-len(suffix)]
    return None


def getsourcefile(object):
    """The source file of an object, or None."""
    filename = getfile(object)
    if os.path.exists(filename) or filename in linecache.cache:
        return filename
    module = getmodule(object, filename)
    if getattr(module, "__loader__", None) is not None and hasattr(module.__loader__, "get_source"):
        return filename
    return None


def getabsfile(object, _filename=None):
    """The absolute, normal form of an object's file."""
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getmodule(object, _filename=None):
    """The module an object was defined in, or None."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = os.path.abspath(getfile(object) if _filename is None else _filename)
    except (TypeError, OSError):
        return None
    for module in list(sys.modules.values()):
        own = getattr(module, "__file__", None)
        if own and os.path.abspath(own) == file:
            return module
    main = sys.modules.get("__main__")
    name = getattr(object, "__name__", None)
    if name is not None and getattr(main, name, None) is object:
        return main
    return None


# --- the scanner ---

def logical_lines(lines, start=0):
    """Yields (first line, line after the last, indentation, text of the first line) of each logical line with code."""
    quote, depth, begun = "", 0, None
    for number in range(start, len(lines)):
        text = lines[number].rstrip("\r\n")
        i = 0
        if begun is None:
            stripped = text.lstrip(" \t\f")
            if not stripped or stripped.startswith("#"):
                continue
            begun = number, len(text.expandtabs()) - len(text.expandtabs().lstrip()), stripped
        continued = False
        while i < len(text):
            c = text[i]
            if quote:
                if c == "\\":
                    i += 2
                    continued = i > len(text)
                    continue
                if text.startswith(quote, i):
                    i += len(quote)
                    quote = ""
                    continue
            elif c in "\"'":
                quote = text[i:i + 3] if text[i:i + 3] == c * 3 else c
                i += len(quote)
                continue
            elif c == "#":
                break
            elif c in "([{":
                depth += 1
            elif c in ")]}":
                depth -= 1
            elif c == "\\" and i == len(text) - 1:
                continued = True
            i += 1
        if len(quote) == 1 and not continued:
            quote = ""
        if quote or depth > 0 or continued:
            continue
        depth = 0
        yield begun[0], number + 1, begun[1], begun[2]
        begun = None
    if begun is not None:
        yield begun[0], len(lines), begun[1], begun[2]


def getblock(lines):
    """The lines of the block (function, class, or one statement) that these lines begin with."""
    end, indent, body, header, text_is_decorator = 0, None, None, False, False
    for first, after, depth, text in logical_lines(lines):
        if indent is None:
            indent = depth
        if end and header and depth > indent:
            end, body = after, depth if body is None else body
            continue
        if end and not text_is_decorator:
            break
        text_is_decorator = text.startswith("@")
        header = text.startswith(("def ", "class ", "async ", "def\t", "class\t"))
        end = after
        if not header and not text_is_decorator:
            break
        if header and _has_suite(lines, first, after):
            break
    # Comments at the end belong to the block if they are indented as its body is.
    for number in range(end, len(lines)) if body is not None else ():
        text = lines[number].expandtabs()
        if text.lstrip()[:1] == "#" and indentsize(text) >= body:
            end = number + 1
        elif text.strip():
            break
    return lines[:end]


def _has_suite(lines, first, after):
    """Does a header carry its body on the same line?"""
    text = lines[after - 1].split("#")[0].rstrip()
    return not text.endswith(":") and ":" in text


def _lines_of(object):
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if not (file.startswith("<") and file.endswith(">")):
            raise OSError("source code not available")
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
    if not lines:
        raise OSError("could not get source code")
    return lines


def _find_class(lines, qualname):
    """The number of the line a class begins at, its decorators included."""
    wanted = qualname.split(".")
    stack, decorated = [], None
    for first, _, depth, text in logical_lines(lines):
        while stack and stack[-1][0] >= depth:
            stack.pop()
        if text.startswith("@"):
            if decorated is None:
                decorated = first
            continue
        words = text.replace("(", " ").replace(":", " ").split()
        if words[0] == "async":
            words = words[1:]
        if len(words) > 1 and words[0] in ("class", "def"):
            names = [n for _, more in stack for n in more] + [words[1]]
            if words[0] == "class" and names == wanted:
                return first if decorated is None else decorated
            stack.append((depth, [words[1]] if words[0] == "class" else [words[1], "<locals>"]))
        decorated = None
    raise OSError("could not find class definition")


def findsource(object):
    """All lines of the file an object is in, and the number of its first one, from 0."""
    lines = _lines_of(object)
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _find_class(lines, object.__qualname__)
    object = _code_of(object)
    if iscode(object):
        number = object.co_firstlineno - 1
        if number >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, max(number, 0)
    raise OSError("could not find code object")


def getsourcelines(object):
    """The lines of an object's source, and the number of the first, from 1 (0 for a module)."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """The source of an object, as one text."""
    lines, _ = getsourcelines(object)
    return "".join(lines)


def indentsize(line):
    """How far a line is indented, tabs expanded."""
    text = line.expandtabs()
    return len(text) - len(text.lstrip())


def getcomments(object):
    """The comment lines before an object's source, or None."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    found = []
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        while start < len(lines) and lines[start][:1] == "#":
            found.append(lines[start].expandtabs())
            start += 1
        return "".join(found) if found else None
    indent = indentsize(lines[number])
    at = number - 1
    while at >= 0 and lines[at].lstrip()[:1] == "#" and indentsize(lines[at]) == indent:
        found.insert(0, lines[at].expandtabs().lstrip())
        at -= 1
    while found and found[0].strip() == "#":
        found.pop(0)
    while found and found[-1].strip() == "#":
        found.pop()
    return "".join(found) if found else None
