# dedent and indent.
from textwrap import dedent, indent

for s in ("  a\n  b\n", "  a\n    b\n\n  c", "\ta\n\tb", "\t a\n\t  b", "  a\n\tb", "a\n  b", "", "   ", "   \n  \n", "  a\n \n  b", "    a\n   b\n     c\n",
          "  a\r\n  b\r\n", "  a\n  ", "\n\n  x\n", "  \u00a0x\n  y", "  a\n   \n b", "x", " x"):
    print(repr(s), repr(dedent(s)))
print(dedent("""
    def f():
        return 1

    class C:
        pass
    """))
for s in ("a\nb", "a\n\nb\n", "", "\n", "  \na", "a\r\nb\n", "x\u2028y"):
    print(repr(indent(s, "> ")), repr(indent(s, "+", lambda line: True)), repr(indent(s, "-", predicate=lambda line: "b" in line)))
try:
    indent("a", 5)
except TypeError as e:
    print(e)
