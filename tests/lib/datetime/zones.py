from datetime import *
def show(f):
    try:
        r = f()
        print(repr(r), r)
    except Exception as e:
        print(type(e).__name__, e)
T, Z = timedelta, timezone
for f in (lambda: Z.utc, lambda: UTC is Z.utc, lambda: Z(T(0)), lambda: Z(T(0)) is Z.utc, lambda: Z(T(hours=5, minutes=30)), lambda: Z(T(hours=-5)), lambda: Z(T(hours=1), "CET"), lambda: Z(T(0), "GMT"), lambda: Z(T(seconds=3661)), lambda: Z(T(microseconds=-1)),
          lambda: Z(), lambda: Z(5), lambda: Z(T(1)), lambda: Z(T(-1)), lambda: Z(T(hours=23, minutes=59)), lambda: Z(T(1), 5), lambda: Z(T(0), None), lambda: Z.min, lambda: Z.max, lambda: Z(T(hours=1)) == Z(T(hours=1), "X"), lambda: Z(T(hours=1)) == 1, lambda: Z(T(1, 1)) , lambda: hash(Z(T(hours=1))) == hash(Z(T(minutes=60))),
          lambda: Z.utc.utcoffset(None), lambda: Z.utc.tzname(None), lambda: Z.utc.dst(None), lambda: Z(T(hours=1)).tzname(None), lambda: Z.utc.utcoffset(5), lambda: Z.utc.tzname("x"), lambda: Z.utc.dst(date(2000, 1, 1)), lambda: Z.utc.fromutc(5), lambda: Z.utc.fromutc(datetime(2000, 1, 1)), lambda: Z(T(hours=2)).fromutc(datetime(2000, 1, 1, tzinfo=Z(T(hours=2)))),
          lambda: Z(T(hours=1), "A") < Z(T(hours=2), "B"), lambda: Z(T(hours=1)).__reduce__()[1], lambda: Z(T(hours=1), "n").__getinitargs__(), lambda: tzinfo().utcoffset(None), lambda: tzinfo().dst(None), lambda: tzinfo().tzname(None)):
    show(f)
class Summer(tzinfo):
    """An hour ahead from April to September."""
    def __init__(self, hours=1, name="S"):
        self.base, self.name = T(hours=hours), name
    def dst(self, dt):
        if dt is None: return T(0)
        return T(hours=1) if 4 <= dt.month <= 9 else T(0)
    def utcoffset(self, dt):
        return self.base + self.dst(dt)
    def tzname(self, dt):
        return self.name + ("D" if self.dst(dt) else "")
    def __repr__(self):
        return f"Summer({self.name!r})"
s, e = Summer(), Summer(-5, "E")
a = datetime(2024, 7, 1, 12, tzinfo=s)
b = datetime(2024, 1, 1, 12, tzinfo=e)
for f in (lambda: a, lambda: b, lambda: a.utcoffset(), lambda: b.tzname(), lambda: a.tzname(), lambda: a.dst(), lambda: a.astimezone(Z.utc), lambda: a.astimezone(e), lambda: b.astimezone(s), lambda: a - b, lambda: a > b, lambda: a == a.astimezone(e), lambda: a.timetuple().tm_isdst, lambda: b.timetuple().tm_isdst, lambda: a.utctimetuple(), lambda: a + T(days=100), lambda: (a + T(days=100)).utcoffset(), lambda: a.isoformat(), lambda: a.strftime("%z %Z"), lambda: datetime(2024, 3, 31, 23, 30, tzinfo=Z.utc).astimezone(s), lambda: datetime(2024, 9, 30, 22, 30, tzinfo=Z.utc).astimezone(s),
          lambda: hash(a) == hash(a.astimezone(Z.utc)), lambda: a.replace(tzinfo=None) - a, lambda: a < a.replace(tzinfo=None), lambda: a == a.replace(tzinfo=None), lambda: a.timestamp(), lambda: datetime.fromtimestamp(a.timestamp(), s), lambda: datetime.fromtimestamp(0, e), lambda: datetime.combine(date(2024, 5, 5), time(3, tzinfo=s))):
    show(f)
try:
    class Sub(timezone): pass
except TypeError as x:
    print(x)
