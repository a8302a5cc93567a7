import calendar as c, time
print(c.isleap(2024), c.isleap(1900), c.isleap(2000), c.leapdays(1900, 2001), c.weekday(2024, 2, 29), c.monthrange(2024, 2), c.monthrange(2023, 2), c.timegm((2024, 2, 29, 12, 30, 15)), c.timegm(time.gmtime(1234567890)))
print(list(c.month_name), list(c.month_abbr), list(c.day_name), list(c.day_abbr), c.month_name[3], c.day_name[-1], c.month_abbr[1:3], len(c.month_name))
for f in (lambda: c.monthrange(2024, 13), lambda: c.monthrange(2024, 0), lambda: c.setfirstweekday(7), lambda: c.month_name[13], lambda: c.weekday(2024, 2, 30), lambda: c.month(2024, 13)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(c.MONDAY, c.SUNDAY, c.January, c.February, c.firstweekday(), c.weekday(12024, 2, 29))
print(c.monthcalendar(2024, 2))
k = c.Calendar(6)
print(list(k.iterweekdays()), k.monthdayscalendar(2024, 2)[0], k.monthdays2calendar(2024, 2)[-1], k.firstweekday)
print(list(k.itermonthdays(2023, 2)), list(k.itermonthdays3(2024, 1))[:3], list(k.itermonthdays4(2024, 12))[-3:], list(k.itermonthdays2(2024, 3))[:3])
print([d.isoformat() for d in k.itermonthdates(2024, 9)][:8], k.monthdatescalendar(2024, 2)[0][0])
print(len(k.yeardatescalendar(2024)), len(k.yeardayscalendar(2024, 4)[0]), k.yeardays2calendar(2024)[0][0][0])
