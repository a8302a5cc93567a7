import calendar as c
h = c.HTMLCalendar(c.SUNDAY)
print(h.formatmonth(2024, 2)); print(h.formatyear(2024, 4)[:900]); print(h.formatyearpage(2024)[:600]); print(h.formatmonth(2024, 3, False)[:300])
class Mine(c.HTMLCalendar):
    cssclass_month = "m"
    def formatday(self, day, weekday):
        return f"<td>{day or '-'}</td>"
print(Mine().formatmonth(2023, 11))
