print("a b  c".split(), "a b  c".split(" "), " a b ".split(), "".split(), "".split(","), "a,b,,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1))
print("a b c d".split(None, 2), "l1\nl2\r\nl3".splitlines(), "l1\nl2\n".splitlines(True), "a--b--c".partition("--"), "abc".partition("x"), "a--b--c".rpartition("--"))
print(",".join(["a", "b"]), "".join([]), "-".join("abc"), ", ".join(str(i) for i in range(3)))
try:
    ",".join(["a", 1])
except TypeError as e:
    print(e)
try:
    "a".split("")
except ValueError as e:
    print(e)
