"""Printing data so that it fits a width, one item a line where it must.

What fits the rest of the line is printed by PrettyPrinter.format(), which a subclass may override. What does not fit is
laid out by the method that _LAYOUTS names for the type's __repr__, so that a class with a repr of its own keeps it.
Every layout appends text to `out`; `indent` is the column it begins in, `allowance` what must still fit after it.
"""

import sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]

_SCALARS = frozenset((str, bytes, bytearray, float, complex, bool, type(None)))
_MappingProxy = type(type.__dict__)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Print an object laid out, to a stream (sys.stdout by default)."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """An object laid out, as text."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() that leaves dicts in their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """repr() of an object, with recursion marked."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Could eval() read the text again?"""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Does an object contain itself?"""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Key:
    """Orders what can be ordered by <, and the rest by type and identity."""
    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            mine, theirs = str(type(self.obj)), str(type(other.obj))
            return (mine, id(self.obj)) < (theirs, id(other.obj))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


def _words(line):
    """A line cut after each run of blanks."""
    parts, start, i = [], 0, 0
    while start < len(line):
        while i < len(line) and not line[i].isspace():
            i += 1
        while i < len(line) and line[i].isspace():
            i += 1
        parts.append(line[start:i])
        start = i
    return parts


class PrettyPrinter:
    """Lays out objects; width, indentation, depth and the rest are set once."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        """Print an object to the stream."""
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        """An object as text."""
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return "".join(out)

    def isrecursive(self, object):
        """Does an object contain itself?"""
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        """Could eval() read the text again?"""
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """(text in one line, is it readable, is it recursive)"""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        if not readable:
            self._readable = False
        if recursive:
            self._recursive = True
        return text

    def _format(self, object, out, indent, allowance, context, level):
        key = id(object)
        if key in context:
            out.append(_recursion(object))
            self._recursive, self._readable = True, False
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            layout = self._layout_of(object)
            if layout is not None:
                context[key] = 1
                layout(self, object, out, indent, allowance, context, level + 1)
                del context[key]
                return
        out.append(text)

    @classmethod
    def _layout_of(cls, object):
        shown = type(object).__repr__
        try:
            layout = cls._dispatch.get(shown)
        except TypeError:
            return None
        if layout is not None:
            return layout
        code = getattr(shown, "__code__", None)
        if code is not None and "_dataclass_running" in code.co_freevars and \
                hasattr(type(object), "__dataclass_fields__"):
            return cls._lay_dataclass
        found = _late_layouts().get(shown)
        return None if found is None else getattr(cls, found)

    # --- layouts ---

    def _pad(self, out):
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * " ")

    def _items_of(self, object):
        return sorted(object.items(), key=_pair_key) if self._sort_dicts else list(object.items())

    def _lay_pairs(self, pairs, out, indent, allowance, context, level):
        indent += self._indent_per_level
        for i, (key, value) in enumerate(pairs):
            last = i == len(pairs) - 1
            text = self._repr(key, context, level)
            out.append(text + ": ")
            self._format(value, out, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _lay_named(self, pairs, out, indent, allowance, context, level):
        for i, (name, value) in enumerate(pairs):
            last = i == len(pairs) - 1
            out.append(name + "=")
            if id(value) in context:
                out.append("...")
            else:
                self._format(value, out, indent + len(name) + 1, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _lay_items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        self._pad(out)
        newline = ",\n" + " " * indent
        between = ""
        room = full = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                full -= allowance
                room -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                wanted = len(text) + 2
                if room < wanted:
                    room = full
                    if between:
                        between = newline
                if room >= wanted:
                    room -= wanted
                    out.append(between + text)
                    between = ", "
                    continue
            out.append(between)
            between = newline
            self._format(item, out, indent, allowance if last else 1, context, level)

    def _lay_dict(self, object, out, indent, allowance, context, level):
        out.append("{")
        self._pad(out)
        if len(object):
            self._lay_pairs(self._items_of(object), out, indent, allowance + 1, context, level)
        out.append("}")

    def _lay_list(self, object, out, indent, allowance, context, level):
        out.append("[")
        self._lay_items(object, out, indent, allowance + 1, context, level)
        out.append("]")

    def _lay_tuple(self, object, out, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        out.append("(")
        self._lay_items(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _lay_set(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        start, end = "{", "}"
        if type(object) is not set:
            name = type(object).__name__
            start, end = name + "({", "})"
            indent += len(name) + 1
        out.append(start)
        self._lay_items(sorted(object, key=_Key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _lay_str(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        lines = object.splitlines(True)
        chunks = []
        for i, line in enumerate(lines):
            final = i == len(lines) - 1
            text = repr(line)
            if len(text) <= width - (allowance if final else 0):
                chunks.append(text)
                continue
            words = _words(line)
            limit, current = width, ""
            for j, word in enumerate(words):
                if final and j == len(words) - 1:
                    limit -= allowance
                if len(repr(current + word)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        out.append(f"({text})" if level == 1 else text)

    def _lay_bytes(self, object, out, indent, allowance, context, level):
        if len(object) <= 4:
            out.append(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
        limit, current, chunks = self._width - indent, b"", []
        for i in range(0, len(object), 4):
            part = object[i:i + 4]
            if i == len(object) // 4 * 4:
                limit -= allowance
            if len(repr(current + part)) > limit:
                if current:
                    chunks.append(repr(current))
                current = part
            else:
                current += part
        if current:
            chunks.append(repr(current))
        text = ("\n" + " " * indent).join(chunks)
        out.append(f"({text})" if level == 1 else text)

    def _lay_bytearray(self, object, out, indent, allowance, context, level):
        out.append("bytearray(")
        self._lay_bytes(bytes(object), out, indent + 10, allowance + 1, context, level + 1)
        out.append(")")

    def _lay_mappingproxy(self, object, out, indent, allowance, context, level):
        out.append("mappingproxy(")
        self._format(object.copy(), out, indent + 13, allowance + 1, context, level)
        out.append(")")

    def _lay_fields(self, name, pairs, out, indent, allowance, context, level):
        out.append(name + "(")
        self._lay_named(pairs, out, indent + len(name) + 1, allowance, context, level)
        out.append(")")

    def _lay_namespace(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        if name == "SimpleNamespace":
            name = "namespace"
        self._lay_fields(name, list(object.__dict__.items()), out, indent, allowance, context, level)

    def _lay_dataclass(self, object, out, indent, allowance, context, level):
        from dataclasses import fields
        pairs = [(f.name, getattr(object, f.name)) for f in fields(object) if f.repr]
        self._lay_fields(type(object).__name__, pairs, out, indent, allowance, context, level)

    def _lay_ordered_dict(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "(")
        self._format(list(object.items()), out, indent + len(name) + 1, allowance + 1, context, level)
        out.append(")")

    def _lay_default_dict(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        out.append(f"{name}({self._repr(object.default_factory, context, level)},\n{' ' * indent}")
        self._lay_dict(object, out, indent, allowance + 1, context, level)
        out.append(")")

    def _lay_counter(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "({")
        self._pad(out)
        self._lay_pairs(object.most_common(), out, indent + len(name) + 1, allowance + 2, context, level)
        out.append("})")

    def _lay_chain_map(self, object, out, indent, allowance, context, level):
        if not len(object.maps):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "(")
        indent += len(name) + 1
        for i, part in enumerate(object.maps):
            last = i == len(object.maps) - 1
            self._format(part, out, indent, allowance + 1 if last else 1, context, level)
            out.append(")" if last else ",\n" + " " * indent)

    def _lay_deque(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        out.append(name + "([")
        if object.maxlen is None:
            self._lay_items(object, out, indent, allowance + 2, context, level)
            out.append("])")
        else:
            self._lay_items(object, out, indent, 2, context, level)
            out.append(f"],\n{' ' * indent}maxlen={self._repr(object.maxlen, context, level)})")

    def _lay_data(self, object, out, indent, allowance, context, level):
        self._format(object.data, out, indent, allowance, context, level - 1)

    _dispatch = {
        dict.__repr__: _lay_dict, list.__repr__: _lay_list, tuple.__repr__: _lay_tuple, set.__repr__: _lay_set,
        frozenset.__repr__: _lay_set, str.__repr__: _lay_str, bytes.__repr__: _lay_bytes,
        bytearray.__repr__: _lay_bytearray, _MappingProxy.__repr__: _lay_mappingproxy,
    }

    # --- one line ---

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind in _SCALARS:
            return repr(object), True, False
        shown = kind.__repr__
        if shown is int.__repr__ and issubclass(kind, int):
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        if shown is dict.__repr__ and issubclass(kind, dict):
            opened, closed = "{", "}"
        elif shown is list.__repr__ and issubclass(kind, list):
            opened, closed = "[", "]"
        elif shown is tuple.__repr__ and issubclass(kind, tuple):
            opened, closed = "(", ",)" if len(object) == 1 else ")"
        else:
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return opened + closed, True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return f"{opened}...{closed}", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        level += 1
        readable, recursive, texts = True, False, []

        def take(item):
            nonlocal readable, recursive
            text, can_read, recurses = self.format(item, context, maxlevels, level)
            readable = readable and can_read
            recursive = recursive or recurses
            return text
        if opened == "{":
            for k, v in self._items_of(object):
                text = take(k)
                texts.append(f"{text}: {take(v)}")
        else:
            for item in object:
                texts.append(take(item))
        del context[key]
        return opened + ", ".join(texts) + closed, readable, recursive


def _late_layouts():
    """Layouts for classes of modules that may not be loaded: then there is no object of them either."""
    found = {}
    for module, names in (("collections", {"OrderedDict": "_lay_ordered_dict", "defaultdict": "_lay_default_dict",
                                           "Counter": "_lay_counter", "ChainMap": "_lay_chain_map",
                                           "deque": "_lay_deque", "UserDict": "_lay_data", "UserList": "_lay_data",
                                           "UserString": "_lay_data"}),
                          ("types", {"SimpleNamespace": "_lay_namespace"})):
        loaded = sys.modules.get(module)
        for name, layout in names.items() if loaded else ():
            cls = getattr(loaded, name, None)
            if cls is not None:
                found[cls.__repr__] = layout
    return found
