"""Who the user is, and a password without an echo. The terminal is switched by stty, in a child process."""

import os
import sys

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    """The password may have been shown."""


def getuser():
    """The login name: from the environment, else from the password file."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = os.environ.get(name)
        if user:
            return user
    import posix
    found = posix._user(os.getuid())
    if found is None:
        raise KeyError(f"getpwuid(): uid not found: {os.getuid()}")
    return found[0]


def getpass(prompt="Password: ", stream=None):
    """Ask for a password; what is typed is not shown if standard input is a terminal."""
    out = stream or sys.stderr
    hidden = sys.stdin.isatty() and os.system("stty -echo") == 0
    try:
        out.write(prompt)
        out.flush()
        line = sys.stdin.readline()
    finally:
        if hidden:
            os.system("stty echo")
            out.write("\n")
    if not line:
        raise EOFError
    return line[:-1] if line.endswith("\n") else line
