print(range(5), range(1, 5), range(0, 10, 3), list(range(5, 0, -2)), list(range(0)), list(range(3, 1)), len(range(0, 10, 3)), range(10)[3], range(10)[-1], range(10)[2:8:2], 4 in range(0, 10, 2), 5 in range(0, 10, 2), range(3) == range(0, 3, 1), range(0) == range(2, 2), hash(range(3)) == hash(range(0, 3)))
print(range(10).index(4), range(10).count(3), list(reversed(range(0, 10, 3))), range(5).start, range(5).stop, range(5).step, bool(range(0)), "a" in range(3), 2.0 in range(3), range(10 ** 20)[10 ** 19], len(range(10 ** 15)))
for f in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range(5)[7], lambda: range(), lambda: range("a"), lambda: range(5).index(9)):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
