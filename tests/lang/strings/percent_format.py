print("%s and %r" % ("a", "b"), "%d" % 5, "%5d|%-5d|%05d" % (1, 2, 3), "%.2f" % 3.14159, "%x %X %o" % (255, 255, 8), "%c%c" % (65, "b"), "%%", "%e" % 12345.678)
print("%(name)s is %(age)d" % {"name": "Ann", "age": 30}, "%s" % [1, 2], "%s" % None, "%+d % d" % (3, 3), "%10.3s|" % "abcdef", "%*d" % (5, 42), "%g" % 1e10, "%i" % 3.7, "%#x" % 255)
for f in (lambda: "%d" % "a", lambda: "%s %s" % ("a",), lambda: "%s" % ("a", "b"), lambda: "%z" % 1, lambda: "%(a)s" % {}, lambda: "%c" % "ab"):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
