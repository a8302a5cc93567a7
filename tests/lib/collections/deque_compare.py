from collections import deque
items = [deque(), deque([1]), deque([1, 2]), deque([2]), deque([1, 2, 3]), deque([1, 3]), deque("ab"[:0])]
for a in items:
    print([(a < b, a <= b, a == b, a != b, a > b, a >= b) for b in items])
nan = float("nan")
print(deque([nan]) == deque([nan]))
d = deque([1, 2]); print(d == d, d < d, d <= d)
try: deque([1, "a"]) < deque([1, 2])
except TypeError as e: print(e)
r = deque([1]); r.append(r); print(r, str(r))
s = deque([1], 5); s.append([s]); print(s)
try: print(r == r, deque([r]) == deque([r]))
except RecursionError as e: print("rec", e)
print(deque([1]) == deque([True]), deque([1.0]) == deque([1]))
class D(deque): pass
print(D([1]) == deque([1]), D([1]) < deque([2]), deque([1], 3) == deque([1]))
