"""BytesIO: every method, positions, errors."""
import io

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

b = io.BytesIO(b"one\ntwo\nthree")
print(list(b), b.tell())
b.seek(0)
show(b.read, 2); show(b.read1, 2); show(b.readline); show(b.readline, 2); show(b.read); show(b.read); show(b.readline)
b.seek(0); show(b.readlines); b.seek(0); show(b.readlines, 5); b.seek(0)
room = bytearray(6); show(b.readinto, room); print(room); show(b.readinto1, room); print(room)
show(b.readinto, b"abc"); show(b.readinto, "abc")
b.seek(3); show(b.write, b"XYZ"); show(b.getvalue); b.seek(20); show(b.write, bytearray(b"end")); show(b.getvalue)
show(b.truncate, 5); show(b.getvalue); show(b.tell); show(b.write, b"!"); show(b.getvalue)
show(b.seek, -2, 2); show(b.seek, 1, 1); show(b.seek, -100, 1); show(b.seek, 0, 7); show(b.seek, -1); show(b.truncate, -1)
show(b.write, "x"); show(b.write, 5); show(b.read, "x"); show(io.BytesIO, "x"); show(io.BytesIO, 5)
show(b.writelines, [b"1", b"2"]); show(b.writelines, ["1"])
print(b.readable(), b.writable(), b.seekable(), b.isatty(), b.closed)
show(b.fileno); show(b.detach); show(b.flush)
with b: pass
print(b.closed)
for name in ("read", "readline", "getvalue", "tell", "readable", "__enter__", "__iter__", "flush", "truncate", "close", "isatty"):
    print(name, end=" "); show(getattr(b, name))
show(b.write, b"x"); show(b.seek, 0)
class Counting(io.BytesIO):
    count = 0
    def write(self, data):
        self.count += len(data)
        return super().write(data)
c = Counting()
t = io.TextIOWrapper(c, encoding="utf-16", write_through=True)
t.write("hé\n"); t.flush()
print(c.getvalue(), c.count, isinstance(c, io.BufferedIOBase), isinstance(c, io.RawIOBase))
print(io.BytesIO(initial_bytes=b"abc").read(), io.BytesIO(None).read(), io.BytesIO(bytearray(b"q")).getvalue())
show(io.BytesIO().getvalue)
