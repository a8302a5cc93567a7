"""BufferedReader, BufferedWriter, BufferedRandom and BufferedRWPair over raw streams of scripts."""
import io

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

class Raw(io.RawIOBase):
    def __init__(self, data=b""):
        self.data, self.at, self.log = bytearray(data), 0, []
    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def readinto(self, room):
        piece = self.data[self.at:self.at + len(room)]
        room[:len(piece)] = piece
        self.at += len(piece)
        self.log.append("r")
        return len(piece)
    def write(self, data):
        data = bytes(data)
        self.data[self.at:self.at + len(data)] = data
        self.at += len(data)
        self.log.append(data)
        return len(data)
    def seek(self, to, whence=0):
        self.at = to if whence == 0 else self.at + to if whence == 1 else len(self.data) + to
        return self.at
    def truncate(self, size=None):
        del self.data[size:]
        return size

r = io.BufferedReader(Raw(b"one\ntwo\nthree\nfour"), 4)
show(r.peek); show(r.read, 2); show(r.read1, 10); show(r.readline); show(r.readline, 2); show(r.tell); show(r.read, 100); show(r.read)
show(r.seek, 4); show(r.readlines); show(r.seek, -4, 2); show(r.read); show(r.seek, 0); print(list(r))
show(r.write, b"x"); show(r.truncate); print(r, r.readable(), r.writable(), r.seekable()); show(r.fileno); show(r.isatty)
show(r.seek, 0, 5); show(r.read, -2); show(r.read1, -1); show(r.readinto, b"")
raw = r.detach(); print(type(raw).__name__); show(r.read); show(r.close)
raw = Raw()
w = io.BufferedWriter(raw, 5)
for piece in (b"ab", b"cd", b"ef", b"0123456789", b"z"):
    w.write(piece)
print(raw.log, w.tell()); w.flush(); print(raw.log); show(w.read); show(w.write, "x"); show(w.write, 3)
w.write(b"last"); w.close(); print(raw.log, raw.closed, w.closed); show(w.write, b""); show(w.flush)
x = io.BufferedRandom(Raw(b"hello world"), 8)
show(x.read, 3); show(x.write, b"XX"); show(x.read, 3); show(x.tell); show(x.seek, 0); show(x.read); show(x.truncate, 4); show(x.raw.data)
p = io.BufferedRWPair(Raw(b"input"), Raw()); show(p.read, 2); show(p.write, b"out"); p.flush(); show(p.read); print(p.readable(), p.writable(), p.closed); p.close(); print(p.closed)
show(io.BufferedReader, Raw(), 0); show(io.BufferedReader, Raw(), -1); show(io.BufferedReader); show(io.BufferedReader, io.RawIOBase()); show(io.BufferedWriter, io.RawIOBase()); show(io.BufferedRandom, io.RawIOBase())
class Bad(Raw):
    def readinto(self, room): return len(room) + 1
    def write(self, data): return -1
show(io.BufferedReader(Bad()).read, 1)
w = io.BufferedWriter(Bad()); w.write(b"x"); show(w.flush)
class Later(Raw):
    def readinto(self, room): return None
    def write(self, data): return None
show(io.BufferedReader(Later()).read, 1); show(io.BufferedReader(Later()).read1, 1); show(io.BufferedReader(Later()).readline)
w = io.BufferedWriter(Later()); w.write(b"x"); show(w.flush)
