# os.path as text: no file is looked at, but for the working directory.
import os.path
import os, sys
from os import path

print(os.path is path, sys.modules["os.path"] is path, path.__name__, os.name, os.sep, repr(os.linesep), os.curdir, os.pardir)

names = ["", "/", "//", "///", "a", "a/", "a/b", "/a", "//a", "///a", "a//b", "a/../b", "../a", "a/../..", "/..", "/../a",
         "./a/.", ".", "..", "a/b.c/d", "a.tar.gz", ".profile", "..a", "a.", "a/.x.y", "...", "a/...b", "é/ü.ñ", "a b/c d.e"]
for n in names:
    b = n.encode()
    assert tuple(x.encode() for x in path.split(n)) == path.split(b)
    assert tuple(x.encode() for x in path.splitext(n)) == path.splitext(b)
    assert path.normpath(n).encode() == path.normpath(b)
    print(repr(n), path.split(n), path.splitext(n), path.basename(n), path.dirname(n), path.normpath(n), path.isabs(n))

print(path.join("a"), path.join("a", "b"), path.join("a/", "b"), path.join("a", "/b", "c"), path.join("a", ""), path.join("", "a"), path.join("a", "", "b"))
print(path.join(b"a", b"b"), path.splitdrive("/a/b"), path.normcase("A/B"))
for a, b in [("/a/b/c", "/a/b"), ("/a", "/a/b/c"), ("/a", "/a"), ("/", "/a"), ("/a/b", "/"), ("/a/x", "/b/y"), ("/a/../b", "/c"), ("x/y", "x/z")]:
    print(a, b, path.relpath(a, b))
print(path.relpath("q/r"), path.relpath(b"/x/y", b"/x"))
print(path.commonprefix(["/usr/lib", "/usr/local"]), repr(path.commonprefix([])), path.commonprefix([[1, 2], [1, 3]]), path.commonprefix(["abc"]), path.commonprefix([b"ab", b"ac"]))
print(path.abspath("x") == os.getcwd() + "/x", path.abspath("/a/./b/../c"), path.abspath("") == os.getcwd(), path.abspath(b"") == os.getcwdb())

os.environ["HOME"] = "/home/somebody/"
for n in ["~", "~/x", "a~", "~nobody_of_this_name/x", "x/~", "/~", b"~/b"]:
    print(n, path.expanduser(n))
os.environ["HOME"] = "/"
print(path.expanduser("~"), path.expanduser("~/x"))
del os.environ["HOME"]
print(path.isabs(path.expanduser("~")), path.isabs(path.expanduser("~root/x")))


class P:
    def __init__(self, p): self.p = p
    def __fspath__(self): return self.p


print(path.join(P("a"), P("b")), path.basename(P("x/y")), os.fspath(P(b"q")), path.normpath(P("a/..")))
print(os.fsencode("é"), os.fsdecode(b"\xc3\xa9"), ascii(os.fsdecode(b"a\xff")), os.fsencode("a\udcff"))


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


attempt(path.join, 1)
attempt(path.join, "a", 1)
attempt(path.join, "a", b"b")
attempt(path.join, b"a", "b")
attempt(path.join, "a", None)
attempt(path.split, 1)
attempt(path.splitext, None)
attempt(path.basename, [])
attempt(path.normpath, 1.5)
attempt(path.relpath, "")
attempt(path.relpath, "a", b"b")
attempt(path.commonprefix, [1, 2])
attempt(os.fspath, 1)
attempt(os.fspath, P(3))
attempt(path.exists, 1.5)
attempt(path.exists, "a\0b")
attempt(path.isdir, "a\0b")
try:
    import os.nothing
except ImportError as e:
    print(type(e).__name__, e)
import os.path as osp
from os.path import join, sep as s
print(osp is path, join("x", "y"), s)
