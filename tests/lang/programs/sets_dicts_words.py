text = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness"""
words = [w.strip(".,").lower() for w in text.split()]
count = {}
for w in words: count[w] = count.get(w, 0) + 1
print(sorted(count.items(), key=lambda p: (-p[1], p[0]))[:5], len(count), max(count, key=count.get))
class Counter(dict):
    def __init__(self, it=(), **kw): super().__init__(**kw); self.update(it)
    def __missing__(self, k): return 0
    def update(self, it):
        for x in it: self[x] += 1
    def most(self, n=None): return sorted(self.items(), key=lambda p: -p[1])[:n]
    def __add__(self, o): r = Counter(); [r.__setitem__(k, self[k] + o[k]) for k in [*self, *o]]; return r
    def __sub__(self, o): return type(self)(x for k in self for x in [k] * max(0, self[k] - o[k]))
c = Counter("abracadabra"); print(c, c.most(2), c["z"], "z" in c, c + Counter("az"), c - Counter("aaab"), len(c), isinstance(c, dict))
class DefaultDict(dict):
    def __init__(self, f): self.f = f
    def __missing__(self, k): v = self[k] = self.f(); return v
g = DefaultDict(list)
for w in words: g[len(w)].append(w)
print({k: sorted(set(v)) for k, v in sorted(g.items())}, DefaultDict(lambda: DefaultDict(int))["a"]["b"])
ana = {}
for w in "listen silent enlist google elgoog cat act".split(): ana.setdefault("".join(sorted(w)), set()).add(w)
print(sorted(sorted(v) for v in ana.values()))
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a <= {1, 2, 3, 4, 9}, a.isdisjoint({7}), {*a, *b} == a | b, a.issuperset([1]), sorted(a.symmetric_difference("xy"), key=str), frozenset(a) == a, {frozenset({1}): 2}[frozenset([1])])
a -= {1}; a |= {10}; a.discard(99); print(a, a.pop() in {2, 3, 4, 10}, len(a))
try: a.remove(99)
except KeyError as e: print("KeyError", e)
d = {"a": 1, **{"b": 2}, "a": 3}; d |= {"c": 4}; print(d, d | {"z": 0}, {v: k for k, v in d.items()}, list(reversed(d)), d.pop("a"), d.pop("q", None), d.popitem(), d, dict.fromkeys("xy", 0), dict([("k", 1)], j=2), {**d, "n": {}}.keys() & {"b", "n"} == {"b", "n"})
k = d.keys(); d["new"] = 1; print(k, list(d.values()), ("b", 2) in d.items(), d.setdefault("b", 9), d.get("zz"), len(k), k - {"b"})
try:
    for x in d: d[x + "!"] = 0
except RuntimeError as e: print(e)
inv = {}
for n, w in enumerate(words): inv.setdefault(w, []).append(n)
print({w: p for w, p in inv.items() if len(p) > 3})
def search(q): return sorted(set.intersection(*({p - i for p in inv.get(w, [])} for i, w in enumerate(q.split()))))
print(search("it was the"), search("age of"), search("of the"))
pal = lambda s: (t := [c for c in s.lower() if c.isalnum()]) == t[::-1]
print(pal("A man, a plan, a canal: Panama"), pal("no"), [w for w in words if pal(w) and len(w) > 1])
mk = {}
for x, y in zip(words, words[1:]): mk.setdefault(x, []).append(y)
w, out = "it", []
for i in range(8): out.append(w); w = mk.get(w, ["it"])[i % len(mk.get(w, ["it"]))]
print(" ".join(out)); vowels = {v: sum(w.count(v) for w in words) for v in "aeiou"}; print(vowels, sum(vowels.values()))
nested = {"a": {"b": {"c": 1, "d": [1, {"e": 2}]}}, "f": 3}
def flat(x, p=""): return {p: x} if not isinstance(x, (dict, list)) else {k: v for i, y in (x.items() if isinstance(x, dict) else enumerate(x)) for k, v in flat(y, f"{p}.{i}" if p else str(i)).items()}
print(flat(nested)); import_order = sorted({"b": 1, "a": 2, "C": 3}, key=str.lower); print(import_order, sorted([(2, "b"), (1, "z"), (2, "a")]), min("hello"), sorted("hello", reverse=True), hash(1) == hash(1.0) == hash(True), {1: "a", 1.0: "b", True: "c"}, {0: 1}.get(False), (1, 2) < (1, 2, 0), [1, [2]] == [1, [2]])
