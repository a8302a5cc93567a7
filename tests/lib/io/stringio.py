"""StringIO: every method, positions, line ends, errors."""
import io

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

s = io.StringIO("first\nsecond\r\nthird\rlast")
print(list(s), s.tell())
s.seek(0)
show(s.read, 3); show(s.read, None); show(s.read); show(s.readline)
s.seek(2); show(s.readline); show(s.readline, 3); show(s.readline, -1); show(s.readlines)
s.seek(0); show(s.readlines, 7)
for newline in (None, "", "\n", "\r", "\r\n"):
    s = io.StringIO("a\nb\r\nc\rd", newline=newline)
    print(repr(newline), repr(s.getvalue()), list(s), s.newlines)
    s.write("x\ny\r\n")
    print(repr(s.getvalue()), s.newlines, s.tell())
s = io.StringIO()
show(s.write, "héllo"); show(s.write, "wörld €"); show(s.tell); show(s.getvalue)
s.seek(1); s.write("EEE"); show(s.getvalue); show(s.tell); show(s.read, 2)
s.seek(20); s.write("x"); show(s.getvalue)
show(s.truncate, 4); show(s.getvalue); show(s.tell); show(s.truncate); show(s.seek, 0, 2); show(s.seek, 0, 1)
show(s.seek, 1, 1); show(s.seek, 1, 2); show(s.seek, 0, 5); show(s.seek, -1); show(s.truncate, -1); show(s.truncate, "a")
show(s.write, b"x"); show(s.write, None); show(s.read, "a"); show(io.StringIO, 3); show(io.StringIO, "", 3); show(io.StringIO, "", "x")
show(s.writelines, ["a", "b"]); show(s.writelines, [1]); show(s.getvalue)
print(s.readable(), s.writable(), s.seekable(), s.isatty(), s.closed, s.line_buffering, s.encoding, s.errors)
show(s.fileno); show(s.detach)
with s as same:
    print(same is s)
print(s.closed)
for name in ("read", "readline", "getvalue", "tell", "readable", "seekable", "__enter__", "__iter__", "flush", "truncate", "close"):
    print(name, end=" "); show(getattr(s, name))
show(s.write, "x"); show(s.seek, 0)

class Upper(io.StringIO):
    def __init__(self, tag):
        super().__init__()
        self.tag = tag
    def write(self, text):
        return super().write(text.upper())
u = Upper("t")
print("hello", 1, file=u)
print(repr(u.getvalue()), u.tag, isinstance(u, io.TextIOBase), isinstance(u, io.IOBase))
class Lines(io.StringIO):
    def readline(self):
        return "#" + super().readline() if self.tell() < 4 else ""
print(list(Lines("a\nb\nc\n")))
print(type(io.StringIO()), io.StringIO.__mro__[1].__name__)
s = io.StringIO("x" * 5)
s = io.StringIO(); s.extra = 1; print(s.extra, s.__dict__)
