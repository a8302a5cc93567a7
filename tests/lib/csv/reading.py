# The reader: quoting, escapes, line ends, several lines a record, strictness, numbers, random input in all dialects.
import csv
import random


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


def read(lines, *args, **kw):
    return list(csv.reader(lines, *args, **kw))


for lines in (["a,b,c"], ["a,b,\n", "\n", "\r\n", "c\n"], ['"a,b",c'], ['"a""b",""'], ['"a\n', 'b",c\n'], ['a"b"c'], ['"a"b,c'], [' "a", b'], [""], [],
              ['"'], ['"a'], ['"a\n'], ["a\rb"], ["a\r"], ["a\r\n\n"], ["a\n\rb"], ["a\0b"], ['""'], ['"",""'], [",,"], ["é,日本,\U0001F600"], ['"a"\n', '"b"'],
              ["a b,  c ,\td"], ["1,2.5,abc"], ['"a" ,b'], ["\ufeffa,b"]):
    print(lines, end=" ")
    attempt(read, lines)
    attempt(read, lines, strict=True)
    attempt(read, lines, skipinitialspace=True)
attempt(read, ["a\\,b,c"], escapechar="\\")
attempt(read, ["a\\\n", "b"], escapechar="\\")
attempt(read, ["a\\"], escapechar="\\")
attempt(read, ['"a\\"b",c', '"a\\'], escapechar="\\", doublequote=False)
attempt(read, ["a\\\nb,c", "d"], escapechar="\\", quoting=3)
attempt(read, ['"a""b"'], doublequote=False)
attempt(read, ['1,"2",3.5,"x"'], quoting=csv.QUOTE_NONNUMERIC)
attempt(read, ["1,x"], quoting=csv.QUOTE_NONNUMERIC)
attempt(read, ["1,,2"], quoting=csv.QUOTE_NONNUMERIC)
attempt(read, ["nan,inf,-1e3"], quoting=csv.QUOTE_NONNUMERIC)
attempt(read, ['"a",b'], quoting=csv.QUOTE_NONE)
attempt(read, ["aéb日c"], delimiter="é")
attempt(read, ["日a日é日b"], quotechar="日", delimiter="é")
attempt(read, ["a b  c"], delimiter=" ")
attempt(read, ["a\tb"], "excel-tab")
attempt(read, [5])
attempt(read, [b"a"])
attempt(read, ["a", None])
attempt(read, 5)
r = csv.reader(["a\n", '"b\n', 'c"\n', "d\n"])
print(r.line_num, next(r), r.line_num, next(r), r.line_num, next(r), r.line_num, next(r, "end"), iter(r) is r)


def faulty():
    yield "a,b"
    raise OSError("disk")


r = csv.reader(faulty())
print(next(r))
attempt(next, r)
r = csv.reader(['"x"y', "fine"], strict=True)
attempt(next, r)
print(next(r))
random.seed(4)
errors = 0
for i in range(400):
    lines = ["".join(random.choice("ab,;\"'\\\n\r 1") for _ in range(random.randrange(8))) for _ in range(3)]
    kw = dict(delimiter=random.choice(",; "), quotechar=random.choice("\"'"), doublequote=random.random() < 0.5, skipinitialspace=random.random() < 0.3,
              strict=random.random() < 0.2, quoting=random.choice([0, 0, 1, 3]), escapechar=random.choice([None, "\\"]))
    try:
        result = read(lines, **kw)
    except csv.Error as e:
        result = str(e)
        errors += 1
    if i < 120:
        print(lines, result)
    else:
        print(sum(map(len, result)) if isinstance(result, list) else result[:10], end=" ")
print(errors)
big = ["%d,%s,%s" % (i, "x" * (i % 50), '"q,%d"' % i) for i in range(3000)]
print(sum(len(row[1]) + len(row) for row in csv.reader(big)))
