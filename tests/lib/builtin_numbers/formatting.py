# Every format code with every kind of number; a digest of each code's results.
def product(*lists):
    rows = [()]
    for l in lists:
        rows = [r + (x,) for r in rows for x in l]
    return rows
ints = [0, 1, -1, 42, -1234567, 10**20, True]
floats = [0.0, -0.0, 1.5, -1234.5678, 1e-7, 1e20, float("inf"), float("nan"), 123456789.0]
cplx = [0j, 1.5 - 2j, -1e10 + 3.25j, complex(float("inf"), float("nan"))]
def digest(text):
    h = 0
    for c in text.encode():
        h = (h * 1000003 ^ c) & 0xFFFFFFFFFFFFFFFF
    return h
for kind in ["", "d", "b", "o", "x", "X", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "q"]:
    for width, group, prec in product(["", "12", "020"], ["", ",", "_"], ["", ".0", ".3"]):
        out = []
        for fill, sign, alt in product(["", "<", "*^", "0="], ["", "+", " "], ["", "#", "z"]):
            spec = fill + sign + alt + width + group + prec + kind
            for v in (ints if kind in "dboxXcn" or kind == "" else ints[:4]) + floats[:6] + cplx[:2]:
                try: out.append(format(v, spec))
                except Exception as e: out.append(type(e).__name__ + str(e))
        print(repr(width + group + prec + kind), digest("|".join(out)))
for spec in ["", "d", ",", "_x", "#b", "+.3e", "010", ">8", "^9.2f", "%", ".2%", "n", "g", "c", "z.1f", "-15,.3f", "é>6", "=+6", ",.2f", "_.1f", "1_", ",b", ",n", ".3d", "#c", "s", "08.3f", "_d", "+,d", "#X", "020_b", ".100f", ".17g", "e"]:
    for v in ints + floats + cplx:
        try: print(repr(spec), v, repr(format(v, spec)))
        except Exception as e: print(repr(spec), v, type(e).__name__, e)
for fmt in ("%d", "%5d", "%-5d|", "%05d", "%+d", "%x", "%#x", "%o", "%#o", "%X", "%e", "%.2f", "%10.3f", "%-10.1f|", "%g", "%G", "%c", "%s", "%r", "%i", "%u", "%%", "%.3d", "% d", "%+.1e", "%a"):
    for v in (0, 5, -42, 10**15, 2.5, -0.0, 1e100, float("inf"), True, "a", None, 3j):
        try: print(fmt, v, repr(fmt % (v,) if fmt != "%%" else fmt % ()))
        except Exception as e: print(fmt, v, type(e).__name__, e)
