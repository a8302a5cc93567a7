# Files and directories by name, in the test's own (empty) working directory.
import os


def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except OSError as e:
        print(type(e).__name__, e, "|", e.errno, repr(e.filename), repr(e.filename2))
    except Exception as e:
        print(type(e).__name__, e)


print(os.listdir(), os.listdir("."), os.listdir(b"."))
os.mkdir("d")
os.makedirs("a/b/c")
os.makedirs("a/b/c", exist_ok=True)
os.makedirs("e/f/")
os.makedirs("e/g/.")
with open("d/one.txt", "w") as f:
    f.write("hello")
with open("d/é.txt", "w") as f:
    f.write("x" * 1000)
print(sorted(os.listdir()), sorted(os.listdir("d")), sorted(os.listdir(b"d")), sorted(os.listdir("e")))

st = os.stat("d/one.txt")
print(st.st_size, oct(st.st_mode & 0o170000), type(st.st_mtime), st.st_mtime > 1.6e9, st.st_mtime_ns // 10**9 == int(st.st_mtime), st.st_uid == os.getuid(), st.st_nlink)
print(len(st), st[6], st[-1] == int(st.st_ctime), list(st)[0] == st.st_mode, st == os.stat(b"d/one.txt"), st != os.stat("d"), repr(st)[:24], st[:7][6])
print(oct(os.stat("d").st_mode & 0o170000), os.path.getsize("d/é.txt"), os.path.getmtime("d/one.txt") == st.st_mtime)
with open("d/one.txt") as f:
    print(os.stat(f.fileno()).st_size, os.path.exists(f.fileno()))
p = os.path
for n in ["d", "d/one.txt", "nothing", "d/nothing", "d/one.txt/x", "", "/", b"d"]:
    print(n, p.exists(n), p.isfile(n), p.isdir(n), p.islink(n), p.lexists(n))

os.rename("d/one.txt", "d/two.txt")
os.replace("d/two.txt", "d/three.txt")
print(sorted(os.listdir("d")))
os.remove("d/three.txt")
os.unlink(b"d/\xc3\xa9.txt")
print(os.listdir("d"), p.samefile("a/b", "a/../a/b"), p.samefile("a", "d"))

here = os.getcwd()
os.chdir("a")
print(os.getcwd() == here + "/a", os.listdir(), p.relpath(here), os.getcwdb() == os.fsencode(os.getcwd()))
os.chdir(b"b")
print(p.basename(os.getcwd()))
os.chdir(here)

attempt(os.mkdir, "d")
attempt(os.makedirs, "d")
attempt(os.makedirs, "")
attempt(os.mkdir, "no/where")
attempt(os.rmdir, "a")
attempt(os.rmdir, "nothing")
attempt(os.remove, "nothing")
attempt(os.unlink, b"nothing")
attempt(os.stat, "nothing")
attempt(os.lstat, "nothing")
attempt(os.listdir, "nothing")
attempt(os.listdir, b"nothing")
attempt(os.chdir, "nothing")
attempt(os.rename, "x", "y")
attempt(os.replace, "x", b"y")
attempt(os.listdir, 99)
attempt(os.chdir, 99)
attempt(os.stat, 99)
attempt(os.readlink, "d")
attempt(p.getsize, "nothing")
with open("file", "w"):
    pass
attempt(os.listdir, "file")
attempt(os.rmdir, "file")
attempt(os.makedirs, "file", exist_ok=True)
attempt(os.mkdir, "file/x")
for f in (os.mkdir, os.rmdir, os.remove, os.unlink, os.chdir, os.stat, os.lstat, os.listdir, os.makedirs):
    attempt(f, 1.5)
    attempt(f, "a\0b")
    attempt(f, "\ud800")
attempt(os.rename, 1, "x")
attempt(os.rename, "x", None)
attempt(os.mkdir, "q", "r")
attempt(os.stat, 2**40)
attempt(os.stat)
attempt(os.rename, "a")


class P:
    def __init__(self, p): self.p = p
    def __fspath__(self): return self.p


attempt(os.listdir, P("e"))
attempt(os.stat, P("nothing"))
attempt(os.stat, P(1))
os.rename(P("file"), P(b"file2"))
print(sorted(os.listdir(None)))
os.remove(P("file2"))
for n in ["a/b/c", "a/b", "a", "d", "e/f", "e/g", "e"]:
    os.rmdir(n)
print(os.listdir(), os.error is OSError)
