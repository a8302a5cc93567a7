"""Reading and writing of comma-separated values and their relatives.

Parsing and joining are native (_csv); here are the registry of dialects, the classes over rows as
dicts, and the Sniffer, which alone needs regular expressions.
Behaviour: https://docs.python.org/3.11/library/csv.html
"""
import _csv
from _csv import Dialect as _Dialect

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect",
           "excel", "excel_tab", "unix_dialect", "field_size_limit", "reader", "writer",
           "register_dialect", "get_dialect", "list_dialects", "unregister_dialect", "DictReader",
           "DictWriter", "Sniffer"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    """What goes wrong with a file or a dialect."""

    __module__ = "_csv"


_dialects = {}
_limit = [128 * 1024]


def _two_at_most(args):
    if not args:
        raise TypeError(" expected at least 1 argument, got 0")
    if len(args) > 2:
        raise TypeError(f" expected at most 2 arguments, got {len(args)}")


def _resolve(dialect, params):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    if not params and type(dialect) is _Dialect:
        return dialect
    return _Dialect(dialect, **params)


def reader(*args, **fmtparams):
    """reader(iterable, dialect='excel', **fmtparams): an iterator over rows, lists of strings."""
    _two_at_most(args)
    iterable = iter(args[0])
    dialect = _resolve(args[1] if len(args) > 1 else fmtparams.pop("dialect", None), fmtparams)
    return _csv.reader(iterable, dialect, Error, _limit)


