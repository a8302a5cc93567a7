"""open(): modes, positions, attributes, reprs."""
import io, os

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

name = "files_test.tmp"
with open(name, "w") as f:
    print(f, f.mode, f.name, f.encoding, f.errors, f.newlines, f.line_buffering, f.write_through)
    print(f.buffer, f.buffer.raw, f.buffer.mode, f.buffer.raw.mode)
    show(f.write, "one\ntwo\n"); show(f.tell); show(f.read)
    f.writelines(["three\n", "fünf\n"])
print(f.closed, f)
show(f.write, "x"); show(f.read); show(f.fileno); show(f.__enter__); show(f.flush); show(f.close); show(f.tell)
with open(name) as f:
    show(f.readline); show(f.tell); at = f.tell(); show(f.readline, 2); show(f.read, 4); show(f.seek, at); show(f.readlines)
    show(f.read); show(f.readline); show(f.write, "x")
    show(f.seek, 0); print([line for line in f]); show(f.tell)
    f.seek(0); next(f); show(f.tell)
    show(f.seek, 2, 1); show(f.seek, -2, 2); show(f.seek, 0, 3); show(f.seek, -1); show(f.seek, 0, 2); show(f.read)
with open(name, "rb") as f:
    print(f, f.raw, f.mode)
    show(f.peek, 2); show(f.read, 3); show(f.read1, 4); show(f.readline); room = bytearray(3); show(f.readinto, room); print(room)
    show(f.tell); show(f.seek, -3, 2); show(f.read); show(f.seek, 0); print(list(f)); show(f.write, b"x"); show(f.truncate)
with open(name, "r+") as f:
    print(f.buffer, f.buffer.raw.mode)
    f.seek(4); f.write("TWO"); f.seek(0); show(f.read)
with open(name, "r+b") as f:
    show(f.read, 2); show(f.write, b"**"); show(f.read, 3); show(f.tell); show(f.seek, 0); show(f.read); show(f.truncate, 5); show(f.tell)
    f.seek(0); show(f.read)
with open(name, "a") as f:
    show(f.tell); f.write("END"); show(f.tell)
with open(name, "a+") as f:
    show(f.read); f.seek(0); show(f.read); print(f.buffer.raw.mode)
show(open, name, "x")
os.remove(name)
with open(name, "x+") as f:
    print(f, f.buffer.raw.mode); f.write("new")
with open(name, "w+b", buffering=0) as f:
    print(f); show(f.write, b"raw"); show(f.seek, 0); show(f.read, 2); show(f.readall); show(f.read); show(f.truncate, 1); print(f.closefd)
print(f)
show(f.read)
with open(name, closefd=True, opener=lambda n, flags: os.open(n, flags)) as f:
    show(f.read)
fd = os.open(name, os.O_RDONLY)
with open(fd, closefd=False) as f:
    print(f.name == fd, f.buffer.raw.closefd)
os.close(fd)
for args in ((name, "q"), (name, "rw"), (name, ""), (name, "r+b+"), (name, "tb"), (name, "+"), (name, "rU"), ("/nonexistent/x",), ("/", ), ("/tmp", "w"), (3.5,), (None,), ("a\0b",), (-1,), (9999,)):
    show(open, *args)
show(open, name, "rb", encoding="utf-8"); show(open, name, "rb", errors="strict"); show(open, name, "rb", newline="\n"); show(open, name, "r", 0)
show(open, name, closefd=False); show(open, name, encoding="nope"); show(open, name, newline="x"); show(open, name, encoding=3); show(open, name, mode=3)
show(open, name, opener=lambda n, f: -1); show(open, name, opener=lambda n, f: "x"); show(open)
os.remove(name)
