a, b = 1, 2
a, b = b, a
print(a, b)
(a, (b, c)), d = (1, [2, 3]), "x"
print(a, b, c, d)
first, *rest = [1, 2, 3]
*init, last = (1, 2, 3)
x, *mid, y = "abcd"
print(first, rest, init, last, x, mid, y)
*all_, = range(3)
[p, q] = {1: "a", 2: "b"}
print(all_, p, q)
for i, (j, *k) in [(1, (2, 3, 4)), (5, (6,))]:
    print(i, j, k)
