import json
def values(depth, seed):
    state = seed
    def rnd(n):
        nonlocal state
        state = (state * 1103515245 + 12345) % 2147483648
        return (state >> 8) % n
    def make(depth):
        k = rnd(9 if depth else 6)
        if k == 0: return None
        if k == 1: return bool(rnd(2))
        if k == 2: return rnd(1 << 20) - (1 << 19)
        if k == 3: return (rnd(100000) - 50000) / (rnd(999) + 1)
        if k in (4, 5): return ''.join(chr([97, 34, 92, 10, 233, 0x20ac, 0x1f600, 31, 127, 0x7ff, 47][rnd(11)]) for _ in range(rnd(8)))
        if k in (6, 7): return [make(depth - 1) for _ in range(rnd(5))]
        return {'k%d' % rnd(50): make(depth - 1) for _ in range(rnd(5))}
    return make(depth)
h = 0
for seed in range(300):
    v = values(5, seed)
    for kw in ({}, {'indent': 2}, {'ensure_ascii': False}, {'separators': (',', ':')}, {'sort_keys': True}):
        s = json.dumps(v, **kw)
        assert json.loads(s) == v
        for c in s:
            h = (h * 31 + ord(c)) % (1 << 61)
print(h)
x = [0.1, 1/3, 1e16, 1e22, 123456789012345680.0, 5e-324, 1.7976931348623157e308, 2**53, 2**64, -2**63, 10**18, 10**19, -10**18]
print(json.dumps(x), json.loads(json.dumps(x)) == x)
