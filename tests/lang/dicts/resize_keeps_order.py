d = {}
for i in range(3000):
    d[(i * 7919) % 3001] = i
    if i % 3 == 0:
        d.pop((i * 7919) % 3001)
print(len(d), list(d)[:5], list(d.values())[-3:])
e = dict(d)
print(e == d, list(e) == list(d))
