print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{name}".format(name="x"), "{0[1]} {0[k]}".format({1: "one", "k": "kay"}), "{0.real}".format(5), "{:>5}|{:<5}|{:^5}".format("a", "b", "c"))
print("{{}}".format(), "{!r} {!s} {!a}".format("é", "é", "é"), "{:{}}".format("x", 5), "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{0:,}".format(1234567))
for f in (lambda: "{} {}".format(1), lambda: "{a}".format(), lambda: "{0} {}".format(1, 2), lambda: "{".format(), lambda: "}".format(), lambda: "{:d}".format("a"), lambda: "{!z}".format(1)):
    try:
        print(f())
    except (IndexError, KeyError, ValueError) as e:
        print(type(e).__name__, e)
