a = {1, 2, 3}
b = {3, 4}
print(a | b, a & b, a - b, a ^ b, b - a)
print(a.union(b, [9], range(2)), a.intersection(b, [3]), a.difference([1], (2,)), a.symmetric_difference([3, 5]))
print(a.issubset({1, 2, 3, 4}), a.issubset([1]), a.issuperset([1]), a.isdisjoint([7]), a.isdisjoint({1}))
print(a < {1, 2, 3, 4}, a <= a, a < a, a > {1}, a >= {1, 9}, a == {3, 2, 1}, a != b, a == frozenset(a), a == [1, 2, 3])
c = a.copy()
c |= b
c &= {1, 3, 4, 5}
c -= {1}
c ^= {4, 6}
print(c, a)
c.update([1], {2: 3}, "x" * 0)
c.intersection_update([1, 2, 3], {1, 2})
c.difference_update([1])
c.symmetric_difference_update([2, 3])
print(c)
c.add(1); c.add(1.0); c.add(True); c.discard(5); c.remove(3)
print(c, len(c), 1 in c, c.pop(), c)
c.clear()
print(c, set(), frozenset(), frozenset([1]), {frozenset()}, set("a"))
f = frozenset([1, 2])
print(f | {3}, {3} | f, f & f, type(f | {3}).__name__, type({3} | f).__name__, hash(f) == hash(frozenset([2, 1])))
print(f.copy() is f, frozenset(f) is f, {f: 1}[frozenset([2, 1])], {1, 2} in {f}, f in {f})
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset(range(100))))
s = {1}
t = s
s |= {2}
print(t is s, t)
g = f
g |= {3}
print(g is f, f)
class S(set):
    def __init__(self, n=0):
        super().__init__(range(n))
x = S(3)
print(x, S(), type(x | x).__name__, type(x.copy()).__name__, len(x), x == {0, 1, 2})
print(sorted(set("hello") & set("world")), len(set(range(1000)) | set(range(500, 1500))))
print({i % 3 for i in range(10)}, {*[1, 2], *(2, 3)}, set([(1, 2), (1, 2)]))
it = iter({1, 2, 3})
print(next(it), it.__length_hint__(), type(it).__name__)
