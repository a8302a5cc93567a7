a = {1, 2, 3}
b = {3, 4}
print(a | b, a & b, a - b, b - a, a ^ b, a <= b, {1} < a, a >= {1, 2}, a.isdisjoint({9}), 1 in a, len(a))
print(a.union([7], (8,)), a.intersection([1, 3]), a.difference([1]), a.symmetric_difference([1, 9]), a.issubset(range(9)), a.issuperset([1]))
a.add(5); a.discard(1); a.discard(99); a.remove(2); a.update([6, 7]); print(a, set(), set("a"), {1} == {1.0})
a &= {5, 6}; a |= {8}; a -= {5}; a ^= {6, 9}; print(sorted(a))
for f in (lambda: a.remove(100), lambda: set().pop(), lambda: {[]}, lambda: {1} | [2], lambda: set(5)):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
