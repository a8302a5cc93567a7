"""Signals, exceptions and contexts of decimal, and the one place where results are rounded.

An operation computes a result and a word of status bits; Context._settle() turns those into flags and,
where trapped, one exception. A thread's context is its own. Numbers are in _decimal_number.
Behaviour: https://docs.python.org/3.11/library/decimal.html#context-objects
"""
import _thread
from _decint import length

ROUND_UP, ROUND_DOWN = "ROUND_UP", "ROUND_DOWN"
ROUND_CEILING, ROUND_FLOOR = "ROUND_CEILING", "ROUND_FLOOR"
ROUND_HALF_UP, ROUND_HALF_DOWN = "ROUND_HALF_UP", "ROUND_HALF_DOWN"
ROUND_HALF_EVEN, ROUND_05UP = "ROUND_HALF_EVEN", "ROUND_05UP"
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1

# Status bits; the first five all signal InvalidOperation.
INVALID, CONVERSION, IMPOSSIBLE, UNDEFINED, BAD_CONTEXT = 1, 2, 4, 8, 16
FLOAT, BY_ZERO, OVERFLOW, UNDERFLOW, SUBNORMAL, INEXACT, ROUNDED, CLAMPED = (32 << i for i in range(8))
_ANY_INVALID = 31

_ROUNDINGS = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN,
              ROUND_HALF_EVEN, ROUND_05UP)
POWERS = [10 ** _i for _i in range(160)]


def ten_to(n):
    return POWERS[n] if n < 160 else 10 ** n


# --- exceptions -------------------------------------------------------------------------------------------

class DecimalException(ArithmeticError):
    """Base of all signals."""


class Clamped(DecimalException):
    """The exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """An operation without a meaningful result."""


class ConversionSyntax(InvalidOperation):
    """Text that is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number other than 0 divided by 0."""


class DivisionImpossible(InvalidOperation):
    """An integer quotient with more digits than the precision."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """0 divided by 0."""


class Inexact(DecimalException):
    """Digits other than 0 were lost."""


class InvalidContext(InvalidOperation):
    """A context that doesn't fit the operation."""


class Rounded(DecimalException):
    """Digits were lost, maybe zeros."""


class Subnormal(DecimalException):
    """The exponent was below Emin before rounding."""


