# The order of a set of integers is CPython's.
x = 12345
def rnd(n):
    global x
    x = (x * 1103515245 + 12345) % 2147483648
    return x % n

for limit in (10, 64, 1000, 10**6, 2**40):
    s = set()
    for i in range(200):
        v = rnd(limit)
        if rnd(4) == 0:
            s.discard(v)
        else:
            s.add(v)
    print(list(s))
    t = set(s)
    print(list(t) == list(s), list(t)[:10])
    for i in range(5):
        if s:
            print(s.pop(), end=" ")
    print()
    print(list(s | {1, 2, 3})[:20])
    print(list(s & set(range(0, limit if limit < 2000 else 2000, 3)))[:20])
    print(list(s - set(range(50)))[:20])
    print(list(s ^ set(range(20)))[:30])
print({8, 16, 24, 0}, {-1, -2, -3, 5}, set(range(30)))
print(set(range(60, 0, -7)), frozenset(range(100, 50, -5)))
big = set(range(60000))
big -= set(range(100, 59900))
print(len(big), list(big)[:5], list(big)[-5:])
