def f():
    n = 10
    return [n + i for i in range(3)], {i: n for i in range(2)}, list(n * i for i in range(2))
print(f())
class C:
    k = 3
    vals = [i for i in range(k)]
print(C.vals)
try: i
except NameError as e: print(e)
fns = [lambda x, n=n: x + n for n in range(3)]
print([g(10) for g in fns])
matrix = [[1, 2], [3, 4]]
print([[row[i] for row in matrix] for i in range(2)], [list(r) for r in zip(*matrix)], sum([sum(r) for r in matrix]))
