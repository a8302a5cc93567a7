a = list(range(10))
print(a[2:5], a[:], a[::3], a[::-1], a[-3:], a[5:1:-1], a[100:], a[:-100], a[1:-1:4], a[slice(1, 3)], a[None:2], a[:] is a)
