from datetime import date as D, timedelta as T, datetime
def show(f):
    try:
        r = f()
        print(repr(r), r)
    except Exception as e:
        print(type(e).__name__, e)
d = D(2024, 2, 29)
for f in (lambda: d, lambda: D(1, 1, 1), lambda: D(9999, 12, 31), lambda: D(0, 1, 1), lambda: D(10000, 1, 1), lambda: D(2024, 0, 1), lambda: D(2024, 13, 1), lambda: D(2023, 2, 29), lambda: D(2024, 4, 31), lambda: D(2024, 1, 0),
          lambda: D(), lambda: D(2024), lambda: D(2024, 1), lambda: D("2024", 1, 1), lambda: D(2024.0, 1, 1), lambda: D(year=2024, month=5, day=6), lambda: D(None, 1, 1),
          lambda: D.min, lambda: D.max, lambda: D.resolution, lambda: d.year, lambda: d.month, lambda: d.day,
          lambda: d + T(1), lambda: d - T(1), lambda: T(366) + d, lambda: d - D(2023, 2, 28), lambda: D(2023, 1, 1) - d, lambda: d + 1, lambda: 1 + d, lambda: d - 1, lambda: d + d, lambda: D.max + T(1), lambda: D.min - T(1), lambda: d + T(hours=23), lambda: d - T(hours=1), lambda: d + T(hours=-1),
          lambda: d < D(2024, 3, 1), lambda: d == D(2024, 2, 29), lambda: d != D(2024, 2, 29), lambda: d >= D(2024, 3, 1), lambda: d < 5, lambda: d == 5, lambda: d == "2024-02-29", lambda: d > None,
          lambda: d < datetime(2024, 2, 29), lambda: d == datetime(2024, 2, 29), lambda: datetime(2024, 2, 29) == d, lambda: datetime(2024, 2, 29) < d, lambda: datetime(2024, 2, 29) != d,
          lambda: hash(d) == hash(D(2024, 2, 29)), lambda: bool(D.min), lambda: d.toordinal(), lambda: D.fromordinal(738945), lambda: D.fromordinal(1), lambda: D.fromordinal(0), lambda: D.fromordinal(3652059), lambda: D.fromordinal(3652060), lambda: D.fromordinal("a"), lambda: D.fromordinal(1.5),
          lambda: d.weekday(), lambda: d.isoweekday(), lambda: d.isocalendar(), lambda: d.isocalendar().week, lambda: d.isocalendar()[0], lambda: tuple(d.isocalendar()), lambda: D(2021, 1, 3).isocalendar(), lambda: D(2020, 12, 31).isocalendar(), lambda: D(2019, 12, 30).isocalendar(), lambda: D(9999, 12, 31).isocalendar(), lambda: D(1, 1, 1).isocalendar(),
          lambda: d.replace(day=1), lambda: d.replace(2023), lambda: d.replace(2023, 1, 1), lambda: d.replace(month=3, year=2020), lambda: d.replace(month=13), lambda: d.replace(2023, day=29),
          lambda: d.isoformat(), lambda: str(d), lambda: D(5, 1, 2).isoformat(), lambda: d.ctime(), lambda: d.strftime("%Y/%m/%d %j %a %A %b %B %U %w %%"), lambda: d.strftime(""), lambda: d.strftime(5), lambda: f"{d:%d.%m.%Y}", lambda: format(d), lambda: format(d, "x"), lambda: d.__format__(3), lambda: d.strftime("%H:%M:%S %f"),
          lambda: d.timetuple(), lambda: d.timetuple().tm_yday, lambda: D.fromisoformat("2024-02-29"), lambda: D.fromisoformat("20240229"), lambda: D.fromisoformat("2024-W09-4"), lambda: D.fromisoformat("2024W094"), lambda: D.fromisoformat("2024-W09"), lambda: D.fromisoformat("2024W09"),
          lambda: D.fromisoformat("2024-2-29"), lambda: D.fromisoformat("2024-13-01"), lambda: D.fromisoformat("2024-02-30"), lambda: D.fromisoformat("abc"), lambda: D.fromisoformat(""), lambda: D.fromisoformat(5), lambda: D.fromisoformat("2024-0229"), lambda: D.fromisoformat("202402-29"), lambda: D.fromisoformat("2024-W60-1"), lambda: D.fromisoformat("2024-W01-8"), lambda: D.fromisoformat("2024-02-29T00:00"), lambda: D.fromisoformat("2024/02/29"),
          lambda: D.fromisocalendar(2020, 53, 5), lambda: D.fromisocalendar(2021, 53, 5), lambda: D.fromisocalendar(2021, 1, 8), lambda: D.fromisocalendar(2021, 0, 1), lambda: D.fromisocalendar(0, 1, 1), lambda: D.fromisocalendar(year=2021, week=2, day=3), lambda: D.fromisocalendar(2021, 54, 1), lambda: D.fromisocalendar(2015, 53, 7),
          lambda: D.fromtimestamp(86400 * 365.25 * 30), lambda: D.fromtimestamp("a"), lambda: d.__reduce__(), lambda: D(b"\x07\xe8\x02\x1d"), lambda: type(D.today()).__name__, lambda: d.foo):
    show(f)
for name in ("year", "month", "day"):
    try:
        setattr(d, name, 3)
    except AttributeError as e:
        print(e)
class Sub(D):
    extra = 5
    def next(self):
        return self + T(1)
s = Sub(2024, 1, 31)
print(s, repr(s), type(s.next()).__name__, s.next(), type(s.replace(day=3)).__name__, Sub.fromordinal(5), type(Sub.fromisoformat("2020-01-01")), s == D(2024, 1, 31), s - D(2024, 1, 1), Sub.min)
for year in range(1, 9999, 37):
    for month in (1, 2, 3, 12):
        x = D(year, month, 28)
        assert D.fromordinal(x.toordinal()) == x
        assert D.fromisocalendar(*x.isocalendar()) == x
print(sum(D.fromordinal(n).isocalendar().week for n in range(730000, 733000)), sum(D.fromordinal(n).day for n in range(700000, 740000, 7)))
print({D(2000, 1, 1): 1}[D(2000, 1, 1)], sorted([D(2001, 1, 1), D(2000, 5, 5), D(2000, 5, 4)]))
match d:
    case D(year=2024, month=m): print("matched", m)
