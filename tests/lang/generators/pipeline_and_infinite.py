def naturals(n=0):
    while True:
        yield n
        n += 1
def take(n, it):
    for _, x in zip(range(n), it): yield x
def sieve():
    composites = {}
    for n in naturals(2):
        if n in composites:
            for p in composites.pop(n): composites.setdefault(n + p, []).append(p)
        else:
            composites[n * n] = [n]
            yield n
print(list(take(12, sieve())), list(take(3, (x * x for x in naturals() if x % 3 == 1))))
