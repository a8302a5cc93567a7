"""Line ends: every newline= for reading and writing, the newlines attribute, positions."""
import io
data = b"one\ntwo\r\nthree\rfour\r\n\r\rend"
for newline in (None, "", "\n", "\r", "\r\n"):
    t = io.TextIOWrapper(io.BytesIO(data), encoding="ascii", newline=newline)
    print(repr(newline), list(t), t.newlines)
    t = io.TextIOWrapper(io.BytesIO(data), newline=newline)
    print(repr(t.read()), t.newlines)
    t = io.TextIOWrapper(io.BytesIO(data), newline=newline)
    out = []
    while piece := t.read(3):
        out.append((piece, t.tell()))
    print(out)
    t = io.TextIOWrapper(io.BytesIO(data), newline=newline)
    out = []
    while True:
        at = t.tell()
        line = t.readline()
        if not line:
            break
        out.append((at, line))
    print(out)
    for at, line in out:
        t.seek(at)
        assert t.readline() == line, (newline, at, line)
    b = io.BytesIO()
    t = io.TextIOWrapper(b, newline=newline)
    t.write("a\nb\r\nc\rd\n")
    t.flush()
    print(b.getvalue())
big = b"x" * 8191 + b"\r\n" + b"y" * 8190 + b"\r" + b"\nz\r"
for newline in (None, "", "\r\n", "\r"):
    t = io.TextIOWrapper(io.BytesIO(big), newline=newline)
    print([(len(l), ascii(l[-3:])) for l in t], t.newlines)
