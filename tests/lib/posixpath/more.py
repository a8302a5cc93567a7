"""os.path: real paths, common paths, variables, mounts."""
import os, os.path as p
def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)
for paths in (["/a/b/c", "/a/b/d"], ["a/b", "a"], ["/a", "b"], [], ["/"], ["/a/", "/a//b/./c"], [b"/a", b"/a/b"], ["a", b"a"], ["a/b/c", "a/b/c"], "ab", [3]): show(p.commonpath, paths)
os.environ.update(V_A="one", V_B="")
for t in ("$V_A/x", "${V_A}y", "$V_NONE ${V_NONE}", "$", "$$V_A", "${V_A", "${}", "a$V_B|", b"$V_A", "$V_Aé", "$V_A$V_A", "$1", ""): show(p.expandvars, t)
os.makedirs("real.tmp/a/b"); os.symlink("a", "real.tmp/l"); os.symlink(os.getcwd() + "/real.tmp", "real.tmp/abs"); os.symlink("loop2", "real.tmp/loop1"); os.symlink("loop1", "real.tmp/loop2"); os.symlink("../a/b", "real.tmp/a/up")
here = os.getcwd()
for t in ("real.tmp/l/b", "real.tmp/abs/l/../a", "real.tmp/loop1", "real.tmp/loop1/x", "real.tmp/none/../x", "real.tmp/a/up", ".", "", "/", "real.tmp//a/./b/..", b"real.tmp/l"): 
    r = p.realpath(t); print(t, r[len(here):] if len(r) >= len(here) else r)
show(p.realpath, "real.tmp/none", strict=True) if 0 else None
for t in ("real.tmp/none/x", "real.tmp/loop1"):
    try: p.realpath(t, strict=True)
    except OSError as e: print(type(e).__name__, e.errno, e.filename)
print(p.ismount("/"), p.ismount("real.tmp"), p.ismount("none"), p.ismount("real.tmp/l"), p.samestat(os.stat("real.tmp"), os.stat("real.tmp/abs")), p.getatime("real.tmp") > 0, p.getctime("real.tmp") > 0)
with open("real.tmp/f", "w") as f, open("real.tmp/f") as g: print(p.sameopenfile(f.fileno(), g.fileno()))
os.chdir("real.tmp")
for n in ("f", "l", "abs", "loop1", "loop2", "a/up"): os.remove(n)
os.chdir(".."); os.removedirs("real.tmp/a/b")