def writer(*args, **fmtparams):
    """writer(fileobj, dialect='excel', **fmtparams): writes rows to a file."""
    _two_at_most(args)
    dialect = _resolve(args[1] if len(args) > 1 else fmtparams.pop("dialect", None), fmtparams)
    write = getattr(args[0], "write", None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return _csv.writer(write, dialect, Error)


def register_dialect(*args, **fmtparams):
    """register_dialect(name, dialect=None, **fmtparams): give a dialect a name."""
    _two_at_most(args)
    if not isinstance(args[0], str):
        raise TypeError("dialect name must be a string")
    _dialects[args[0]] = _resolve(args[1] if len(args) > 1 else None, fmtparams)


def unregister_dialect(name):
    """Forget the dialect of a name."""
    get_dialect(name)
    del _dialects[name]


def get_dialect(name):
    """The dialect of a name."""
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    """The names of all dialects."""
    return list(_dialects)


def field_size_limit(*args):
    """How many characters a field may have; with an argument, sets a new limit."""
    if len(args) > 1:
        raise TypeError(f"field_size_limit() takes at most 1 argument ({len(args)} given)")
    old = _limit[0]
    if args:
        if type(args[0]) is not int:
            raise TypeError("limit must be an integer")
        _limit[0] = args[0]
    return old


class Dialect:
    """Base of classes that describe a dialect by their attributes."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ is not Dialect:
            self._valid = True
        try:
            _Dialect(self)
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    """As Excel writes files."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """As Excel writes files with tabs."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """As Unix programs do: every field quoted, lines ending in a newline."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class DictReader:
    """An iterator over rows as dicts, with keys from fieldnames or from the first row."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args,
                 **kwds):
        self._fieldnames = fieldnames
        self.restkey = restkey      # of what a row has too many, as a list
        self.restval = restval      # for what a row has too few
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames         # reads the first row, if it has to
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        record = dict(zip(names, row))
        if len(names) < len(row):
            record[self.restkey] = row[len(names):]
        else:
            for name in names[len(row):]:
                record[name] = self.restval
        return record


class DictWriter:
    """Writes dicts as rows, their values in the order of fieldnames."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args,
                 **kwds):
        self.fieldnames = fieldnames
        self.restval = restval      # for keys that a dict lacks
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Write the field names as a row."""
        return self.writerow({name: name for name in self.fieldnames})

    def _values(self, rowdict):
        if self.extrasaction == "raise":
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " +
                                 ", ".join(map(repr, wrong)))
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        """Write one dict as a row."""
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts):
        """Write several dicts."""
        return self.writer.writerows(map(self._values, rowdicts))


class Sniffer:
    """Guesses the dialect of a sample of text, and whether its first row names the columns."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]     # where several delimiters would do

    def sniff(self, sample, delimiters=None):
        """A Dialect class for the sample; delimiters: a string of those that may be found."""
        quote, doubled, found, skip = self._guess_from_quotes(sample, delimiters)
        if not found:
            found, skip = self._guess_from_counts(sample, delimiters)
        if not found:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL
            doublequote = doubled
            delimiter = found
            quotechar = quote or '"'
            skipinitialspace = skip

        return dialect

    def _guess_from_quotes(self, text, delimiters):
        """Quote, is it doubled, delimiter and skipinitialspace, from what stands around quotes."""
        import re
        field = r"""(?P<quote>["']).*?(?P=quote)"""
        edge = r"""(?P<delim>[^\w\n"'])(?P<space> ?)"""
        for shape in (edge + field + "(?P=delim)", "^" + field + edge, edge + field + "$",
                      "^" + field + "$"):
            matches = list(re.finditer(shape, text, re.DOTALL | re.MULTILINE))
            if matches:
                break
        else:
            return "", False, None, 0
        quotes, delims, spaces = {}, {}, 0
        for match in matches:
            groups = match.groupdict()
            quotes[groups["quote"]] = quotes.get(groups["quote"], 0) + 1
            delim = groups.get("delim")
            if delim and (delimiters is None or delim in delimiters):
                delims[delim] = delims.get(delim, 0) + 1
            if groups.get("space"):
                spaces += 1
        quote = max(quotes, key=quotes.get)
        delim, skip = "", 0
        if delims:
            delim = max(delims, key=delims.get)
            skip = delims[delim] == spaces
        end, inside = re.escape(delim), f"[^{re.escape(delim)}\n]*"
        doubled = re.search(rf"(?:{end}|^)\W*{quote}{inside}{quote}{inside}{quote}\W*(?:{end}|$)",
                            text, re.MULTILINE)
        return quote, doubled is not None, delim, skip

    def _guess_from_counts(self, text, delimiters):
        """Delimiter and skipinitialspace: a character that is in most lines equally often."""
        lines = [line for line in text.split("\n") if line]
        step = min(10, len(lines))
        counts = {}         # character -> {how often in a line: in how many lines}
        candidates = {}
        for end in range(step, len(lines) + step, step) if step else ():
            for line in lines[end - step:end]:
                for c in map(chr, range(127)):
                    seen = counts.setdefault(c, {})
                    n = line.count(c)
                    seen[n] = seen.get(n, 0) + 1
            usual = {}      # character -> its usual count, and how many more lines have it than not
            for c, seen in counts.items():
                if list(seen) != [0]:
                    n = max(seen, key=seen.get)
                    usual[c] = n, 2 * seen[n] - sum(seen.values())
            total = min(end, len(lines))
            consistency = 1.0
            while not candidates and consistency >= 0.9:
                for c, (n, surplus) in usual.items():
                    if (n > 0 and surplus > 0 and surplus / total >= consistency and
                            (delimiters is None or c in delimiters)):
                        candidates[c] = n, surplus
                consistency -= 0.01
            if len(candidates) == 1:
                break
        if not candidates:
            return "", 0
        best = max((value, c) for c, value in candidates.items())[1]
        if len(candidates) > 1:
            best = next((c for c in self.preferred if c in candidates), best)
        return best, lines[0].count(best) == lines[0].count(best + " ")

    def has_header(self, sample):
        """Does the first row differ from the rest in the kinds and lengths of its fields?"""
        def kind(text):
            try:
                complex(text)
            except (ValueError, OverflowError):
                return len(text)
            return complex

        rows = reader(sample.splitlines(keepends=True), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != len(header):
                continue
            for column, known in list(kinds.items()):
                found = kind(row[column])
                if known is None:
                    kinds[column] = found
                elif found != known:
                    del kinds[column]
        votes = 0
        for column, known in kinds.items():
            if known is complex:
                differs = kind(header[column]) is not complex
            elif known is None:
                differs = True
            else:
                differs = len(header[column]) != known
            votes += 1 if differs else -1
        return votes > 0
