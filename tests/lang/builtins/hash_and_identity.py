a = "interned"; b = "interned"
print(a is b, None is None, hash("x") == hash("x"), hash((1, "a")) == hash((1, "a")), hash(1) == hash(1.0) == hash(True), hash(10 ** 30) == hash(10 ** 30), hash(float("inf")), hash(-2), hash(1.5) == hash(1.5))
x = [1]; y = x; z = list(x)
print(x is y, x is z, x == z, id(x) == id(y), id(x) == id(z))
