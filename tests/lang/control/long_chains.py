x = 0
for i in range(100000):
    if i % 3 == 0: x += i
    elif i % 5 == 0: x -= i
    else: x ^= i
print(x)
print(sum(i * i for i in range(1000)), 1 + 2 - 3 * 4 / 5 // 6 % 7 ** 2, (1 + 2) * 3, -2 ** 2, 2 ** 3 ** 2, 7 - 3 - 2, 100 / 10 / 2, not 1 == 2, 1 | 2 ^ 3 & 4 << 1, -1 ** 2, ~1 + 2)
