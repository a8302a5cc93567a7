"""Every native codec with every error handler."""
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, ascii(str(e)))
for d in [b'\xff', b'\x00\xd8', b'\x00\xd8a\0', b'\xfe\xff\xd8\0\0a', b'\x00\xdca\0', b'\x00\xdc\0', b'\x00\xdc\0\0', b'\x81', b'\\x1', b'\\', b'\\u12', b'\\Uffffffff', b'\\101\\200\\N', b'h\xc3\xa9', b'\xef\xbb\xbfhi', b'\xed\xa0\x80', b'a\x80b\xffc']:
    for enc in "utf-8 utf-8-sig ascii latin-1 utf-16 utf-16-le utf-16-be utf-32 utf-32-be cp1252 cp437 koi8-r iso8859-15 mac-roman unicode_escape raw_unicode_escape".split():
        for err in "strict ignore replace backslashreplace surrogateescape surrogatepass".split():
            t(lambda: d.decode(enc, err))
for s in ["abc", "h\xe9", "\u20ac\udc80\ud800x", "\U0001f600", "\n\\'\"\x7f\x80"]:
    for enc in "utf-8 utf-8-sig ascii latin-1 utf-16 utf-16-le utf-16-be utf-32 utf-32-be cp1252 cp437 koi8-r iso8859-15 mac-roman unicode_escape raw_unicode_escape".split():
        for err in "strict ignore replace backslashreplace surrogateescape surrogatepass xmlcharrefreplace".split():
            t(lambda: s.encode(enc, err))
t(lambda: "a".encode("rot13")); t(lambda: "a".encode("nope")); t(lambda: "a\u1234".encode("ascii", "nope"))
