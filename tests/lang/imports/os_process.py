# The process and the system; ends by _exit, which flushes nothing.
import os
import sys

print(os.getpid() > 0, os.getppid() > 0, os.getpid() != os.getppid(), os.getpid() == os.getpid(), os.getuid() >= 0)
print(os.cpu_count() >= 1, type(os.cpu_count()), os.isatty(1), os.isatty(999), os.isatty(-1))
print(os.strerror(2), "|", os.strerror(13), "|", os.strerror(99999), "|", os.strerror(0))
a, b = os.urandom(16), os.urandom(16)
print(type(a), len(a), a != b, os.urandom(0), len(os.urandom(100_000)), len(set(os.urandom(4096))) > 200)


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


attempt(os.urandom, -1)
attempt(os.urandom, 1.5)
attempt(os.urandom, 2**70)
attempt(os.strerror, "x")
attempt(os.strerror, 2**40)
attempt(os.isatty, 2**40)
attempt(os.isatty, None)
attempt(os._exit, "x")
print(os.devnull, os.pathsep, os.extsep, os.altsep, os.error is OSError, "path" in dir(os), "getcwd" in dir(os))
names = {}
exec("from os import *", names)
print(names["path"] is os.path, "sys" in names, names["getenv"] is os.getenv)
try:
    from os import nothing
except ImportError as e:
    print(str(e).split("(")[0])
sys.stdout.flush()
try:
    os._exit(7)
finally:
    print("never")
