# accumulate, starmap and pairwise.
import operator
from itertools import accumulate, pairwise, starmap


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print(list(accumulate([1, 2, 3, 4])), list(accumulate([])), list(accumulate("abc")), list(accumulate([7])))
print(list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2, 3], operator.mul)))
print(list(accumulate([1, 2], initial=10)), list(accumulate([], initial=0)), list(accumulate([], initial=None)))
print(list(accumulate(iterable=[1, 2, 3], func=lambda a, b: a * 10 + b)), list(accumulate([1, 2], None)))
print(list(accumulate([2**61 - 1, 1, 2**61])), list(accumulate([0.5, 1, 2])), list(accumulate([[1], [2]], initial=[])))
attempt(list, accumulate([1, "a"]))
attempt(list, accumulate([1, 2], lambda a: a))
attempt(accumulate)
attempt(accumulate, 5)
attempt(accumulate, [1], None, 3)
attempt(accumulate, [1], foo=3)
it = accumulate([1, 2, "x", 3])
print(next(it), next(it))
attempt(next, it)
attempt(next, it)

print(list(starmap(pow, [(2, 3), [3, 2], iter((10, 2))])), list(starmap(lambda *a: a, [(), (1,), "ab"])))
print(list(starmap(print, [])))
attempt(list, starmap(pow, [5]))
attempt(list, starmap(5, [(1,)]))
attempt(starmap, pow)
attempt(starmap, pow, 5)
attempt(starmap, pow, [], 1)
it = starmap(divmod, [(7, 2), (1, 0), (9, 4)])
print(next(it))
attempt(next, it)
print(next(it))

print(list(pairwise("abcd")), list(pairwise([1])), list(pairwise([])), list(pairwise(range(3))))
attempt(pairwise, 5)
attempt(pairwise)
attempt(pairwise, [1], [2])


def faulty():
    yield 1
    yield 2
    raise KeyError("k")


it = pairwise(faulty())
print(next(it))
attempt(next, it)
attempt(next, it)
