"""A sales report out of CSV: DictReader, grouping, pivoting, aligned tables, wrapped notes."""
import csv
import io
import statistics
import string
import textwrap
from collections import defaultdict
from datetime import date
from pprint import pformat, pprint

DATA = '''region,product,units,price,date,note
North,"Widget, large",10,2.50,2024-01-15,"said ""fine"""
South,Widget small,25,1.25,2024-01-20,
North,Gadget,3,19.99,2024-02-03,"two
lines"
East,Gadget,7,18.75,2024-02-11,rush
South,"Widget, large",4,2.75,2024-03-01,
North,Widget small,none,1.30,2024-03-09,broken units
East,Widget small,40,1.10,2024-03-30,x,extra
West
'''


class Row:
    def __init__(self, raw, line):
        try:
            self.units = int(raw["units"])
            self.price = float(raw["price"])
            self.date = date.fromisoformat(raw["date"])
        except (TypeError, ValueError) as e:
            raise ValueError(f"line {line}") from e
        self.region, self.product, self.note = raw["region"], raw["product"], raw["note"]

    @property
    def total(self):
        return self.units * self.price


rows, reader = [], csv.DictReader(io.StringIO(DATA), restkey="more", restval=None)
print(reader.fieldnames)
for raw in reader:
    try:
        rows.append(Row(raw, reader.line_num))
    except ValueError as e:
        print(f"{e}: {type(e.__cause__).__name__}: {e.__cause__}; {raw.get('more')}")

headers = ["Region", "Product", "Units", "Price", "Total", "Month"]
widths = [8, 15, 6, 8, 10, 5]
line = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
print(line)
print("|" + "|".join(f" {h:^{w}} " for h, w in zip(headers, widths)) + "|")
print(line.replace("-", "="))
for r in sorted(rows, key=lambda r: (r.region, -r.total)):
    print(f"| {r.region:<8} | {r.product!s:.<15} | {r.units:>6d} | {r.price:>8.2f} | {r.total:>10,.2f} | {r.date:%b}   |")
print(line)

pivot = defaultdict(lambda: defaultdict(float))
for r in rows:
    pivot[r.product][r.region] += r.total
regions = sorted({r.region for r in rows})
print(f"{'':15}" + "".join(f"{r:>10}" for r in regions))
for product, cells in sorted(pivot.items()):
    print(f"{product:15}" + "".join(f"{cells[r]:>10.2f}" if r in cells else f"{'-':>10}" for r in regions))
totals = [r.total for r in rows]
print(f"sum {sum(totals):.2f} mean {statistics.mean(totals):.3f} median {statistics.median(totals)} stdev {statistics.pstdev(totals):.4f}")
best = max(rows, key=lambda r: r.total)
print(f"{best.product=} {best.total=:.1f} {best.units / sum(r.units for r in rows):.1%}")

note = """The report covers the first quarter. Figures in it are unaudited;    they may
change.\n\nSee the-very-long-hyphenated-appendix-name-for-details or https://example.com/a/really/long/path/to/some/file.html for more."""
print(textwrap.fill(note, 40, initial_indent="  * ", subsequent_indent="    "))
print(textwrap.wrap(note, 30, break_long_words=False, break_on_hyphens=False)[:6], textwrap.shorten(note, 40, placeholder="..."))
print(textwrap.indent(textwrap.dedent("""\
    def f():
        return 1

    f()
    """), "> "))
print(string.Template("$who owes $$${amount} to ${to}").safe_substitute(who="Ann", amount=5), string.capwords("the  quick fox"))
try:
    string.Template("$who $missing").substitute(who=1)
except KeyError as e:
    print("KeyError", e)

out = io.StringIO()
writer = csv.writer(out, lineterminator="\n")
writer.writerow(["a,b", 'say "x"', None, 1.0, "new\nline", "", True])
writer.writerows([[1, 2], ["x", "y z"]])
tabs = csv.DictWriter(out, ["name", "n"], delimiter="\t", quoting=csv.QUOTE_NONNUMERIC, extrasaction="ignore", lineterminator="\r\n")
tabs.writeheader()
tabs.writerow({"name": "t", "n": 2.5, "other": 3})
print(repr(out.getvalue()))
print(list(csv.reader(io.StringIO(out.getvalue()))))
print(list(csv.reader(["a;'b;c';d", "1; 2;3"], delimiter=";", quotechar="'", skipinitialspace=True)), list(csv.reader(['1,"2",x'][:1], quoting=csv.QUOTE_NONE)))
for call in (lambda: csv.DictWriter(out, ["a"]).writerow({"b": 1}), lambda: list(csv.reader(["a,b"], delimiter="ab")), lambda: list(csv.reader(['"a'], strict=True)),
             lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.writer(out).writerow(3), lambda: list(csv.reader(["1,x"], quoting=csv.QUOTE_NONNUMERIC)),
             lambda: csv.get_dialect("none"), lambda: list(csv.reader([1]))):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

values = [0, 7, -42, 1234567, 3.14159, -0.5, 1e20, 1e-7, float("inf")]
for spec in ["", "+", " ", ",", "_", "e", ".3g", ">12", "*^14", "=+12", "012.3f", "%", "n", "x<8"]:
    print(f"{spec:8}", *(format(v, spec) for v in values), sep="|")
for value, spec in [(255, "#x"), (255, "#010b"), (255, "o"), (65, "c"), (1000000, "_x"), (12, "^+7d"), ("text", ".2"), ("text", "*>8"), (True, "d"), (2 + 3j, ".1f"), (1e6, ",.0f")]:
    print(f"{spec} {value!r} {value:{spec}}", end="; ")
print()
for value, spec in [("x", "d"), (1.5, "d"), (1, ".2d"), ([], "5"), (1, "q"), ("x", "="), (3, ",s"), (1, "10.f2")]:
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print("%-8s|%5.1f%%|%+d|%05d|%#x|%r|%c" % ("ab", 12.345, 5, 42, 255, "q", "z"))
nested = {"regions": {r: [round(x.total, 2) for x in rows if x.region == r] for r in regions}, "config": {"deep": {"list": list(range(30)), "text": "word " * 20}}, "set": {3, 1, 2}}
pprint(nested, width=60)
print(pformat(nested, depth=2, compact=True, indent=2))
