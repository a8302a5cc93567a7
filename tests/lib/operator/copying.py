# What the callables, and some iterators, say to copy and pickle.
from functools import partial
from itertools import count, repeat
from operator import attrgetter, itemgetter, methodcaller


def remade(x):
    made, args = x.__reduce__()
    return made(*args)


for x in (itemgetter(1), itemgetter("a", 2), attrgetter("x"), attrgetter("a.b", "c"), methodcaller("go"), methodcaller("go", 1, 2), count(), count(3), count(1, 2),
          count(0.5), repeat("a"), repeat(1, 3)):
    print(x.__reduce__()[1], remade(x))
m = methodcaller("split", ",", maxsplit=1)
made, args = m.__reduce__()
print(type(made) is partial, made.args, made.keywords, args, remade(m)("a,b,c"), remade(m))
c = count(5)
next(c)
d = remade(c)
print(next(c), next(d), next(d), next(c))
r = repeat("x", 3)
next(r)
print(list(remade(r)), list(r), list(remade(r)))
