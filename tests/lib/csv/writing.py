# The writer: quoting, escapes, types of fields, errors; what is written can be read.
import csv
import random


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


class Out:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)
        return len(s)


def written(rows, *args, **kw):
    out = Out()
    csv.writer(out, *args, **kw).writerows(rows)
    return "".join(out.parts)


rows = [["a", 1, 2.5, None, True], [], [""], [None], ["", ""], ["a,b", 'q"q', "n\nl", "c\rr", " s ", "é日"], ["'", "\\", ";", "\t"], [1 + 2j, [1], (2,), {"k": 1}]]
for kw in ({}, dict(quoting=csv.QUOTE_ALL), dict(quoting=csv.QUOTE_NONNUMERIC), dict(delimiter=";"), dict(quotechar="'"), dict(lineterminator="|\n"),
           dict(doublequote=False, escapechar="\\"), dict(dialect="unix"), dict(dialect="excel-tab"), dict(escapechar="a"), dict(lineterminator="")):
    print(kw, end=" ")
    attempt(written, rows, **kw)
for row in rows:
    for kw in (dict(quoting=csv.QUOTE_NONE), dict(quoting=csv.QUOTE_NONE, escapechar="\\"), dict(doublequote=False), dict(quotechar=None),
               dict(quoting=csv.QUOTE_NONE, escapechar="\\", quotechar=None)):
        attempt(written, [row], **kw)
w = csv.writer(Out())
print(w.writerow(["ab", "c"]), w.writerow([]), w.writerow("xyz"), w.writerow({"k": 1, "l": 2}), w.writerow(iter([1])), w.writerows([]), w.dialect.delimiter)
attempt(w.writerow, 5)
attempt(w.writerow)
attempt(w.writerow, [1], [2])
attempt(w.writerows, 5)
attempt(w.writerows, [[1], 5])
attempt(w.writerow, None)


class Text:
    def __str__(self):
        return "custom,text"


class Bad:
    def __str__(self):
        raise ValueError("no text")


class NoText:
    def __str__(self):
        return 5


class Number:
    def __float__(self):
        return 1.0


print(written([[Text(), 1]]), written([[Number.__name__, 5, "5"]], quoting=csv.QUOTE_NONNUMERIC))
attempt(written, [[Bad()]])
attempt(written, [[NoText()]])


def faulty():
    yield 1
    raise KeyError("k")


attempt(written, [faulty()])


class Broken:
    def write(self, s):
        raise OSError("full")


attempt(csv.writer(Broken()).writerow, [1])
out = Out()
w = csv.writer(out)
attempt(w.writerows, [[1], [Bad()], [2]])
print(out.parts)
random.seed(9)
for i in range(150):
    rows = [["".join(random.choice("ab,;\"'\\\n\r 1é") for _ in range(random.randrange(6))) for _ in range(random.randrange(1, 4))] for _ in range(3)]
    kw = dict(delimiter=random.choice(",; "), quotechar=random.choice("\"'"), quoting=random.choice([0, 1, 3]),
              **random.choice([dict(doublequote=True), dict(doublequote=False, escapechar="\\"), dict(escapechar="\\")]))
    try:
        text = written(rows, **kw)
    except csv.Error as e:
        print(e)
        continue
    if i < 40:
        print(repr(text))
    if kw["quoting"] == 1:
        assert list(csv.reader(text.splitlines(keepends=True), **kw)) == rows or "\r" in text, (rows, text)
print("done")
