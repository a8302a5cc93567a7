"""Graphs: Dijkstra, A*, topological sorting, components, spanning trees, flows."""
import heapq
import math
import sys
from collections import defaultdict, deque
from graphlib import CycleError, TopologicalSorter
from itertools import chain, count, pairwise, product


class Graph:
    def __init__(self, edges=(), *, directed=False):
        self.edges = defaultdict(dict)
        self.directed = directed
        for edge in edges:
            self.add(*edge)

    def add(self, a, b, weight=1):
        self.edges[a][b] = weight
        self.edges[b] if self.directed else self.edges[b].__setitem__(a, weight)

    def __contains__(self, node):
        return node in self.edges

    def __iter__(self):
        yield from self.edges

    def __getitem__(self, path):
        """The weight of a whole path: g['a', 'b', 'c']."""
        return sum(self.edges[a][b] for a, b in pairwise(path))

    def dijkstra(self, start, goal=None):
        if start not in self:
            raise KeyError(start)
        distances, previous, heap, tick = {}, {start: None}, [(0, 0, start, None)], count(1)
        while heap:
            distance, _, node, via = heapq.heappop(heap)
            if node in distances:
                continue
            distances[node], previous[node] = distance, via
            if node == goal:
                break
            for other, weight in self.edges[node].items():
                if weight < 0:
                    raise ValueError(f"negative edge {node}-{other}")
                if other not in distances:
                    heapq.heappush(heap, (distance + weight, next(tick), other, node))
        return distances, previous

    def path(self, start, goal):
        distances, previous = self.dijkstra(start, goal)
        if goal not in distances:
            return math.inf, []
        nodes, node = [], goal
        while node is not None:
            nodes.append(node)
            node = previous[node]
        return distances[goal], nodes[::-1]

    def bellman_ford(self, start):
        distance = dict.fromkeys(self, math.inf) | {start: 0}
        for round_ in range(len(distance)):
            changed = False
            for a, targets in self.edges.items():
                for b, w in targets.items():
                    if distance[a] + w < distance[b]:
                        distance[b], changed = distance[a] + w, True
            if not changed:
                return distance
        raise ArithmeticError("negative cycle")

    def components(self):
        seen = set()
        for start in self:
            if start in seen:
                continue
            component, queue = [], deque([start])
            seen.add(start)
            while queue:
                component.append(node := queue.popleft())
                fresh = [n for n in self.edges[node] if n not in seen]
                seen.update(fresh)
                queue.extend(fresh)
            yield sorted(component)

    def strong(self):
        """Tarjan's algorithm, recursive."""
        index, low, stack, result = {}, {}, [], []

        def visit(v):
            index[v] = low[v] = len(index)
            stack.append(v)
            for w in self.edges[v]:
                if w not in index:
                    visit(w)
                    low[v] = min(low[v], low[w])
                elif w in stack:
                    low[v] = min(low[v], index[w])
            if low[v] == index[v]:
                cut = stack.index(v)
                result.append(sorted(stack[cut:]))
                del stack[cut:]

        for v in list(self):
            if v not in index:
                visit(v)
        return result

    def kruskal(self):
        parent = {n: n for n in self}

        def find(n):
            while parent[n] != n:
                parent[n] = n = parent[parent[n]]
            return n

        for weight, a, b in sorted((w, *sorted((a, b))) for a in self for b, w in self.edges[a].items()):
            if (ra := find(a)) != (rb := find(b)):
                parent[ra] = rb
                yield a, b, weight


def astar(grid, start, goal):
    rows = grid.split()
    height, width = len(rows), len(rows[0])
    estimate = lambda p: abs(p[0] - goal[0]) + abs(p[1] - goal[1])
    heap, best, parent = [(estimate(start), 0, start)], {start: 0}, {}
    while heap:
        _, cost, here = heapq.heappop(heap)
        if here == goal:
            path = {here}
            while here in parent:
                path.add(here := parent[here])
            return cost, ["".join("*" if (y, x) in path else rows[y][x] for x in range(width)) for y in range(height)]
        y, x = here
        for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            there = ny, nx = y + dy, x + dx
            if 0 <= ny < height and 0 <= nx < width and rows[ny][nx] != "#" and cost + 1 < best.get(there, math.inf):
                best[there], parent[there] = cost + 1, here
                heapq.heappush(heap, (cost + 1 + estimate(there), cost + 1, there))
    raise LookupError(f"no way from {start} to {goal}")


