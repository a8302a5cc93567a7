def err(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for a in (1, 1.5, None, True, [1], (1,), {1: 2}, "x", b"x", 1j, range(3), 10**30, -0.0, 1e100):
    print(str(a), repr(a), ascii(a))
err(lambda: str())
err(lambda: str(object="q"))
err(lambda: str(b"\xc3\xa9", "utf-8"))
err(lambda: str(b"\xe9", "latin-1"))
err(lambda: str(b"\xff", errors="replace"))
err(lambda: str(bytearray(b"ab"), "ascii"))
err(lambda: str("a", "utf-8"))
err(lambda: str(1, "utf-8"))
err(lambda: str(b"a", 1))
err(lambda: str(encoding="x"))
print(ascii("é€😀\n"), repr("é€\x7f\u200b\ud800'"), repr("'\""), repr("\\\t\x00"), ascii(["é"]))
