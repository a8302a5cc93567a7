"""Regular expressions: the functions, flags and cache around the patterns of the native module _re.

Patterns and matches are native objects; a pattern compiled once is kept in a dict by type, text and
flags. Behaviour: https://docs.python.org/3.11/library/re.html
"""
from _re import Match, Pattern, compile as _native_compile

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile",
           "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U",
           "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG",
           "RegexFlag"]


class _FlagType(type):
    # RegexFlag behaves as an enumeration of its members.
    def __repr__(cls):
        return f"<flag {cls.__name__!r}>"

    def __iter__(cls):
        return iter([flag for name, flag in cls.__members__.items()
                     if len(name) > 1 and flag])

    def __len__(cls):
        return len(list(cls))

    def __getitem__(cls, name):
        return cls.__members__[name]

    def __contains__(cls, flag):
        if not isinstance(flag, int):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"{type(flag).__qualname__!r} and {cls.__qualname__!r}")
        return isinstance(flag, cls)


class RegexFlag(int, metaclass=_FlagType):
    """The flags of regular expressions, which combine with |."""

    def __new__(cls, value):
        number = int(value)
        known = cls._known.get(number)
        if known is None:
            if number < 0:
                return cls(number & _ALL)
            known = cls._known[number] = int.__new__(cls, number)
        return known

    _known = {}

    @property
    def value(self):
        """The flag as a plain int."""
        return int(self)

    @property
    def name(self):
        """The names of the bits, joined by |; None if one of them has no name."""
        names = [name for name, flag in type(self).__members__.items()
                 if len(name) > 1 and flag & self]
        if not self:
            return "NOFLAG"
        return "|".join(names) if names else None

    def __repr__(self):
        number = int(self)
        if not number:
            return "re.NOFLAG"
        names = []
        for flag in type(self):
            if number & int(flag):
                names.append("re." + flag.name)
                number &= ~int(flag)
        if not names:
            return f"re.RegexFlag({number})"
        if number:
            names.append(hex(number))
        return "|".join(names)

    __str__ = __repr__

    def __format__(self, spec):
        return format(str(self), spec)

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    def __iter__(self):
        return iter([flag for flag in type(self) if int(flag) & int(self)])

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return RegexFlag(_ALL & ~int(self))

    def __hash__(self):
        return hash(self.name)

    def __reduce__(self):
        return RegexFlag, (int(self),)


_BITS = {"ASCII": 256, "IGNORECASE": 2, "LOCALE": 4, "UNICODE": 32, "MULTILINE": 8, "DOTALL": 16,
         "VERBOSE": 64, "TEMPLATE": 1}
_ALL = sum(_BITS.values())
RegexFlag.__members__ = {"NOFLAG": RegexFlag(0)}
for _name, _bit in _BITS.items():
    RegexFlag.__members__[_name] = RegexFlag(_bit)
    RegexFlag.__members__["X" if _name == "VERBOSE" else "S" if _name == "DOTALL" else
                          _name[0]] = RegexFlag(_bit)
for _name, _bit in RegexFlag.__members__.items():
    setattr(RegexFlag, _name, _bit)
globals().update(RegexFlag.__members__)
del _name, _bit


class error(Exception):
    """A string passed to this module is no valid regular expression, or template."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = int(flags)
    try:
        return _cache[type(pattern), pattern, flags]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    compiled, complaints = _native_compile(pattern, flags)
    if complaints:
        _warn(complaints)
    if len(_cache) >= _MAXCACHE:
        try:
            del _cache[next(iter(_cache))]
        except (StopIteration, RuntimeError, KeyError):
            pass
    _cache[type(pattern), pattern, flags] = compiled
    return compiled


def _warn(complaints):
    try:
        import warnings
    except ImportError:
        return
    for text in complaints:
        warnings.warn(text, FutureWarning, stacklevel=4)


def match(pattern, string, flags=0):
    """Match the pattern at the start of the string: a Match, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Match the pattern against all of the string: a Match, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Look for the first place where the pattern matches: a Match, or None."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with its leftmost matches replaced by repl, a template or a function."""
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """(result of sub(), number of replacements made)."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """The parts of the string between matches, with the groups of the matches."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """All matches that don't overlap, as strings or tuples of groups."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches that don't overlap."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """A compiled pattern."""
    return _compile(pattern, flags)


def purge():
    """Forget all cached patterns."""
    _cache.clear()


_special = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """The text with every character escaped that means something in a pattern."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")


class Scanner:
    """Tokens by a list of (pattern, action): an action is a function of (scanner, text) or a value."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._actions = {}      # by the number of the group around the pattern
        number = 1
        for pattern, action in lexicon:
            self._actions[number] = action
            number += 1 + compile(pattern, flags).groups
        self.scanner = compile("|".join([f"({pattern})" for pattern, _ in lexicon]), flags)

    def scan(self, string):
        """(results of the actions, the rest of the text that no pattern matches)."""
        results = []
        at = 0
        for m in iter(self.scanner.scanner(string).match, None):
            if m.end() == at:
                break
            action = self._actions[m.lastindex]
            if callable(action):
                self.match = m
                action = action(self, m.group())
            if action is not None:
                results.append(action)
            at = m.end()
        return results, string[at:]
