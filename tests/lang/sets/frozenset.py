f = frozenset([1, 2])
print(f, frozenset(), f | {3}, {f: "key"}[frozenset([2, 1])], f == {1, 2}, hash(f) == hash(frozenset([2, 1])), type({3} | f).__name__, type(f | {3}).__name__)
try:
    f.add(1)
except AttributeError as e:
    print(e)
print({frozenset([1]), frozenset([1])} == {frozenset([1])}, {1, 2}.copy(), sorted({frozenset([i]) for i in range(3)}, key=list))
