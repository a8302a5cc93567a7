"""Pure paths: parsing, parts, joining, comparing, errors."""
from pathlib import PurePath, PurePosixPath, PureWindowsPath, Path, PosixPath, WindowsPath
import os

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

for cls in (PurePosixPath, PureWindowsPath):
    for text in ("", ".", "a", "a/b", "/a/b/", "//a/b", "///a", "a//b/./c", "../x/..", "/", "name.tar.gz", ".hidden", ".hidden.txt", "dot.", "a/..", "c:/x/y.txt", "c:x", "c:", "\\\\host\\share\\dir\\f.txt", "\\\\host\\share", "\\rooted", "a\\b", "//h/s/x", "~/x", "über/ñ", "x/con", "NUL.txt"):
        p = cls(text)
        print(repr(p), str(p), p.drive, p.root, p.anchor, p.parts, p.name, p.suffix, p.suffixes, p.stem, str(p.parent), p.is_absolute(), p.is_reserved(), p.as_posix(), [str(x) for x in p.parents], len(p.parents))
        show(p.as_uri); show(p.with_name, "new.py"); show(p.with_suffix, ".z"); show(p.with_stem, "st"); show(p.relative_to, "/a"); show(p.relative_to, "a")
    print(cls("a", "b", "/c", "d"), cls("a") / "b" / cls("c"), "x" / cls("y"), cls("a").joinpath("b", "c"), cls("c:/a", "/b"), cls("c:a", "c:b"), cls("c:/a", "d:b"), cls("C:/A", "c:b"))
    p = cls("/a/b/c/d.txt")
    print(p.parents, p.parents[0], p.parents[-1], p.parents[1:3], list(p.parents)); show(lambda: p.parents[9]); show(lambda: p.parents[-9])
    show(p.relative_to, "/a", "b"); show(p.relative_to, "/"); show(p.relative_to, "/x"); show(p.relative_to, p); show(p.relative_to); print(p.is_relative_to("/a/b"), p.is_relative_to("b"), p.is_relative_to(p))
    for bad in ("", "a/b", "/", ".", "a/"): show(p.with_name, bad)
    for bad in ("x", ".", "a/b", "/.x", ".a/b", ""): show(p.with_suffix, bad)
    for a, b in (("a", "a"), ("a", "A"), ("a", "b"), ("a/b", "a"), ("/a", "a")):
        a, b = cls(a), cls(b); print(a == b, a < b, a <= b, a > b, a >= b, hash(a) == hash(b), a != b)
    for pattern in ("*.txt", "d.*", "/a/b/c/*.txt", "c/*", "?.txt", "[a-d].txt", "[!x].TXT", "/*/*/*/*", "*/*/*/*/*", "b/*.txt", "a/*.txt", "", ".", "*", "**/d.txt"): show(p.match, pattern)
    show(cls, 3); show(cls, b"x"); show(cls, None); show(lambda: cls("a") / 3); show(lambda: 3 / cls("a")); show(lambda: cls("a") < "a"); print(cls("a") == "a", cls("a") != 3)
    print(bytes(cls("a/b")), os.fspath(cls("x")), {cls("a"): 1}[cls("./a")], sorted([cls("b"), cls("a/c"), cls("a")]), cls(cls("x"), "y"))
show(lambda: PurePosixPath("a") < PureWindowsPath("a")); print(PurePosixPath("a") == PureWindowsPath("a"), type(PurePath("a")).__name__, type(Path("a")).__name__, PosixPath("a") == PurePosixPath("a"), hash(PosixPath("a")) == hash(PurePosixPath("a")))
show(WindowsPath, "a"); print(PureWindowsPath(PurePosixPath("a/b")), PurePosixPath(PureWindowsPath("a\\b")), issubclass(PosixPath, Path), isinstance(Path("x"), os.PathLike), Path.__mro__)
class Mine(PurePosixPath):
    def shout(self): return str(self).upper()
print(Mine("a/b").parent.shout(), repr(Mine("a") / "b"), type(Mine("a").with_name("q")).__name__)
p = PurePosixPath("a")
try:
    p.name = "x"
except AttributeError as e:
    print("AttributeError")
