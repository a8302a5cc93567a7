# Formatter: the same as str.format, its parts, subclasses, errors.
from string import Formatter

f = Formatter()


def attempt(fn, *args, **kw):
    try:
        print("ok", repr(fn(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


class P:
    x = 5
    d = {"k": [1, 2]}


for fmt in ("plain", "", "{}", "{} {}", "{0}-{1}-{0}", "{name}", "{0.x} {0.d[k][1]}", "{:>5}|{:<5}|", "{:{}}", "{0:{1}}", "{!r}", "{!s:>5}", "{!a}",
            "{{}}", "{{{}}}", "a}}b{{c", "{0!r:^{1}}", "{name!r}", "{0}{}", "{}{0}", "{", "}", "{0", "{0!", "{0!r", "{0!rx}", "{0!x}", "{a{b}}", "{0[}", "{0.}",
            "{0[]}", "{0[0]x}", "{5}", "{missing}", "{:{:{}}}", "{0:{", "{0:}", "{!}", "{0.y}", "{0[k", "a{", "a}", "x{0}}", "{ }"):
    print(repr(fmt), end=" ")
    attempt(f.format, fmt, P if "." in fmt else 1, 7, name="n")
print(f.vformat("{0} {a}", (1,), {"a": 2}))
for fmt in ("a{b.c[d]!r:>{w}}e", "{{x}}y", "}}", "", "{}", "a{0:x", "{:{}{}}z"):
    try:
        print(list(f.parse(fmt)))
    except ValueError as e:
        print("ValueError", e)
print(f.get_field("0.x", (P,), {}), f.get_field("a[0]", (), {"a": "xy"}), f.get_value(0, [9], {}), f.get_value("k", [], {"k": 8}))
print(f.convert_field("é", "a"), f.convert_field(1, None), f.convert_field("a", "r"), f.format_field(3.14159, ".2f"), f.check_unused_args(set(), (), {}))
attempt(f.convert_field, 1, "z")
attempt(f.format)
attempt(f.format, "{0}")
attempt(f.format, "{x}")
attempt(f.parse, 5) if False else None


class Defaults(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)

    def check_unused_args(self, used, args, kwargs):
        unused = [i for i in range(len(args)) if i not in used] + [k for k in kwargs if k not in used]
        if unused:
            raise ValueError(f"unused {unused}")


d = Defaults()
print(d.format("{a} {b!u} {0}", 1, b="loud"))
attempt(d.format, "{0}", 1, 2, z=3)
attempt(d.format, "{0[k]}", {"k": 1})


class Names(Formatter):
    def format_field(self, value, spec):
        return f"[{value}:{spec}]"


print(Names().format("{} {:x} {:{}}", 1, 2, 3, 4))
