for c in "aé漢😀":
    print(c, len(c.encode()))
print(list("abc"), list(reversed("abc")), list(enumerate("ab")), [*"xy"], dict(zip("ab", (1, 2))))
a, b, *rest = "hello"
print(a, b, rest)
