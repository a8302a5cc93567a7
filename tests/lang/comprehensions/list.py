print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 4], [(x, y) for x in range(3) for y in "ab" if x], [[j for j in range(i)] for i in range(4)], [x if x > 2 else -x for x in range(5)], [c for w in ["ab", "cd"] for c in w])
x = "outer"
print([x for x in range(3)], x, [lambda: i for i in range(2)][0](), [i for i in range(5) for i in range(i)])
print([y for x in [1, 2] for y in [x * 10]], [a + b for a, b in [(1, 2), (3, 4)]], [h for h, *t in ["abc", "de"]])
