d = {"a": 1, "b": 2}
k = d.keys()
v = d.values()
i = d.items()
d["c"] = 3
print(k, v, i, len(k), "c" in k, ("a", 1) in i, 3 in v)
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), k == {"a", "b", "c"}, i == {("a", 1), ("b", 2), ("c", 3)}, k ^ {"a", "b"})