class Overflow(Inexact, Rounded):
    """The result is too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """The result was rounded to 0 or is subnormal and inexact."""


class FloatOperation(DecimalException, TypeError):
    """A float met a Decimal."""


for _c in (DecimalException, Clamped, InvalidOperation, ConversionSyntax, DivisionByZero, DivisionImpossible,
           DivisionUndefined, Inexact, InvalidContext, Rounded, Subnormal, Overflow, Underflow, FloatOperation):
    _c.__module__ = "decimal"

_SIGNALS = ((InvalidOperation, _ANY_INVALID), (FloatOperation, FLOAT), (DivisionByZero, BY_ZERO),
            (Overflow, OVERFLOW), (Underflow, UNDERFLOW), (Subnormal, SUBNORMAL), (Inexact, INEXACT),
            (Rounded, ROUNDED), (Clamped, CLAMPED))
_CONDITIONS = ((InvalidOperation, INVALID), (ConversionSyntax, CONVERSION), (DivisionImpossible, IMPOSSIBLE),
               (DivisionUndefined, UNDEFINED), (InvalidContext, BAD_CONTEXT))
_SHOWN = tuple(_SIGNALS[i] for i in (8, 0, 2, 6, 3, 7, 5, 4, 1))        # the order of repr()
_BITS = dict(_SIGNALS)


def _bad_signal():
    return KeyError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
                    "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")


class SignalDict:
    """The flags or traps of a context, as a mapping of signals to bools."""

    __slots__ = ("_context", "_attribute")
    __module__ = "decimal"

    def __init__(self, context, attribute):
        self._context, self._attribute = context, attribute

    def __getitem__(self, signal):
        bit = _BITS.get(signal) if isinstance(signal, type) else None
        if bit is None:
            raise _bad_signal()
        return bool(getattr(self._context, self._attribute) & bit)

    def __setitem__(self, signal, value):
        bit = _BITS.get(signal) if isinstance(signal, type) else None
        if bit is None:
            raise _bad_signal()
        word = getattr(self._context, self._attribute)
        setattr(self._context, self._attribute, word | bit if value else word & ~bit)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter([signal for signal, _ in _SIGNALS])

    def __len__(self):
        return len(_SIGNALS)

    def __contains__(self, signal):
        return signal in _BITS

    def keys(self):
        return [signal for signal, _ in _SIGNALS]

    def values(self):
        return [self[signal] for signal, _ in _SIGNALS]

    def items(self):
        return [(signal, self[signal]) for signal, _ in _SIGNALS]

    def get(self, signal, default=None):
        return self[signal] if signal in _BITS else default

    def update(self, other):
        for signal in other:
            self[signal] = other[signal]

    def copy(self):
        return dict(self.items())

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return self.items() == other.items()
        return self.copy() == other if isinstance(other, dict) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return "{" + ", ".join(f"<class 'decimal.{s.__name__}'>:{v}" for s, v in self.items()) + "}"


def _signal_word(signals):
    """Bits of a list of signals, or of a mapping of them to bools."""
    word = 0
    if isinstance(signals, (dict, SignalDict)):
        signals = [signal for signal in signals if signals[signal]]
    elif not isinstance(signals, (list, tuple)):
        raise TypeError("argument must be a signal dict" if signals is None else
                        "valid values for signals are:\n  [InvalidOperation, FloatOperation, "
                        "DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
    for signal in signals:
        bit = _BITS.get(signal) if isinstance(signal, type) else None
        if bit is None:
            raise _bad_signal()
        word |= bit
    return word


def _integer(value):
    if not isinstance(value, int):
        raise TypeError("an integer is required")
    return value


# --- contexts -------------------------------------------------------------------------------------------

class Context:
    """Precision, rounding, limits of the exponent, and what happened (flags) or may not happen (traps)."""

    __slots__ = ("_prec", "_rounding", "_emin", "_emax", "_capitals", "_clamp", "_flags", "_traps")
    __module__ = "decimal"
    __hash__ = None

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        base = DefaultContext
        self._prec, self._rounding = base._prec, base._rounding
        self._emin, self._emax = base._emin, base._emax
        self._capitals, self._clamp, self._traps, self._flags = base._capitals, base._clamp, base._traps, 0
        if prec is not None:
            self.prec = prec
        if rounding is not None:
            self.rounding = rounding
        if Emin is not None:
            self.Emin = Emin
        if Emax is not None:
            self.Emax = Emax
        if capitals is not None:
            self.capitals = capitals
        if clamp is not None:
            self.clamp = clamp
        if flags is not None:
            self._flags = _signal_word(flags)
        if traps is not None:
            self._traps = _signal_word(traps)

    @property
    def prec(self):
        """How many digits results have."""
        return self._prec

    @prec.setter
    def prec(self, value):
        if not 1 <= _integer(value) <= MAX_PREC:
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        self._prec = value

    @property
    def rounding(self):
        """How results are rounded."""
        return self._rounding

    @rounding.setter
    def rounding(self, value):
        self._rounding = check_rounding(value)

    @property
    def Emin(self):
        """The least exponent of normal numbers."""
        return self._emin

    @Emin.setter
    def Emin(self, value):
        if not MIN_EMIN <= _integer(value) <= 0:
            raise ValueError("valid range for Emin is [MIN_EMIN, 0]")
        self._emin = value

    @property
    def Emax(self):
        """The greatest exponent."""
        return self._emax

    @Emax.setter
    def Emax(self, value):
        if not 0 <= _integer(value) <= MAX_EMAX:
            raise ValueError("valid range for Emax is [0, MAX_EMAX]")
        self._emax = value

    @property
    def capitals(self):
        """1: exponents are written with E, 0: with e."""
        return self._capitals

    @capitals.setter
    def capitals(self, value):
        if _integer(value) not in (0, 1):
            raise ValueError("valid values for capitals are 0 or 1")
        self._capitals = int(value)

    @property
    def clamp(self):
        """1: exponents stay at most Etop()."""
        return self._clamp

    @clamp.setter
    def clamp(self, value):
        if _integer(value) not in (0, 1):
            raise ValueError("valid values for clamp are 0 or 1")
        self._clamp = int(value)

    @property
    def flags(self):
        """What has happened."""
        return SignalDict(self, "_flags")

    @flags.setter
    def flags(self, value):
        self._flags = _signal_word(value)

    @property
    def traps(self):
        """What raises."""
        return SignalDict(self, "_traps")

    @traps.setter
    def traps(self, value):
        self._traps = _signal_word(value)

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    def __repr__(self):
        def names(word):
            return ", ".join(s.__name__ for s, bit in _SHOWN if word & bit)
        return (f"Context(prec={self._prec}, rounding={self._rounding}, Emin={self._emin}, "
                f"Emax={self._emax}, capitals={self._capitals}, clamp={self._clamp}, "
                f"flags=[{names(self._flags)}], traps=[{names(self._traps)}])")

    def __reduce__(self):
        return Context, (self._prec, self._rounding, self._emin, self._emax, self._capitals, self._clamp,
                         [s for s, bit in _SIGNALS if self._flags & bit],
                         [s for s, bit in _SIGNALS if self._traps & bit])

    def Etiny(self):
        """The least exponent of subnormal numbers."""
        return self._emin - self._prec + 1

    def Etop(self):
        """The greatest exponent of a number with all digits."""
        return self._emax - self._prec + 1

    def clear_flags(self):
        """Forgets what has happened."""
        self._flags = 0

    def clear_traps(self):
        """Nothing raises any more."""
        self._traps = 0

    def copy(self):
        """A context of its own, the same."""
        new = object.__new__(Context)
        new._prec, new._rounding, new._emin, new._emax = self._prec, self._rounding, self._emin, self._emax
        new._capitals, new._clamp, new._flags, new._traps = (self._capitals, self._clamp, self._flags,
                                                             self._traps)
        return new

    __copy__ = copy

    def _settle(self, status):
        """Flags what an operation did, and raises what is trapped."""
        self._flags |= status
        caught = status & self._traps
        if caught:
            raise_trapped(caught)


def raise_trapped(caught):
    kinds = [kind for kind, bit in _CONDITIONS if caught & bit]
    kinds += [signal for signal, bit in _SIGNALS[1:] if caught & bit]
    cls = next(signal for signal, bit in _SIGNALS if caught & bit)
    raise cls(kinds)


def check_rounding(value):
    if not isinstance(value, str) or value not in _ROUNDINGS:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,"
                        "\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return value


def _make(prec, rounding, traps):
    new = object.__new__(Context)
    new._prec, new._rounding, new._emin, new._emax = prec, rounding, -999999, 999999
    new._capitals, new._clamp, new._flags, new._traps = 1, 0, 0, traps
    return new


Context.__name__ = "decimal.Context"
_USUAL = _ANY_INVALID | BY_ZERO | OVERFLOW
DefaultContext = _make(28, ROUND_HALF_EVEN, _USUAL)
BasicContext = _make(9, ROUND_HALF_UP, _USUAL | UNDERFLOW | CLAMPED)
ExtendedContext = _make(9, ROUND_HALF_EVEN, 0)
_own = _thread._local()


def getcontext():
    """The thread's context."""
    try:
        return _own.context
    except AttributeError:
        _own.context = context = DefaultContext.copy()
        context._flags = 0
        return context


