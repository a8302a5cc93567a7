# Dicts whose first entries were deleted: iteration begins at the first one left.
d = {i: i for i in range(20)}
for i in range(19): del d[i]
print(next(iter(d)), list(d), list(reversed(d)), len(d))
d[1] = 2; it = iter(d); print(d, next(it), next(it), list(it)); d.clear(); print(list(d)); d[5] = 1; print(d)
d = {i: i for i in range(10)}
for i in range(5):
    del d[i]; print(next(iter(d)), end=" ")
d2, d3, d4 = dict(d), d.copy(), {**d}
print(d2 == d3 == d4, list(d2), list(d.items()), d | {1: 1}, d.popitem(), sorted(d), 0 in d, d.get(3))
d = {}
for r in range(50):
    for i in range(20): d[r, i] = i
    for i in range(19): del d[next(iter(d))]
print(len(d), next(iter(d)), list(d)[:2], sum(d.values()))
ns = {}
for i in range(12): ns["k%d" % i] = i
for i in range(6): ns.pop("k%d" % i)
print(next(iter(ns.items())), ns, ns.keys(), ns == dict(ns)); exec("k6 = 5", ns); print(ns["k6"], list(ns)[0])
