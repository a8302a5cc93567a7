# reduce and cmp_to_key.
from functools import cmp_to_key, reduce


def attempt(f, *args, **kw):
    try:
        print("ok", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


print(reduce(lambda a, b: a * b, range(1, 11)), reduce(lambda a, b: a + b, "abc"), reduce(max, [3], 9), reduce(max, [], 0), reduce(max, [4]))
print(reduce(lambda a, b: [a, b], iter([1, 2, 3]), None))
attempt(reduce, max, [])
attempt(reduce, max, 5)
attempt(reduce, max)
attempt(reduce)
attempt(reduce, max, [1], 2, 3)
attempt(reduce, 5, [1, 2])
attempt(reduce, 5, [1])
attempt(reduce, lambda a: a, [1, 2])
attempt(reduce, max, [1, "a"])


def by_length(a, b):
    return len(a) - len(b)


words = ["pear", "fig", "apple", "kiwi", "a"]
print(sorted(words, key=cmp_to_key(by_length)), min(words, key=cmp_to_key(by_length)), max(words, key=cmp_to_key(by_length)))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: (b > a) - (b < a))), sorted([3, 1, 2], key=cmp_to_key(mycmp=lambda a, b: float(a - b))))
K = cmp_to_key(lambda a, b: a - b)
print(K(1) < K(2), K(1) > K(2), K(1) <= K(1), K(1) >= K(2), K(1) == K(1), K(1) != K(1), K(obj=4).obj, type(K(1)).__name__)
attempt(lambda: K(1) < 2)
attempt(lambda: K(1) == 2)
attempt(lambda: K("a") < K("b"))
attempt(lambda: hash(K(1)))
attempt(K)
attempt(K, 1, 2)
attempt(cmp_to_key)
attempt(cmp_to_key, 1, 2)
attempt(lambda: cmp_to_key(5)(1) < cmp_to_key(5)(2))
attempt(lambda: K(1) < cmp_to_key(lambda a, b: "x")(2))
attempt(lambda: cmp_to_key(lambda a, b: "x")(2) < K(1))
attempt(lambda: K.obj)
