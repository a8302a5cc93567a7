d = {"a": 1, "b": 2}
print(d["a"], d.get("x"), d.get("x", 0), d.setdefault("c", 3), d.setdefault("a", 9), d.pop("b"), d.pop("zz", None), d, len(d), "a" in d, list(d), list(d.keys()), list(d.values()), list(d.items()))
d.update({"e": 5}, f=6); d.update([("g", 7)]); print(d, d.popitem(), d.copy() == d, dict.fromkeys("ab", 0), dict(a=1, **{"b": 2}), dict([(1, 2)]))
d.clear(); print(d, bool(d))
for f in (lambda: d["nope"], lambda: d.pop("nope"), lambda: d.popitem(), lambda: {}[1], lambda: {[]: 1}, lambda: {}[{}], lambda: dict([1]), lambda: dict([(1, 2, 3)])):
    try:
        f()
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
