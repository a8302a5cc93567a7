def err(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for enc in ("utf-8", "UTF8", "utf_8", "u8", "ascii", "US-ASCII", "latin-1", "latin1", "ISO-8859-1", "l1", "iso8859-1", "utf-8-sig"):
    err(lambda: "abc".encode(enc))
    err(lambda: "é".encode(enc))
    err(lambda: b"abc".decode(enc))
    err(lambda: b"\xc3\xa9".decode(enc))
err(lambda: "a€b".encode("latin-1"))
err(lambda: "aéèb".encode("ascii"))
err(lambda: "\ud800".encode())
err(lambda: "x\ud800\udc00".encode())
err(lambda: "😀".encode("ascii"))
for b in (b"\xff", b"a\xc3(", b"\xe2\x82", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xc0\x80", b"ok\x80", b"\xf8\x88", b"\xf4\x90\x80\x80"):
    err(lambda: b.decode())
err(lambda: b"a\xff".decode("ascii"))
for h in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"):
    print(h)
    err(lambda: "aé€😀\ud800\udc80z".encode("ascii", h))
    err(lambda: "aé€😀\ud800\udc80z".encode("utf-8", h))
    err(lambda: "aé€z".encode("latin-1", h))
    err(lambda: "\udc80\udcffz".encode("utf-8", h))
    err(lambda: "\udc80éz".encode("ascii", h))
    err(lambda: b"a\xff\xed\xa0\x80b\xe2\x82".decode("utf-8", h))
    err(lambda: b"a\xff\xfeb".decode("ascii", h))
err(lambda: "a".encode("nope"))
err(lambda: b"a".decode("X foo"))
err(lambda: "a".encode("ascii", "foo"))
err(lambda: "é".encode("ascii", "foo"))
err(lambda: b"\xff".decode("utf-8", "foo"))
err(lambda: "a".encode(1))
err(lambda: "a".encode(errors=None))
err(lambda: b"a".decode(errors=1))
try:
    b"ab\xff".decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
try:
    "a€".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, isinstance(e, ValueError))
print("é€😀".encode().decode() == "é€😀", bytes(range(256)).decode("latin-1").encode("latin-1") == bytes(range(256)))
print(b"\xff\xfe".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
