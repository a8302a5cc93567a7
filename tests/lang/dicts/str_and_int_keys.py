d = {}
for i in range(1000):
    d[i] = i
    d[str(i)] = -i
print(len(d), sum(d[i] for i in range(1000)), sum(d[str(i)] for i in range(1000)))
for i in range(0, 1000, 3):
    del d[i]
print(len(d), 3 in d, 4 in d, "3" in d)
d[10 ** 30] = "big"
d[(1, 2)] = "tuple"
d[None] = "none"
d[1.5] = "half"
print(d[10 ** 30], d[1, 2], d[None], d[1.5], d[frozenset()] if frozenset() in d else "no")
