def perms(xs):
    if not xs: yield []
    for i, x in enumerate(xs):
        for rest in perms(xs[:i] + xs[i + 1:]): yield [x] + rest
def combos(xs, k):
    if k == 0: yield (); return
    for i in range(len(xs) - k + 1):
        for rest in combos(xs[i + 1:], k - 1): yield (xs[i], *rest)
def subsets(xs): return [[x for i, x in enumerate(xs) if m >> i & 1] for m in range(1 << len(xs))]
def product(*pools):
    out = [()]
    for pool in pools: out = [t + (x,) for t in out for x in pool]
    return out
print(["".join(p) for p in perms("abc")], list(combos([1, 2, 3, 4], 2)), subsets("ab"), product([0, 1], "xy", (None,)))
def heap(a, n=None):
    n = len(a) if n is None else n
    if n == 1: yield tuple(a); return
    for i in range(n - 1):
        yield from heap(a, n - 1)
        j = 0 if n % 2 else i
        a[j], a[n - 1] = a[n - 1], a[j]
    yield from heap(a, n - 1)
h = list(heap([1, 2, 3])); print(h, len(set(h)))
def next_perm(a):
    i = len(a) - 2
    while i >= 0 and a[i] >= a[i + 1]: i -= 1
    if i < 0: a.reverse(); return False
    j = len(a) - 1
    while a[j] <= a[i]: j -= 1
    a[i], a[j] = a[j], a[i]; a[i + 1:] = a[:i:-1]
    return True
a = [1, 1, 2, 3]; n = 1
while next_perm(a): n += 1
print(n, a)
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: yield cols; return
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2: yield from queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))
print([sum(1 for _ in queens(n)) for n in range(1, 8)], next(queens(8)))
def partitions(n, most=None):
    if n == 0: yield []
    for k in range(min(n, most or n), 0, -1):
        for rest in partitions(n - k, k): yield [k, *rest]
print([*partitions(5)], sum(1 for _ in partitions(20)))
def change(total, coins, i=0): return 1 if total == 0 else 0 if total < 0 or i == len(coins) else change(total - coins[i], coins, i) + change(total, coins, i + 1)
print(change(100, [50, 25, 10, 5, 1]))
def hanoi(n, a="A", b="B", c="C"): return hanoi(n - 1, a, c, b) + [f"{a}{c}"] + hanoi(n - 1, b, a, c) if n else []
print(hanoi(3), len(hanoi(10)))
def power_str(s): return sorted({s[i:j] for i in range(len(s)) for j in range(i + 1, len(s) + 1)}, key=lambda x: (len(x), x))
print(power_str("abab"))
