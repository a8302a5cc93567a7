import random
r = random.Random(5)
s = r.getstate()
print(type(s), len(s), s[0], len(s[1]), s[1][:3], s[1][-1], s[2])
a = [r.random(), r.gauss(0, 1), r.randint(1, 100)]
t = r.getstate()
print(t[2])
r.setstate(s)
print(a == [r.random(), r.gauss(0, 1), r.randint(1, 100)])
r.setstate(t)
b = r.gauss(0, 1)
r2 = random.Random(); r2.setstate(t); print(b == r2.gauss(0, 1))
random.seed(3); st = random.getstate(); x = random.random(); random.setstate(st); print(x == random.random())
class Counting(random.Random):
    calls = 0
    def random(self):
        self.calls += 1
        return super().random()
c = Counting(7)
print(c.randint(1, 10), c.uniform(1, 2), c.choice("abcdef"), c.gauss(0, 1), c.gauss(0, 1), c.sample(range(100), 4), c.choices("ab", [1, 3], k=3), c.expovariate(2), c.triangular(), c.calls)
y = list(range(8)); c.shuffle(y); print(y, c.calls)
class Bits(random.Random):
    def getrandbits(self, k):
        return super().getrandbits(k) >> 1
b = Bits(7)
print(b.randint(1, 10), b.choice("abcdef"), b.randrange(0, 100, 7), b.random(), b.randbytes(3))
class Plain(random.Random):
    def roll(self):
        return self.randint(1, 6)
p = Plain(1)
print([p.roll() for _ in range(6)], isinstance(p, random.Random))
class Fixed(random.Random):
    def __init__(self, value):
        super().__init__()
        self.value = value
    def random(self):
        return self.value
f = Fixed(0.25)
print(f.random(), f.uniform(0, 8), f.choice("abcd"), f.randrange(8), f.choices("abcd", k=2))
q = random.SystemRandom()
print(0 <= q.random() < 1, 1 <= q.randint(1, 6) <= 6, q.choice("a"), len(q.randbytes(5)), q.getrandbits(0), q.seed(5), len(q.sample(range(50), 5)))
for g in (q.getstate, lambda: q.setstate(1), lambda: q.getrandbits(-1)):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
print(random.Random.__reduce__(random.Random(3))[:2], random.Random.VERSION)
