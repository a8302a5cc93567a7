"""Constants of characters, and formatting and templates that can be customised by subclassing.

Regular expressions are imported when the first Template is used: most programs want the constants.
Behaviour: https://docs.python.org/3.11/library/string.html
"""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits",
           "octdigits", "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalize each word, and join them by sep (a space, if words are split at any whitespace)."""
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


# --- Template -----------------------------------------------------------------------------------

class _LazyPattern:
    """Stands for the compiled pattern of one Template class until somebody asks for it."""

    def __get__(self, instance, cls):
        import re
        delimiter = re.escape(cls.delimiter)
        name = cls.idpattern
        braced = cls.braceidpattern or name
        cls.pattern = re.compile(
            rf"{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{name})"
            rf"|{{(?P<braced>{braced})}}|(?P<invalid>))", cls.flags | re.VERBOSE)
        return cls.pattern


class Template:
    """A string with $placeholders."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2       # re.IGNORECASE
    pattern = _LazyPattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            import re
            cls.pattern = re.compile(cls.pattern, cls.flags | re.VERBOSE)
        else:
            cls.pattern = _LazyPattern()

    def __init__(self, template):
        self.template = template

    def _fail(self, match):
        start = match.start("invalid")
        lines = self.template[:start].splitlines(keepends=True)
        if lines:
            column, line = start - len("".join(lines[:-1])), len(lines)
        else:
            column = line = 1
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def _replace(self, lookup, mistake):
        """The text with each placeholder replaced; mistake(match) says what stands for a bad one."""
        def text_of(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                return lookup(name, match)
            if match.group("escaped") is not None:
                return self.delimiter
            if match.group("invalid") is not None:
                return mistake(match)
            raise ValueError("Unrecognized named group in pattern", self.pattern)

        return self.pattern.sub(text_of, self.template)

    def substitute(self, mapping={}, /, **kws):
        """Replace the placeholders; KeyError and ValueError for what can't be."""
        def lookup(name, match):
            return str(kws[name] if name in kws else mapping[name])

        return self._replace(lookup, self._fail)

    def safe_substitute(self, mapping={}, /, **kws):
        """Replace the placeholders that can be, and leave the rest as they are."""
        def lookup(name, match):
            try:
                return str(kws[name] if name in kws else mapping[name])
            except KeyError:
                return match.group()

        return self._replace(lookup, lambda match: match.group())

    def is_valid(self):
        """Would substitute() find every placeholder well formed?"""
        for match in self.pattern.finditer(self.template):
            if match.group("invalid") is not None:
                return False
            if not any(match.group(g) is not None for g in ("named", "braced", "escaped")):
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        return True

    def get_identifiers(self):
        """The names of the placeholders, each once, as they come."""
        names = {}
        for match in self.pattern.finditer(self.template):
            name = match.group("named") or match.group("braced")
            if name is not None:
                names[name] = True
            elif match.group("invalid") is None and match.group("escaped") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        return list(names)


# --- Formatter ----------------------------------------------------------------------------------

def _parse_field(s, i):
    """The field that begins after the brace before s[i]: name, spec, conversion, where it ends."""
    start, end = i, len(s)
    c = ""
    while i < end:
        c = s[i]
        i += 1
        if c == "{":
            raise ValueError("unexpected '{' in field name")
        if c == "[":
            close = s.find("]", i)
            i = end if close < 0 else close
        elif c in "}:!":
            break
    else:
        raise ValueError("expected '}' before end of string")
    name, conversion = s[start:i - 1], None
    if c == "}":
        return name, "", None, i
    if c == "!":
        if i >= end:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = s[i]
        i += 1
        if i < end:
            c = s[i]
            i += 1
            if c == "}":
                return name, "", conversion, i
            if c != ":":
                raise ValueError("expected ':' after conversion specifier")
    start, depth = i, 1
    while i < end:
        c = s[i]
        i += 1
        if c == "{":
            depth += 1
        elif c == "}":
            depth -= 1
            if depth == 0:
                return name, s[start:i - 1], conversion, i
    raise ValueError("unmatched '{' in format spec")


def _parse(s):
    """(literal text, field name, format spec, conversion) for each piece of a format string."""
    if not isinstance(s, str):
        raise TypeError(f"expected str, got {type(s).__name__}")
    i, end = 0, len(s)
    while i < end:
        opening, closing = s.find("{", i), s.find("}", i)
        at = min(x for x in (opening, closing, end) if x >= 0)
        if at == end:
            yield s[i:], None, None, None
            return
        c = s[at]
        doubled = s[at + 1:at + 2] == c
        if c == "}" and not doubled:
            raise ValueError("Single '}' encountered in format string")
        if at + 1 == end:
            raise ValueError("Single '{' encountered in format string")
        if doubled:
            yield s[i:at + 1], None, None, None
            i = at + 2
            continue
        literal = s[i:at]
        name, spec, conversion, i = _parse_field(s, at + 1)
        yield literal, name, spec, conversion


def _number(text):
    if text.isdecimal():
        number = int(text)
        if number > 0x7fffffffffffffff:
            raise ValueError("Too many decimal digits in format string")
        return number
    return text


def _split_field_name(name):
    """'a.b[0]' as its first part ('a') and an iterator over (is it an attribute?, name or index)."""
    end = min([x for x in (name.find("."), name.find("[")) if x >= 0], default=len(name))

    def rest(i):
        while i < len(name):
            c = name[i]
            i += 1
            if c == ".":
                stop = min([x for x in (name.find(".", i), name.find("[", i)) if x >= 0],
                           default=len(name))
                part, i = name[i:stop], stop
            elif c == "[":
                stop = name.find("]", i)
                if stop < 0:
                    raise ValueError("Missing ']' in format string")
                part, i = name[i:stop], stop + 1
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
            if not part:
                raise ValueError("Empty attribute in format string")
            yield c == ".", part if c == "." else _number(part)

    return _number(name[:end]), rest(end)


class Formatter:
    """str.format() in parts that subclasses may replace."""

    def format(self, format_string, /, *args, **kwargs):
        """Format a string with arguments, as str.format() does."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """As format(), with the arguments as a sequence and a mapping."""
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            if field == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                field = str(auto_arg_index)
                auto_arg_index += 1
            elif field.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                auto_arg_index = False
            value, used = self.get_field(field, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args,
                                                 recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(value, spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        """The argument of a number or a name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """For subclasses: called with what was used and what was given."""

    def format_field(self, value, format_spec):
        """format(value, format_spec)."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """What !s, !r and !a do."""
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """The pieces of a format string: (literal text, field name, format spec, conversion)."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        """The value of a field such as '0.name[key]', and the argument it begins with."""
        first, rest = _split_field_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, part in rest:
            value = getattr(value, part) if is_attribute else value[part]
        return value, first
