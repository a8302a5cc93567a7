x = 12345
values = []
for i in range(5000):
    x = (x * 1103515245 + 12345) % (1 << 31)
    values.append(x % 1000)
s = sorted(values)
print(s[:5], s[-5:], len(s), all(s[i] <= s[i + 1] for i in range(len(s) - 1)), sum(s) == sum(values))
pairs = sorted(((v, i) for i, v in enumerate(values)), key=lambda p: p[0])
print(all(pairs[i][1] < pairs[i + 1][1] for i in range(len(pairs) - 1) if pairs[i][0] == pairs[i + 1][0]))
