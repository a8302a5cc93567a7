for text in ("12", " 12 ", "-7", "+7", "1_000", "0012", "\t5\n"):
    print(repr(text), int(text))
for text, base in (("ff", 16), ("0xff", 16), ("0b101", 0), ("0o17", 0), ("z", 36), ("-101", 2), ("0xFF", 0)):
    print(text, base, int(text, base))
for bad in ("", "1.5", "abc", "1__0", "_1", "0x10", "--1", "1 2"):
    try:
        print(int(bad))
    except ValueError as e:
        print(e)
try:
    int("9", 8)
except ValueError as e:
    print(e)
