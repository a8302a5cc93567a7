"""What the classes of datetime stand on: the calendar, timedelta, tzinfo, timezone, and ISO text.

Pure functions over the proleptic Gregorian calendar, and the immutable classes that know no date.
date, time and datetime are in _datetime_date, _datetime_time and _datetime_full; the module that scripts
import is datetime. Values never change after __new__, so no lock is involved.
Behaviour: https://docs.python.org/3.11/library/datetime.html
"""
from math import copysign as _copysign, floor as _floor, modf as _modf

MINYEAR, MAXYEAR = 1, 9999
MAXORDINAL = 3652059
_ZERO = 0
missing = object()              # a required argument that was not given

_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _LENGTH[month]


def days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def days_before_month(year, month):
    return _BEFORE[month] + (month > 2 and is_leap(year))


def to_ordinal(year, month, day):
    return days_before_year(year) + days_before_month(year, month) + day


def from_ordinal(n):
    """(year, month, day) of day number n; 1 is the first of January of year 1."""
    cycles, n = divmod(n - 1, 146097)
    centuries, n = divmod(n, 36524)
    fours, n = divmod(n, 1461)
    ones, n = divmod(n, 365)
    year = cycles * 400 + centuries * 100 + fours * 4 + ones + 1
    if ones == 4 or centuries == 4:
        return year - 1, 12, 31
    leap = ones == 3 and (fours != 24 or centuries == 3)
    month = (n + 50) >> 5
    before = _BEFORE[month] + (month > 2 and leap)
    if before > n:
        month -= 1
        before -= 29 if month == 2 and leap else _LENGTH[month]
    return year, month, n - before + 1


def iso_week1_monday(year):
    first = days_before_year(year) + 1
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def iso_to_ordinal(year, week, day):
    """The day number of an ISO week date; ValueError if there is no such day."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        wrong = True
        if week == 53:      # years that begin on a Thursday, or leap years on a Wednesday, have 53
            first = to_ordinal(year, 1, 1) % 7
            wrong = not (first == 4 or (first == 3 and is_leap(year)))
        if wrong:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return iso_week1_monday(year) + (week - 1) * 7 + day - 1


def as_index(value):
    """An int argument as C functions take it."""
    if type(value) is int:
        return value
    if hasattr(type(value), "__index__"):
        return value.__index__()
    raise TypeError(f"'{dotted(value)}' object cannot be interpreted as an integer")


_DOTTED = ("date", "time", "datetime", "timedelta", "timezone", "tzinfo")


def dotted(value):
    """The name of a value's class as messages have it."""
    cls = type(value)
    if cls.__module__ == "datetime" and cls.__name__ in _DOTTED:
        return "datetime." + cls.__name__
    return cls.__name__


def need(value, name, position):
    if value is missing:
        raise TypeError(f"function missing required argument '{name}' (pos {position})")


def no_store(name=None, owner=None):
    """The setter of a read-only attribute."""
    def refuse(self, value):
        raise AttributeError(f"attribute '{name}' of '{owner}' objects is not writable" if name
                             else "readonly attribute")
    return refuse


def divide_nearest(a, b):
    """a / b to the nearest int, ties to even."""
    q, r = divmod(a, b)
    r *= 2
    above = r > b if b > 0 else r < b
    return q + 1 if above or (r == b and q & 1) else q


# --- timedelta ------------------------------------------------------------------------------------------

def _part(total, left, value, factor, name):
    """Adds value * factor microseconds to (total, left), left being what is not whole."""
    if isinstance(value, int):
        return total + int(value) * factor, left
    if isinstance(value, float):
        rest, whole = _modf(value)
        total += int(whole) * factor
        if rest:
            rest, whole = _modf(rest * factor)
            return total + int(whole), left + rest
        return total, left
    raise TypeError(f"unsupported type for timedelta {name} component: {dotted(value)}")


