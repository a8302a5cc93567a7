print(1 << 10, 1 << 61, 1 << 62, 1 << 63, 1 << 64, 1 << 100)
print(-1 >> 1, -8 >> 1, -9 >> 2, 5 >> 100, -5 >> 100)
print(6 & 3, 6 | 3, 6 ^ 3, ~6, -6 & 0xff, -1 ^ 5, -4 | 1)
print((1 << 100) & ((1 << 70) - 1), (-(1 << 100)) & ((1 << 101) - 1), ~(1 << 80))
print(-(1 << 70) | 1, (1 << 70) ^ -(1 << 65))
for n in (-1, -100):
    try:
        1 << n
    except ValueError as e:
        print(e)
    try:
        1 >> n
    except ValueError as e:
        print(e)
