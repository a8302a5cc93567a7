x = 2 ** 61
for i in range(6):
    print(x, -x, x - 1, -x - 1, x + x)
    x *= 2
n = 4611686018427387903
print(n + 1, -n - 2, (n + 1) - 1 == n, n * n)
s = 0
for i in range(100):
    s += 1 << 57
print(s)
