"""tell() and seek() of text in several encodings, in the middle of everything."""
import io
text = "aé€😀\nzwei\nΩmega\r\nend"
for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252"):
    source = text if encoding not in ("latin-1", "cp1252") else "aé\nzwö\nmega\r\nend"
    b = io.BytesIO()
    t = io.TextIOWrapper(b, encoding=encoding, newline="")
    t.write(source); t.flush()
    raw = b.getvalue()
    t = io.TextIOWrapper(io.BytesIO(raw), encoding=encoding, newline="")
    marks = []
    got = ""
    while True:
        marks.append((t.tell(), len(got)))
        c = t.read(1)
        if not c:
            break
        got += c
    assert got == source
    print(encoding, raw[:8], [m[0] for m in marks])
    for at, n in marks:
        t.seek(at)
        assert t.read() == source[n:], (encoding, at, n)
    t.seek(0)
    print(repr(t.readline()), t.tell())
    t.seek(0, 2)
    print(t.tell(), repr(t.read()))
b = io.BytesIO(b"\xef\xbb\xbfabc")
t = io.TextIOWrapper(b, encoding="utf-8-sig")
print(t.read(1), t.tell(), t.seek(0), t.read())
b = io.BytesIO()
t = io.TextIOWrapper(b, encoding="utf-16")
t.write("one"); t.seek(0, 2); t.write("two"); t.flush()
print(b.getvalue())
t.seek(0); print(t.read()); t.seek(0); t.write("ONE"); t.flush(); print(b.getvalue())
t.truncate(4); print(b.getvalue())
