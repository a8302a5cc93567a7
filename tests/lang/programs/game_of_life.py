def step(cells):
    near = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: near[x + dx, y + dy] = near.get((x + dx, y + dy), 0) + 1
    return {p for p, n in near.items() if n == 3 or n == 2 and p in cells}
def show(cells, w=10, h=6): return "\n".join("".join("#" if (x, y) in cells else "." for x in range(w)) for y in range(h))
def parse(text): return {(x, y) for y, row in enumerate(text.splitlines()) for x, c in enumerate(row) if c == "#"}
glider = parse(" #\n  #\n###")
for gen in range(5):
    print(f"gen {gen}: {len(glider)} {sorted(glider)}"); print(show(glider, 6, 5)); glider = step(glider)
blinker = {(1, 0), (1, 1), (1, 2)}
print(step(step(blinker)) == blinker, step(blinker) == {(0, 1), (1, 1), (2, 1)})
class Torus:
    def __init__(self, w, h, alive=()): self.w, self.h = w, h; self.grid = [[0] * w for _ in range(h)]; [self.set(*p) for p in alive]
    def set(self, x, y, v=1): self.grid[y % self.h][x % self.w] = v
    def __getitem__(self, p): return self.grid[p[1] % self.h][p[0] % self.w]
    def next(self):
        t = Torus(self.w, self.h)
        for y in range(self.h):
            for x in range(self.w):
                n = sum(self[x + i, y + j] for i in (-1, 0, 1) for j in (-1, 0, 1)) - self[x, y]
                t.set(x, y, int(n == 3 or n == 2 and self[x, y]))
        return t
    def __str__(self): return "\n".join("".join(" O"[c] for c in row).rstrip() for row in self.grid)
    def __eq__(self, o): return self.grid == o.grid
t = Torus(8, 8, [(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)]); u = t
for _ in range(32): u = u.next()
print(u == t, sum(map(sum, u.grid))); print(u)
