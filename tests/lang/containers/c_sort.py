x = 1
def rnd(n):
    global x
    x = (x * 1103515245 + 12345) % 2147483648
    return (x >> 8) % n

def ordered(a):
    return all(not (a[i + 1] < a[i]) for i in range(len(a) - 1))

for n in (0, 1, 2, 3, 10, 31, 32, 33, 63, 64, 65, 100, 500, 1000, 5000):
    for spread in (2, 10, n + 1, 10**6):
        ints = [rnd(spread) for i in range(n)]
        a = ints[:]
        a.sort()
        assert ordered(a) and len(a) == n and sum(a) == sum(ints), n
        d = sorted(ints, reverse=True)
        assert d == a[::-1]
        pairs = [(v, i) for i, v in enumerate(ints)]
        k = sorted(pairs, key=lambda p: p[0])
        assert all(k[i] <= k[i + 1] for i in range(n - 1)), "stable"
        k = sorted(pairs, key=lambda p: p[0], reverse=True)
        assert all(k[i][0] > k[i + 1][0] or (k[i][0] == k[i + 1][0] and k[i][1] < k[i + 1][1]) for i in range(n - 1)), "stable reverse"
        f = sorted(v / 7 for v in ints)
        assert f == [v / 7 for v in a]
        s = sorted(str(v) for v in ints)
        assert ordered(s)
        m = sorted(v if v % 2 else float(v) for v in ints)
        assert m == a
        t = sorted((v % 3, str(v)) for v in ints)
        assert ordered(t)
print("sorted")
for n in (100, 3000):
    up = list(range(n))
    for data in (up, up[::-1], up + up, up[::2] + up[1::2], up[n // 2:] + up[:n // 2], [5] * n, up + [0], [n] + up):
        b = sorted(data)
        assert ordered(b) and len(b) == len(data)
        assert sorted(data, key=lambda v: -v) == b[::-1]
print(sorted(["b", "a", "ab", "B", "", "é", "z", "中", "\U0001F600", "\uffff"]))
print(sorted([3.5, 1, 2**70, -2**70, 0.0, -0.0, True]))
print(sorted([(1, "b"), (1, "a"), (0, "z"), (1,)]), sorted([[2], [1, 5], [1]]))
print(sorted("hello world"), sorted({3: 0, 1: 0}), sorted({5, 2, 9}))
print(sorted(["Bob", "alice", "Carl"], key=str.lower), sorted([1, -2, 3], key=abs, reverse=True))
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"K{self.v}"
print(sorted([K(3), K(1), K(2)]), min([K(3), K(1)]), sorted([K(2), K(1)], reverse=True))
