d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
print("a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, ("a",) in i, 5 in i)
d["d"] = 4
print(k, list(v), list(i))
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "z"}))
print(sorted({"a", "z"} & k), sorted({"z"} | k), sorted({"a", "z"} - k), sorted({"a", "z"} ^ k))
print(sorted(k & ["a", "q"]), sorted(["a", "q"] & k), sorted(k | "xy"), sorted("ax" - k))
print(sorted(i & {("a", 1)}), sorted(i - {("a", 1)}), len(i | {1}), sorted(i ^ i))
print(k == {"a", "b", "c", "d"}, {"a", "b", "c", "d"} == k, k == d.keys(), i == d.items(), v == d.values(), k == ["a"])
print(k >= {"a"}, k > {"a"}, k < {"a"}, {"a"} < k, {"a"} <= k, k != {"a"}, k <= k)
print(k.isdisjoint({"q"}), k.isdisjoint(["a"]), i.isdisjoint([("a", 1)]))
print(type(k & k).__name__, type({1} & k).__name__, type(frozenset() | k).__name__)
print(list(reversed(k)), list(reversed(v)), list(reversed(i)))
print(dict(i) == d, sorted(d.items(), key=lambda p: -p[1]), max(d, key=d.get))
print([x for x in d], [x for x in d.items()], {y: x for x, y in d.items()})
u = {1: [2]}
try:
    u.items() & {(1, 2)}
    print("intersected")
    u.items() | {(1, 2)}
except TypeError as e:
    print(e)
print({}.keys(), {}.values(), {}.items(), {1: 2}.keys() == {1: 3}.keys())
r = {}
r["self"] = r
print(r, r.values(), r.items())
print(iter(k).__length_hint__(), next(iter(i)), type(iter(k)).__name__, type(iter(v)).__name__, type(iter(i)).__name__, type(k).__name__)
