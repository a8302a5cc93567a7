"""Concrete paths: files, directories, links, globbing, errors."""
from pathlib import Path
import os, stat

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

top = Path("concrete.tmp")
top.mkdir(); show(top.mkdir); top.mkdir(exist_ok=True); show((top / "x/y").mkdir); (top / "x/y/z").mkdir(parents=True); (top / "x/y").mkdir(parents=True, exist_ok=True)
f = top / "file.txt"
show(f.write_text, "héllo\nworld\n"); show(f.read_text); show(f.read_bytes); show(f.write_bytes, b"a\r\nb"); show(f.read_text); show(f.read_text, "ascii"); show(f.write_text, b"x"); show(f.write_bytes, "x"); show(f.write_text, "é\n", encoding="latin-1", newline="\r\n"); show(f.read_bytes); show(f.read_text, "utf-8"); show(f.read_text, encoding="utf-8", errors="replace")
with f.open("a") as s: s.write("more")
print(f.stat().st_size, f.exists(), f.is_file(), f.is_dir(), top.is_dir(), f.is_symlink(), f.is_fifo(), f.is_socket(), f.is_block_device(), f.is_char_device(), Path("/dev/null").is_char_device(), top.is_mount(), Path("/").is_mount())
show(f.mkdir, exist_ok=True); show(f.rmdir); show(top.rmdir); show(top.unlink); show((top / "no").unlink); (top / "no").unlink(missing_ok=True); show((top / "no").stat); show((top / "no").open); show((top / "no").exists); show(Path("a\0b").exists); show((f / "x").exists); show(list, (top / "no").iterdir())
link = top / "link"; link.symlink_to("x"); print(link.is_symlink(), link.is_dir(), link.readlink(), link.lstat().st_mode == link.stat().st_mode); broken = top / "broken"; broken.symlink_to("nowhere"); print(broken.exists(), broken.is_symlink()); show(f.readlink)
hard = top / "hard"; hard.hardlink_to(f); print(hard.samefile(f), hard.samefile(top), f.stat().st_nlink, f.samefile(str(hard)))
loop = top / "loop"; loop.symlink_to("loop"); 
try: loop.resolve()
except RuntimeError as e: print(str(e).replace(os.getcwd(), ""))
show(loop.resolve, strict=True); show(loop.exists)
print((top / "x/../link/y").resolve() == Path.cwd() / "concrete.tmp/x/y", (top / "no/../q").resolve() == Path.cwd() / "concrete.tmp/q", Path("a/../b").absolute() == Path.cwd() / "a/../b"); show((top / "no").resolve().name.__str__)
try: (top / "no").resolve(strict=True)
except FileNotFoundError as e: print(e.errno, os.path.basename(e.filename))
t = top / "touched"; t.touch(); print(t.stat().st_size); show(t.touch, exist_ok=False); t.touch(); t.chmod(0o640); print(stat.filemode(t.stat().st_mode)); new = t.rename(top / "renamed"); print(repr(new), t.exists()); print(repr(new.replace(str(top / "again"))))
for n in ("x/one.py", "x/y/two.py", "x/y/z/three.py", "x/y/data.txt", ".hid.py", "x/a[b].py"): (top / n).write_text(n)
def found(it): print(sorted(p.relative_to(top).as_posix() for p in it))
found(top.iterdir()); found(top.glob("*")); found(top.glob("*.py")); found(top.glob("**/*.py")); found(top.rglob("*.py")); found(top.glob("**")); found(top.glob("*/")); found(top.glob("x/*/*.py")); found(top.glob("x/y/../*.py")) ; found(top.glob("[xl]*/*")); found(top.glob("x/[a-n]*")); found(top.glob("nothing/*")); found(top.glob("file.txt")); found(top.glob("**/y/*")); found(top.rglob("")); found(top.glob("x/a[[]b].py")); found(top.rglob("y/")); found((top / "no").glob("*")); found(top.glob("lin?"))
show(list, top.glob("")); show(list, top.glob("/x")); show(list, top.glob("a**")); show(list, top.rglob("/x"))
os.environ["HOME"] = "/home/me"; print(Path.home(), Path("~/x").expanduser(), Path("x/~").expanduser(), Path("~").expanduser()); show(Path("~nobodyatall/x").expanduser)
print(f.owner() == Path("/").owner() or True, isinstance(f.group(), str), Path().cwd() == Path(os.getcwd()), Path(), repr(Path(".")), Path("") == Path("."))
print(sorted(os.listdir(top / "x")), open(f, "rb").read(3), os.path.join(top, "q"))
for p in sorted(top.rglob("*"), key=lambda p: len(p.parts), reverse=True):
    p.rmdir() if p.is_dir() and not p.is_symlink() else p.unlink()
top.rmdir(); print(top.exists())
