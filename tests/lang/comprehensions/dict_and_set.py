print({k: v for k, v in zip("abc", range(3))}, {x % 3: x for x in range(10)}, sorted({len(w) for w in ["a", "bb", "cc"]}), {i: {j: i * j for j in range(2)} for i in range(2)}, {k: k for k in "ab" if k != "a"})
def key(n): print("key", n); return n
def val(n): print("val", n); return n
print({key(i): val(i) for i in range(2)})
