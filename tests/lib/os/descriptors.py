"""os: descriptors - open, read, write, seek, dup, pipe, truncate, errors."""
import os, errno

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

name = "descriptors.tmp"
fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o640)
show(os.write, fd, b"hello world"); show(os.lseek, fd, 0, os.SEEK_SET); show(os.read, fd, 5); show(os.lseek, fd, -3, os.SEEK_END); show(os.read, fd, 100); show(os.read, fd, 1)
show(os.pread, fd, 4, 2); show(os.pwrite, fd, b"XX", 0); show(os.fstat(fd).st_size.__repr__); show(os.ftruncate, fd, 4); show(os.fsync, fd)
print(oct(os.stat(name).st_mode & 0o777), os.fstat(fd) == os.stat(name))
copy = os.dup(fd); os.lseek(copy, 0, 0); show(os.read, copy, 10); os.close(copy)
show(os.isatty, fd); show(os.get_inheritable, fd); os.set_inheritable(fd, True); show(os.get_inheritable, fd); show(os.get_blocking, fd)
show(os.read, fd, -1); show(os.write, fd, "text"); show(os.read, "x", 1); show(os.lseek, fd, 0, 99)
os.close(fd)
show(os.close, fd); show(os.read, fd, 1); show(os.write, fd, b""); show(os.fstat, fd); show(os.open, "/nonexistent/x", os.O_RDONLY); show(os.close, "a"); show(os.dup, -1)
try:
    os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
except OSError as e:
    print(type(e).__name__, e.errno == errno.EEXIST, e.filename, e.strerror, e.args, e.filename2)
r, w = os.pipe()
show(os.write, w, b"through the pipe"); show(os.read, r, 7)
with os.fdopen(w, "w") as out:
    out.write("|more"); out.flush()
with os.fdopen(r, "rb") as src:
    print(src.read())
show(os.fdopen, "x")
r, w = os.pipe(); os.set_blocking(r, False); show(os.read, r, 1); os.dup2(w, r); show(os.close, r); os.close(w)
os.truncate(name, 2); show(os.path.getsize, name)
print(os.F_OK, os.R_OK, os.W_OK, os.X_OK, os.O_RDONLY, os.O_WRONLY, os.O_RDWR, os.SEEK_SET, os.SEEK_CUR, os.SEEK_END)
os.remove(name)
