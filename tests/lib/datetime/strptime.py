from datetime import datetime, timezone
import time
cases = [("2024-02-29 13:05:09", "%Y-%m-%d %H:%M:%S"), ("29 Feb 2024", "%d %b %Y"), ("29 february 24", "%d %B %y"), ("1/2/68", "%m/%d/%y"), ("1/2/69", "%m/%d/%y"), ("12:30 PM", "%I:%M %p"), ("12:30 am", "%I:%M %p"), ("01:05 pm", "%I:%M %p"),
         ("2024-060", "%Y-%j"), ("2024 09 4", "%G %V %u"), ("2024 09 Thu", "%G %V %a"), ("2024 8 3", "%Y %U %w"), ("2024 8 3", "%Y %W %w"), ("2024 0 1", "%Y %W %w"), ("10.5", "%S.%f"), ("10.123456", "%S.%f"), ("+0130", "%z"), ("-01:30:15", "%z"), ("Z", "%z"), ("+01:30:15.5", "%z"), ("UTC", "%Z"), ("gmt", "%Z"),
         ("Thu Feb 29 13:05:09 2024", "%c"), ("02/29/24", "%x"), ("13:05:09", "%X"), ("100%", "%j%%"), ("29Feb2024", "%d%b%Y"), ("20240229", "%Y%m%d"), ("111", "%m%d"), ("1 1", "%d %m"), ("  5", "%d"), (" 5", "%d"), ("5   6", "%d %m"), ("a5b", "a%db"), ("A5B", "a%db"), ("Monday", "%A"), ("mon", "%a"), ("Feb 29", "%b %d"), ("2024 Wednesday 10", "%Y %A %U"),
         ("abc", "%Y"), ("2024x", "%Y"), ("2024", "%Y-%m"), ("31 Feb 2024", "%d %b %Y"), ("13", "%m"), ("2024", "%Q"), ("2024", "%"), ("2024", "%Y%"), ("25", "%H"), ("61", "%S"), ("2024 09", "%Y %V"), ("2024 09", "%G %V"), ("2024 60", "%G %j"), ("5", "%V"), ("+01:3015", "%z"), ("2024-02-30", "%Y-%m-%d"), ("", ""), ("x", ""), ("", "%d"), ("1(2)", "%d(%m)"), ("5.6", "%d.%m"), ("5x6", "%d.%m"), ("2024 53 1", "%G %V %u"), ("366 2023", "%j %Y"), ("0 1", "%y %d"), ("99", "%y"), ("1999-1-2T3:4:5.06Z", "%Y-%m-%dT%H:%M:%S.%f%z"), ("12\n5", "%d %m"), ("12 5", "%d\t%m"), ("Sept 5", "%b %d"), ("may 5", "%b %d"), ("may 5", "%B %d")]
for text, form in cases:
    try:
        print(repr(text), repr(form), repr(datetime.strptime(text, form)))
    except Exception as e:
        print(repr(text), repr(form), type(e).__name__, e)
    try:
        r = time.strptime(text, form)
        print("   ", tuple(r), r.tm_zone, r.tm_gmtoff)
    except Exception as e:
        print("   ", type(e).__name__, e)
for args in ((5, "%d"), ("5", 5), ("5",), (), ("a", "b", "c")):
    try:
        print(datetime.strptime(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(time.strptime("Thu Feb 29 13:05:09 2024"))
class Sub(datetime): pass
print(type(Sub.strptime("2024", "%Y")).__name__)
for d in (datetime(2024, 2, 29, 23, 59, 59, 999999), datetime(1999, 12, 31, tzinfo=timezone.utc)):
    for form in ("%Y-%m-%dT%H:%M:%S.%f%z", "%c", "%d/%m/%y %I:%M:%S %p", "%A %d. %B %Y", "%j %Y"):
        if d.tzinfo is None and "%z" in form: continue
        print(datetime.strptime(d.strftime(form), form))
