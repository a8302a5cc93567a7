s = "é" * 100000 + "x" + "€" * 100000
print(len(s), s.find("x"), s.rfind("x"), s[100000], s[99999], s[100001], s[-1], s.count("é"), s.index("€"))
p = s.split("x")
print(len(p), len(p[0]), len(p[1]))
print(len(s.replace("é", "ee")), len(s[::-1]), s[::-1][100000], len(s.upper()))
total = 0
for i in range(0, len(s), 997): total += ord(s[i])
print(total)
acc = ""
for i in range(20000): acc += "ab"
print(len(acc), acc.count("ab"))
w = ("word " * 50000).split()
print(len(w), len(" ".join(w)), len("\n".join(w).splitlines()))
b = bytes(1000000)
print(len(b), b.count(0), b.find(b"\x01"), len(b.hex()))
for f in (lambda: "ab" * (2**62), lambda: b"ab" * (2**63), lambda: "a".ljust(2**62), lambda: bytes(2**61)):
    try:
        f()
    except (MemoryError, OverflowError) as e:
        print(type(e).__name__)
