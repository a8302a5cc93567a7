"""os: directories, links, times, permissions, walking."""
import os, stat

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

top = "tree.tmp"
os.makedirs(top + "/a/b/c"); os.mkdir(top + "/d")
for n in ("one", "a/two", "a/b/three", "a/b/c/four"):
    with open(os.path.join(top, n), "w") as f: f.write(n)
os.symlink("a", top + "/link"); os.symlink("missing", top + "/broken"); os.link(top + "/one", top + "/hard")
for path, dirs, files in os.walk(top):
    dirs.sort(); print(path, dirs, sorted(files))
for path, dirs, files in os.walk(top, topdown=False):
    print(path, sorted(dirs), sorted(files)) if path.endswith(("a", "tmp")) else None
print(sorted(p for p, _, _ in os.walk(top, followlinks=True)))
for path, dirs, files in os.walk(top):
    if "b" in dirs: dirs.remove("b")
    dirs.sort(); print(path)
show(list, os.walk("nothing.tmp")); list(os.walk("nothing.tmp", onerror=lambda e: print(type(e).__name__, e)))
with os.scandir(top) as it:
    for e in sorted(it, key=lambda e: e.name):
        print(e, e.name, e.path, e.is_dir(), e.is_dir(follow_symlinks=False), e.is_file(), e.is_symlink(), os.fspath(e), e.inode() == os.lstat(e).st_ino)
        show(lambda: e.stat().st_size if e.is_file() else e.stat(follow_symlinks=False).st_nlink > 0)
show(os.scandir, "nothing.tmp"); print(sorted(e.name for e in os.scandir(os.fsencode(top)))); print(sorted(os.listdir(top)), len(os.listdir()) > 0)
show(os.readlink, top + "/link"); show(os.readlink, top + "/one"); print(os.stat(top + "/one").st_nlink, os.path.samefile(top + "/one", top + "/hard"))
show(os.lstat(top + "/link").st_size.__int__)
os.utime(top + "/one", (1, 2.5)); s = os.stat(top + "/one"); print(s.st_atime, s.st_mtime, s.st_mtime_ns, s[7], s[8], len(s))
os.utime(top + "/one", ns=(10**9 + 5, -3)); s = os.stat(top + "/one"); print(s.st_atime_ns, s.st_mtime_ns)
show(os.utime, top + "/one", (1,)); show(os.utime, top + "/one", (1, 2), ns=(1, 2)); show(os.utime, "nothing.tmp")
os.chmod(top + "/one", 0o600); print(stat.filemode(os.stat(top + "/one").st_mode)); os.chmod(top + "/one", 0o754); print(stat.filemode(os.stat(top + "/one").st_mode), stat.filemode(os.lstat(top + "/link").st_mode), stat.filemode(os.stat(top).st_mode)[0])
print(os.access(top + "/one", os.R_OK), os.access("nothing.tmp", os.F_OK), os.access(top, os.X_OK))
old = os.umask(0o077); print(os.umask(old) == 0o077)
os.rename(top + "/one", top + "/uno"); os.replace(top + "/uno", top + "/hard"); show(os.rename, "nothing.tmp", "x.tmp"); print(sorted(os.listdir(top)))
show(os.mkdir, top); show(os.makedirs, top + "/a/b"); os.makedirs(top + "/a/b", exist_ok=True); show(os.makedirs, top + "/hard", exist_ok=True); show(os.rmdir, top); show(os.remove, top); show(os.link, "nothing.tmp", "x"); show(os.symlink, "a", top + "/link"); show(os.chmod, "nothing.tmp", 0)
show(os.listdir, "nothing.tmp"); show(os.stat, "nothing.tmp"); show(os.unlink, "nothing.tmp"); show(os.stat, 3.5); show(os.listdir, 3.5); show(os.chdir, "nothing.tmp")
os.makedirs(top + "/x/y/z"); os.renames(top + "/x/y/z", top + "/p/q"); print(sorted(os.listdir(top))); os.removedirs(top + "/p/q"); print("p" in os.listdir(top))
here = os.getcwd(); os.chdir(top); print(os.path.basename(os.getcwd()), os.getcwdb() == os.fsencode(os.getcwd())); os.chdir(here)
class P:
    def __init__(self, p): self.p = p
    def __fspath__(self): return self.p
print(os.fspath(P("x")), os.path.exists(P(top)), isinstance(P(""), os.PathLike), isinstance("", os.PathLike), issubclass(P, os.PathLike)); show(os.fspath, P(3)); show(os.fspath, 3)
for path, dirs, files in os.walk(top, topdown=False):
    for n in files: os.remove(os.path.join(path, n))
    for n in dirs:
        n = os.path.join(path, n)
        os.remove(n) if os.path.islink(n) else os.rmdir(n)
os.rmdir(top); print(os.path.exists(top))