def setcontext(context, /):
    """Makes `context` the thread's."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = context.copy()
        context._flags = 0
    _own.context = context


class _ContextManager:
    """What localcontext() gives: the thread's context for the time of a `with`."""

    __slots__ = ("_new", "_saved")

    def __init__(self, new):
        self._new = new

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exc_info):
        setcontext(self._saved)
        return False


def localcontext(ctx=None, **kwargs):
    """A manager that makes a copy of ctx, changed by the keywords, the thread's context."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    new = ctx.copy()
    for name in kwargs:
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(new, name, kwargs[name])
    return _ContextManager(new)


# --- rounding -------------------------------------------------------------------------------------------

def round_off(n, drop, sign, rounding):
    """n without its last `drop` digits, rounded, and whether anything but zeros was lost."""
    power = ten_to(drop)
    q, r = divmod(n, power)
    if r == 0:
        return q, False
    if rounding is ROUND_HALF_EVEN or rounding == ROUND_HALF_EVEN:
        r *= 2
        up = r > power or (r == power and q & 1)
    elif rounding == ROUND_HALF_UP:
        up = r * 2 >= power
    elif rounding == ROUND_HALF_DOWN:
        up = r * 2 > power
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    else:
        up = q % 5 == 0
    return (q + 1 if up else q), True


def fit(sign, n, exp, ctx):
    """(n, exp, status) rounded to the context; n is None for an overflow to infinity."""
    prec, emax = ctx._prec, ctx._emax
    etiny = ctx._emin - prec + 1
    if n == 0:
        top = emax - prec + 1 if ctx._clamp else emax
        if etiny <= exp <= top:
            return 0, exp, 0
        return 0, etiny if exp < etiny else top, CLAMPED
    digits = length(n)
    etop = emax - prec + 1
    least = digits + exp - prec          # the exponent that leaves prec digits
    if least > etop:
        return overflow(sign, ctx)
    tiny = least < etiny
    if tiny:
        least = etiny
    if exp < least:
        if digits + exp < least:
            n, exp = 1, least - 1
        n, inexact = round_off(n, least - exp, sign, ctx._rounding)
        status = ROUNDED
        if length(n) > prec:
            n //= 10
            least += 1
            if least > etop:
                return overflow(sign, ctx)
        if inexact:
            status |= INEXACT | UNDERFLOW if tiny else INEXACT
        if tiny:
            status |= SUBNORMAL
        if n == 0:
            status |= CLAMPED
        return n, least, status
    status = SUBNORMAL if tiny else 0
    if ctx._clamp and exp > etop:
        return n * ten_to(exp - etop), etop, status | CLAMPED
    return n, exp, status


def overflow(sign, ctx):
    """As fit(), for a number too large."""
    rounding = ctx._rounding
    if (rounding in (ROUND_DOWN, ROUND_05UP) or rounding == (ROUND_CEILING if sign else ROUND_FLOOR)):
        return ten_to(ctx._prec) - 1, ctx._emax - ctx._prec + 1, OVERFLOW | INEXACT | ROUNDED
    return None, 0, OVERFLOW | INEXACT | ROUNDED
