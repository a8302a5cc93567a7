"""shutil: copying, moving and removing files and trees; which, sizes, errors."""
import shutil, os, io, stat
from pathlib import Path

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

def tree(top):
    out = []
    for path, dirs, files in os.walk(top):
        dirs.sort(); out.append((os.path.relpath(path, top), list(dirs), sorted(files)))
    return out

os.makedirs("t/src/sub/deep"); os.mkdir("t/dst")
for n, c in (("t/src/a.txt", "aaa"), ("t/src/b.py", "bbb"), ("t/src/sub/c.txt", "ccc"), ("t/src/sub/deep/d.pyc", "ddd")): Path(n).write_text(c)
os.symlink("a.txt", "t/src/link"); os.symlink("none", "t/src/broken"); os.chmod("t/src/a.txt", 0o640); os.utime("t/src/a.txt", ns=(10**18, 2 * 10**18))
b = io.BytesIO(); shutil.copyfileobj(io.BytesIO(b"x" * 200000), b); print(len(b.getvalue())); s = io.StringIO(); shutil.copyfileobj(io.StringIO("abc"), s, 2); print(s.getvalue())
show(shutil.copyfile, "t/src/a.txt", "t/dst/copied"); print(stat.S_IMODE(os.stat("t/dst/copied").st_mode) != 0o640, Path("t/dst/copied").read_text())
show(shutil.copyfile, "t/src/a.txt", "t/src/a.txt"); show(shutil.copyfile, "t/src/a.txt", "t/src/link"); show(shutil.copyfile, "t/none", "t/x"); show(shutil.copyfile, "t/src", "t/x"); show(shutil.copyfile, "t/src/a.txt", "t/dst"); show(shutil.copyfile, "t/src/a.txt", "t/no/x"); show(shutil.copyfile, "t/src/link", "t/dst/l2", follow_symlinks=False); print(os.readlink("t/dst/l2"))
os.mkfifo("t/pipe"); show(shutil.copyfile, "t/pipe", "t/x"); os.remove("t/pipe")
show(shutil.copy, "t/src/a.txt", "t/dst"); print(oct(os.stat("t/dst/a.txt").st_mode & 0o777), os.stat("t/dst/a.txt").st_mtime_ns == 2 * 10**18); show(shutil.copy2, Path("t/src/a.txt"), "t/dst/a2"); print(os.stat("t/dst/a2").st_mtime_ns, os.stat("t/dst/a2").st_size)
shutil.copymode("t/src/a.txt", "t/dst/copied"); print(oct(os.stat("t/dst/copied").st_mode & 0o777)); shutil.copystat("t/src/a.txt", "t/dst/copied"); print(os.stat("t/dst/copied").st_mtime)
show(shutil.copytree, "t/src", "t/c1", symlinks=True); print(tree("t/c1"), os.readlink("t/c1/broken"))
try: shutil.copytree("t/src", "t/c2")
except shutil.Error as e: print(type(e).__name__, e, [x[:2] for x in e.args[0]])
print(tree("t/c2")); show(shutil.copytree, "t/src", "t/c3", ignore=shutil.ignore_patterns("*.py*", "li*"), ignore_dangling_symlinks=True); print(tree("t/c3"), os.path.islink("t/c3/link"))
show(shutil.copytree, "t/src", "t/c3"); show(shutil.copytree, "t/src", "t/c3", dirs_exist_ok=True, symlinks=True, ignore=lambda path, names: [n for n in names if n in ("broken", "link")]); print(tree("t/c3")); show(shutil.copytree, "t/none", "t/c4")
calls = []; shutil.copytree("t/src/sub", "t/c5", copy_function=lambda a, b: calls.append((a, b))); print(sorted(calls), tree("t/c5"))
show(shutil.move, "t/dst/a2", "t/dst/a3"); show(shutil.move, "t/c5", "t/dst"); show(shutil.move, "t/dst/a3", "t/c3/"); show(shutil.move, "t/src/a.txt", "t/c3"); show(shutil.move, "t/c3", "t/c3/sub"); show(shutil.move, "t/none", "t/x"); show(shutil.move, Path("t/c3/a3"), Path("t/moved")); print(sorted(os.listdir("t")))
show(shutil.rmtree, "t/none"); show(shutil.rmtree, "t/none", ignore_errors=True); show(shutil.rmtree, "t/src/link"); show(shutil.rmtree, "t/none", onerror=lambda f, p, i: print(f.__name__, p, i[0].__name__)); show(shutil.rmtree, "t/c1"); print(os.path.exists("t/c1")); show(shutil.rmtree, Path("t/c2"))
os.mkdir("t/bin"); Path("t/bin/tool").write_text("#!/bin/sh\n"); Path("t/bin/data").write_text(""); os.chmod("t/bin/tool", 0o755); os.mkdir("t/bin/dir")
show(shutil.which, "tool", path="t/bin"); show(shutil.which, "data", path="t/bin"); show(shutil.which, "dir", path="t/bin"); show(shutil.which, "t/bin/tool"); show(shutil.which, "t/bin/none"); show(shutil.which, "tool", path="t/none:t/bin"); show(shutil.which, "data", os.F_OK, "t/bin"); show(shutil.which, b"tool", path="t/bin"); show(shutil.which, "nosuchtoolatall"); print(shutil.which("sh") is not None); show(shutil.which, "sh", path="")
u = shutil.disk_usage("t"); print(type(u).__name__, len(u), u.total >= u.used, u[2] == u.free, repr(u).startswith("usage(total=")); show(shutil.disk_usage, "t/none")
os.environ["COLUMNS"] = "33"; os.environ["LINES"] = "7"; show(shutil.get_terminal_size); del os.environ["LINES"]; show(lambda: shutil.get_terminal_size((5, 6)).columns); show(shutil.chown, "t"); show(shutil.chown, "t", "nosuchuser"); show(shutil.chown, "t", group="nosuchgroup"); shutil.chown("t", os.getuid(), os.getgid())
print(issubclass(shutil.SameFileError, shutil.Error), issubclass(shutil.Error, OSError)); shutil.rmtree("t"); print(os.path.exists("t"))
