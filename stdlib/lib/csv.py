"""Reading and writing of comma-separated values and their relatives.

Parsing and joining are native (_csv); here are the registry of dialects and the classes over rows as
dicts. Sniffer is not here.
Behaviour: https://docs.python.org/3.11/library/csv.html
"""
import _csv
from _csv import Dialect as _Dialect

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect",
           "excel", "excel_tab", "unix_dialect", "field_size_limit", "reader", "writer",
           "register_dialect", "get_dialect", "list_dialects", "unregister_dialect", "DictReader",
           "DictWriter"]

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

    __class_getitem__ = classmethod(type(list[int]))


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

    __class_getitem__ = classmethod(type(list[int]))
