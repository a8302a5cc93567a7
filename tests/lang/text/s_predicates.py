tests = ["", " ", "a", "A", "aB", "1", "²", "½", "Ⅷ", "a1", "_a", "1a", "def", "\t\n", "\u2003", "Hello World", "HELLO", "hello", "\x00", "é", "中文", "٣", "ǅ", "a b", "\u00a0"]
names = ["isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper"]
for s in tests:
    print(repr(s), "".join("1" if getattr(s, n)() else "0" for n in names))