def max_flow(capacity, source, sink):
    residual, flow = defaultdict(lambda: defaultdict(int)), 0
    for a, b, c in capacity:
        residual[a][b] += c
    while True:
        parent, queue = {source: None}, deque([source])
        while queue and sink not in parent:
            a = queue.popleft()
            for b, c in list(residual[a].items()):
                if c > 0 and b not in parent:
                    parent[b] = a
                    queue.append(b)
        if sink not in parent:
            return flow
        path, node = [], sink
        while (before := parent[node]) is not None:
            path.append((before, node))
            node = before
        amount = min(residual[a][b] for a, b in path)
        for a, b in path:
            residual[a][b] -= amount
            residual[b][a] += amount
        flow += amount


roads = Graph([("A", "B", 4), ("A", "C", 2), ("B", "C", 1), ("B", "D", 5), ("C", "D", 8), ("C", "E", 10), ("D", "E", 2), ("X", "Y", 1)])
print(*(roads.path("A", goal) for goal in "BDEXA"), sep="\n")
print(roads["A", "C", "B"], list(roads), "Z" in roads, list(roads.components()))
print(list(roads.kruskal()), sum(w for *_, w in roads.kruskal()))
directed = Graph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 4), (6, 6, 3)], directed=True)
print(directed.strong(), directed.bellman_ford(1))
for call in (lambda: roads.path("Q", "A"), lambda: roads["A", "E"], lambda: Graph([(1, 2, -3)], directed=True).dijkstra(1), lambda: Graph([(1, 2, -3)]).bellman_ford(1)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

maze = """
..#....
..#.##.
....#..
.####.#
......."""
cost, picture = astar(maze, (0, 0), (4, 6))
print(cost, *picture, sep="\n")
try:
    astar("..#. ..#.", (0, 0), (0, 3))
except LookupError as e:
    print(e)
print(max_flow([("s", "a", 10), ("s", "b", 5), ("a", "b", 15), ("a", "t", 5), ("b", "t", 10)], "s", "t"))

tasks = {"deploy": {"test", "package"}, "test": {"build"}, "package": {"build", "docs"}, "build": {"fetch"}, "docs": set()}
order = list(TopologicalSorter(tasks).static_order())
print(len(order), all(order.index(d) < order.index(t) for t, ds in tasks.items() for d in ds))
sorter = TopologicalSorter(tasks)
sorter.prepare()
while sorter.is_active():
    ready = sorted(sorter.get_ready())
    print(ready, end=" ")
    sorter.done(*ready)
print(bool(sorter))
try:
    tuple(TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())
except CycleError as e:
    print(e, sorted(set(e.args[1])))
try:
    sorter.done("fetch")
except ValueError as e:
    print(e)

floyd = {(a, b): roads.edges[a].get(b, 0 if a == b else math.inf) for a, b in product(roads, repeat=2)}
for k, i, j in product(roads, repeat=3):
    floyd[i, j] = min(floyd[i, j], floyd[i, k] + floyd[k, j])
print([floyd["A", n] for n in roads], sorted(set(chain.from_iterable(floyd)))[-2:])


def longest(n, memo={}):
    return memo[n] if n in memo else memo.setdefault(n, 1 if n == 1 else 1 + longest(n // 2 if n % 2 == 0 else 3 * n + 1))


print(max(range(1, 3000), key=longest), longest(2919))
deep = Graph([(i, i + 1) for i in range(3000)], directed=True)
try:
    deep.strong()
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
sys.setrecursionlimit(20000)
print(len(deep.strong()))
