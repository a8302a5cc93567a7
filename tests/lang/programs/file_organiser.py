"""Files and folders in a temporary place: pathlib, shutil, hashing, globbing, encodings, errors."""
import contextlib
import fnmatch
import hashlib
import io
import os
import shutil
import stat
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath


def populate(root):
    for name, content in {"notes/a.txt": "alpha\nbeta\n", "notes/b.txt": "alpha\nbeta\n", "notes/deep/c.md": "# Title\n\ntext é ü\n", "images/x.png": b"\x89PNG\r\n\x1a\n" + bytes(8),
                          "images/y.PNG": b"\x89PNG", "data.csv": "a,b\r\n1,2\r\n", ".hidden": "", "src/pkg/__init__.py": "", "src/pkg/mod.py": "def f():\n    return 1\n", "no_suffix": "x" * 3000}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8", newline="")


def walk(root):
    for folder, folders, files in os.walk(root):
        folders.sort()
        depth = len(Path(folder).relative_to(root).parts)
        print("  " * depth + (Path(folder).name if depth else ".") + "/")
        for name in sorted(files):
            print("  " * (depth + 1) + f"{name} ({os.path.getsize(os.path.join(folder, name))})")


def duplicates(root):
    by_hash = defaultdict(list)
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.stat().st_size:
            by_hash[hashlib.sha256(path.read_bytes()).hexdigest()[:12]].append(path.relative_to(root).as_posix())
    return {k: v for k, v in by_hash.items() if len(v) > 1}


@contextlib.contextmanager
def atomic_write(path, mode="w", **options):
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".")
    try:
        with open(handle, mode, **options) as f:
            yield f
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def attempt(root, label, action):
    try:
        value = action()
    except OSError as e:
        print(f"{label}: {type(e).__name__} {e.errno} {e.strerror} {os.path.basename(e.filename or '')!r}")
    except Exception as e:
        print(f"{label}: {type(e).__name__}: {e}".replace(str(root), "ROOT"))
    else:
        print(f"{label}: {value}")


