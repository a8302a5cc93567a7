bounds = [None, -7, -5, -3, -1, 0, 1, 2, 4, 5, 8]
count = 0
total = 0
for start in bounds:
    for stop in bounds:
        for step in [None, 1, 2, 3, -1, -2]:
            s = slice(start, stop, step)
            a = [0, 1, 2, 3, 4]
            got = a[s]
            t = tuple(a)[s]
            assert list(t) == got
            assert "01234"[s] == "".join(str(i) for i in got)
            assert list(range(5)[s]) == got, (s, got)
            b = a[:]
            b[s] = [9] * len(got)
            c = a[:]
            del c[s]
            count += 1
            total += sum((i + 1) * v for i, v in enumerate(b)) * 7 + sum((i + 1) * v for i, v in enumerate(c))
            if step in (None, 1):
                e = a[:]
                e[s] = "xyz"
                total += len(e)
            else:
                try:
                    e = a[:]
                    e[s] = range(len(got) + 1)
                    print("no error", s)
                except ValueError as x:
                    total += len(str(x))
print(count, total)
a = list(range(10))
a[:4] = a[3::-1]
print(a)
a[2:5] = a
print(a)
a[::2] = a[1::2] if len(a) % 2 == 0 else a[::2]
print(a)
a[5:2] = ["in"]
print(a)
a[len(a):] = (1, 2)
print(a)
a[:] = []
print(a)
a[3:9] = (i * i for i in range(4))
print(a)
del a[-1:0:-2]
print(a)
a[1:1] = a
print(a)
