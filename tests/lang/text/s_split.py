def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for s in ["", " ", "a", " a b  c ", "a,b,,c", "\u2003x\u2003y\x1fz", "aXXbXXXc", "é è é"]:
    for args in ((), (None, 0), (None, 1), (None, 2), (",",), (",", 1), ("X",), ("XX", 1), ("é",), (" ", -1), (" ", 2)):
        print(s.split(*args), s.rsplit(*args))
print("a b c".split(maxsplit=1), "a-b-c".rsplit(sep="-", maxsplit=1))
for s in ["", "a", "a\n", "a\nb", "a\r\nb\rc\n\nd", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i", "\n", "\r\n\r\n"]:
    print(s.splitlines(), s.splitlines(True), s.splitlines(keepends=False))
err(lambda: "a".split(""))
err(lambda: "a".split(1))
err(lambda: "a".rsplit(""))
err(lambda: "a".partition(""))
err(lambda: "a".partition(1))
for s in ["a=b=c", "abc", "=", "é=è"]:
    print(s.partition("="), s.rpartition("="))
t = "x"
print(t.partition("y")[0] is t, t.split()[0] is t)
