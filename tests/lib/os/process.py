"""os: processes, the environment, the machine."""
import os, errno

def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)

print(os.getpid() > 0, os.getppid() > 0, os.getuid() == os.geteuid(), os.getgid() == os.getegid(), os.getpgid(0) == os.getpgrp(), isinstance(os.getgroups(), list))
print(os.cpu_count() >= 1, len(os.sched_getaffinity(0)) >= 1, os.name, os.linesep, os.sep, os.curdir, os.pathsep, os.devnull, os.altsep, os.extsep)
u = os.uname(); print(u.sysname, u[0], len(u), u == tuple(u), type(u).__name__, repr(u).startswith("posix.uname_result(sysname='Linux', nodename="))
t = os.times(); print(len(t), t.user >= 0, t.elapsed > 0, type(t))
print(os.system("exit 3"), os.waitstatus_to_exitcode(os.system("exit 3")), os.system("true"), os.WEXITSTATUS(768), os.WIFEXITED(768), os.WIFSIGNALED(9), os.WTERMSIG(9), os.waitstatus_to_exitcode(9))
show(os.waitstatus_to_exitcode, "x"); show(os.waitpid, -1, os.WNOHANG); show(os.kill, os.getpid(), 0); show(os.kill, 2**30, 0); show(os.kill, "x", 0)
with os.popen("echo from the shell; echo two") as p: print(p.readlines())
p = os.popen("exit 5"); print(p.read(), p.close()); p = os.popen("cat >/dev/null", "w"); p.write("x"); print(p.close())
show(os.popen, "x", "z"); show(os.popen, 3); print(os.popen("printf abc").read())
os.environ["H_TEST"] = "väl"; print(os.getenv("H_TEST"), os.environ["H_TEST"], os.popen("echo $H_TEST").read()); os.putenv("H_TEST", "direct"); print(os.environ["H_TEST"], os.popen("echo $H_TEST").read())
del os.environ["H_TEST"]; print(os.getenv("H_TEST"), os.getenv("H_TEST", 3), "H_TEST" in os.environ, os.popen("echo [$H_TEST]").read())
for f in (lambda: os.environ["H_TEST"], lambda: os.environ.__setitem__("a", 3), lambda: os.environ.__setitem__(3, "a"), lambda: os.environ.pop("H_TEST"), lambda: os.environ.__setitem__("a=b", "c"), lambda: os.environ.__setitem__("a\0", "c")): show(f)
print(os.environ.setdefault("H_X", "1"), os.environ.pop("H_X"), os.environ.pop("H_X", None), os.environ.get("H_X"), isinstance(os.environ.copy(), dict)); os.environ.update(H_A="1", H_B="2"); print({k: v for k, v in os.environ.items() if k.startswith("H_")}, repr(os.environ)[:9]); os.unsetenv("H_A"); print(os.environ["H_A"])
print(os.getenvb(b"H_B"), os.fsencode("ä"), os.fsdecode(b"\xff"), os.strerror(2), os.get_exec_path({"PATH": "a:b"}), os.get_exec_path({}))
print(len(os.urandom(5)), type(os.urandom(0)), os.terminal_size((3, 4)), os.terminal_size((3, 4)).columns); show(os.terminal_size, (1,)); show(os.get_terminal_size, 99)
v = os.statvfs("."); print(v.f_bsize > 0, v.f_namemax, len(v), type(v)); print(len(os.getloadavg()))
print(errno.ENOENT, errno.errorcode[2], errno.EAGAIN == errno.EWOULDBLOCK, errno.errorcode[11], len(errno.errorcode)); show(lambda: os.nothing)
print(sorted(n for n in ("walk", "scandir", "environ", "path", "O_CREAT", "getpid") if n in dir(os)))
