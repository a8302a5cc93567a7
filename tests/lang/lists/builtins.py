a = [3, 1, 2]
print(len(a), sum(a), sum(a, 10), min(a), max(a), min(a, key=lambda x: -x), any(a), all(a), any([]), all([]), list(reversed(a)), list(map(str, a)), list(filter(None, [0, 1, "", "a"])), list(zip(a, "abc")), list(enumerate(a, 1)))
print(max([], default="none"), min("b", "a"), list(zip([1, 2, 3], "ab")), list(zip()), list(map(lambda x, y: x + y, [1, 2], [3, 4])), sum([[1], [2]], []))
for f in (lambda: max([]), lambda: min(), lambda: sum(["a"]), lambda: sum("ab", ""), lambda: list(5), lambda: len(5), lambda: list(zip([1], [1, 2], strict=True))):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
