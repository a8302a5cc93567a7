"""tempfile: every maker, deletion, errors."""
import tempfile, os, stat, io

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

here = os.path.abspath("place"); os.mkdir(here)
print(tempfile.gettempprefix(), tempfile.gettempprefixb(), os.path.isdir(tempfile.gettempdir()), tempfile.gettempdirb() == os.fsencode(tempfile.gettempdir()), tempfile.tempdir == tempfile.gettempdir(), tempfile.template)
fd, name = tempfile.mkstemp(".txt", "pre-", here); base = os.path.basename(name)
print(os.path.dirname(name) == here, base.startswith("pre-"), base.endswith(".txt"), len(base), oct(os.stat(name).st_mode & 0o777), os.write(fd, b"x"), os.get_inheritable(fd)); os.close(fd); os.remove(name)
fd, name = tempfile.mkstemp(dir=os.fsencode(here), suffix=b"q"); print(type(name)); os.close(fd); os.remove(name); show(tempfile.mkstemp, b"x", "y"); show(tempfile.mkstemp, dir="/nonexistent/dir") if 0 else None
d = tempfile.mkdtemp("s", "p", "place"); print(os.path.isdir(d), oct(os.stat(d).st_mode & 0o777), os.path.basename(d)[0], d[-1]); os.rmdir(d); print(os.path.exists(tempfile.mktemp(dir=here)))
with tempfile.NamedTemporaryFile(dir=here) as f:
    print(type(f).__name__, f.name == f.file.name, os.path.exists(f.name), f.mode, f.write(b"one\ntwo\n"), f.tell(), f.seek(0), f.readline(), list(f), f.closed, f.delete)
    name = f.name
print(os.path.exists(name), f.closed); f.close(); show(f.read)
with tempfile.NamedTemporaryFile("w+", encoding="utf-8", suffix=".py", delete=False, dir=here) as f: f.write("é"); print(f.name.endswith(".py"), f.encoding)
print(open(f.name, encoding="utf-8").read()); os.unlink(f.name)
f = tempfile.NamedTemporaryFile(dir=here); os.unlink(f.name); show(lambda: f.close() if 0 else None)
try: f.close()
except FileNotFoundError as e: print("already gone")
show(tempfile.NamedTemporaryFile, "q", dir=here); print(os.listdir(here))
with tempfile.TemporaryFile("w+", dir=here) as f: print(isinstance(f.name, int), f.write("text"), f.seek(0), f.read(), os.listdir(here), type(f).__name__)
with tempfile.TemporaryFile() as f: print(type(f).__name__, f.write(b"b"), f.seekable())
with tempfile.TemporaryDirectory(dir=here, prefix="dir") as d:
    os.makedirs(d + "/a/b"); open(d + "/a/f", "w").close(); os.symlink("f", d + "/a/l"); print(type(d), os.path.basename(d)[:3])
print(os.path.exists(d)); t = tempfile.TemporaryDirectory(dir=here); print(repr(t) == "<TemporaryDirectory %r>" % t.name, os.path.isdir(t.name)); t.cleanup(); print(os.path.exists(t.name)); t.cleanup()
with tempfile.TemporaryDirectory(dir=here) as d: os.rmdir(d)
with tempfile.TemporaryDirectory(dir=here) as d: os.mkdir(d + "/x"); open(d + "/x/y", "w").close(); os.chmod(d + "/x", 0o500)
print(os.path.exists(d))
for mode in ("w+b", "w+"):
    s = tempfile.SpooledTemporaryFile(10, mode, dir=here); text = (lambda x: x.encode()) if "b" in mode else str
    print(s._rolled, s.name, s.mode, s.write(text("12345")), s.tell(), s._rolled, s.write(text("6789012")), s._rolled, s.seek(0), s.read(), s.seek(2), s.readline(3), isinstance(s.name, int), isinstance(s, io.IOBase), s.closed)
    s.writelines([text("a\n"), text("b\n")]); s.seek(0); print(list(s), s.truncate(3), s.readable()); s.close(); print(s.closed)
with tempfile.SpooledTemporaryFile(mode="w+", newline="\n", encoding="latin-1") as s: print(s.write("é"), s.encoding, s.fileno() > 2, s._rolled, s.seek(0), s.read())
show(s.__enter__); s = tempfile.SpooledTemporaryFile(4); s.truncate(10); print(s._rolled); s.rollover(); s.close()
print(os.listdir(here)); os.rmdir(here)
