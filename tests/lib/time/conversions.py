import time, os
print(time.gmtime(0), time.gmtime(-1), time.gmtime(1.9)[5], time.gmtime(-0.5)[5], time.gmtime(2**33)[:6])
print(time.asctime(time.gmtime(0)), time.asctime((2024, 2, 29, 1, 2, 3, 3, 60, 0)), time.asctime((99999, 2, 9, 1, 2, 3, 6, 60, 0)))
for form in ("%Y-%m-%d %H:%M:%S", "%a %A %b %B %d %j", "%I %p %y %U %w %W", "%c|%x|%X", "%%", "", "%Z", "é %Y ü", "%e %D %T"):
    print(repr(time.strftime(form, (2024, 2, 29, 13, 2, 3, 3, 60, 0))))
for name in ("UTC", "EST5EDT", "CET-1CEST,M3.5.0,M10.5.0/3", "NZST-12NZDT,M9.5.0,M4.1.0/3"):
    os.environ["TZ"] = name
    time.tzset()
    l = time.localtime(1720000000)
    print(name, time.tzname, time.timezone, time.altzone, time.daylight, l, l.tm_zone, l.tm_gmtoff, time.mktime(l), time.ctime(0), time.strftime("%H %Z %z", l))
    from datetime import datetime
    d = datetime.fromtimestamp(1700000000)
    print(d, d.astimezone(), datetime(2024, 7, 1).timestamp(), datetime(2024, 7, 1).astimezone().isoformat())
    for n in (1729990800 - 3600, 1729990800, 1729990800 + 3600, 1730610000, 1730613600):
        x = datetime.fromtimestamp(n)
        print(repr(x), x.timestamp() == n)
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for f in (lambda: time.gmtime("a"), lambda: time.gmtime(1e30), lambda: time.gmtime(10**30), lambda: time.gmtime(float("nan")), lambda: time.gmtime(10**17), lambda: time.localtime(None) is not None, lambda: time.asctime(5), lambda: time.asctime((1, 2)), lambda: time.asctime((2024, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.strftime("%Y", (2024, 0, 0, 0, 0, 0, 0, 0, 0)),
          lambda: time.strftime("%Y", (2024, 1, 32, 0, 0, 0, 0, 1, 0)), lambda: time.strftime("%Y", (2024, 1, 1, 24, 0, 0, 0, 1, 0)), lambda: time.strftime("%Y", (2024, 1, 1, 0, 60, 0, 0, 1, 0)), lambda: time.strftime("%S", (2024, 1, 1, 0, 0, 61, 0, 1, 0)), lambda: time.strftime("%Y", (2024, 1, 1, 0, 0, 62, 0, 1, 0)), lambda: time.strftime("%a", (2024, 1, 1, 0, 0, 0, 7, 1, 0)), lambda: time.strftime("%a", (2024, 1, 1, 0, 0, 0, -2, 1, 0)), lambda: time.strftime("%j", (2024, 1, 1, 0, 0, 0, 0, 367, 0)),
          lambda: time.strftime("%Y", "x"), lambda: time.strftime(5), lambda: time.strftime("a\0b"), lambda: time.mktime(5), lambda: time.mktime((2024, 1, 1, 0, 0, 0, 0, 1, "x")), lambda: time.mktime((1,)), lambda: time.strftime("%Y", (2**40, 1, 1, 0, 0, 0, 0, 1, 0)), lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.get_clock_info("x"), lambda: time.clock_gettime("x"), lambda: time.clock_gettime(999), lambda: time.strftime("%Y", (5, 1, 1, 0, 0, 0, 0, 1, 0))):
    show(f)
