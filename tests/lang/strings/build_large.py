s = ""
for i in range(20000):
    s += str(i)
print(len(s), s[:10], s[-5:], s.count("99"))
parts = []
for i in range(1000):
    parts.append("é" * (i % 5))
t = "".join(parts)
print(len(t), len(t.encode()))
