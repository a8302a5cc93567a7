def mat(n, m, f=0): return [[f(i, j) if callable(f) else f for j in range(m)] for i in range(n)]
def mul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def T(a): return [list(r) for r in zip(*a)]
def det(a):
    if len(a) == 1: return a[0][0]
    return sum((-1) ** j * a[0][j] * det([r[:j] + r[j + 1:] for r in a[1:]]) for j in range(len(a)))
def solve(a, b):
    n = len(a); m = [list(map(float, r)) + [float(x)] for r, x in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        if abs(m[p][i]) < 1e-12: raise ValueError("singular matrix")
        m[i], m[p] = m[p], m[i]
        for r in range(n):
            if r != i: k = m[r][i] / m[i][i]; m[r] = [x - k * y for x, y in zip(m[r], m[i])]
    return [round(m[i][n] / m[i][i], 9) for i in range(n)]
def spiral(a):
    a = [r[:] for r in a]
    while a: yield from a.pop(0); a = T(a)[::-1]
A = mat(3, 3, lambda i, j: i * 3 + j + (i == j)); print(A, T(A), mul(A, A), det(A), solve(A, [1, 2, 3]), list(spiral(mat(3, 4, lambda i, j: i * 4 + j))))
try: solve([[1, 2], [2, 4]], [1, 2])
except ValueError as e: print(e)
g = mat(2, 2); h = [[0] * 2] * 2; g[0][0] = h[0][0] = 1; print(g, h)
def magic(n):
    m = mat(n, n); i, j = 0, n // 2
    for k in range(1, n * n + 1):
        m[i][j] = k; a, b = (i - 1) % n, (j + 1) % n
        i, j = (i + 1, j) if m[a][b] else (a, b)
    return m
m = magic(5); print(*(" ".join(f"{x:2}" for x in r) for r in m), sep="\n"); print({sum(r) for r in m} | {sum(c) for c in zip(*m)} | {sum(m[i][i] for i in range(5))})
def lcs(a, b):
    d = mat(len(a) + 1, len(b) + 1, "")
    for i, x in enumerate(a):
        for j, y in enumerate(b): d[i + 1][j + 1] = d[i][j] + x if x == y else max(d[i][j + 1], d[i + 1][j], key=len)
    return d[-1][-1]
def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1): cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]
def knap(items, cap):
    best = {0: (0, ())}
    for n, w, v in items:
        for c, (val, names) in list(best.items()):
            if c + w <= cap and best.get(c + w, (-1,))[0] < val + v: best[c + w] = val + v, names + (n,)
    return max(best.values())
print(lcs("AGGTAB", "GXTXAYB"), edit("kitten", "sitting"), edit("", "abc"), knap([("a", 2, 3), ("b", 3, 4), ("c", 4, 5), ("d", 5, 6)], 5))
def lis(a):
    best = []
    for x in a: best.append(max((b for b in best if b[-1] < x), key=len, default=[]) + [x])
    return max(best, key=len)
print(lis([10, 9, 2, 5, 3, 7, 101, 18]))
SUDOKU = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"
def sudoku(s):
    i = s.find("0")
    if i < 0: return s
    r, c = divmod(i, 9); bad = {s[j] for j in range(81) if j // 9 == r or j % 9 == c or (j // 27 == i // 27 and j % 9 // 3 == c // 3)}
    for d in "123456789":
        if d not in bad and (t := sudoku(s[:i] + d + s[i + 1:])): return t
s = sudoku(SUDOKU); print(*(s[k:k + 9] for k in range(0, 81, 9)), sep="\n")
print([[*r] for r in zip(*[[1, 2], [3, 4]][::-1])], [x for r in A for x in r if x % 2], {(i, j): v for i, r in enumerate(A) for j, v in enumerate(r) if i == j}, sum(sum(r) for r in A), [sum(c) / len(c) for c in zip(*A)], max(map(max, A)), any(0 in r for r in A))
a, (b, *c), d = 1, [2, 3, 4], 5; print(a, b, c, d); x = y = []; x.append(1); print(y); i = 0; L = [1, 2, 3]; i, L[i] = 1, "z"; print(i, L); (p, q), [r] = (1, 2), "w"; print(p, q, r); *init, last = range(4); print(init, last)
