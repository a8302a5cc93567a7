# Attributes of the built-in exceptions.
def show(e, *names):
    print(type(e).__name__, [getattr(e, n) for n in names], e.args, str(e))
show(StopIteration(5), "value")
show(StopIteration(), "value")
show(SystemExit(3), "code")
show(SystemExit(1, 2), "code")
show(OSError(2, "No such file or directory", "x"), "errno", "strerror", "filename", "filename2")
show(OSError(13, "p"), "errno", "strerror", "filename")
show(OSError("one"), "errno", "strerror", "filename")
show(OSError(17, "e", "a", None, "b"), "filename", "filename2")
show(OSError(99999, "x"), "errno")
show(ImportError("m", name="n", path="p"), "msg", "name", "path")
show(NameError("m", name="n"), "name")
show(AttributeError("m", name="n", obj=3), "name", "obj")
show(KeyError("k"))
show(KeyError())
show(KeyError(1, 2))
show(SyntaxError("bad", ("f.py", 3, 4, "text\n")), "msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset")
show(SyntaxError("bad", ("d/f.py", 3, 4, "text\n", 3, 6)), "end_lineno", "end_offset")
show(SyntaxError("plain"), "filename", "lineno")
show(UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "why"), "encoding", "object", "start", "end", "reason")
show(UnicodeDecodeError("utf-8", b"a\xff\xfe", 1, 3, "why"))
show(UnicodeEncodeError("ascii", "aé漢", 1, 2, "why"), "encoding", "object", "start", "end", "reason")
show(UnicodeEncodeError("ascii", "aé漢", 1, 3, "why"))
show(UnicodeTranslateError("aé", 1, 2, "why"))
for cls, args, kw in [(ValueError, (), {"x": 1}), (ImportError, (), {"x": 1}), (UnicodeDecodeError, (1,), {}),
                      (UnicodeEncodeError, ("a", b"", 0, 1, "r"), {})]:
    try:
        cls(*args, **kw)
    except Exception as e:
        print(type(e).__name__, e)
