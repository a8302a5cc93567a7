a = [1, 2]
b = a
print(a + [3], a * 2, 2 * a, a == [1, 2], a != [1], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], 1 in a, 5 not in a, [a] * 2)
a += (3, 4); print(a, b is a)
a *= 2; print(a, b is a)
try:
    a + (1,)
except TypeError as e:
    print(e)
try:
    [1] < ["a"]
except TypeError as e:
    print(e)
