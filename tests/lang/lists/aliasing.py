rows = [[0] * 3] * 2
rows[0][1] = 5
print(rows)
rows = [[0] * 3 for _ in range(2)]
rows[0][1] = 5
print(rows)
a = b = []
a.append(1)
print(b, a is b, [] is [], a == b)
