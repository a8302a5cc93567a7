import random
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        done = True
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]; done = False
        if done: break
    return a
def insertion(a):
    a = list(a)
    for i in range(1, len(a)):
        x, j = a[i], i
        while j and a[j - 1] > x: a[j] = a[j - 1]; j -= 1
        a[j] = x
    return a
def selection(a):
    a = a.copy()
    for i in range(len(a)): m = min(range(i, len(a)), key=a.__getitem__); a[i], a[m] = a[m], a[i]
    return a
def merge(a):
    if len(a) < 2: return a[:]
    m = len(a) // 2; l, r = merge(a[:m]), merge(a[m:]); out = []
    i = j = 0
    while i < len(l) and j < len(r):
        if r[j] < l[i]: out.append(r[j]); j += 1
        else: out.append(l[i]); i += 1
    return out + l[i:] + r[j:]
def quick(a): return a[:] if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])
def heapsort(a):
    a = a[:]
    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c + 1] > a[c]: c += 1
            if a[i] >= a[c]: return
            a[i], a[c] = a[c], a[i]; i = c
    for i in reversed(range(len(a) // 2)): sift(i, len(a))
    for n in range(len(a) - 1, 0, -1): a[0], a[n] = a[n], a[0]; sift(0, n)
    return a
def counting(a):
    if not a: return []
    lo = min(a); c = [0] * (max(a) - lo + 1)
    for x in a: c[x - lo] += 1
    return [v + lo for v, n in enumerate(c) for _ in range(n)]
def radix(a):
    neg, pos = [-x for x in a if x < 0], [x for x in a if x >= 0]
    def go(v):
        shift = 0
        while any(x >> shift for x in v):
            b = [[] for _ in range(16)]
            for x in v: b[x >> shift & 15].append(x)
            v = [x for s in b for x in s]; shift += 4
        return v
    return [-x for x in reversed(go(neg))] + go(pos)
def shell(a):
    a = a[:]; gap = len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            x = a[i]
            while i >= gap and a[i - gap] > x: a[i] = a[i - gap]; i -= gap
            a[i] = x
        gap //= 2
    return a
random.seed(7)
cases = [[], [1], [2, 1], [3, 3, 3], list(range(20)), list(range(20, 0, -1)), [random.randint(-99, 99) for _ in range(200)]]
for f in (bubble, insertion, selection, merge, quick, heapsort, counting, radix, shell):
    ok = [f(c) == sorted(c) for c in cases]
    print(f"{f.__name__:>10}: {'ok' if all(ok) else ok}")
print(cases[-1][:10])
recs = [("bob", 3), ("Al", 1), ("cy", 3), ("dee", 2)]
print(sorted(recs, key=lambda r: (-r[1], r[0])), sorted(recs, key=lambda r: r[0].lower(), reverse=True))
recs.sort(key=lambda r: r[1]); print(recs, sorted("banana"), sorted({"b": 1, "a": 2}), sorted([[2], [1, 5], [1]]), sorted([True, 0, 2, -1.5]))
def bisect(a, x, lo=0):
    hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x: lo = mid + 1
        else: hi = mid
    return lo
print([bisect([1, 3, 5, 7], x) for x in (0, 1, 4, 7, 9)])
def kth(a, k):
    p, lo, eq, hi = a[len(a) // 2], [], [], []
    for x in a: (lo if x < p else hi if x > p else eq).append(x)
    return kth(lo, k) if k < len(lo) else p if k < len(lo) + len(eq) else kth(hi, k - len(lo) - len(eq))
print([kth([5, 2, 9, 1, 7, 5], k) for k in range(6)])
try: merge([1, "a"])
except TypeError as e: print(e)
