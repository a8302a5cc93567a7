"""stat: constants and functions of modes; errno, platform and getpass in passing."""
import stat, errno, platform, getpass, os, sys
for m in (0o100644, 0o040755, 0o120777, 0o104755, 0o102644, 0o041777, 0o041776, 0o020620, 0o060660, 0o010600, 0o140777, 0, 0o106000):
    print(oct(m), stat.filemode(m), oct(stat.S_IMODE(m)), oct(stat.S_IFMT(m)), [n for n in ("S_ISDIR", "S_ISREG", "S_ISLNK", "S_ISCHR", "S_ISBLK", "S_ISFIFO", "S_ISSOCK", "S_ISDOOR", "S_ISPORT", "S_ISWHT") if getattr(stat, n)(m)])
print({n: getattr(stat, n) for n in dir(stat) if n.startswith(("S_I", "ST_")) and isinstance(getattr(stat, n), int)})
print(sorted(errno.errorcode.items()) == sorted((v, n) for v, n in errno.errorcode.items()), errno.EPERM, errno.ENOTEMPTY, errno.EINTR, errno.EDEADLK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.errorcode[35], errno.errorcode[95])
print(platform.system(), platform.machine() == os.uname().machine, platform.node() == os.uname().nodename, platform.release() == platform.uname().release, platform.python_version_tuple()[:2], platform.python_version()[:5] in ("3.11.",), len(platform.uname()), platform.architecture()[0], platform.libc_ver()[0], platform.platform() == platform.platform(), platform.uname().system)
os.environ["LOGNAME"] = "somebody"; print(getpass.getuser())
for n in ("LOGNAME", "USER", "LNAME", "USERNAME"): os.environ.pop(n, None)
os.environ["USERNAME"] = "other"; print(getpass.getuser())
