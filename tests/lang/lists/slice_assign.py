a = list(range(6))
a[1:3] = ["x"]; print(a)
a[0:0] = [10, 11]; print(a)
a[:] = a[::-1]; print(a)
a[::2] = [0] * len(a[::2]); print(a)
a[len(a):] = "end"; print(a)
a[2:2] = a; print(a)
a[5:2] = ["ins"]; print(a)
for value in ([1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]):
    try:
        a[::2] = value
    except ValueError as e:
        print(e)
try:
    a[0:1] = 5
except TypeError as e:
    print(e)
