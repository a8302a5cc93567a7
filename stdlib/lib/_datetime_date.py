"""The date class of datetime, and the triple that isocalendar() gives.

A date holds year, month and day of the proleptic Gregorian calendar and never changes. datetime, its
subclass, is in _datetime_full; what both share about text and the calendar is in _datetime_base.
Behaviour: https://docs.python.org/3.11/library/datetime.html#date-objects
"""
import _datetime_base as base
from _datetime_base import missing, no_store, timedelta, to_ordinal

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class IsoCalendarDate(tuple):
    """Year, week and weekday of an ISO week date."""

    __slots__ = ()
    __module__ = "datetime"

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)

    def __reduce__(self):
        return tuple, (tuple(self),)


IsoCalendarDate.__name__ = "datetime.IsoCalendarDate"


def check_date(year, month, day):
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= (28 if day <= 28 else base.days_in_month(year, month)):
        raise ValueError("day is out of range for month")


class date:
    """A day of the calendar."""

    __slots__ = ("_year", "_month", "_day", "__weakref__")
    __module__ = "datetime"

    def __new__(cls, year=missing, month=missing, day=missing):
        if month is missing and isinstance(year, (bytes, str)) and len(year) == 4:
            state = _state(year)
            if 1 <= state[2] <= 12:         # as pickled
                return _make(cls, state[0] * 256 + state[1], state[2], state[3])
        if not type(year) is type(month) is type(day) is int:
            base.need(year, "year", 1)
            base.need(month, "month", 2)
            base.need(day, "day", 3)
            year, month, day = base.as_index(year), base.as_index(month), base.as_index(day)
        check_date(year, month, day)
        return _make(cls, year, month, day)

    @classmethod
    def today(cls):
        """Current date: self.fromtimestamp(time.time())."""
        import time
        return cls.fromtimestamp(time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """The local date of a POSIX timestamp."""
        import time
        fields = time.localtime(timestamp)
        return cls(fields[0], fields[1], fields[2])

    @classmethod
    def fromordinal(cls, ordinal, /):
        """The date of a day number; 1 is the first of January of year 1."""
        ordinal = base.as_index(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > base.MAXORDINAL:
            year = base.from_ordinal(ordinal)[0]
            raise ValueError(f"year {year} is out of range")
        return cls(*base.from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, string, /):
        """The date that a text in ISO 8601 format means."""
        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            ymd = base.parse_iso_date(string)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {string!r}") from None
        return cls(*ymd)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The date of an ISO year, week number and weekday."""
        year, week, day = base.as_index(year), base.as_index(week), base.as_index(day)
        return cls(*base.from_ordinal(base.iso_to_ordinal(year, week, day)))

    year = property(lambda self: self._year, no_store("year", "datetime.date"))
    month = property(lambda self: self._month, no_store("month", "datetime.date"))
    day = property(lambda self: self._day, no_store("day", "datetime.date"))

    def __repr__(self):
        return f"{base.full_name(self)}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        """The date in ISO 8601 format: YYYY-MM-DD."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        """The date as C's ctime() has it."""
        return f"{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        """The date as text by a format specification."""
        return base.wrap_strftime(self, format, self.timetuple())

    def __format__(self, spec, /):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {base.dotted(spec)}")
        return self.strftime(spec) if spec else str(self)

    def timetuple(self):
        """The date as a struct_time."""
        return build_struct_time(self._year, self._month, self._day, 0, 0, 0, -1)

    def toordinal(self):
        """The day number; the first of January of year 1 is 1."""
        return to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        """The day of the week: Monday is 0, Sunday 6."""
        return (to_ordinal(self._year, self._month, self._day) + 6) % 7

    def isoweekday(self):
        """The day of the week: Monday is 1, Sunday 7."""
        return (to_ordinal(self._year, self._month, self._day) + 6) % 7 + 1

    def isocalendar(self):
        """ISO year, week number and weekday, as a tuple with names."""
        year = self._year
        monday = base.iso_week1_monday(year)
        today = to_ordinal(year, self._month, self._day)
        week, day = divmod(today - monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - base.iso_week1_monday(year), 7)
        elif week >= 52 and today >= base.iso_week1_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def replace(self, year=missing, month=missing, day=missing):
        """The date with other fields."""
        return type(self)(self._year if year is missing else year,
                          self._month if month is missing else month,
                          self._day if day is missing else day)

    # A datetime is a date, but doesn't compare with one.
    def _compare_key(self, other):
        if isinstance(other, date) and not hasattr(other, "hour"):
            return other._year * 512 + other._month * 32 + other._day
        return None

    def __eq__(self, other):
        key = self._compare_key(other)
        return NotImplemented if key is None else self._year * 512 + self._month * 32 + self._day == key

    def __lt__(self, other):
        key = self._compare_key(other)
        return NotImplemented if key is None else self._year * 512 + self._month * 32 + self._day < key

    def __le__(self, other):
        key = self._compare_key(other)
        return NotImplemented if key is None else self._year * 512 + self._month * 32 + self._day <= key

    def __gt__(self, other):
        key = self._compare_key(other)
        return NotImplemented if key is None else self._year * 512 + self._month * 32 + self._day > key

    def __ge__(self, other):
        key = self._compare_key(other)
        return NotImplemented if key is None else self._year * 512 + self._month * 32 + self._day >= key

    def __hash__(self):
        return hash(self._pickled())

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _shifted(self, other._days)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _shifted(self, -other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _pickled(self):
        high, low = divmod(self._year, 256)
        return bytes((high, low, self._month, self._day))

    def __reduce__(self):
        return self.__class__, (self._pickled(),)


def _state(text):
    return text if isinstance(text, bytes) else text.encode("latin1")


def _make(cls, year, month, day):
    self = object.__new__(cls)
    self._year, self._month, self._day = year, month, day
    return self


def _shifted(day, days):
    ordinal = to_ordinal(day._year, day._month, day._day) + days
    if not 0 < ordinal <= base.MAXORDINAL:
        raise OverflowError("date value out of range")
    ymd = base.from_ordinal(ordinal)
    cls = type(day)
    return _make(date, *ymd) if cls is date else cls(*ymd)


def build_struct_time(year, month, day, hour, minute, second, dst):
    import time
    ordinal = to_ordinal(year, month, day)
    in_year = ordinal - base.days_before_year(year)
    return time.struct_time((year, month, day, hour, minute, second, (ordinal + 6) % 7, in_year, dst))


date.__name__ = "datetime.date"
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
