t = (1, 2, 3, 2)
print(t, len(t), t[0], t[-1], t[1:3], t[::-1], t.count(2), t.index(2), t.index(2, 2), 3 in t, 9 in t)
print(t + (4,), t * 2, 2 * t, () * 5, t * 0, t + () is t, tuple(t) is t, t[:] is t, tuple([]) is tuple())
print((1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 5), () < (1,), (1, 2) == (1.0, 2.0), (1,) != (1,), (1, 2) == [1, 2])
print(tuple("abc"), tuple(range(3)), tuple({1: 2}), tuple(x for x in (1, 2)), tuple([[1]]))
print(hash(()) == hash(()), hash((1, 2)) == hash((1.0, 2.0)), hash((1, 2)), hash((1,)), hash(()), hash((0, 1, 2, 3)), hash((-1, (2, 3))))
print({(1, 2): "a"}[(1, 2)], {((1,), 2)}, (1,) in {(1,): 0})
class P(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))
    @property
    def a(self): return self[0]
p = P(3, 4)
print(p, p.a, type(p).__name__, p == (3, 4), type(p + p).__name__, type(p[:]).__name__, type(p * 1).__name__, hash(p) == hash((3, 4)))
p.x = 5
print(p.x, isinstance(p, tuple), (*p, 1), [*p])
a, (b, *c) = 1, (2, 3, 4)
print(a, b, c)
it = iter(t)
print(next(it), it.__length_hint__(), list(it), type(it).__name__)
