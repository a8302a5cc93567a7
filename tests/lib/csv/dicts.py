# DictReader and DictWriter.
import csv


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


lines = ["name,age\n", "Ann,3\n", "\n", "Bob\n", "Cy,5,extra,more\n"]
r = csv.DictReader(lines)
print(r.line_num, r.fieldnames, r.line_num)
for row in r:
    print(row, r.line_num)
print(list(csv.DictReader(lines, ["a", "b", "c"])), list(csv.DictReader(lines, fieldnames=["a", "b"], restkey="rest", restval="?")))
print(list(csv.DictReader([])), csv.DictReader([]).fieldnames, list(csv.DictReader(["a,b"])), list(csv.DictReader(["a;b", "1;2"], delimiter=";")))
print(list(csv.DictReader(["a\tb", "1\t2"], dialect="excel-tab")), list(csv.DictReader(["a,a", "1,2"])), csv.DictReader([], dialect="unix").dialect)
r = csv.DictReader(lines)
r.fieldnames = ["x", "y"]
print(next(r), type(next(r)).__name__)
attempt(csv.DictReader, 5)
attempt(csv.DictReader)
attempt(csv.DictReader, [], 5)
attempt(csv.DictReader, [], dialect="nope")
out = Out()
w = csv.DictWriter(out, ["name", "age"])
print(w.writeheader(), w.writerow({"name": "Ann", "age": 3}), w.writerow({"age": 4}), w.writerow({}), w.writerows([{"name": "x"}, {"age": 1, "name": "q,"}]))
print("".join(out.parts))
attempt(w.writerow, {"name": 1, "size": 2})
attempt(w.writerow, [1, 2])
attempt(csv.DictWriter, out, ["a"], extrasaction="maybe")
attempt(csv.DictWriter, out)
attempt(csv.DictWriter, 5, ["a"])
out = Out()
w = csv.DictWriter(out, ["a", "b"], restval="-", extrasaction="IGNORE", delimiter=";", quoting=csv.QUOTE_ALL)
w.writerow({"a": 1, "z": 9})
w.writeheader()
print(out.parts, w.fieldnames, w.restval, w.extrasaction)
copied = Out()
w = csv.DictWriter(copied, ["name", "age"], lineterminator="\n")
w.writeheader()
w.writerows(row for row in csv.DictReader(lines[:2]))
print("".join(copied.parts) == "".join(lines[:2]))
