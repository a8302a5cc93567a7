"""Reading dates and times by a format: what time.strptime and datetime.strptime share.

The text is matched by a small backtracking matcher: each directive offers the lengths it could take,
the longest reading first, as the patterns of the documentation would. English names only (the C locale).
Behaviour: https://docs.python.org/3.11/library/datetime.html#strftime-and-strptime-format-codes
"""
import time as _time

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")
_RANGE = {"d": (1, 31), "H": (0, 23), "I": (1, 12), "j": (1, 366), "m": (1, 12), "M": (0, 59), "S": (0, 61),
          "U": (0, 53), "W": (0, 53), "w": (0, 6), "u": (1, 7), "y": (0, 99), "V": (1, 53)}
_WIDTH = {"j": 3, "w": 1, "u": 1}
_BLANK_DAY = "d"                        # may be written ' 1'
_EXPANDED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "r": None}
_KNOWN = set("dfHIGjmMSUWwuyYVaAbBpzZ%cxX")
_PLAIN = {"y": 2, "Y": 4, "G": 4}       # exactly so many digits


def _is_digits(text):
    return text != "" and all(c.isdecimal() for c in text)


def _lengths(code, text, at):
    """The lengths that directive `code` may take at text[at:], in the order to try them."""
    if code in _PLAIN:
        n = _PLAIN[code]
        if _is_digits(text[at:at + n]) and len(text) >= at + n:
            yield n
    elif code in _RANGE:
        low, high = _RANGE[code]
        for n in range(_WIDTH.get(code, 2), 0, -1):
            part = text[at:at + n]
            if len(part) == n and _is_digits(part) and low <= int(part) <= high:
                yield n
        if code == _BLANK_DAY and text[at:at + 1] == " " and text[at + 1:at + 2] in tuple("123456789"):
            yield 2
    elif code == "f":
        for n in range(6, 0, -1):
            if len(text) >= at + n and text[at:at + n].isascii() and text[at:at + n].isdigit():
                yield n
    elif code in "aAbBp":
        rest = text[at:].lower()
        for name in _names(code):
            if rest.startswith(name):
                yield len(name)
    elif code == "z":
        n = _offset_length(text, at)
        if n:
            yield n
    elif code == "Z":
        rest = text[at:].lower()
        for name in sorted(_zones(), key=len, reverse=True):
            if rest.startswith(name):
                yield len(name)


def _names(code):
    if code == "A":
        return sorted(_DAYS, key=len, reverse=True)
    if code == "B":
        return sorted(_MONTHS, key=len, reverse=True)
    if code == "p":
        return "am", "pm"
    return [name[:3] for name in (_DAYS if code == "a" else _MONTHS)]


def _zones():
    return {"utc", "gmt", _time.tzname[0].lower(), _time.tzname[1].lower()}


def _offset_length(text, at):
    """Length of '+HH:MM[:SS[.ffffff]]', '+HHMM[SS[.f]]' or 'Z' at text[at:]; 0 if there is none."""
    if text[at:at + 1] in ("Z", "z"):
        return 1
    if text[at:at + 1] not in ("+", "-"):
        return 0
    def two(i, limit):
        return _is_digits(text[i:i + 2]) and len(text) >= i + 2 and int(text[i]) < limit
    i = at + 1
    if not (len(text) >= i + 2 and _is_digits(text[i:i + 2])):
        return 0
    i += 2
    if text[i:i + 1] == ":":
        i += 1
    if not two(i, 6):
        return 0
    i += 2
    end = i
    if text[i:i + 1] == ":":
        i += 1
    if two(i, 6):
        i += 2
        end = i
        if text[i:i + 1] == ".":
            n = 0
            while n < 6 and text[i + 1 + n:i + 2 + n].isdecimal():
                n += 1
            if n:
                end = i + 1 + n
    return end - at


def _compile(format):
    """The format as a list: ("text", t), ("space",) or ("code", c)."""
    steps = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c == "%":
            if i == len(format):
                raise ValueError(f"stray % in format '{format}'")
            c = format[i]
            i += 1
            if c == "%":
                steps.append(("text", "%"))
            elif _EXPANDED.get(c):
                steps += _compile(_EXPANDED[c])
            elif c not in _KNOWN:
                if c == "\\":
                    c = "\\\\"
                raise ValueError(f"'{c}' is a bad directive in format '{format}'")
            else:
                steps.append(("code", c))
        elif c.isspace():
            if not steps or steps[-1] != ("space",):
                steps.append(("space",))
        else:
            steps.append(("text", c.lower()))
    return steps


def _match(steps, k, text, low, at, found):
    """Where the match of steps[k:] at text[at:] ends, with found filled in; -1 if there is none."""
    while k < len(steps):
        step = steps[k]
        k += 1
        if step[0] == "text":
            if low[at:at + 1] != step[1]:
                return -1
            at += 1
        elif step[0] == "space":
            end = at
            while end < len(text) and text[end].isspace():
                end += 1
            if end == at:
                return -1
            for stop in range(end, at, -1):
                done = _match(steps, k, text, low, stop, found)
                if done >= 0:
                    return done
            return -1
        else:
            for n in _lengths(step[1], text, at):
                done = _match(steps, k, text, low, at + n, found)
                if done >= 0:
                    found[step[1]] = text[at:at + n]
                    return done
            return -1
    return at


