gens = [iter((i, i * 2) [j] for j in range(2)) for i in range(500)]
print(sum(next(g) for g in gens), sum(next(g) for g in gens))
def chain(n):
    if n == 0: yield "bottom"
    else: yield from chain(n - 1)
print(list(chain(150)))
def deepsum(n):
    return 0 if n == 0 else 1 + sum(deepsum(n - 1) for _ in range(1))
print(deepsum(100))
