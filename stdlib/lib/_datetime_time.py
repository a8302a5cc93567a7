"""The time class of datetime: a time of day, with or without a zone.

Two times compare and hash as moments of one day when both know their offset, and by their fields when
they share a zone or have none. Values never change.
Behaviour: https://docs.python.org/3.11/library/datetime.html#time-objects
"""
import _datetime_base as base
from _datetime_base import missing, no_store, timedelta, zone_delta


def check_time(hour, minute, second, us, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= us <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")


class time:
    """A time of day, with or without a zone."""

    __slots__ = ("_hour", "_minute", "_second", "_us", "_tz", "_fold", "__weakref__")
    __module__ = "datetime"

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, (bytes, str)) and len(hour) == 6:
            state = hour if isinstance(hour, bytes) else hour.encode("latin1")
            if state[0] & 127 < 24:                 # as pickled
                tz = None if minute == 0 else minute
                if tz is not None and not isinstance(tz, base.tzinfo):
                    raise TypeError("bad tzinfo state arg")
                return make_time(cls, state[0] & 127, state[1], state[2],
                                 (state[3] * 256 + state[4]) * 256 + state[5], tz, state[0] >> 7)
        if not type(hour) is type(minute) is type(second) is type(microsecond) is int:
            hour, minute = base.as_index(hour), base.as_index(minute)
            second, microsecond = base.as_index(second), base.as_index(microsecond)
        fold = base.as_index(fold)
        check_time(hour, minute, second, microsecond, fold)
        base.check_tzinfo(tzinfo)
        return make_time(cls, hour, minute, second, microsecond, tzinfo, fold)

    hour = property(lambda self: self._hour, no_store("hour", "datetime.time"))
    minute = property(lambda self: self._minute, no_store("minute", "datetime.time"))
    second = property(lambda self: self._second, no_store("second", "datetime.time"))
    microsecond = property(lambda self: self._us, no_store("microsecond", "datetime.time"))
    tzinfo = property(lambda self: self._tz, no_store("tzinfo", "datetime.time"))
    fold = property(lambda self: self._fold, no_store("fold", "datetime.time"))

    @classmethod
    def fromisoformat(cls, string, /):
        """The time that a text in ISO 8601 format means."""
        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            parts, offset = base.parse_iso_time(string[string[:1] == "T":])
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {string!r}") from None
        return cls(*parts, base.zone_of_us(offset))

    def isoformat(self, timespec="auto"):
        """The time in ISO 8601 format, as fine as timespec says."""
        text = base.time_text(self._hour, self._minute, self._second, self._us, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + base.offset_text(offset, ":")

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        text = f"{base.full_name(self)}({self._hour}, {self._minute}"
        if self._us:
            text += f", {self._second}, {self._us}"
        elif self._second:
            text += f", {self._second}"
        if self._tz is not None:
            text += f", tzinfo={self._tz!r}"
        return text + (", fold=1)" if self._fold else ")")

    def strftime(self, format):
        """The time as text by a format specification."""
        return base.wrap_strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, spec, /):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {base.dotted(spec)}")
        return self.strftime(spec) if spec else str(self)

    def utcoffset(self):
        """The zone's offset from UTC, or None."""
        return zone_delta(self._tz, "utcoffset", None)

    def dst(self):
        """The zone's summer time, or None."""
        return zone_delta(self._tz, "dst", None)

    def tzname(self):
        """The zone's name, or None."""
        return base.zone_name(self._tz, None)

    def replace(self, hour=missing, minute=missing, second=missing, microsecond=missing, tzinfo=missing,
                *, fold=missing):
        """The time with other fields."""
        return type(self)(self._hour if hour is missing else hour,
                          self._minute if minute is missing else minute,
                          self._second if second is missing else second,
                          self._us if microsecond is missing else microsecond,
                          self._tz if tzinfo is missing else tzinfo,
                          fold=self._fold if fold is missing else fold)

    def _keys(self, other, equality):
        """What to compare: a pair, or None where the two can only be unequal."""
        mine = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._us
        yours = ((other._hour * 60 + other._minute) * 60 + other._second) * 1000000 + other._us
        if self._tz is other._tz:
            return mine, yours
        my_offset, your_offset = self.utcoffset(), other.utcoffset()
        if my_offset == your_offset:
            return mine, yours
        if my_offset is None or your_offset is None:
            if equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware times")
        return mine - base.delta_us(my_offset), yours - base.delta_us(your_offset)

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        keys = self._keys(other, True)
        return keys is not None and keys[0] == keys[1]

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._keys(other, False)
        return a < b

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._keys(other, False)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._keys(other, False)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._keys(other, False)
        return a >= b

    def __hash__(self):
        plain = self.replace(fold=0) if self._fold else self
        offset = plain.utcoffset()
        if offset is None:
            return hash(plain._pickled(False))
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._us
        return hash((us - base.delta_us(offset),))

    def _pickled(self, with_fold=True):
        us, low = divmod(self._us, 256)
        high, middle = divmod(us, 256)
        first = self._hour | 128 if self._fold and with_fold else self._hour
        return bytes((first, self._minute, self._second, high, middle, low))

    def __reduce_ex__(self, protocol, /):
        state = self._pickled(protocol > 3)
        return self.__class__, (state,) if self._tz is None else (state, self._tz)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def make_time(cls, hour, minute, second, us, tz, fold):
    self = object.__new__(cls)
    self._hour, self._minute, self._second, self._us = hour, minute, second, us
    self._tz, self._fold = tz, fold
    return self


time.__name__ = "datetime.time"
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
