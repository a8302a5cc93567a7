"""Tracebacks as text: of exceptions, of the running stack, and as objects that can be kept and printed later.

Where an instruction stands in the source, and the marks under a line, come from _traceback. A TracebackException holds
text and numbers only, no frame and no exception, so that it keeps nothing alive. Stacks are in _traceback_stack.
"""

import sys

from _traceback_stack import FrameSummary, StackSummary, walk_stack, walk_tb

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list"]


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()
_HEADER = "Traceback (most recent call last):\n"
_GROUP_HEADER = "Exception Group Traceback (most recent call last):\n"
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


# --- functions ---

def _write(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        print(line, file=file, end="")


def print_list(extracted_list, file=None):
    """Print a list of FrameSummary objects."""
    _write(StackSummary.from_list(extracted_list).format(), file)


def format_list(extracted_list):
    """A list of FrameSummary objects as a list of text."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Print the entries of a traceback."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """The entries of a traceback as a list of text."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """The entries of a traceback as a StackSummary."""
    return StackSummary._of_traceback(tb, limit=limit)


def _parse_value_tb(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _sentinel:
        return value, tb
    if exc is not None:
        if isinstance(exc, BaseException):
            return exc, exc.__traceback__
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc, None


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    """Print an exception with its traceback and what led to it."""
    value, tb = _parse_value_tb(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    """What print_exception() prints, as a list of text."""
    value, tb = _parse_value_tb(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_sentinel):
    """The last lines only: class and message."""
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(*sys.exc_info(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """What print_exc() prints, as one text."""
    return "".join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the exception that ended the last interactive command."""
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    """Print the stack, from a frame or the caller's."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """What print_stack() prints, as a list of text."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """The stack as a StackSummary, outermost frame first."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    """Let go of what the frames of a traceback hold."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


# --- exceptions as objects ---

def _safe_string(value, what, func=str):
    try:
        return func(value)
    except BaseException:
        return f"<{what} {func.__name__}() failed>"


class _Margin:
    """How deep inside exception groups the printing is."""

    def __init__(self):
        self.depth = 0
        self.need_close = False

    def indent(self):
        return " " * (2 * self.depth)

    def emit(self, texts, mark="|"):
        start = self.indent() + (mark + " " if self.depth else "")
        for text in [texts] if isinstance(texts, str) else texts:
            yield "".join(start + line for line in text.splitlines(True)) if start else text


class TracebackException:
    """An exception, its traceback, causes and notes, as text and numbers."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._of_traceback(exc_traceback, limit=limit, lookup_lines=lookup_lines,
                                                capture_locals=capture_locals)
        self.exc_type = exc_type
        self._str = _safe_string(exc_value, "exception")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            line, end = exc_value.lineno, exc_value.end_lineno
            self.lineno = None if line is None else str(line)
            self.end_lineno = None if end is None else str(end)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
        self.exceptions = None
        self.__cause__ = self.__context__ = None
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        if _seen is None:
            self._follow(exc_value, seen, compact, {
                "limit": limit, "lookup_lines": lookup_lines, "capture_locals": capture_locals,
                "max_group_width": max_group_width, "max_group_depth": max_group_depth, "_seen": seen})

    def _follow(self, exc_value, seen, compact, options):
        """Makes the objects for causes, contexts and members of groups: a work list, since chains may be long."""
        work = [(self, exc_value)]

        def enlist(exc):
            made = TracebackException(type(exc), exc, exc.__traceback__, **options)
            work.append((made, exc))
            return made
        while work:
            made, exc = work.pop()
            if exc is None:
                continue
            cause, context = exc.__cause__, exc.__context__
            if cause is not None and id(cause) not in seen:
                made.__cause__ = enlist(cause)
            wanted = not compact or made.__cause__ is None and not exc.__suppress_context__
            if wanted and context is not None and id(context) not in seen:
                made.__context__ = enlist(context)
            if isinstance(exc, BaseExceptionGroup):
                made.exceptions = [enlist(member) for member in exc.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """The object for an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def _load_lines(self):
        for entry in self.stack:
            entry.line

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """Yields the last lines: class, message, notes."""
        if self.exc_type is None:
            yield _final_line(None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ("__main__", "builtins"):
            if not isinstance(module, str):
                module = "<unknown>"
            name = module + "." + name
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(name)
        else:
            yield _final_line(name, self._str)
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _safe_string(note, "note").split("\n"):
                    yield line + "\n"
        elif notes is not None:
            yield _safe_string(notes, "__notes__", func=repr) + "\n"

    def _format_syntax_error(self, name):
        suffix = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f" ({self.filename})"
        if self.text is not None:
            full = self.text.rstrip("\n")
            shown = full.lstrip(" \n\f")
            cut = len(full) - len(shown)
            yield f"    {shown}\n"
            if self.offset is not None:
                start = self.offset
                end = self.end_offset if self.end_offset not in (None, 0) else start
                if end == start or end == -1:
                    end = start + 1
                start, end = start - 1 - cut, end - 1 - cut
                if start >= 0:
                    blank = "".join(c if c.isspace() else " " for c in shown[:start])
                    yield f"    {blank}{'^' * (end - start)}\n"
        yield f"{name}: {self.msg or '<no detail available>'}{suffix}\n"

    def format(self, *, chain=True, _ctx=None):
        """Yields the whole text, what led to the exception first."""
        margin = _Margin() if _ctx is None else _ctx
        parts = [(None, self)]
        while chain:
            at = parts[-1][1]
            if at.__cause__ is not None:
                parts[-1] = (_CAUSE, at)
                parts.append((None, at.__cause__))
            elif at.__context__ is not None and not at.__suppress_context__:
                parts[-1] = (_CONTEXT, at)
                parts.append((None, at.__context__))
            else:
                break
        for link, part in reversed(parts):
            if link is not None:
                yield from margin.emit(link)
            if part.exceptions is None:
                if part.stack:
                    yield from margin.emit(_HEADER)
                    yield from margin.emit(part.stack.format())
                yield from margin.emit(part.format_exception_only())
            elif margin.depth > self.max_group_depth:
                yield from margin.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from part._format_group(margin, chain)

    def _format_group(self, margin, chain):
        outermost = margin.depth == 0
        if outermost:
            margin.depth = 1
        if self.stack:
            yield from margin.emit(_GROUP_HEADER, "+" if outermost else "|")
            yield from margin.emit(self.stack.format())
        yield from margin.emit(self.format_exception_only())
        total = len(self.exceptions)
        shown = min(total, self.max_group_width + 1)
        margin.need_close = False
        for i in range(shown):
            last = i == shown - 1
            if last:
                margin.need_close = True
            cut = i >= self.max_group_width
            yield f"{margin.indent()}{'  ' if i else '+-'}+---------------- {'...' if cut else i + 1} ----------------\n"
            margin.depth += 1
            if cut:
                more = total - self.max_group_width
                yield from margin.emit(f"and {more} more exception{'s' if more > 1 else ''}\n")
            else:
                yield from self.exceptions[i].format(chain=chain, _ctx=margin)
            if last and margin.need_close:
                yield f"{margin.indent()}+------------------------------------\n"
                margin.need_close = False
            margin.depth -= 1
        if outermost:
            margin.depth = 0

    def print(self, *, file=None, chain=True):
        """Print the whole text."""
        _write(self.format(chain=chain), file)


def _final_line(name, text):
    return f"{name}: {text}\n" if text else f"{name}\n"
