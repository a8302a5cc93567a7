from array import array
a = array("d", [1.5, 2.5, -3.0])
with open("data.bin", "wb") as f: a.tofile(f)
b = array("d")
with open("data.bin", "rb") as f: b.fromfile(f, 3)
print(b, a == b)
c = array("d")
with open("data.bin", "rb") as f:
    c.fromfile(f, 2); print(c)
    try: c.fromfile(f, 5)
    except EOFError as e: print("EOFError", e, c)
try: c.fromfile(None, -1)
except Exception as e: print(type(e).__name__, e)
def sieve(n):
    s = array("B", [1]) * (n + 1)
    s[0] = s[1] = 0
    for i in range(2, int(n ** 0.5) + 1):
        if s[i]:
            for j in range(i * i, n + 1, i): s[j] = 0
    return [i for i in range(n + 1) if s[i]]
print(sieve(60))
