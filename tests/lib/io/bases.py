"""The abstract bases: what a subclass gets, what is refused."""
import io

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

for cls in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase):
    o = cls()
    print(cls, cls.__mro__)
    for name in ("readable", "writable", "seekable", "isatty", "fileno", "tell", "truncate", "flush", "read", "readline", "detach", "__enter__", "__iter__"):
        if hasattr(o, name) and not (name == "__iter__"):
            print(name, end=" ")
            if name == "__enter__": print(o.__enter__() is o)
            elif name == "readline" and cls is not io.TextIOBase: print()
            else: show(getattr(o, name))
    show(o.seek, 0); print(o.closed); o.close(); print(o.closed); show(o.flush); show(o.__enter__); o.close()
class R(io.RawIOBase):
    def __init__(self, data): self.data = data
    def readable(self): return True
    def readinto(self, b):
        n = min(len(b), 4, len(self.data)); b[:n] = self.data[:n]; self.data = self.data[n:]; return n
r = R(b"line 1\nline 2\nline 3"); show(r.read, 3); show(r.readline); show(r.readline, 3); show(r.readlines); show(r.readall)
show(list, R(b"a\nb")); show(R(b"abcdefgh").read); show(R(b"a\nb\nc").readlines, 2)
class T(io.TextIOBase):
    def __init__(self): self.lines = ["x\n", "y"]
    def readline(self, size=-1): return self.lines.pop(0) if self.lines else ""
print(list(T()), T().encoding, T().newlines, T().errors)
class W(io.IOBase):
    def write(self, b): print("write", b)
W().writelines(["a", "b"]); show(W().writelines, 3)
class C(io.IOBase):
    def close(self): print("closing"); super().close()
with C() as c: pass
print(c.closed)
for o in (io.StringIO(), io.BytesIO(), open(__file__), open(__file__, "rb"), open(__file__, "rb", 0)):
    print(type(o).__name__, [isinstance(o, k) for k in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase)])
    o.close()
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError), io.UnsupportedOperation.__mro__)
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.DEFAULT_BUFFER_SIZE, io.open is open, io.text_encoding(None), io.text_encoding("x"), io.BlockingIOError)
