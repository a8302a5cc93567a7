import copy
from collections import deque
class D(deque):
    def __init__(self, *a, tag=None, **k):
        super().__init__(*a, **k)
        self.tag = tag
    def append(self, x):
        super().append(x * 2)
d = D([1, 2], tag="t")
d.append(5); print(d, d.tag, len(d), d.__dict__, type(d))
d.extra = [1]; c = copy.copy(d); print(c, type(c), isinstance(c, deque))
print(type(d.copy()), d.copy(), type(d + deque([1])), d * 2)
m = D("abc", maxlen=2); print(m, m.copy(), m.copy().maxlen)
class S(deque):
    __slots__ = ("q",)
s = S([1]); s.q = 9; print(s, s.q)
try: s.zz = 1
except AttributeError as e: print(e)
print(copy.deepcopy(deque([[1], [2]], 5)))
x = deque([[1], 2]); y = copy.deepcopy(x); y[0].append(3); print(x, y)
x.append(x); y = copy.deepcopy(x); print(y[2] is y, y)
print(deque([1, 2]).__reduce__()[:3], deque([1], 4).__reduce__()[:3])
class N(deque):
    def __missing__(self, k): return k
    def __len__(self): return 42
print(len(N()), bool(N()))
it = iter(deque([1, 2, 3])); print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it))
it = reversed(deque([1, 2, 3])); print(next(it), it.__length_hint__(), list(it))
it = iter(deque()); print(list(it))
match deque([1, 2, 3]):
    case [a, *rest]: print("seq", a, rest)
    case _: print("no")
import collections.abc as abc
print(isinstance(d, abc.MutableSequence), issubclass(deque, abc.Sequence), isinstance(d, abc.Hashable), isinstance(d, abc.Reversible))
