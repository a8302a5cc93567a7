# zip_longest: fill values, errors, sources of different lengths; the module's types in general.
import itertools
from itertools import zip_longest


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print(list(zip_longest("abc", [1])), list(zip_longest("ab", "cdef", fillvalue="-")), list(zip_longest()), list(zip_longest([], [])))
print(list(zip_longest("a")), list(zip_longest([], [1], [], [2, 3], fillvalue=0)))
print(list(zip_longest(*["ABCDEFG"[i::3] for i in range(3)], fillvalue="x")))
attempt(zip_longest, [1], 5)
attempt(zip_longest, [1], fill=5)
attempt(zip_longest, [1], fillvalue=1, other=2)


def faulty():
    yield 1
    raise ValueError("broken")


it = zip_longest([1, 2, 3], faulty())
print(next(it))
attempt(next, it)
attempt(next, it)
it = zip_longest(iter([1]), [2, 3])
print(next(it), next(it), next(it, "end"), next(it, "end"))

for name in ("accumulate chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby islice "
             "pairwise permutations product repeat starmap takewhile zip_longest").split():
    cls = getattr(itertools, name)
    print(cls, cls.__module__, cls.__name__, isinstance(cls, type), hasattr(cls, "__iter__"), hasattr(cls, "__next__"))
print(itertools.__name__, callable(itertools.tee), type(itertools.tee).__name__, itertools.tee.__name__)
print(sorted(n for n in dir(itertools) if n[0] != "_"))


class Sub(itertools.count):
    def __init__(self, start, label):
        self.label = label

    def __new__(cls, start, label):
        return super().__new__(cls, start)


s = Sub(4, "tag")
s.more = 1
print(next(s), next(s), s.label, s.more, s, isinstance(s, itertools.count), iter(s) is s)
try:
    itertools.count().x = 1
except AttributeError as e:
    print(e)
try:
    itertools.chain.x = 1
except TypeError as e:
    print(e)
