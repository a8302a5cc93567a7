# product, permutations, combinations, combinations_with_replacement against their definitions.
from itertools import combinations, combinations_with_replacement, permutations, product


def attempt(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print("ok", list(r))
    except Exception as e:
        print(type(e).__name__, e)


print(list(product("ab", [1, 2])), list(product()), list(product("ab", [])), list(product("ab", repeat=2)))
print(list(product([0, 1], repeat=0)), list(product(repeat=3)), list(product([1], "x", repeat=2)), len(list(product(range(3), repeat=5))))
print(list(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations("ab", 0)), list(combinations([], 0)), list(combinations([], 1)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("ab", 3)),
      list(combinations_with_replacement("", 0)), list(combinations_with_replacement("", 2)))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations("abc", 0)), list(permutations("ab", 3)), list(permutations([])))
print(list(permutations(iterable=[1, 2], r=1)), list(combinations(iterable=[1, 2], r=1)), list(permutations([1, 2], None)))
for n in range(6):
    pool = list(range(n))
    for r in range(n + 2):
        all_picks = list(product(range(n), repeat=r))
        assert list(permutations(pool, r)) == [p for p in all_picks if len(set(p)) == r], (n, r)
        assert list(combinations(pool, r)) == [p for p in all_picks if list(p) == sorted(set(p))], (n, r)
        assert list(combinations_with_replacement(pool, r)) == [p for p in all_picks if list(p) == sorted(p)], (n, r)
it = combinations([1, 2, 3], 2)
kept = [next(it), next(it)]
print(kept, next(it), kept, next(it, "end"), next(it, "end"))
it = product([1, 2], [3])
print(next(it), next(it), next(it, "end"), next(it, "end"))
attempt(product, 5)
attempt(product, "a", repeat=-1)
attempt(product, "a", repeat="x")
attempt(product, "a", repeat=2**64)
attempt(product, "ab", repeat=2**62)
attempt(product, "a", times=1)
for f in (combinations, combinations_with_replacement, permutations):
    attempt(f, "ab", -1)
    attempt(f, "ab", "x")
    attempt(f, "ab", 1.0)
    attempt(f, 5, 1)
    attempt(f)
    attempt(f, "ab", 1, 2)
    attempt(f, "ab", k=1)
attempt(combinations, "ab")
attempt(combinations, "ab", None)


class Pairs(combinations):
    def __new__(cls, items):
        return super().__new__(cls, items, 2)


print(list(Pairs("xyz")))
print(sum(1 for _ in permutations(range(8))), sum(1 for _ in combinations(range(18), 9)), [sum(p) for p in combinations([1, 2, 3], 2)])
