def err(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for s in ["", "a", "ab", "abc", "é€"]:
    for w in (-1, 0, 1, 3, 4, 5, 8):
        print(repr(s.center(w)), repr(s.ljust(w, "*")), repr(s.rjust(w, "é")), repr(s.zfill(w)), end=" ")
    print()
print("+5".zfill(6), "-12".zfill(5), "--1".zfill(6), "-".zfill(3))
err(lambda: "a".center(5, ""))
err(lambda: "a".center(5, "xx"))
err(lambda: "a".center(5, 1))
err(lambda: "a".center("5"))
err(lambda: "a".ljust(2.0))
print(repr("a\tb\t\tcc\n\td".expandtabs()), repr("a\tb".expandtabs(4)), repr("a\tb".expandtabs(0)), repr("a\tb".expandtabs(1)), repr("é\tb".expandtabs(tabsize=3)), repr("a\tb".expandtabs(-3)))
