import random
calls = [("random",), ("uniform", 2, 5), ("uniform", -1.5, 3), ("triangular",), ("triangular", 1, 9, 3), ("triangular", 3, 3, 3), ("betavariate", 2, 3), ("betavariate", 0.5, 0.7), ("expovariate", 1.5), ("gammavariate", 0.5, 2), ("gammavariate", 1, 2), ("gammavariate", 5, 0.1), ("gauss", 0, 1), ("gauss", 5, 2), ("gauss",), ("lognormvariate", 0, 0.5), ("normalvariate", 3, 2), ("normalvariate",), ("paretovariate", 3), ("vonmisesvariate", 1, 4), ("vonmisesvariate", 0, 0), ("vonmisesvariate", 3, 1e-3), ("weibullvariate", 1, 1.5),
         ("randint", 1, 6), ("randint", -10**20, 10**20), ("randrange", 100), ("randrange", 5, 50, 7), ("randrange", 10, 0, -3), ("choice", "abcdef"), ("getrandbits", 5), ("getrandbits", 100), ("getrandbits", 0), ("randbytes", 9), ("choices", [1, 2, 3, 4]), ("sample", range(1000), 5), ("sample", list("abcdefgh"), 8), ("sample", range(10**12), 3)]
for seed in (0, 42, -7, 10**30, 1.5, -2.25, "text", "", "é\u20ac", b"bytes", bytearray(b"ba"), True):
    random.seed(seed)
    print(repr(seed), random.random(), random.getrandbits(64))
for name, *args in calls:
    random.seed(12345)
    print(name, args, *[getattr(random, name)(*args) for _ in range(4)])
random.seed(99)
print([getattr(random, name)(*args) for name, *args in calls])
random.seed(1)
print(random.choices("abc", k=10), random.choices("abc", [1, 5, 2], k=10), random.choices("abc", cum_weights=[1, 6, 8], k=5), random.choices(range(3), weights=(0.5, 0.25, 0.25), k=6))
print(random.sample("abc", counts=[5, 2, 1], k=5), random.sample(["x"], k=3, counts=[10]))
x = list(range(20)); random.shuffle(x); print(x)
random.seed("old", version=1); print(random.random())
random.seed(b"old", version=1); print(random.random())
random.seed("", version=1); print(random.random())
