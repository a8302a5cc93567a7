import heapq
from heapq import *
h = []
for x in [5, 3, 8, 1, 9, 2, 7]: heappush(h, x)
print(h, h[0], len(h)); print([heappop(h) for _ in range(len(h))], h)
h = [9, 4, 7, 1, 8, 2]; heapify(h); print(h, heapreplace(h, 5), h, heappushpop(h, 0), heappushpop(h, 6), h, heappushpop([], 3))
data = [(i * 7919) % 101 for i in range(101)]; h = list(data); heapify(h); print(h[:10], [heappop(h) for _ in range(101)] == sorted(data))
print(nlargest(3, data), nsmallest(4, data), nlargest(0, data), nlargest(-1, data), nsmallest(1, data), nlargest(1, data), nlargest(200, [3, 1, 2]), nsmallest(200, [3, 1, 2]), nlargest(1, []), nsmallest(1, []), nsmallest(3, []), nlargest(2, iter([])))
words = ["apple", "fig", "kiwi", "banana", "date", "plum"]; print(nlargest(2, words, key=len), nsmallest(3, words, key=len), nsmallest(1, words, key=len), nlargest(3, iter(words), len), nsmallest(2, (w for w in words), key=lambda w: w[-1]))
print(list(merge([1, 4, 7], [2, 5, 8], [3, 6, 9])), list(merge([7, 4, 1], [8, 5], reverse=True)), list(merge(["a", "ccc"], ["bb", "dddd"], key=len)), list(merge()), list(merge([], [1])), list(merge([1])), list(merge(["ccc", "a"], ["dddd", "bb"], key=len, reverse=True)))
m = merge(iter([1, 3]), range(0, 10, 4)); print(next(m), next(m), list(m))
tasks = []; heappush(tasks, (2, "b")); heappush(tasks, (1, "z")); heappush(tasks, (1, "a")); print([heappop(tasks) for _ in range(3)])
print(sorted(heapq.__all__)); h = [3, 1, 2]; heapq._heapify_max(h); print(h, heapq._heappop_max(h), h, heapq._heapreplace_max(h, 0), h)
class T:
    def __init__(s, p, n): s.p = p; s.n = n
    def __lt__(s, o): return s.p < o.p
    def __repr__(s): return s.n
h = []
for i, p in enumerate([3, 1, 3, 1, 2, 2]): heappush(h, T(p, f"t{i}"))
print([heappop(h) for _ in range(6)]); h = [T(1, f"s{i}") for i in range(8)]; heapify(h); print(h, nsmallest(3, h), nlargest(3, h)); print([heappop(h) for _ in range(8)])
class L(list): pass
l = L([2, 1]); heapify(l); heappush(l, 0); print(l, heappop(l))
h = [1.5, 1, "a"[:0] or 0]; heapify(h); print(h)
import random; r = random.Random(3); xs = [r.randrange(50) for _ in range(200)]; print(nsmallest(20, xs) == sorted(xs)[:20], nlargest(20, xs) == sorted(xs, reverse=True)[:20], nsmallest(5, iter(xs), key=lambda x: x % 7) == sorted(xs, key=lambda x: x % 7)[:5], nlargest(5, iter(xs), key=lambda x: x % 7) == sorted(xs, key=lambda x: x % 7, reverse=True)[:5])
