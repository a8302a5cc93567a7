PAIRS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
def to_roman(n):
    if not 0 < n < 4000: raise ValueError(f"{n} out of range 1..3999")
    out = ""
    for v, s in PAIRS:
        k, n = divmod(n, v)
        out += s * k
    return out
def from_roman(s):
    val = {k: v for v, k in PAIRS if len(k) == 1}; total = 0
    for a, b in zip(s, s[1:] + " "): total += -val[a] if val[a] < val.get(b, 0) else val[a]
    if to_roman(total) != s: raise ValueError(f"not canonical: {s}")
    return total
print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], all(from_roman(to_roman(n)) == n for n in range(1, 4000)))
for bad in (0, 4000, -1):
    try: to_roman(bad)
    except ValueError as e: print(e)
for bad in ("IIII", "VX", "ABC"):
    try: print(from_roman(bad))
    except (ValueError, KeyError) as e: print(type(e).__name__, e)
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
def to_base(n, b):
    if n < 0: return "-" + to_base(-n, b)
    return DIGITS[n] if n < b else to_base(n // b, b) + DIGITS[n % b]
print([to_base(255, b) for b in range(2, 17)], to_base(-10**30, 36), int(to_base(-10**30, 36), 36) == -10**30, to_base(0, 7))
def caesar(s, k): return "".join(chr((ord(c) - b + k) % 26 + b) if (b := 97 if c.islower() else 65 if c.isupper() else 0) else c for c in s)
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
def rle(s):
    out = []
    for c in s:
        if out and out[-1][0] == c: out[-1][1] += 1
        else: out.append([c, 1])
    return "".join(c + (str(n) if n > 1 else "") for c, n in out)
print(rle("aaabccddddde"), rle(""), rle("abc"), f"{255:#x} {255:#010b} {255:o} {1e6:,.2f} {0.1234:.1%} {10**9:_}")
def gray(n): return [i ^ (i >> 1) for i in range(1 << n)]
print([f"{g:03b}" for g in gray(3)], sum(divmod(17, 5)), divmod(-17, 5), -17 % 5, -17 // 5, int(-3.7), round(-3.5), round(2.675, 2))
def collatz(n):
    while n != 1: yield n; n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1
print(list(collatz(13)), max(range(1, 300), key=lambda n: len(list(collatz(n)))))
def egypt(a, b):
    while a: n = -(-b // a); yield f"1/{n}"; a, b = a * n - b, b * n
print(" + ".join(egypt(7, 15)), " + ".join(egypt(5, 121)))
