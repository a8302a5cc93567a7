"""What the numbers in os.stat_result mean. Constants of the system, and pure functions of a mode."""

(ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME) = range(10)

S_IFDIR, S_IFCHR, S_IFBLK, S_IFREG = 0o040000, 0o020000, 0o060000, 0o100000
S_IFIFO, S_IFLNK, S_IFSOCK = 0o010000, 0o120000, 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0
S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_ENFMT = S_ISGID
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001
S_IREAD, S_IWRITE, S_IEXEC = S_IRUSR, S_IWUSR, S_IXUSR


def S_IMODE(mode, /):
    """The permissions of a mode."""
    return mode & 0o7777


def S_IFMT(mode, /):
    """The kind of file of a mode."""
    return mode & 0o170000


def S_ISDIR(mode, /):
    """A directory?"""
    return mode & 0o170000 == S_IFDIR


def S_ISCHR(mode, /):
    """A character device?"""
    return mode & 0o170000 == S_IFCHR


def S_ISBLK(mode, /):
    """A block device?"""
    return mode & 0o170000 == S_IFBLK


def S_ISREG(mode, /):
    """A regular file?"""
    return mode & 0o170000 == S_IFREG


def S_ISFIFO(mode, /):
    """A named pipe?"""
    return mode & 0o170000 == S_IFIFO


def S_ISLNK(mode, /):
    """A symbolic link?"""
    return mode & 0o170000 == S_IFLNK


def S_ISSOCK(mode, /):
    """A socket?"""
    return mode & 0o170000 == S_IFSOCK


def S_ISDOOR(mode, /):
    """A door? There are none here."""
    return False


S_ISPORT = S_ISWHT = S_ISDOOR

_KINDS = {S_IFDIR: "d", S_IFCHR: "c", S_IFBLK: "b", S_IFREG: "-", S_IFIFO: "p", S_IFLNK: "l", S_IFSOCK: "s"}


def filemode(mode, /):
    """A mode as ls -l shows it: '-rwxr-x---'."""
    text = _KINDS.get(S_IFMT(mode), "?")
    for shift, special, letter in ((6, S_ISUID, "s"), (3, S_ISGID, "s"), (0, S_ISVTX, "t")):
        bits = mode >> shift
        text += ("r" if bits & 4 else "-") + ("w" if bits & 2 else "-")
        if mode & special:
            text += letter if bits & 1 else letter.upper()
        else:
            text += "x" if bits & 1 else "-"
    return text
