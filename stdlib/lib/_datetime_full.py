"""The datetime class: a date and a time of day, with or without a zone.

Arithmetic is on the fields and ignores the zone; comparison and subtraction between two zones go through
UTC. Local time comes from the time module. Values never change.
Behaviour: https://docs.python.org/3.11/library/datetime.html#datetime-objects
"""
import _datetime_base as base
import time as _time
from _datetime_base import delta_from_us, delta_us, missing, no_store, timedelta, timezone, to_ordinal, zone_delta
from _datetime_date import _MONTHS, _WEEKDAYS, _make, build_struct_time, check_date, date
from _datetime_time import check_time, make_time, time

_DAY_US = 86400000000
_EPOCH = 719163                 # ordinal of 1970-01-01
_MAX_FOLD = 24 * 3600


def _local_seconds(seconds):
    """The local time of a moment in UTC, as seconds from year 1 that ignore the zone; both so."""
    fields = _time.localtime(seconds - _EPOCH * 86400)
    return ((to_ordinal(*fields[:3]) * 24 + fields[3]) * 60 + fields[4]) * 60 + fields[5]


def _utc_seconds(local, fold):
    """The moment, as seconds since the epoch, of a local time in seconds from year 1."""
    a = _local_seconds(local) - local
    u1 = local - a
    t1 = _local_seconds(u1)
    if t1 == local:         # found one solution: is there another, a fold away?
        u2 = u1 + (-_MAX_FOLD, _MAX_FOLD)[fold]
        b = _local_seconds(u2) - u2
        if a == b:
            return u1 - _EPOCH * 86400
    else:
        b = t1 - u1
    u2 = local - b
    t2 = _local_seconds(u2)
    if t2 == local:
        return u2 - _EPOCH * 86400
    if t1 == local:
        return u1 - _EPOCH * 86400
    return (max, min)[fold](u1, u2) - _EPOCH * 86400        # in a gap


