"""A web server's log: parsed with a regular expression, counted, grouped by time, summarised."""
import re
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

LOG = """\
10.0.0.1 - - [12/Mar/2024:10:15:32 +0100] "GET /index.html HTTP/1.1" 200 5120 "-" "Mozilla/5.0"
10.0.0.2 - ann [12/Mar/2024:10:15:40 +0100] "GET /cart?id=7&q=a%20b HTTP/1.1" 200 812 "-" "curl/7.88"
10.0.0.1 - - [12/Mar/2024:10:16:01 +0100] "POST /cart HTTP/1.1" 302 - "-" "Mozilla/5.0"
this line is broken
10.0.0.3 - - [12/Mar/2024:10:59:59 +0100] "GET /missing HTTP/1.1" 404 209 "http://example.com/" "bot/1 (+http://bot)"
10.0.0.3 - - [12/Mar/2024:09:59:59 +0000] "GET /missing HTTP/1.1" 404 209 "-" "bot/1"
10.0.0.2 - ann [12/Mar/2024:11:20:00 +0100] "DELETE /cart/7 HTTP/1.1" 500 31 "-" "curl/7.88"

10.0.0.4 - - [13/Mar/2024:00:00:00 -0530] "GET / HTTP/2" 200 99999 "-" "Mozilla/5.0"
10.0.0.1 - - [31/Feb/2024:00:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "x"
10.0.0.1 - - [13/Mar/2024:07:45:10 +0000] "GET /static/app.js HTTP/1.1" 304 0 "-" "Mozilla/5.0"
"""

LINE = re.compile(
    r"""^(?P<host>[\d.]+)\s-\s(?P<user>\S+)\s
        \[(?P<time>[^]]+)\]\s
        "(?P<method>[A-Z]+)\s(?P<path>[^\s?"]+)(?:\?(?P<query>[^\s"]*))?\s(?P<protocol>HTTP/[\d.]+)"\s
        (?P<status>\d{3})\s(?P<size>\d+|-)
        \s"(?P<referrer>[^"]*)"\s"(?P<agent>[^"]*)"$""",
    re.VERBOSE | re.MULTILINE,
)


class Record(NamedTuple):
    host: str
    user: str | None
    time: datetime
    method: str
    path: str
    status: int
    size: int
    agent: str = "?"

    @property
    def section(self):
        return "/" + self.path.split("/")[1]

    @property
    def failed(self):
        return self.status >= 400


def parse(text):
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        if (m := LINE.match(line)) is None:
            print(f"line {number}: cannot parse {line[:30]!r}")
            continue
        try:
            when = datetime.strptime(m["time"], "%d/%b/%Y:%H:%M:%S %z")
        except ValueError as e:
            print(f"line {number}: {e}")
            continue
        d = m.groupdict(default="")
        yield Record(d["host"], None if d["user"] == "-" else d["user"], when, d["method"], d["path"],
                     int(d["status"]), int(d["size"].replace("-", "0")), d["agent"])


records = sorted(parse(LOG), key=attrgetter("time"))
for r in records:
    print(f"{r.time.astimezone(timezone.utc):%Y-%m-%dT%H:%M:%SZ} {r.host:<9} {r.method:>6} {r.path:<16} {r.status} {r.size:>7,}")

print("by status:", Counter(r.status for r in records).most_common(2), Counter(f"{r.status // 100}xx" for r in records))
print("by host:", sorted(Counter(r.host for r in records).items(), key=lambda kv: (-kv[1], kv[0])))
sizes = defaultdict(int)
for r in records:
    sizes[r.section] += r.size
print("bytes:", dict(sorted(sizes.items(), key=itemgetter(1), reverse=True)))
for day, group in groupby(records, key=lambda r: r.time.astimezone(timezone.utc).date()):
    group = list(group)
    print(f"{day:%A %d %B %Y} (week {day.isocalendar().week}): {len(group)} requests, {sum(r.failed for r in group)} failed")
hours = Counter(r.time.astimezone(timezone(timedelta(hours=1))).hour for r in records)
for hour in sorted(hours):
    print(f"  {hour:02}h {'*' * hours[hour]}")
span = records[-1].time - records[0].time
print(span, span.total_seconds(), span // timedelta(hours=1), span % timedelta(hours=1), repr(span))
gaps = [b.time - a.time for a, b in zip(records, records[1:])]
print("longest gap", max(gaps), "mean", sum(gaps, timedelta()) / len(gaps))
print(records[0]._replace(agent="x"), records[0]._asdict()["time"].isoformat(), records[0][-1])
errors = Counter(r.path for r in records if r.failed)
errors.subtract({"/missing": 1, "/new": 2})
print(errors, +errors, -errors, errors.total(), list(Counter(a=2, b=0).elements()))
print((Counter("abca") + Counter("cd")).most_common(), Counter("aab") & Counter("abb"), Counter("aab") | Counter("abb"), Counter("aab") - Counter("ab"), Counter("ab") <= Counter("aab"))

print(re.sub(r"(\d+)\.(\d+)\.(\d+)\.\d+", r"\1.\2.\g<3>.x", LOG.splitlines()[0])[:30])
print(re.findall(r"\b([A-Z]+) (/\S*)", LOG)[:3])
print(re.split(r"[&=?]", "/cart?id=7&q=a%20b"), re.split(r"(-)", "a-b-c", maxsplit=1))
print(re.sub(r"%([0-9a-fA-F]{2})", lambda m: chr(int(m[1], 16)), "a%20b%2Fc"), re.subn("a", "b", "banana", 2))
m = LINE.search(LOG)
print(m.span("time"), m.lastgroup, m.lastindex, len(m.groups()), m.start(), m.group("host", "status"), LINE.groupindex["agent"])
print(m, re.escape("a.b*c d"), bool(re.fullmatch(r"\w+", "été")), re.findall(r"(?i)MOZ\w+", LOG)[:1], re.compile("x", re.I))
for bad in ["(", "a**", "[z-a]", "(?P<n>a)(?P<n>b)", r"\1", "(?<=a+)b", "*a", "(?P=x)", "x{3,1}", "[", "\\"]:
    try:
        re.compile(bad)
        print(bad, "fine")
    except re.error as e:
        print(f"{bad!r}: {e} / {e.msg} {e.pos}")
for text, fmt in [("2024-13-01", "%Y-%m-%d"), ("2024-01-01x", "%Y-%m-%d"), ("24", "%y"), ("Tue 5 Mar 2024 01:02 PM", "%a %d %b %Y %I:%M %p"), ("x", "%Q")]:
    try:
        print(datetime.strptime(text, fmt))
    except ValueError as e:
        print(e)
for call in (lambda: datetime(2024, 2, 30), lambda: datetime.fromisoformat("2024-1-1"), lambda: datetime(2024, 1, 1) - records[0].time,
             lambda: records[0].time < datetime(2024, 1, 1), lambda: datetime.max + timedelta(1), lambda: timedelta(days=10 ** 10), lambda: m["nope"]):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(datetime.fromisoformat("2024-02-29T12:30:45.5+05:30"), datetime(2024, 2, 29).replace(year=2023, day=28).strftime("%j %U %A %x %X %p"), datetime(1, 1, 1).isoformat(" ", "minutes"))
