"""Command line options in the manner of C's getopt().

Behaviour: https://docs.python.org/3.11/library/getopt.html
"""
__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """An option that isn't known, or misses its argument: msg and opt say which."""

    opt = ""
    msg = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """(options, rest): the options before the first argument that isn't one."""
    return _parse(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    """As getopt(), with options and other arguments in any order."""
    import os
    in_order = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    return _parse(args, shortopts.removeprefix("+"), longopts, not in_order)


def _parse(args, shortopts, longopts, mixed):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    opts = []
    others = []
    while args:
        first = args[0]
        if first == "--":
            others += args[1:]
            break
        if first[:2] == "--":
            args = _long(opts, first[2:], longopts, args[1:])
        elif first[:1] == "-" and first != "-":
            args = _short(opts, first[1:], shortopts, args[1:])
        elif mixed:
            others.append(first)
            args = args[1:]
        else:
            others += args
            break
    return opts, others


def _long(opts, text, longopts, args):
    name, equals, value = text.partition("=")
    if not equals:
        value = None
    known = [option for option in longopts if option.startswith(name)]
    if not known:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in known:
        takes_value = False
    elif name + "=" in known:
        takes_value = True
    elif len(known) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    else:
        takes_value = known[0].endswith("=")
        name = known[0].removesuffix("=")
    if takes_value:
        if value is None:
            if not args:
                raise GetoptError(f"option --{name} requires argument", name)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError(f"option --{name} must not have an argument", name)
    opts.append(("--" + name, value or ""))
    return args


def _short(opts, text, shortopts, args):
    while text:
        name, text = text[0], text[1:]
        at = shortopts.find(name) if name != ":" else -1
        if at < 0:
            raise GetoptError(f"option -{name} not recognized", name)
        value = ""
        if shortopts.startswith(":", at + 1):
            if not text:
                if not args:
                    raise GetoptError(f"option -{name} requires argument", name)
                text, args = args[0], args[1:]
            value, text = text, ""
        opts.append(("-" + name, value))
    return args
