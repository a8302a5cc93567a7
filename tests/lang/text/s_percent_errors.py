def err(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
cases = [("%d", "x"), ("%d", None), ("%i", []), ("%u", "a"), ("%x", 1.5), ("%o", "1"), ("%X", None), ("%f", "a"), ("%g", None), ("%e", []), ("%c", "ab"), ("%c", ""), ("%c", 1.5), ("%c", -1), ("%c", 0x110000), ("%y", 1), ("%z %s", (1,)), ("%", 1), ("abc%", ()), ("%s %s", "a"), ("%s", ()), ("%s", (1, 2)), ("x", 1), ("x", "a"), ("%s %s", (1,)), ("%(a)s", 1), ("%(a)s", (1,)), ("%(a)s", [1]), ("%(a)s", {}), ("%(a", {}), ("%(a)s %s", {"a": 1}), ("%*d", ("a", 1)), ("%*d", (5,)), ("%*d", 5), ("%.*f", ("a", 1.0)), ("%d", float("nan")), ("%d", float("inf")), ("%d", 1j), ("%5%", ()), ("%(a)y", {"a": 1}), ("%é", 1), ("%*d", (2**70, 1)), ("%.*d", (2**40, 1)), ("%d", b"1")]
for fmt, args in cases:
    err(lambda: fmt % args)
class Boom:
    def __str__(self): raise KeyError("boom")
    def __int__(self): raise ZeroDivisionError("int")
err(lambda: "%s" % Boom())
err(lambda: "%d" % Boom())
class Rm:
    def __rmod__(self, o): return "rmod"
err(lambda: "%s" % Rm())
class Sr(str):
    def __rmod__(self, o): return "srmod"
err(lambda: "%s" % Sr("a"))
