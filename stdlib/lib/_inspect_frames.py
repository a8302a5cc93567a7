"""Frames and argument lists for inspect: stack(), getframeinfo(), getfullargspec(), getcallargs() ..."""

import sys

from _inspect_signature import (_KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD,
                                _VAR_POSITIONAL, Signature, _empty, find, formatannotation)
from _traceback import position
from inspect import iscode, isframe, isfunction, ismethod, istraceback, record

Arguments = record("Arguments", "args varargs varkw")
ArgInfo = record("ArgInfo", "args varargs keywords locals")
FullArgSpec = record("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")
_Traceback = record("_Traceback", "filename lineno function code_context index")
_FrameInfo = record("_FrameInfo", "frame filename lineno function code_context index")
_Positions = record("Positions", "lineno end_lineno col_offset end_col_offset", "dis")


class Traceback(_Traceback):
    """Where a frame stands, with the lines around."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        made = _Traceback.__new__(cls, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return (f"Traceback(filename={self.filename!r}, lineno={self.lineno!r}, function={self.function!r}, "
                f"code_context={self.code_context!r}, index={self.index!r}, positions={self.positions!r})")


class FrameInfo(_FrameInfo):
    """A frame and where it stands, with the lines around."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        made = _FrameInfo.__new__(cls, frame, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return (f"FrameInfo(frame={self.frame!r}, filename={self.filename!r}, lineno={self.lineno!r}, "
                f"function={self.function!r}, code_context={self.code_context!r}, index={self.index!r}, "
                f"positions={self.positions!r})")


for _cls in (Traceback, FrameInfo):
    _cls.__module__ = "inspect"


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def getlineno(frame):
    """The line a frame is at."""
    return frame.f_lineno


def getframeinfo(frame, context=1):
    """Where a frame or traceback stands, with `context` lines around."""
    from _inspect_source import findsource, getfile, getsourcefile
    if istraceback(frame):
        lineno, lasti, frame = frame.tb_lineno, frame.tb_lasti, frame.tb_frame
    elif isframe(frame):
        lineno, lasti = frame.f_lineno, frame.f_lasti
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    where = position(frame.f_code, lasti)
    positions = _Positions(*((lineno, *where[1:]) if where[0] is None else where))
    filename = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index, positions=positions)


def getouterframes(frame, context=1):
    """A frame and its callers as FrameInfo records."""
    found = []
    while frame:
        info = getframeinfo(frame, context)
        found.append(FrameInfo(frame, *info, positions=info.positions))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames of a traceback as FrameInfo records."""
    found = []
    while tb:
        info = getframeinfo(tb, context)
        found.append(FrameInfo(tb.tb_frame, *info, positions=info.positions))
        tb = tb.tb_next
    return found


def stack(context=1):
    """The caller's stack, innermost frame first."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames between here and where the handled exception was raised."""
    exc = sys.exc_info()[1]
    return getinnerframes(exc.__traceback__ if exc is not None else None, context)


# --- argument lists ---

def getargs(co):
    """The names of a code object's parameters."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names = co.co_varnames
    count = co.co_argcount + co.co_kwonlyargcount
    at = count
    varargs = varkw = None
    if co.co_flags & 4:
        varargs = names[at]
        at += 1
    if co.co_flags & 8:
        varkw = names[at]
    return Arguments(list(names[:co.co_argcount]) + list(names[co.co_argcount:count]), varargs, varkw)


def getargvalues(frame):
    """The parameters of a frame and their values."""
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    """What getargvalues() gives, as text."""
    texts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        texts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        texts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(texts) + ")"


def getfullargspec(func):
    """Parameters and defaults of a function, methods with their first parameter."""
    try:
        sig = find(func, Signature, False, bound=False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, positional, named = [], [], []
    varargs = varkw = None
    defaults, notes, named_defaults = (), {}, {}
    if sig.return_annotation is not _empty:
        notes["return"] = sig.return_annotation
    for name, param in sig.parameters.items():
        kind = param.kind
        if kind is _POSITIONAL_ONLY or kind is _POSITIONAL_OR_KEYWORD:
            (positional if kind is _POSITIONAL_ONLY else args).append(name)
            if param.default is not _empty:
                defaults += (param.default,)
        elif kind is _VAR_POSITIONAL:
            varargs = name
        elif kind is _KEYWORD_ONLY:
            named.append(name)
            if param.default is not _empty:
                named_defaults[name] = param.default
        elif kind is _VAR_KEYWORD:
            varkw = name
        if param.annotation is not _empty:
            notes[name] = param.annotation
    return FullArgSpec(positional + args, varargs, varkw, defaults or None, named, named_defaults or None, notes)


def _list_of(names):
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return " and ".join(names)
    return ", ".join(names[:-1]) + f", and {names[-1]}"


def getcallargs(func, /, *positional, **named):
    """What each parameter would be if the function were called so."""
    spec = getfullargspec(func)
    args, varargs, varkw, defaults, kwonly, kwdefaults, _ = spec
    name = func.__name__
    values = {}
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    given = len(positional)
    total = len(args)
    fixed = min(given, total)
    for i in range(fixed):
        values[args[i]] = positional[i]
    if varargs:
        values[varargs] = tuple(positional[fixed:])
    if varkw:
        values[varkw] = {}
    for key, value in named.items():
        if key not in args and key not in kwonly:
            if not varkw:
                raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
            values[varkw][key] = value
        elif key in values:
            raise TypeError(f"{name}() got multiple values for argument {key!r}")
        else:
            values[key] = value
    defaults = defaults or ()
    if given > total and not varargs:
        least = total - len(defaults)
        extra = len([a for a in kwonly if a in values])
        takes = f"at least {least}" if varargs else f"from {least} to {total}" if defaults else str(total)
        plural = defaults and total != 1 or not defaults and total != 1
        more = f" positional argument{'s' if given != 1 else ''} (and {extra} keyword-only argument" \
               f"{'s' if extra != 1 else ''})" if extra else ""
        raise TypeError(f"{name}() takes {takes} positional argument{'s' if plural else ''} but {given}{more} "
                        f"{'was' if given == 1 and not extra else 'were'} given")
    missing = [a for a in args[:total - len(defaults)] if a not in values]
    if missing:
        raise TypeError(f"{name}() missing {len(missing)} required positional "
                        f"argument{'s' if len(missing) > 1 else ''}: {_list_of([repr(a) for a in missing])}")
    for i, arg in enumerate(args[total - len(defaults):]):
        values.setdefault(arg, defaults[i])
    missing = []
    for arg in kwonly:
        if arg not in values:
            if kwdefaults and arg in kwdefaults:
                values[arg] = kwdefaults[arg]
            else:
                missing.append(arg)
    if missing:
        raise TypeError(f"{name}() missing {len(missing)} required keyword-only "
                        f"argument{'s' if len(missing) > 1 else ''}: {_list_of([repr(a) for a in missing])}")
    return values
