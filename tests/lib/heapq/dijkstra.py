import heapq
def dijkstra(g, s):
    dist = {s: 0}; q = [(0, s)]
    while q:
        d, u = heapq.heappop(q)
        if d > dist.get(u, 1e9): continue
        for v, w in g[u].items():
            nd = d + w
            if nd < dist.get(v, 1e9):
                dist[v] = nd; heapq.heappush(q, (nd, v))
    return dist
g = {"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}
print(dijkstra(g, "a"))
grid = {(x, y): {(x + dx, y + dy): (x * 3 + y * 5) % 7 + 1 for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)) if 0 <= x + dx < 12 and 0 <= y + dy < 12} for x in range(12) for y in range(12)}
print(dijkstra(grid, (0, 0))[11, 11])
