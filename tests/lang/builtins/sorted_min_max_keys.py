d = {"a": 3, "b": 1, "c": 2}
print(sorted(d), sorted(d, key=d.get), max(d, key=d.get), min(d.items(), key=lambda kv: kv[1]), sorted(d.items(), key=lambda kv: -kv[1]), max(1, 2.5, True), min([3, 1], [3, 0]), max("abc", "abd", key=lambda s: s[-1]), min([], default=0), sorted([(1, "b"), (1, "a")]), sorted("Ab", key=str.lower))
