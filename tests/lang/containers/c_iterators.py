def hint(it): return it.__length_hint__()
for c in ([1, 2, 3], (1, 2, 3), {1, 2, 3}, {1: 0, 2: 0, 3: 0}, range(3), {1: 2, 3: 4, 5: 6}.values(), {1: 2, 3: 4, 5: 6}.items()):
    it = iter(c)
    h = [hint(it)]
    for x in it:
        h.append(hint(it))
    print(type(it).__name__, h, iter(it) is it, next(it, "end"), next(it, "end"))
    try:
        it.__next__()
    except StopIteration as e:
        print("stop", e.args)
l = [1, 2, 3]
r = reversed(l)
print(type(r).__name__, hint(r), next(r), hint(r))
l.clear()
print(list(r), list(reversed((1, 2))), list(reversed({1: 2, 3: 4})))
l = [1, 2, 3, 4]
r = reversed(l)
next(r)
del l[1:]
print(next(r, "gone"), next(r, "gone"))
l = [1]
it = iter(l)
for x in it:
    if len(l) < 5:
        l.append(x + 1)
print(l)
l.append(9)
print(next(it, "stays at the end"))
d = {1: 1, 2: 2}
it = iter(d)
next(it)
d[1] = "replaced"
print(next(it), next(it, None))
print(list(zip([1, 2], (3, 4), {5, 6} - {6} | {6})), list(enumerate("ab")), list(map(str, range(2))))
a, b, *c = {1: 0, 2: 0, 3: 0}
print(a, b, c)