with tempfile.TemporaryDirectory(prefix="files-") as folder:
    root = Path(folder)
    populate(root)
    walk(root)
    print(duplicates(root))
    print(Counter(p.suffix.lower() for p in root.rglob("*") if p.is_file()).most_common())
    for pattern in ["*.txt", "**/*.txt", "*/*.p*", "notes/*", "[!.]*", "**/deep/*"]:
        print(pattern, sorted(p.relative_to(root).as_posix() for p in root.glob(pattern)))
    print(sorted(fnmatch.filter(os.listdir(root), "*.[ct]sv")), sorted(e.name for e in os.scandir(root) if e.is_dir()))

    target = root / "sorted"
    for path in sorted(root.glob("images/*")):
        place = target / path.suffix.lstrip(".").lower()
        place.mkdir(parents=True, exist_ok=True)
        print(shutil.move(path, place / f"{path.stem}-{len(list(place.iterdir()))}{path.suffix.lower()}").relative_to(root))
    (root / "images").rmdir()
    shutil.copytree(root / "notes", root / "backup", ignore=shutil.ignore_patterns("*.md"))
    print(sorted(p.relative_to(root).as_posix() for p in (root / "backup").rglob("*")))
    (root / "notes/a.txt").rename(root / "notes/renamed.txt").chmod(0o640)
    status = (root / "notes/renamed.txt").stat()
    print(stat.filemode(status.st_mode), oct(stat.S_IMODE(status.st_mode)), status.st_size, stat.S_ISREG(status.st_mode))
    os.utime(root / "data.csv", (1_000_000_000, 1_000_000_000))
    print((root / "data.csv").stat().st_mtime, time.gmtime(os.path.getmtime(root / "data.csv"))[:6])
    (root / "link").symlink_to("data.csv")
    print((root / "link").is_symlink(), os.readlink(root / "link"), (root / "link").resolve().name, (root / "link").samefile(root / "data.csv"))

    with atomic_write(root / "state.json") as f:
        print('{"ok": true}', file=f)
    with contextlib.suppress(RuntimeError), atomic_write(root / "state.json") as f:
        f.write("half")
        raise RuntimeError
    print((root / "state.json").read_text(), sorted(p.name for p in root.glob("state*")))

    text = root / "text.txt"
    with text.open("w+", encoding="utf-8") as f:
        print(f.write("one\ntwo é\nthree"), f.tell(), f.seek(0), f.readline(), f.readlines(), f.read())
        f.seek(0)
        f.truncate(4)
        f.seek(0, io.SEEK_END)
        f.writelines(f"{n}\n" for n in range(3))
    print(repr(text.read_text()), text.read_bytes(), [line.rstrip() for line in text.open()])
    with open(text, "ab", buffering=0) as f:
        f.write(b"\xff\xfe\n")
    print(text.read_text(errors="replace")[-3:].encode("unicode_escape"), text.read_text(encoding="latin-1")[-3:], text.read_text(errors="surrogateescape")[-3:].encode("utf-8", "surrogateescape"))
    with open(root / "data.csv", newline="") as raw, open(root / "data.csv") as translated:
        print(repr(raw.read()), repr(translated.read()), translated.newlines, translated.mode, translated.encoding, translated.closed)
    with open(root / "src/pkg/mod.py", "rb") as f:
        buffer = bytearray(5)
        print(f.readinto(buffer), buffer, f.peek(3)[:3], f.read(3), f.tell(), f.seek(-3, 2), f.read(), f.readable(), f.writable())
    print(translated.closed, repr(translated).replace(str(root), "ROOT"))

    attempt(root, "missing", lambda: (root / "nope.txt").read_text())
    attempt(root, "folder", lambda: (root / "notes").read_text())
    attempt(root, "exists", lambda: (root / "notes").mkdir())
    attempt(root, "exclusive", lambda: open(text, "x"))
    attempt(root, "not empty", lambda: (root / "notes").rmdir())
    attempt(root, "not a folder", lambda: os.listdir(text))
    attempt(root, "unlink", lambda: (root / "ghost").unlink())
    attempt(root, "unlink ok", lambda: (root / "ghost").unlink(missing_ok=True))
    attempt(root, "decode", lambda: text.read_text("utf-8"))
    attempt(root, "encode", lambda: text.write_text("é", encoding="ascii"))
    attempt(root, "mode", lambda: open(text, "rw"))
    attempt(root, "binary encoding", lambda: open(text, "rb", encoding="utf-8"))
    attempt(root, "closed", lambda: translated.read())
    attempt(root, "unknown codec", lambda: text.read_text("klingon"))
    attempt(root, "wrong type", lambda: text.write_text(b"bytes"))
    attempt(root, "wrong type 2", lambda: text.write_bytes("text"))
    attempt(root, "relative", lambda: Path("/a/b").relative_to("/c"))
    attempt(root, "name", lambda: Path("/").with_name("x"))
    attempt(root, "suffix", lambda: Path("a").with_suffix("txt"))
    attempt(root, "null", lambda: open("a\0b"))
    attempt(root, "loop", lambda: shutil.copy(text, text))
    shutil.rmtree(root / "notes")
    print((root / "notes").exists(), sorted(p.name for p in root.iterdir()))
    with tempfile.NamedTemporaryFile("w+", dir=root, suffix=".tmp") as t, tempfile.SpooledTemporaryFile(max_size=4, mode="w+") as s:
        t.write("temporary")
        t.flush()
        s.write("long enough")
        s.seek(0)
        print(Path(t.name).read_text(), Path(t.name).suffix, s.read())
    print(Path(t.name).exists())
print(root.exists())

p = PurePosixPath("/usr/./lib//python3.11/site.tar.gz")
print(p, p.parts, p.name, p.stem, p.suffixes, p.parent, list(map(str, p.parents))[-2:], p.with_suffix(".zip"), p.with_stem("x"), p.is_absolute(), p.match("*.gz"), p.as_uri())
print(PurePath("a") / "b" / "/c", PurePath("a/../b"), PureWindowsPath(r"c:\Users\x.txt").parts, PurePosixPath("a") < PurePosixPath("b"), repr(Path("x") / "y"), Path("a/b").relative_to("a"), Path().joinpath("a", "b"), "/r" / Path("s"), p.is_relative_to("/usr"))
print(os.path.join("a", "b", "/c", "d"), os.path.splitext("x.tar.gz"), os.path.normpath("a//b/../c/."), os.path.commonpath(["/a/b/c", "/a/b/d"]), os.path.relpath("/a/b", "/a/c"), os.path.expanduser("~") != "~", os.path.split("/a/b/"), os.path.basename("/x/y"))
print(sys.getdefaultencoding(), hashlib.md5(b"x").hexdigest(), hashlib.new("sha1", b"a").name)
