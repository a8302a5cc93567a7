def via_sort(n): return sorted([1, 2], key=lambda x: via_sort(n + 1))
def via_map(n): return list(map(lambda x: via_map(n + 1), [1]))
def via_gen(n): return sum(via_gen(n + 1) for _ in [0])
def via_init(n):
    class C:
        def __init__(self): via_init(n + 1)
    return C()
for f in (via_sort, via_map, via_gen, via_init):
    try: f(0)
    except RecursionError: print("caught", f.__name__)
a = []
for _ in range(100000): a = [a]
try: repr(a)
except RecursionError as e: print("deep repr")
b = []
for _ in range(100000): b = [b]
try: a == b
except RecursionError as e: print("deep eq")
del a, b
print("done")
