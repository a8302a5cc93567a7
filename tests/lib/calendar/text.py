import calendar as c
print(c.month(2024, 2)); print(c.month(2024, 2, 5, 2)); print(c.calendar(2024)); print(c.calendar(2023, 3, 2, 4, 4))
c.prmonth(2000, 1); c.prcal(2025)
c.setfirstweekday(c.SUNDAY)
print(c.month(2024, 2)); print(c.weekheader(3)); print(c.firstweekday())
t = c.TextCalendar(2)
print(t.formatmonth(1999, 12, 10)); print(t.formatyear(2001, m=1)[:300]); t.prmonth(2024, 9); t.pryear(2022, m=2)
print(t.formatmonthname(2024, 5, 20, False) + "|", t.formatday(3, 0, 6) + "|", t.formatday(0, 0, 6) + "|")
