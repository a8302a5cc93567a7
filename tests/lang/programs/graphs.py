from math import inf
G = {"A": {"B": 7, "D": 5}, "B": {"A": 7, "C": 8, "D": 9, "E": 7}, "C": {"B": 8, "E": 5}, "D": {"A": 5, "B": 9, "E": 15, "F": 6}, "E": {"B": 7, "C": 5, "D": 15, "F": 8, "G": 9}, "F": {"D": 6, "E": 8, "G": 11}, "G": {"E": 9, "F": 11}, "Z": {}}
def bfs(g, s):
    seen, queue = {s: None}, [s]
    for u in queue:
        for v in g[u]:
            if v not in seen: seen[v] = u; queue.append(v)
    return queue, seen
def dfs(g, u, seen=None):
    seen = [] if seen is None else seen
    seen.append(u)
    for v in g[u]:
        if v not in seen: dfs(g, v, seen)
    return seen
def push(h, x):
    h.append(x); i = len(h) - 1
    while i and h[(i - 1) // 2] > h[i]: h[i], h[(i - 1) // 2] = h[(i - 1) // 2], h[i]; i = (i - 1) // 2
def pop(h):
    top, last = h[0], h.pop()
    if h:
        h[0] = last; i = 0
        while True:
            s = min((c for c in (i, 2 * i + 1, 2 * i + 2) if c < len(h)), key=lambda c: h[c])
            if s == i: break
            h[i], h[s] = h[s], h[i]; i = s
    return top
def dijkstra(g, s):
    dist, prev, heap = dict.fromkeys(g, inf), {}, [(0, s)]; dist[s] = 0
    while heap:
        d, u = pop(heap)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if d + w < dist[v]: dist[v] = d + w; prev[v] = u; push(heap, (d + w, v))
    return dist, prev
def path(prev, t):
    out = [t]
    while t in prev: t = prev[t]; out.append(t)
    return out[::-1]
def kruskal(g):
    parent = {v: v for v in g}
    def find(v):
        while parent[v] != v: parent[v] = parent[parent[v]]; v = parent[v]
        return v
    out = []
    for w, a, b in sorted({(w, *sorted((a, b))) for a in g for b, w in g[a].items()}):
        ra, rb = find(a), find(b)
        if ra != rb: parent[ra] = rb; out.append((a, b, w))
    return out
order, seen = bfs(G, "A"); print(order, seen); print(dfs(G, "A")); d, p = dijkstra(G, "A"); print(d, path(p, "G"), path(p, "Z")); t = kruskal(G); print(t, sum(w for *_, w in t))
def toposort(g):
    state, out = {}, []
    def visit(n, trail):
        if state.get(n) == 1: raise ValueError("cycle: " + "->".join(trail[trail.index(n):] + [n]))
        if n in state: return
        state[n] = 1
        for m in g.get(n, ()): visit(m, trail + [n])
        state[n] = 2; out.append(n)
    for n in g: visit(n, [])
    return out
print(toposort({"app": ["lib", "log"], "lib": ["core"], "log": ["core"], "core": []}))
try: toposort({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as e: print(e)
def floyd(n, edges):
    d = [[0 if i == j else inf for j in range(n)] for i in range(n)]
    for a, b, w in edges: d[a][b] = w
    for k in range(n):
        for i in range(n):
            for j in range(n): d[i][j] = min(d[i][j], d[i][k] + d[k][j])
    return d
print(floyd(4, [(0, 1, 3), (1, 2, -2), (2, 3, 2), (0, 3, 10)]))
def scc(g):
    idx, low, st, out = {}, {}, [], []
    def go(v):
        idx[v] = low[v] = len(idx); st.append(v)
        for w in g[v]:
            if w not in idx: go(w); low[v] = min(low[v], low[w])
            elif w in st: low[v] = min(low[v], idx[w])
        if low[v] == idx[v]:
            c = []
            while True:
                c.append(st.pop())
                if c[-1] == v: break
            out.append(sorted(c))
    for v in g:
        if v not in idx: go(v)
    return out
print(scc({1: [2], 2: [3], 3: [1, 4], 4: [5], 5: [4], 6: []}))
MAZE = ["S.#.", "..#E", "#...", "...#"]
def maze(m):
    cells = {(r, c): ch for r, row in enumerate(m) for c, ch in enumerate(row)}
    s, e = (next(p for p, ch in cells.items() if ch == k) for k in "SE")
    q, prev = [s], {s: None}
    while q:
        r, c = q.pop(0)
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            n = r + dr, c + dc
            if cells.get(n, "#") != "#" and n not in prev: prev[n] = (r, c); q.append(n)
    out, n = [], e
    while n: out.append(n); n = prev[n]
    return out[::-1]
pth = maze(MAZE); print(len(pth), pth); print("\n".join("".join("*" if (r, c) in pth else ch for c, ch in enumerate(row)) for r, row in enumerate(MAZE)))
def color(g):
    c = {}
    for v in sorted(g, key=lambda v: -len(g[v])): c[v] = next(k for k in range(len(g)) if all(c.get(u) != k for u in g[v]))
    return c
print(color(G))