class timedelta:
    """A span of time: days, seconds and microseconds, exactly."""

    __slots__ = ("_days", "_seconds", "_us", "_hash")
    __module__ = "datetime"

    def __new__(cls, days=_ZERO, seconds=_ZERO, microseconds=_ZERO, milliseconds=_ZERO,
                minutes=_ZERO, hours=_ZERO, weeks=_ZERO):
        total, left = 0, 0.0
        if microseconds is not _ZERO:
            total, left = _part(total, left, microseconds, 1, "microseconds")
        if milliseconds is not _ZERO:
            total, left = _part(total, left, milliseconds, 1000, "milliseconds")
        if seconds is not _ZERO:
            total, left = _part(total, left, seconds, 1000000, "seconds")
        if minutes is not _ZERO:
            total, left = _part(total, left, minutes, 60000000, "minutes")
        if hours is not _ZERO:
            total, left = _part(total, left, hours, 3600000000, "hours")
        if days is not _ZERO:
            total, left = _part(total, left, days, 86400000000, "days")
        if weeks is not _ZERO:
            total, left = _part(total, left, weeks, 604800000000, "weeks")
        if left:
            whole = _round_away(left)
            if abs(whole - left) == 0.5:
                odd = total & 1
                whole = 2.0 * _round_away((left + odd) * 0.5) - odd
            total += int(whole)
        return _from_us(cls, total)

    days = property(lambda self: self._days, no_store(), doc="Number of days.")
    seconds = property(lambda self: self._seconds, no_store(),
                       doc="Number of seconds (>= 0 and less than 1 day).")
    microseconds = property(lambda self: self._us, no_store(),
                            doc="Number of microseconds (>= 0 and less than 1 second).")

    def total_seconds(self):
        """The whole span in seconds."""
        return ((self._days * 86400 + self._seconds) * 1000000 + self._us) / 1000000

    def __repr__(self):
        parts = []
        if self._days:
            parts.append(f"days={self._days}")
        if self._seconds:
            parts.append(f"seconds={self._seconds}")
        if self._us:
            parts.append(f"microseconds={self._us}")
        return f"{full_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            plural = "" if abs(self._days) == 1 else "s"
            text = f"{self._days} day{plural}, {text}"
        return f"{text}.{self._us:06d}" if self._us else text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _from_us(timedelta, _us(self) + _us(other))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _from_us(timedelta, _us(self) - _us(other))
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return _from_us(timedelta, _us(other) - _us(self))
        return NotImplemented

    def __neg__(self):
        return _from_us(timedelta, -_us(self))

    def __pos__(self):
        return _from_us(timedelta, _us(self))

    def __abs__(self):
        return _from_us(timedelta, abs(_us(self)))

    def __bool__(self):
        return bool(self._days or self._seconds or self._us)

    def __mul__(self, other):
        if isinstance(other, int):
            return _from_us(timedelta, _us(self) * int(other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _from_us(timedelta, divide_nearest(_us(self) * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return _us(self) / _us(other)
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _from_us(timedelta, divide_nearest(_us(self), int(other)))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            if not a:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _from_us(timedelta, divide_nearest(_us(self) * b, a))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return _us(self) // _us(other)
        if isinstance(other, int):
            return _from_us(timedelta, _us(self) // int(other))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _from_us(timedelta, _us(self) % _us(other))
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(_us(self), _us(other))
            return q, _from_us(timedelta, r)
        return NotImplemented

    def __eq__(self, other):
        return _us(self) == _us(other) if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return _us(self) < _us(other) if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return _us(self) <= _us(other) if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return _us(self) > _us(other) if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return _us(self) >= _us(other) if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._us))

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._us)


def _round_away(x):
    return _copysign(_floor(abs(x) + 0.5), x)


def _us(delta):
    return (delta._days * 86400 + delta._seconds) * 1000000 + delta._us


def _from_us(cls, total):
    seconds, us = divmod(total, 1000000)
    days, seconds = divmod(seconds, 86400)
    if not -999999999 <= days <= 999999999:
        if not -2147483648 <= days <= 2147483647:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    self = object.__new__(cls)
    self._days, self._seconds, self._us = days, seconds, us
    return self


delta_us, delta_from_us = _us, _from_us


def full_name(value):
    """Class name for repr: 'datetime.x' for the module's own, the subclass's name as it is."""
    cls = type(value)
    return cls.__module__ + "." + cls.__qualname__ if cls.__module__ == "datetime" else cls.__name__


# --- tzinfo and timezone ----------------------------------------------------------------------------

class tzinfo:
    """Base of time zone classes: utcoffset(), dst() and tzname() are for a subclass to write."""

    __slots__ = ()
    __module__ = "datetime"

    def tzname(self, dt, /):
        """datetime -> string name of time zone."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt, /):
        """datetime -> timedelta east of UTC."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        """datetime -> DST offset as a timedelta."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        """A datetime in UTC -> one in this zone's time."""
        from datetime import datetime
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + dst

    def __reduce__(self):
        initargs = getattr(self, "__getinitargs__", None)
        args = initargs() if initargs is not None else ()
        return self.__class__, args, self.__getstate__()


class timezone(tzinfo):
    """A fixed offset from UTC."""

    __slots__ = ("_offset", "_name")
    __module__ = "datetime"

    def __new__(cls, offset=missing, name=missing):
        if offset is missing:
            raise TypeError("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {dotted(offset)}")
        if name is not missing and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {'None' if name is None else dotted(name)}")
        if name is missing and not offset and "utc" in timezone.__dict__:
            return timezone.utc
        if not -_DAY < offset < _DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        return _new_zone(cls, offset, None if name is missing else name)

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self._label()

    def _label(self):
        if self._name is not None:
            return self._name
        return "UTC" + offset_text(self._offset, ":") if self._offset else "UTC"

    def utcoffset(self, dt, /):
        """The fixed offset."""
        _check_dt(dt, "utcoffset")
        return self._offset

    def tzname(self, dt, /):
        """The zone's name, or 'UTC+HH:MM'."""
        _check_dt(dt, "tzname")
        return self._label()

    def dst(self, dt, /):
        """None."""
        _check_dt(dt, "dst")
        return None

    def fromutc(self, dt, /):
        """A datetime in UTC -> one in this zone's time."""
        from datetime import datetime
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return timezone, self.__getinitargs__()


def _check_dt(dt, name):
    if dt is None:
        return
    from datetime import datetime
    if not isinstance(dt, datetime):
        raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {dotted(dt)}")


def _new_zone(cls, offset, name):
    self = object.__new__(cls)
    self._offset, self._name = offset, name
    return self


timedelta.__name__ = "datetime.timedelta"
tzinfo.__name__ = "datetime.tzinfo"
timezone.__name__ = "datetime.timezone"
timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(0, 0, 1)
_DAY = timedelta(1)
UTC = timezone.utc = _new_zone(timezone, timedelta(0), None)
timezone.min = _new_zone(timezone, timedelta(0, -86340), None)
timezone.max = _new_zone(timezone, timedelta(0, 86340), None)


def offset_text(offset, separator):
    """'+HH:MM[:SS[.ffffff]]' with the separator given."""
    us = _us(offset)
    sign = "+"
    if us < 0:
        sign, us = "-", -us
    seconds, us = divmod(us, 1000000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if seconds or us:
        text += f"{separator}{seconds:02d}"
    return f"{text}.{us:06d}" if us else text


def check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{dotted(tz)}'")


def zone_delta(tz, name, argument):
    """tz.utcoffset() or tz.dst(), checked."""
    if tz is None:
        return None
    offset = getattr(tz, name)(argument)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or timedelta, not '{dotted(offset)}'")
    if not -_DAY < offset < _DAY:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                         f"timedelta(hours=24).")
    return offset


def zone_name(tz, argument):
    if tz is None:
        return None
    name = tz.tzname(argument)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{dotted(name)}'")
    return name


# --- text ---------------------------------------------------------------------------------------------

_SPECS = {"auto": None, "hours": 0, "minutes": 1, "seconds": 2, "milliseconds": 3, "microseconds": 4}


def time_text(hour, minute, second, us, timespec):
    """'HH:MM:SS.ffffff' as far as timespec says."""
    if not isinstance(timespec, str):
        raise TypeError(f"isoformat() argument 1 must be str, not {dotted(timespec)}")
    try:
        depth = _SPECS[timespec]
    except KeyError:
        raise ValueError("Unknown timespec value") from None
    if depth is None:
        depth = 4 if us else 2
    if depth == 2:
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if depth == 4:
        return f"{hour:02d}:{minute:02d}:{second:02d}.{us:06d}"
    if depth == 3:
        return f"{hour:02d}:{minute:02d}:{second:02d}.{us // 1000:03d}"
    return f"{hour:02d}:{minute:02d}" if depth else f"{hour:02d}"


def wrap_strftime(value, format, fields):
    """time.strftime with %f, %z and %Z taken from the value."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {dotted(format)}")
    import time
    if "%" in format:
        out, i, n = [], 0, len(format)
        while i < n:
            c = format[i]
            i += 1
            if c != "%" or i == n:
                out.append(c)
                continue
            c = format[i]
            i += 1
            if c == "f":
                out.append(f"{getattr(value, 'microsecond', 0):06d}")
            elif c == "z":
                offset = value.utcoffset() if hasattr(value, "utcoffset") else None
                if offset is not None:
                    out.append(offset_text(offset, ""))
            elif c == "Z":
                name = value.tzname() if hasattr(value, "tzname") else None
                if name is not None:
                    out.append(name.replace("%", "%%"))
            else:
                out.append("%" + c)
        format = "".join(out)
    return time.strftime(format, fields)


def digits(text, start, count):
    """The int that text[start:start+count] spells in ASCII digits."""
    part = text[start:start + count]
    if len(part) != count or not (part.isascii() and part.isdigit()):
        raise ValueError
    return int(part)


def parse_iso_date(text):
    """(year, month, day) of 'YYYY-MM-DD', 'YYYYMMDD' or week forms; ValueError without words."""
    n = len(text)
    if n not in (7, 8, 10):
        raise ValueError
    year = digits(text, 0, 4)
    dashed = text[4] == "-"
    at = 5 if dashed else 4
    if text[at:at + 1] == "W":
        week = digits(text, at + 1, 2)
        at += 3
        day = 1
        if at < n:
            if (text[at] == "-") != dashed:
                raise ValueError
            at += dashed
            day = digits(text, at, n - at)
            if n - at != 1:
                raise ValueError
        return from_ordinal(iso_to_ordinal(year, week, day))
    month = digits(text, at, 2)
    at += 2
    if (text[at:at + 1] == "-") != dashed:
        raise ValueError
    at += dashed
    return year, month, digits(text, at, 2)         # as in CPython, two more characters may follow


def _parse_clock(text):
    """([hour, minute, second, microsecond], junk follows?) of a text with no zone."""
    n = len(text)
    parts = [0, 0, 0, 0]
    at = 0
    colons = False
    for i in range(3):
        parts[i] = digits(text, at, 2)
        at += 2
        if at == n:
            return parts, False
        c = text[at]
        if i == 0:
            colons = c == ":"
        if at + 1 == n:
            return parts, True
        if c in ".,":
            at += 1
            break
        if colons:
            if c != ":":
                raise ValueError
            at += 1
    count = min(n - at, 6)
    parts[3] = digits(text, at, count) * 10 ** (6 - count)
    at += count
    while at < n and text[at] in "0123456789":
        at += 1
    return parts, at < n


def parse_iso_time(text):
    """[hour, minute, second, microsecond] of an ISO time, and its offset in us or None; ValueError
    without words."""
    zone_at = next((i for i, c in enumerate(text) if c in "+-Z"), -1)
    if zone_at < 0:
        parts, junk = _parse_clock(text)
        if junk:
            raise ValueError
        return parts, None
    parts, _ = _parse_clock(text[:zone_at])
    rest = text[zone_at + 1:]
    if text[zone_at] == "Z":
        if rest:
            raise ValueError
        return parts, 0
    (hours, minutes, seconds, us), junk = _parse_clock(rest)
    if junk:
        raise ValueError
    total = ((hours * 60 + minutes) * 60 + seconds) * 1000000 + us
    return parts, -total if text[zone_at] == "-" else total


def zone_of_us(us):
    """The timezone of an offset in microseconds; None for None."""
    return None if us is None else timezone(_from_us(timedelta, us))
