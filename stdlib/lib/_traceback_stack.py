"""Stacks for the traceback module: FrameSummary, StackSummary, walk_tb and walk_stack. No frame is kept."""

import linecache
import sys

from _traceback import marks, position

_RECURSIVE_CUTOFF = 3  # equal entries shown before they are only counted


class FrameSummary:
    """One entry: file, line, function, and where in the line."""
    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        if lookup_line:
            self.line
        self.locals = {k: _safe_repr(v) for k, v in locals.items()} if locals else None
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == \
                (other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        """The source line, stripped; None without a line number."""
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()


def _safe_repr(value):
    try:
        return repr(value)
    except BaseException:
        return "<local repr() failed>"


def walk_stack(f):
    """Yields (frame, line) from a frame, or the caller's caller, outwards."""
    if f is None:
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Yields (frame, line) of the entries of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _limited(items, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return items
    if limit >= 0:
        kept = []
        for item in items:
            if len(kept) >= limit:
                break
            kept.append(item)
        return kept
    return list(items)[limit:]


class StackSummary(list):
    """A list of FrameSummary objects."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """From (frame, line) pairs."""
        entries = ((f, line, (line, None, None, None)) for f, line in frame_gen)
        return klass._made(entries, limit, lookup_lines, capture_locals)

    @classmethod
    def _of_traceback(klass, tb, *, limit=None, lookup_lines=True, capture_locals=False):
        def entries(tb):
            while tb is not None:
                yield tb.tb_frame, tb.tb_lineno, position(tb.tb_frame.f_code, tb.tb_lasti)
                tb = tb.tb_next
        return klass._made(entries(tb), limit, lookup_lines, capture_locals)

    @classmethod
    def _made(klass, entries, limit, lookup_lines, capture_locals):
        result = klass()
        names = set()
        for f, lineno, (_, end_lineno, colno, end_colno) in _limited(entries, limit):
            code = f.f_code
            names.add(code.co_filename)
            linecache.lazycache(code.co_filename, f.f_globals)
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False,
                                       locals=f.f_locals if capture_locals else None, end_lineno=end_lineno,
                                       colno=colno, end_colno=end_colno))
        for name in names:
            linecache.checkcache(name)
        if lookup_lines:
            for entry in result:
                entry.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """From FrameSummary objects or tuples (file, line, name, text)."""
        result = StackSummary()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            result.append(entry)
        return result

    def format_frame_summary(self, frame_summary):
        """The text of one entry."""
        e = frame_summary
        text = f'  File "{e.filename}", line {e.lineno}, in {e.name}\n'
        if e.line:
            text += f"    {e.line}\n"
            if e.colno is not None and e.end_colno is not None:
                text += marks(e._original_line.rstrip("\n"), e.lineno, e.end_lineno or e.lineno, e.colno, e.end_colno)
        if e.locals:
            for name, value in sorted(e.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self):
        """A list of text, one for each entry; entries that repeat are counted."""
        result = []
        last, count = None, 0

        def repeated():
            if count > _RECURSIVE_CUTOFF:
                more = count - _RECURSIVE_CUTOFF
                result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")
        for entry in self:
            text = self.format_frame_summary(entry)
            if text is None:
                continue
            key = (entry.filename, entry.lineno, entry.name)
            if key != last:
                repeated()
                last, count = key, 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        repeated()
        return result
