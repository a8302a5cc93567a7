# Dialects: attributes, checks, the registry, field_size_limit, errors of reader() and writer().
import csv


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


names = "delimiter doublequote escapechar lineterminator quotechar quoting skipinitialspace strict".split()


def show(**kw):
    d = csv.reader([], **kw).dialect
    return [getattr(d, n) for n in names]


for kw in [dict(delimiter=""), dict(delimiter=5), dict(delimiter=None), dict(delimiter="ab"), dict(quotechar=""), dict(quotechar="ab"), dict(quotechar=5),
           dict(quotechar=None), dict(escapechar=""), dict(escapechar=5), dict(escapechar="\\"), dict(lineterminator=None), dict(lineterminator=5),
           dict(lineterminator="ab"), dict(quoting=7), dict(quoting=-1), dict(quoting="a"), dict(quoting=True), dict(quoting=None), dict(strict=5),
           dict(skipinitialspace="x"), dict(doublequote=0), dict(foo=1), dict(quotechar=None, quoting=1), dict(dialect="nope"), dict(dialect=5),
           dict(dialect=None), dict(lineterminator=""), dict(delimiter="é", quotechar="日"), dict(dialect="unix", delimiter=";"), dict(dialect="excel-tab"),
           dict(dialect=csv.unix_dialect), dict(dialect=csv.excel()), dict(quoting=2**70)]:
    print({k: v if isinstance(v, (str, int, type(None))) else "obj" for k, v in kw.items()}, end=" ")
    attempt(show, **kw)
attempt(csv.reader)
attempt(csv.reader, 5)
attempt(csv.reader, [], "excel", 3)
attempt(csv.writer)
attempt(csv.writer, 5)
attempt(csv.reader, [], "nope")
print(type(csv.reader([])), type(csv.get_dialect("excel")), csv.Error, csv.list_dialects())
attempt(csv.register_dialect)
attempt(csv.register_dialect, 5)
attempt(csv.register_dialect, "a", delimiter="xx")
attempt(csv.register_dialect, "a", "b", "c")
attempt(csv.unregister_dialect, "zz")
attempt(csv.get_dialect, "zz")
attempt(csv.get_dialect, 5)
attempt(csv.field_size_limit, "a")
attempt(csv.field_size_limit, 1, 2)
print(csv.field_size_limit(), csv.field_size_limit(5), csv.field_size_limit())
print(list(csv.reader(["12345,é2345"])))
attempt(list, csv.reader(["123456"]))
attempt(list, csv.reader(["日本日本日本"]))
attempt(list, csv.reader(["a,'1 3 5 7'"], quotechar="'"))
csv.field_size_limit(131072)
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_NONE, escapechar="\\")
print(csv.list_dialects(), list(csv.reader(["a|b\\|c"], "pipes")), list(csv.reader(["a|b"], dialect="pipes")), csv.get_dialect("pipes").delimiter)
csv.register_dialect("pipes", "unix")
print(csv.get_dialect("pipes").delimiter)
csv.unregister_dialect("pipes")
print("pipes" in csv.list_dialects())
d = csv.get_dialect("excel")
print(csv.reader([], d).dialect is d, csv.reader([], d, delimiter=";").dialect is d)
for name in ("delimiter", "quotechar"):
    try:
        setattr(d, name, "x")
    except AttributeError:
        print("read-only")
attempt(csv.Dialect)


class Half(csv.Dialect):
    delimiter = ";"


class Full(Half):
    quotechar = "'"
    quoting = csv.QUOTE_MINIMAL
    lineterminator = "\n"


attempt(Half)
print(list(csv.reader(["a;'b;c'"], Full)), list(csv.reader(["a;'b;c'"], Full())), Full._valid, Full()._valid)
csv.register_dialect("full", Full)
print(csv.get_dialect("full").quotechar, csv.get_dialect("full").skipinitialspace)
print(csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE, issubclass(csv.Error, Exception))
