"""What machine and what Python this is. Facts of the running system; nothing is guessed from files."""

import os
import sys



class uname_result(tuple):
    """What uname() says: system, node, release, version, machine, processor."""

    __slots__ = ()
    _fields = ("system", "node", "release", "version", "machine", "processor")
    __match_args__ = _fields
    system = property(lambda self: self[0])
    node = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])
    processor = property(lambda self: self[5])

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        return "uname_result(" + ", ".join(f"{n}={v!r}" for n, v in zip(self._fields[:5], self)) + ")"


_known = None


def uname():
    """Names and versions of the system and the machine."""
    global _known
    if _known is None:
        _known = uname_result(tuple(os.uname()) + ("",))
    return _known


def system():
    """Name of the system: 'Linux'."""
    return uname().system


def node():
    """The machine's name in the network."""
    return uname().node


def release():
    """The system's release."""
    return uname().release


def version():
    """The system's version."""
    return uname().version


def machine():
    """The kind of machine: 'x86_64'."""
    return uname().machine


def processor():
    """The processor's name where the system tells it; '' here."""
    return uname().processor


def architecture(executable=sys.executable, bits="", linkage=""):
    """Size of a pointer and format of executables."""
    return (bits or "64bit", linkage or "ELF")


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    """Name and version of the C library."""
    try:
        import posix
        name, _, number = posix.confstr("CS_GNU_LIBC_VERSION").partition(" ")
        return name, number
    except (AttributeError, ValueError, OSError):
        return lib, version


def platform(aliased=False, terse=False):
    """All of it in one line."""
    u = uname()
    libc = "".join(libc_ver())
    if terse:
        return f"{u.system}-{u.release}-with-{libc}" if libc else f"{u.system}-{u.release}"
    parts = [u.system, u.release, u.machine]
    if libc:
        parts += ["with", libc]
    return "-".join(p.replace(" ", "_").replace("/", "-") for p in parts)


def python_version():
    """'3.11.0'."""
    return ".".join(map(str, sys.version_info[:3]))


def python_version_tuple():
    """('3', '11', '0')."""
    return tuple(map(str, sys.version_info[:3]))


def python_implementation():
    """The name of this Python."""
    return "Baton"


def python_build():
    """Number and date of the build: not kept."""
    return ("", "")


def python_compiler():
    """The compiler this was built with."""
    return "GCC"


def python_branch():
    """Branch of the sources: not kept."""
    return ""


def python_revision():
    """Revision of the sources: not kept."""
    return ""
