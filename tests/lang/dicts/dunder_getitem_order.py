d = {i: i * i for i in range(5)}
print(d, {v: k for k, v in d.items()}, {k: v for k, v in d.items() if k % 2})
d[2] += 10
d.setdefault(9, []).append(1)
print(d)
print({1: {2: {3: "deep"}}}[1][2][3])
