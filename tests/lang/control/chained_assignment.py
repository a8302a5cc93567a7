a = b = [0]
b.append(1); print(a)
i = d = {}
i = i["k"] = 5 if False else i
x = y, z = 1, 2
print(x, y, z)
l = [0, 1, 2]
i = 1
i, l[i] = 2, "idx"
print(i, l)
first, second = second, first = 1, 2
print(first, second)
