"""Configuration files: the errors of configparser, and what puts values into values.

A part of configparser, which shows these classes as its own.
Behaviour: https://docs.python.org/3.11/library/configparser.html
"""
import re

MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    """Base of this module's exceptions; message is its text."""

    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    """There is no section of this name."""

    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section
        self.args = (section,)


def _already(kind, what, source, lineno):
    if source is None:
        return f"{kind.capitalize()} {what} already exists"
    line = "" if lineno is None else f" [line {lineno:2d}]"
    return f"While reading from {source!r}{line}: {kind} {what} already exists"


class DuplicateSectionError(Error):
    """A section is there twice, in one file or by add_section()."""

    def __init__(self, section, source=None, lineno=None):
        Error.__init__(self, _already("section", repr(section), source, lineno))
        self.section = section
        self.source = source
        self.lineno = lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    """An option is twice in one section of a file."""

    def __init__(self, section, option, source=None, lineno=None):
        Error.__init__(self, _already("option", f"{option!r} in section {section!r}", source,
                                      lineno))
        self.section = section
        self.option = option
        self.source = source
        self.lineno = lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    """The section has no option of this name."""

    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option = option
        self.section = section
        self.args = (option, section)


class InterpolationError(Error):
    """A value that refers to others in a wrong way."""

    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option = option
        self.section = section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    """A value refers to an option that isn't there."""

    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self, option, section,
            f"Bad value substitution: option {option!r} in section {section!r} contains an "
            f"interpolation key {reference!r} which is not a valid option name. "
            f"Raw value: {rawval!r}")
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """A value has a character that begins a reference, and no reference."""


class InterpolationDepthError(InterpolationError):
    """References lead on and on."""

    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self, option, section,
            f"Recursion limit exceeded in value substitution: option {option!r} in section "
            f"{section!r} contains an interpolation key which cannot be substituted in "
            f"{MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}")
        self.args = (option, section, rawval)


class ParsingError(Error):
    """Lines of a file are neither options nor anything else: errors lists them."""

    def __init__(self, source):
        Error.__init__(self, f"Source contains parsing errors: {source!r}")
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        """Add a line that isn't understood."""
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line}"


class MissingSectionHeaderError(ParsingError):
    """An option stands before the first section."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\n"
                       f"file: {filename!r}, line: {lineno}\n{line!r}")
        self.source = filename
        self.lineno = lineno
        self.line = line
        self.args = (filename, lineno, line)


class Interpolation:
    """Values stay as they are written; subclasses change them on their ways."""

    def before_get(self, parser, section, option, value, defaults):
        """The value that get() gives."""
        return value

    def before_set(self, parser, section, option, value):
        """The value that set() keeps."""
        return value

    def before_read(self, parser, section, option, value):
        """The value that is kept when a file is read."""
        return value

    def before_write(self, parser, section, option, value):
        """The value that write() writes."""
        return value


class _Substituting(Interpolation):
    # What both kinds of references have in common: a sign, and parentheses or braces after it.
    def before_get(self, parser, section, option, value, defaults):
        """The value with its references replaced."""
        out = []
        self._substitute(parser, option, out, value, section, defaults, 1)
        return "".join(out)

    def before_set(self, parser, section, option, value):
        """The value, if its references are well-formed."""
        rest = self._reference.sub("", value.replace(self._sign * 2, ""))
        if self._sign in rest:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position "
                             f"{rest.find(self._sign)}")
        return value

    def _substitute(self, parser, option, out, rest, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        sign = self._sign
        while rest:
            before, found, _ = rest.partition(sign)
            out.append(before)
            if not found:
                return
            rest = rest[len(before):]
            after = rest[1:2]
            if after == sign:
                out.append(sign)
                rest = rest[2:]
                continue
            if after != self._open:
                raise InterpolationSyntaxError(
                    option, section,
                    f"{sign!r} must be followed by {sign!r} or {self._open!r}, found: {rest!r}")
            m = self._reference.match(rest)
            if m is None:
                raise InterpolationSyntaxError(
                    option, section, f"bad interpolation variable reference {rest!r}")
            self._follow(parser, option, out, m[1], rest[m.end():], raw, section, values, depth)
            rest = rest[m.end():]


class BasicInterpolation(_Substituting):
    """%(name)s stands for another option of the section or the defaults, %% for a percent sign."""

    _sign, _open = "%", "("
    _reference = re.compile(r"%\(([^)]+)\)s")

    def _follow(self, parser, option, out, name, rest, raw, section, values, depth):
        name = parser.optionxform(name)
        try:
            value = values[name]
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None
        if "%" in value:
            self._substitute(parser, option, out, value, section, values, depth + 1)
        else:
            out.append(value)


class ExtendedInterpolation(_Substituting):
    """${name} stands for another option, ${section:name} for one elsewhere, $$ for a dollar."""

    _sign, _open = "$", "{"
    _reference = re.compile(r"\$\{([^}]+)\}")

    def _follow(self, parser, option, out, name, rest, raw, section, values, depth):
        path = name.split(":")
        there, target = section, option
        try:
            if len(path) == 1:
                target = parser.optionxform(path[0])
                value = values[target]
            elif len(path) == 2:
                there = path[0]
                target = parser.optionxform(path[1])
                value = parser.get(there, target, raw=True)
            else:
                raise InterpolationSyntaxError(option, section,
                                               f"More than one ':' found: {rest!r}")
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        if "$" in value:
            self._substitute(parser, target, out, value, there,
                             dict(parser.items(there, raw=True)), depth + 1)
        else:
            out.append(value)


for _cls in list(globals().values()):
    if isinstance(_cls, type) and _cls.__module__ == __name__:
        _cls.__module__ = "configparser"
del _cls
