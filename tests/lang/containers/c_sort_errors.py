class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        if self.v == 7 or o.v == 7:
            raise KeyError("seven")
        return self.v < o.v
a = [K(i * 37 % 100) for i in range(100)]
try:
    a.sort()
except KeyError as e:
    print("KeyError", e, sorted(k.v for k in a) == list(range(100)))
b = [3, 1, 2, "x", 5]
try:
    b.sort()
except TypeError as e:
    print(e, len(b), sorted(map(str, b)))
def key(v):
    if v == 2:
        raise ValueError("key")
    return v
c = [3, 1, 2]
try:
    c.sort(key=key)
except ValueError as e:
    print(e, c)
d = [3, 2, 1]
def spy(v):
    seen.append(len(d))
    return v
seen = []
d.sort(key=spy)
print(seen, d)
def grow(v):
    e.append(v)
    return v
e = [3, 2, 1]
try:
    e.sort(key=grow)
except ValueError as x:
    print(x, e)
class M:
    def __lt__(self, o):
        f.append(1)
        return False
f = [M(), M()]
try:
    f.sort()
except ValueError as x:
    print(x, len(f))
try:
    [2, 1].sort(key=5)
except TypeError as x:
    print(x)
print([2, 1].sort(key=None), [].sort(key=5))
try:
    sorted([1, None])
except TypeError as x:
    print(x)
try:
    sorted([(1, None), (1, 2)])
except TypeError as x:
    print(x)
print(sorted([(1, None), (2, 2)]), sorted([float("nan"), 1.0])[1:])