def _week_to_yday(year, week, weekday, monday_first):
    """Day of the year of a weekday in a week counted as by %U or %W."""
    import _datetime_base as base
    first = (base.to_ordinal(year, 1, 1) + 6) % 7
    if not monday_first:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    week0 = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + week0 + 7 * (week - 1) + weekday


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """(the nine fields, zone name, offset in seconds) and the microseconds, twice."""
    for i, value in enumerate((data_string, format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {i} must be str, not {type(value)}")
    steps = _compile(format)
    found = {}
    codes = [step[1] for step in steps if step[0] == "code"]
    for code in codes:
        if codes.count(code) > 1:
            import re
            raise re.error(f"redefinition of group name {code!r} as group {len(codes)}; was group 1")
    end = _match(steps, 0, data_string, data_string.lower(), 0, found)
    if end < 0:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    if end != len(data_string):
        raise ValueError(f"unconverted data remains: {data_string[end:]}")
    return _fields(found)


def _fields(found):
    import _datetime_base as base
    def number(code, default=None):
        return int(found[code]) if code in found else default
    def last(codes):
        """The one of these codes that comes last in the format (the matcher finds the last first)."""
        return next((code for code in found if code in codes), "")
    iso_year, year = number("G"), None
    code = last("Yy")
    if code:
        year = number(code)
        if code == "y":
            year += 2000 if year <= 68 else 1900
    month = 1
    code = last("mbB")
    if code:
        month = (number("m") if code == "m"
                 else [name[:3] for name in _MONTHS].index(found[code][:3].lower()) + 1)
    day = number("d", 1)
    hour = 0
    code = last("HI")
    if code:
        hour = number(code)
        if code == "I":
            hour = hour % 12 + (12 if found.get("p", "").lower() == "pm" else 0)
    minute, second = number("M", 0), number("S", 0)
    fraction = int(found["f"].ljust(6, "0")) if "f" in found else 0
    weekday = None
    code = last("aAwu")
    if code:
        if code in "aA":
            weekday = [name[:3] for name in _DAYS].index(found[code][:3].lower())
        else:
            weekday = (number(code) - 1) % 7
    julian = number("j")
    code = last("UW")
    week, monday_first = number(code) if code else None, code != "U"
    iso_week = number("V")
    offset, offset_us, zone = None, 0, -1
    if "z" in found:
        offset, offset_us = _offset(found["z"])
    if "Z" in found:
        name = found["Z"].lower()
        names = _time.tzname
        for i, group in enumerate((("utc", "gmt", names[0].lower()), (names[1].lower(),))):
            if name in group:
                if names[0] == names[1] and _time.daylight and name not in ("utc", "gmt"):
                    break
                zone = i
                break
    if year is None and iso_year is not None:
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a "
                             "weekday directive ('%A', '%a', '%w', or '%u').")
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
    elif week is None and iso_week is not None:
        if weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a "
                             "weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")
    leap_year_fix = False
    if year is None and month == 2 and day == 29:
        year, leap_year_fix = 1904, True
    elif year is None:
        year = 1900
    if julian is None and weekday is not None:
        if week is not None:
            julian = _week_to_yday(year, week, weekday, monday_first)
        elif iso_year is not None and iso_week is not None:
            ordinal = base.iso_week1_monday(iso_year) + (iso_week - 1) * 7 + weekday
            year, month, day = base.from_ordinal(ordinal)
            julian = ordinal - base.days_before_year(year)
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if base.is_leap(year) else 365
    if julian is None:
        _check_day(year, month, day)
        julian = base.to_ordinal(year, month, day) - base.to_ordinal(year, 1, 1) + 1
    else:
        year, month, day = base.from_ordinal(julian - 1 + base.to_ordinal(year, 1, 1))
    if weekday is None:
        _check_day(year, month, day)
        weekday = (base.to_ordinal(year, month, day) + 6) % 7
    if leap_year_fix:
        year = 1900
    return (year, month, day, hour, minute, second, weekday, julian, zone,
            found.get("Z"), offset), fraction, offset_us


def _check_day(year, month, day):
    from _datetime_date import check_date
    check_date(year, month, day)


def _offset(text):
    """(seconds, microseconds) of a zone's offset."""
    if text in ("Z", "z"):
        return 0, 0
    if text[3] == ":":
        text = text[:3] + text[4:]
        if len(text) > 5:
            if text[5] != ":":
                raise ValueError(f"Inconsistent use of : in {text[:3]}:{text[3:]}")
            text = text[:5] + text[6:]
    elif ":" in text:
        raise ValueError(f"Inconsistent use of : in {text}")
    seconds = int(text[1:3]) * 3600 + int(text[3:5]) * 60 + int(text[5:7] or "0")
    us = int(text[8:].ljust(6, "0"))
    return (-seconds, -us) if text[0] == "-" else (seconds, us)


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    """A struct_time of a text."""
    return _time.struct_time(_strptime(data_string, format)[0])


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    """A datetime of class cls of a text."""
    from datetime import timedelta, timezone
    fields, fraction, offset_us = _strptime(data_string, format)
    name, offset = fields[-2:]
    args = fields[:6] + (fraction,)
    if offset is not None:
        delta = timedelta(seconds=offset, microseconds=offset_us)
        args += (timezone(delta, name) if name else timezone(delta),)
    return cls(*args)
