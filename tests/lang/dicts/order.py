d = {}
for k in (5, 3, 9, 1):
    d[k] = k
d[3] = "again"
print(d)
del d[9]
d[9] = "back"
print(d, list(reversed(d)), list(reversed(d.items())))
d.pop(5)
d[5] = 0
print(list(d))
for i in range(100):
    d[i + 100] = i
for i in range(0, 100, 2):
    del d[i + 100]
print(len(d), list(d)[:8])
