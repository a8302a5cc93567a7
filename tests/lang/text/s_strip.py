def err(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for s in ["", "  ", " a ", "\t\n a b \r\n", "\u2003é\u2003", "xxaxx", "éaé", "\x1fz\x1f"]:
    print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), repr(s.strip("x")), repr(s.strip("éa")), repr(s.lstrip("é")), repr(s.rstrip("é")), repr(s.strip("")))
err(lambda: "a".strip(1))
err(lambda: "a".lstrip(b"a"))
err(lambda: "a".rstrip(None))
s = "abc"
print(s.strip() is s)
