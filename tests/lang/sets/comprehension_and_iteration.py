s = {x % 5 for x in range(20)}
print(s, sorted(s, reverse=True), sum(s), max(s))
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
print({*range(3), *[2, 5]}, len({1, True, 1.0}), set([1, 1, 2]))
