class Grid:
    def __init__(self): self.d = {}
    def __getitem__(self, k):
        if k not in self.d:
            raise KeyError(k)
        return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __len__(self): return len(self.d)
    def __contains__(self, k): return k in self.d
    def __iter__(self): return iter(self.d)
    def __reversed__(self): return iter(["reversed"])
g = Grid()
g[1, 2] = "a"; g["k"] = "b"; g[1:2] if False else None
print(g[1, 2], len(g), "k" in g, bool(g), list(g), list(reversed(g))); del g["k"]; print(len(g)); del g[1, 2]; print(bool(g))
try:
    g["zip"]
except KeyError as e:
    print("KeyError", e)
class Bad:
    def __len__(self): return -1
for f in (lambda: len(Bad()), lambda: object()[0], lambda: len(object()), lambda: 1 in object()):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(e)
