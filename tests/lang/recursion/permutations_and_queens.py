def perms(xs):
    if not xs: return [[]]
    return [[x] + p for i, x in enumerate(xs) for p in perms(xs[:i] + xs[i + 1:])]
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: return 1
    return sum(queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,)) for c in range(n) if c not in cols and row + c not in d1 and row - c not in d2)
def power_set(s): return [[]] if not s else [x + e for x in power_set(s[1:]) for e in ([], [s[0]])]
print(perms([1, 2, 3]), len(perms(list(range(5)))), queens(6), len(power_set("abcde")))
