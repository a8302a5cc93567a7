"""TextIOWrapper: construction, reconfigure, detach, errors, over objects of scripts."""
import io

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

b = io.BytesIO(b"abc\xff\n\xc3\xa9")
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    b.seek(0)
    t = io.TextIOWrapper(b, "utf-8", errors)
    try:
        print(errors, ascii(t.read()))
    except UnicodeDecodeError as e:
        print(e, e.encoding, e.object, e.start, e.end, e.reason)
    t.detach()
out = io.BytesIO()
for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
    t = io.TextIOWrapper(out, "ascii", errors)
    show(t.write, "é€x"); t.flush(); t.detach()
print(out.getvalue())
t = io.TextIOWrapper(io.BytesIO(b"one\ntwo\n"), encoding="latin1", line_buffering=True)
print(t, t.encoding, t.errors, t.line_buffering, t.write_through, t.buffer)
show(lambda: t.mode); show(lambda: t.name); show(lambda: t.nope)
t.readline()
show(t.reconfigure, encoding="ascii"); show(t.reconfigure, line_buffering=False); print(t.line_buffering)
t = io.TextIOWrapper(io.BytesIO())
t.write("é"); t.reconfigure(encoding="latin-1", errors="replace", newline="\r\n", write_through=True); t.write("é€\n")
print(t.buffer.getvalue(), t.encoding, t.errors)
show(t.reconfigure, encoding=3); show(t.reconfigure, newline="x"); show(t.reconfigure, encoding="nope"); show(t.reconfigure, "x")
buffer = t.detach(); print(type(buffer).__name__, buffer.closed)
for name in ("read", "flush", "close", "detach", "__repr__", "readable"):
    print(name, end=" "); show(getattr(t, name))
with io.TextIOWrapper(io.BytesIO(b"x")) as t: inner = t.buffer
print(t.closed, inner.closed); show(t.read); show(t.readline); show(next, t)

class Source(io.RawIOBase):
    def __init__(self, data):
        self.data = data
    def readable(self):
        return True
    def readinto(self, room):
        n = min(len(room), 3, len(self.data))
        room[:n] = self.data[:n]
        self.data = self.data[n:]
        return n
t = io.TextIOWrapper(io.BufferedReader(Source("héllo wörld\nnächste\nend".encode())), "utf-8")
print(t.readline(), list(t)); show(t.seek, 0); show(t.tell); show(t.write, "x")
class Sink(io.RawIOBase):
    def __init__(self):
        self.got = []
    def writable(self):
        return True
    def write(self, data):
        self.got.append(bytes(data))
        return len(data)
sink = Sink()
t = io.TextIOWrapper(io.BufferedWriter(sink), "utf-8", line_buffering=True)
t.write("no newline"); print(sink.got); t.write(" now\n"); print(sink.got); t.write("rest"); t.close(); print(sink.got, sink.closed)
class Plain:
    closed = False
    def readable(self): return True
    def writable(self): return False
    def seekable(self): return False
    def read(self, n=-1):
        if self.pieces: return self.pieces.pop(0)
        return b""
p = Plain(); p.pieces = [b"ab", b"c\nd", b"e"]
print(io.TextIOWrapper(p).readlines())
p.pieces = ["text"]; show(io.TextIOWrapper(p).readline)
show(io.TextIOWrapper, 3); show(io.TextIOWrapper); show(io.TextIOWrapper, io.BytesIO(), newline=5)
class Shout(io.TextIOWrapper):
    def write(self, text):
        return super().write(text.upper())
    def readline(self):
        return "> " + super().readline()
s = Shout(io.BytesIO(b"q\n")); print(s.readline(), repr(s)); print("hey", file=s); s.seek(0); print(s.read())
