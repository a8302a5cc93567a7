n = 200000
l = [i * 7 % n for i in range(n)]
d = {}
for i in l:
    d[i] = i
for i in l:
    d[str(i)] = i
print(len(d), sum(v for v in d.values()))
for i in range(0, n, 2):
    del d[i]
print(len(d), d[1], d["0"], 0 in d, next(iter(d)))
s = set(l)
for i in range(0, n, 3):
    s.discard(i)
print(len(s), sum(s))
l.sort()
print(l[:3], l[-3:], l == list(range(n)))
l.sort(key=lambda v: v % 10)
print(l[:3], l[-3:])
while len(l) > 10:
    del l[len(l) // 2:]
print(l)
while l:
    l.pop(0)
print(l)
q = list(range(1000))
for i in range(5000):
    q.append(q.pop(0))
print(q[:3], len(q))
t = tuple(range(100000))
print(len(t + t), (t * 3)[250000], hash(t) == hash(tuple(range(100000))))
x = [0] * 100000
x[::2] = [1] * 50000
print(sum(x), x.count(1), x[99998:])