class datetime(date):
    """A moment: date and time of day, with or without a zone."""

    __slots__ = ("_hour", "_minute", "_second", "_us", "_tz", "_fold")
    __module__ = "datetime"

    def __new__(cls, year=missing, month=missing, day=missing, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0):
        if isinstance(year, (bytes, str)) and len(year) == 10 and (day is missing):
            s = year if isinstance(year, bytes) else year.encode("latin1")
            if 1 <= s[2] & 127 <= 12:           # as pickled
                tz = None if month is missing else month
                if tz is not None and not isinstance(tz, base.tzinfo):
                    raise TypeError("bad tzinfo state arg")
                return _build(cls, s[0] * 256 + s[1], s[2] & 127, s[3], s[4], s[5], s[6],
                              (s[7] * 256 + s[8]) * 256 + s[9], tz, s[2] >> 7)
        if not (type(year) is type(month) is type(day) is type(hour) is type(minute) is type(second)
                is type(microsecond) is int):
            base.need(year, "year", 1)
            base.need(month, "month", 2)
            base.need(day, "day", 3)
            year, month, day = base.as_index(year), base.as_index(month), base.as_index(day)
            hour, minute = base.as_index(hour), base.as_index(minute)
            second, microsecond = base.as_index(second), base.as_index(microsecond)
        fold = base.as_index(fold)
        check_date(year, month, day)
        check_time(hour, minute, second, microsecond, fold)
        base.check_tzinfo(tzinfo)
        return _build(cls, year, month, day, hour, minute, second, microsecond, tzinfo, fold)

    hour = property(lambda self: self._hour, no_store("hour", "datetime.datetime"))
    minute = property(lambda self: self._minute, no_store("minute", "datetime.datetime"))
    second = property(lambda self: self._second, no_store("second", "datetime.datetime"))
    microsecond = property(lambda self: self._us, no_store("microsecond", "datetime.datetime"))
    tzinfo = property(lambda self: self._tz, no_store("tzinfo", "datetime.datetime"))
    fold = property(lambda self: self._fold, no_store("fold", "datetime.datetime"))

    # --- making -------------------------------------------------------------------------------------

    @classmethod
    def now(cls, tz=None):
        """The current moment, in local time or the zone tz."""
        base.check_tzinfo(tz)
        return _from_seconds_us(cls, *divmod(_time.time_ns() // 1000, 1000000), tz)

    @classmethod
    def utcnow(cls):
        """The current UTC time as a naive datetime."""
        return _from_seconds_us(cls, *divmod(_time.time_ns() // 1000, 1000000), None, _time.gmtime)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The moment of a POSIX timestamp, in local time or the zone tz."""
        base.check_tzinfo(tz)
        return _from_seconds_us(cls, *_split_timestamp(timestamp), tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """A naive UTC datetime of a POSIX timestamp."""
        return _from_seconds_us(cls, *_split_timestamp(timestamp), None, _time.gmtime)

    @classmethod
    def combine(cls, date, time, tzinfo=missing):
        """A datetime of a date and a time."""
        if not isinstance(date, _date):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {base.dotted(date)}")
        if not isinstance(time, _clock):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {base.dotted(time)}")
        if tzinfo is missing:
            tzinfo = time._tz
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._us,
                   tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, string, /):
        """The datetime that a text in ISO 8601 format means."""
        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            at = _date_length(string)
            ymd = base.parse_iso_date(string[:at])
            clock, offset = (base.parse_iso_time(string[at + 1:]) if at < len(string)
                             else ((0, 0, 0, 0), None))
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {string!r}") from None
        return cls(*ymd, *clock, base.zone_of_us(offset))

    @classmethod
    def strptime(cls, *args):
        """strptime(string, format): the datetime that a text means by a format specification."""
        import _strptime
        if len(args) != 2:
            raise TypeError(f"strptime() takes exactly 2 arguments ({len(args)} given)")
        for i, value in enumerate(args, 1):
            if not isinstance(value, str):
                raise TypeError(f"strptime() argument {i} must be str, not "
                                f"{'None' if value is None else base.dotted(value)}")
        string, format = args
        return _strptime._strptime_datetime(cls, string, format)

    # --- parts ----------------------------------------------------------------------------------------

    def date(self):
        """The date part."""
        return _make(_date, self._year, self._month, self._day)

    def time(self):
        """The time of day, without the zone."""
        return make_time(_clock, self._hour, self._minute, self._second, self._us, None, self._fold)

    def timetz(self):
        """The time of day, with the zone."""
        return make_time(_clock, self._hour, self._minute, self._second, self._us, self._tz, self._fold)

    def replace(self, year=missing, month=missing, day=missing, hour=missing, minute=missing,
                second=missing, microsecond=missing, tzinfo=missing, *, fold=missing):
        """The datetime with other fields."""
        return type(self)(self._year if year is missing else year,
                          self._month if month is missing else month,
                          self._day if day is missing else day,
                          self._hour if hour is missing else hour,
                          self._minute if minute is missing else minute,
                          self._second if second is missing else second,
                          self._us if microsecond is missing else microsecond,
                          self._tz if tzinfo is missing else tzinfo,
                          fold=self._fold if fold is missing else fold)

    def timetuple(self):
        """The fields as a struct_time."""
        dst = self.dst()
        flag = -1 if dst is None else 1 if dst else 0
        return build_struct_time(self._year, self._month, self._day, self._hour, self._minute,
                                 self._second, flag)

    def utctimetuple(self):
        """The fields in UTC as a struct_time."""
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return build_struct_time(moment._year, moment._month, moment._day, moment._hour, moment._minute,
                                 moment._second, 0)

    def timestamp(self):
        """The POSIX timestamp as a float."""
        if self._tz is None:
            return _utc_seconds(_total_us(self) // 1000000, self._fold) + self._us / 1e6
        return (self - _UTC_EPOCH).total_seconds()

    def utcoffset(self):
        """The zone's offset from UTC, or None."""
        return zone_delta(self._tz, "utcoffset", self)

    def dst(self):
        """The zone's summer time, or None."""
        return zone_delta(self._tz, "dst", self)

    def tzname(self):
        """The zone's name, or None."""
        return base.zone_name(self._tz, self)

    def astimezone(self, tz=None):
        """The same moment in another zone; the local one by default."""
        if tz is not None and not isinstance(tz, base.tzinfo):
            raise TypeError("tzinfo argument must be None or of a tzinfo subclass, "
                            f"not type '{base.dotted(tz)}'")
        own = self._tz
        offset = own.utcoffset(self) if own is not None else None
        if own is None or offset is None:
            own = _local_zone(_utc_seconds(_total_us(self) // 1000000, self._fold))
            offset = own.utcoffset(self)
        if own is tz:
            return self
        utc = self - offset
        if tz is None:
            tz = _local_zone((_total_us(utc) - _EPOCH * _DAY_US) // 1000000)
        return tz.fromutc(utc.replace(tzinfo=tz))

    # --- text -----------------------------------------------------------------------------------------

    def isoformat(self, sep="T", timespec="auto"):
        """The moment in ISO 8601 format, as fine as timespec says."""
        if not isinstance(sep, str):
            raise TypeError("isoformat() argument 1 must be a unicode character, not " + base.dotted(sep))
        if len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not str")
        text = (f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
                + base.time_text(self._hour, self._minute, self._second, self._us, timespec))
        if self._tz is None:
            return text
        offset = self.utcoffset()
        return text if offset is None else text + base.offset_text(offset, ":")

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        text = (f"{base.full_name(self)}({self._year}, {self._month}, {self._day}, "
                f"{self._hour}, {self._minute}")
        if self._us:
            text += f", {self._second}, {self._us}"
        elif self._second:
            text += f", {self._second}"
        if self._fold:
            text += ", fold=1"
        return text + (f", tzinfo={self._tz!r})" if self._tz is not None else ")")

    def ctime(self):
        """The moment as C's ctime() has it."""
        return (f"{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} "
                f"{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}")

    # --- arithmetic -----------------------------------------------------------------------------------

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _moved(self, delta_us(other))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _moved(self, -delta_us(other))
        if not isinstance(other, datetime):
            return NotImplemented
        difference = _total_us(self) - _total_us(other)
        if self._tz is not other._tz:
            mine, yours = self.utcoffset(), other.utcoffset()
            if mine != yours:
                if mine is None or yours is None:
                    raise TypeError("can't subtract offset-naive and offset-aware datetimes")
                difference += delta_us(yours) - delta_us(mine)
        return delta_from_us(timedelta, difference)

    def _order(self, other, equality):
        """How far self is after other, in microseconds; None if they can only be unequal."""
        difference = _total_us(self) - _total_us(other)
        if self._tz is other._tz:
            return difference
        mine, yours = self.utcoffset(), other.utcoffset()
        if equality and (_in_fold(self, mine) or _in_fold(other, yours)):
            return None
        if mine == yours:
            return difference
        if mine is None or yours is None:
            if equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return difference + delta_us(yours) - delta_us(mine)

    def __eq__(self, other):
        return self._order(other, True) == 0 if isinstance(other, datetime) else _not_a_date(other, "==")

    def __lt__(self, other):
        return self._order(other, False) < 0 if isinstance(other, datetime) else _not_a_date(other, "<", self)

    def __le__(self, other):
        return self._order(other, False) <= 0 if isinstance(other, datetime) else _not_a_date(other, "<=", self)

    def __gt__(self, other):
        return self._order(other, False) > 0 if isinstance(other, datetime) else _not_a_date(other, ">", self)

    def __ge__(self, other):
        return self._order(other, False) >= 0 if isinstance(other, datetime) else _not_a_date(other, ">=", self)

    def __hash__(self):
        plain = self.replace(fold=0) if self._fold else self
        offset = plain.utcoffset()
        if offset is None:
            return hash(self._pickled(False))
        return hash(delta_from_us(timedelta, _total_us(self) - delta_us(offset)))

    def _pickled(self, with_fold=True):
        high_year, low_year = divmod(self._year, 256)
        us, low = divmod(self._us, 256)
        high, middle = divmod(us, 256)
        month = self._month | 128 if self._fold and with_fold else self._month
        return bytes((high_year, low_year, month, self._day, self._hour, self._minute, self._second,
                      high, middle, low))

    def __reduce_ex__(self, protocol, /):
        state = self._pickled(protocol > 3)
        return self.__class__, (state,) if self._tz is None else (state, self._tz)

    def __reduce__(self):
        return self.__reduce_ex__(2)


_date, _clock = date, time


def _not_a_date(other, op, self=None):
    """Comparing with a date that is no datetime: unequal, and without order."""
    if not isinstance(other, date):
        return NotImplemented
    if self is None:
        return False
    raise TypeError(f"can't compare {base.dotted(self)} to {base.dotted(other)}")


def _in_fold(moment, offset):
    """Does the offset depend on fold (equality across zones is then refused)?"""
    return moment._tz is not None and offset != moment.replace(fold=not moment._fold).utcoffset()


def _build(cls, year, month, day, hour, minute, second, us, tz, fold):
    self = object.__new__(cls)
    self._year, self._month, self._day = year, month, day
    self._hour, self._minute, self._second, self._us = hour, minute, second, us
    self._tz, self._fold = tz, fold
    return self


def _total_us(m):
    seconds = ((to_ordinal(m._year, m._month, m._day) * 24 + m._hour) * 60 + m._minute) * 60 + m._second
    return seconds * 1000000 + m._us


def _moved(moment, by):
    days, us = divmod(_total_us(moment) + by, _DAY_US)
    if not 0 < days <= base.MAXORDINAL:
        raise OverflowError("date value out of range")
    seconds, us = divmod(us, 1000000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    cls = type(moment)
    fields = (*base.from_ordinal(days), hour, minute, second, us, moment._tz)
    return _build(datetime, *fields, 0) if cls is datetime else cls(*fields)


def _split_timestamp(timestamp):
    """(seconds, microseconds) of a POSIX timestamp, to the nearest microsecond, ties to even."""
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        if timestamp in (float("inf"), float("-inf")) or not -9.3e18 < timestamp < 9.2e18:
            raise OverflowError("timestamp out of range for platform time_t")
        whole = int(timestamp // 1)
        us = round((timestamp - whole) * 1e6)
        return (whole + 1, 0) if us >= 1000000 else (whole, us)
    seconds = base.as_index(timestamp)
    if not -(1 << 63) <= seconds < 1 << 63:
        raise OverflowError("timestamp out of range for platform time_t")
    return seconds, 0


def _from_seconds_us(cls, seconds, us, tz, converter=None):
    if converter is None:
        converter = _time.localtime if tz is None else _time.gmtime
    fields = converter(seconds)
    year, month, day, hour, minute, second = fields[:6]
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    result = cls(year, month, day, hour, minute, min(second, 59), us, tz)
    if tz is not None:
        return tz.fromutc(result)
    # Is this the second of two equal local times?
    if converter is _time.localtime and seconds - _MAX_FOLD > -62135510400:
        local = _total_us(result) // 1000000
        before = seconds + _EPOCH * 86400 - _MAX_FOLD
        transition = local - _local_seconds(before) - _MAX_FOLD
        if transition < 0:
            if _local_seconds(seconds + _EPOCH * 86400 + transition) == local:
                result._fold = 1
    return result


def _local_zone(seconds):
    fields = _time.localtime(seconds)
    return timezone(timedelta(seconds=fields.tm_gmtoff), fields.tm_zone)


def _date_length(text):
    """How many characters of an ISO datetime are its date."""
    n = len(text)
    if n < 7:
        raise ValueError
    if n == 7:
        return 7
    if text[4] == "-":
        if text[5] != "W":
            return 10
        if n > 8 and text[8] == "-":
            if n == 9:
                raise ValueError
            return 8 if n > 10 and text[10] in "0123456789" else 10
        return 8
    if text[4] != "W":
        return 8
    at = 7
    while at < n and text[at] in "0123456789":
        at += 1
    return at if at < 9 else 7 if at % 2 == 0 else 8


datetime.__name__ = "datetime.datetime"
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_UTC_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
