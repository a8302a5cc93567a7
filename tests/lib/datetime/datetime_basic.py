from datetime import datetime as M, timedelta as T, timezone as Z, date, time
def show(f):
    try:
        r = f()
        print(repr(r), r)
    except Exception as e:
        print(type(e).__name__, e)
m = M(2024, 2, 29, 13, 5, 9, 70)
u = m.replace(tzinfo=Z.utc)
for f in (lambda: m, lambda: u, lambda: M(2024, 1, 1), lambda: M(2024, 1, 1, 5), lambda: M(2024, 1, 1, 5, 0, 7), lambda: M(2024, 1, 1, fold=1), lambda: M(2024, 1, 1, tzinfo=Z.utc, fold=1),
          lambda: M(), lambda: M(2024), lambda: M(2024, 1), lambda: M("a", 1, 1), lambda: M(2024, 1, 32), lambda: M(2024, 1, 1, 24), lambda: M(2024, 1, 1, 0, 60), lambda: M(2024, 1, 1, 0, 0, 60), lambda: M(2024, 1, 1, 0, 0, 0, -1), lambda: M(2024, 1, 1, tzinfo="x"), lambda: M(2024, 1, 1, 1.5), lambda: M(0, 1, 1), lambda: M(2024, 1, 1, fold=5),
          lambda: M.min, lambda: M.max, lambda: M.resolution, lambda: (m.year, m.month, m.day, m.hour, m.minute, m.second, m.microsecond, m.tzinfo, m.fold),
          lambda: m.date(), lambda: m.time(), lambda: u.timetz(), lambda: u.time(), lambda: M.combine(date(2000, 1, 2), time(3, 4)), lambda: M.combine(date(2000, 1, 2), time(3, 4), Z.utc), lambda: M.combine(1, time()), lambda: M.combine(date(2000, 1, 1), 2), lambda: M.combine(m, u.timetz()), lambda: M.combine(date(2000, 1, 2), time(3, 4), tzinfo=None),
          lambda: m + T(1), lambda: T(hours=11) + m, lambda: m - T(days=60, microseconds=71), lambda: m - M(2024, 1, 1), lambda: m - date(2024, 1, 1), lambda: m - 5, lambda: m + m, lambda: M.max + T.resolution, lambda: M.min - T.resolution, lambda: u - m, lambda: u + T(microseconds=-71), lambda: u - u.astimezone(Z(T(hours=3))),
          lambda: m < m + T(1), lambda: m == M(2024, 2, 29, 13, 5, 9, 70), lambda: m == u, lambda: m != u, lambda: m < u, lambda: m < 5, lambda: m == None, lambda: u <= u.astimezone(Z(T(hours=3))), lambda: u == u.astimezone(Z(T(hours=3))), lambda: hash(u) == hash(u.astimezone(Z(T(hours=3)))), lambda: m >= m, lambda: m > m,
          lambda: m.replace(year=2023, day=1), lambda: m.replace(tzinfo=Z.utc), lambda: m.replace(2000, 1, 1, 1, 1, 1, 1), lambda: m.replace(month=0), lambda: m.replace(fold=1), lambda: u.replace(tzinfo=None),
          lambda: m.isoformat(), lambda: m.isoformat(" "), lambda: m.isoformat(sep="_", timespec="milliseconds"), lambda: m.isoformat(timespec="hours"), lambda: m.isoformat("xx"), lambda: m.isoformat(5), lambda: m.isoformat(timespec="foo"), lambda: u.isoformat(), lambda: str(M(2024, 1, 1)), lambda: m.ctime(), lambda: M(2024, 1, 1).isoformat(timespec="microseconds"),
          lambda: m.strftime("%Y-%m-%d %H:%M:%S.%f %z%Z %j %U %W %a %A %b %B %p %I %y %c %x %X %% %G-W%V-%u %D %e"), lambda: u.strftime("%z %Z"), lambda: f"{m:%H:%M}", lambda: f"{m}", lambda: f"{m!r:>60}", lambda: "{:%d %b}".format(m), lambda: m.strftime("%"), lambda: m.strftime("100%%f %f"),
          lambda: m.timetuple(), lambda: u.timetuple(), lambda: m.utctimetuple(), lambda: m.toordinal(), lambda: m.weekday(), lambda: m.isoweekday(), lambda: m.isocalendar(), lambda: M.fromordinal(738000), lambda: M.fromisocalendar(2024, 5, 3),
          lambda: u.timestamp(), lambda: M(1970, 1, 1, tzinfo=Z.utc).timestamp(), lambda: M(1, 1, 1, tzinfo=Z.utc).timestamp(), lambda: M.fromtimestamp(1e9, Z.utc), lambda: M.fromtimestamp(1234567890.123456, tz=Z(T(hours=-8))), lambda: M.utcfromtimestamp(0), lambda: M.utcfromtimestamp(-1.5), lambda: M.utcfromtimestamp(1.0000005), lambda: M.utcfromtimestamp(1.0000015), lambda: M.utcfromtimestamp(0.9999999), lambda: M.utcfromtimestamp(1e15), lambda: M.utcfromtimestamp(float("nan")), lambda: M.utcfromtimestamp(float("inf")), lambda: M.utcfromtimestamp("a"), lambda: M.utcfromtimestamp(10**30), lambda: M.fromtimestamp(0, 5), lambda: M.now("x"), lambda: M.fromtimestamp(-0.0000001, Z.utc),
          lambda: u.astimezone(Z(T(hours=5, minutes=30))), lambda: u.astimezone(Z.utc) is u, lambda: u.astimezone("x"), lambda: u.utcoffset(), lambda: u.dst(), lambda: u.tzname(), lambda: m.utcoffset(),
          lambda: m.__reduce__()[1], lambda: u.__reduce__()[1], lambda: m.replace(fold=1).__reduce_ex__(4)[1], lambda: M(b"\x07\xe8\x02\x1d\r\x05\t\x00\x00F"), lambda: type(M.now()).__name__, lambda: M.now(Z.utc).tzinfo, lambda: M.utcnow().tzinfo, lambda: type(M.today()).__name__, lambda: m.nope):
    show(f)
for name in ("hour", "minute", "second", "microsecond", "tzinfo", "fold", "year"):
    try:
        setattr(m, name, 3)
    except AttributeError as e:
        print(e)
class Sub(M):
    pass
s = Sub(2024, 1, 31, 5)
print(repr(s), type(s + T(1)).__name__, type(s.replace(day=3)).__name__, type(Sub.now()).__name__, type(Sub.fromtimestamp(0, Z.utc)).__name__, type(s.astimezone(Z.utc)).__name__, s == M(2024, 1, 31, 5), type(s.date()).__name__)
print(isinstance(m, date), issubclass(M, date), M.__mro__)
print(sorted([M(2024, 1, 2), M(2023, 1, 1), M(2024, 1, 1, 5)])[0], max(M(2024, 1, 2), M(2024, 1, 3)))
