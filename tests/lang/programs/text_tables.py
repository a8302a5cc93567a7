rows = [("Apple", 3, 0.5), ("Kiwi", 12, 0.25), ("Watermelon", 1, 3.999), ("Ünïcode", -7, 1e6)]
head = ("item", "qty", "price")
def table(head, rows, aligns="<>>"):
    cells = [head] + [(n, f"{q:+d}", f"{p:,.2f}") for n, q, p in rows]
    w = [max(map(len, col)) for col in zip(*cells)]
    line = "+".join("-" * (n + 2) for n in w).join("++")
    fmt = lambda r: "|" + "|".join(f" {c:{a}{n}} " for c, a, n in zip(r, aligns, w)) + "|"
    return "\n".join([line, fmt(cells[0]), line.replace("-", "="), *map(fmt, cells[1:]), line])
print(table(head, rows)); print(table(head, rows, "^^^"))
for spec in ("10", "<10", "^10", ">10", "*^10", ".3", "10.2", "_>8.1"): print(f"[{'Python':{spec}}]", end=" ")
print()
for v in (0, 3.14159, -2.5, 1e10, 1e-7, 123456789.123, float("inf"), float("nan")): print(f"{v:.2f}|{v:e}|{v:g}|{v:10.3g}|{v:+.1f}|{v:,.3f}|{v!r}|{v:%}|{v:08.2f}")
for v in (0, 42, -255, 10**12): print(f"{v:d}|{v:5d}|{v:<8}|{v:^8}|{v:08d}|{v:x}|{v:#X}|{v:#o}|{v:,}|{v:_b}|{v:+}|{v: }|{v:=+9}|{v:c}" if 0 <= v < 1000 else f"{v:d}|{v:x}|{v:,}|{v:e}")
print("{0:>{1}} {name!r:^12} {2[0]} {2[1]:.1f} {3.real} {{}}".format("x", 5, [1, 2], 3, name="nm"), "%-10s|%5d|%05.1f|%x|%r|%%|%c|%+d" % ("ab", 42, 3.14159, 255, "q", "z", 7), "%(a)s-%(b)03d" % {"a": 1, "b": 2})
text = "the quick brown fox jumps over the lazy dog the end"
def wrap(t, n):
    lines, cur = [], ""
    for w in t.split():
        if cur and len(cur) + 1 + len(w) > n: lines.append(cur); cur = w
        else: cur = f"{cur} {w}".strip()
    return lines + [cur] if cur else lines
def justify(line, n):
    ws = line.split()
    if len(ws) == 1: return line.ljust(n)
    gaps, extra = divmod(n - sum(map(len, ws)), len(ws) - 1)
    return "".join(w + " " * (gaps + (i < extra)) for i, w in enumerate(ws[:-1])) + ws[-1]
for l in wrap(text, 16): print("|" + justify(l, 16) + "|")
freq = {}
for w in text.split(): freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:4]: print(f"{w:.<8}{n:.>3} {'#' * n}")
print(text.title(), text.capitalize()[:9], text.replace("the", "THE", 2)[:12], text.find("fox"), text.partition(" quick "), text.rsplit(None, 2), text.count("o"), text.split("o", 2))
print("a,b;c d".translate(str.maketrans({",": "|", ";": None, " ": "__"})), "tab\tsep".expandtabs(8), "x=1".partition("="), "αβγ".upper(), "Straße".casefold(), "  pad ".strip() + "|", "abcabc".rstrip("bc"), "-".join("abc"), "1,2,,3".split(","), "\n".join(["l1", "l2"]).splitlines())
hist = [3, 7, 1, 5]
for y in range(max(hist), 0, -1): print(" ".join("█" if h >= y else " " for h in hist).rstrip())
name, value = "π", 3.14159; print(f"{name=} {value=:.2f} {value!s:>10} {'nested ' + f'{value:.{2}f}'} {1 + 1 = }")
