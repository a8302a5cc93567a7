class M:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): print("enter", self.n); return self.n * 10
    def __exit__(self, t, v, tb): print("exit", self.n, t and t.__name__, v, tb is not None); return self.swallow
with M(1) as a, M(2) as b: print("body", a, b)
with M(3, True): raise ValueError("hidden")
try:
    with M(4): raise KeyError("seen")
except KeyError as e: print("caught", e)
with (M(5) as x, M(6, True),): raise TypeError(x)
def f():
    with M(7): return "ret"
print(f())
for i in range(2):
    with M(8):
        if i == 0: continue
        break
with M(9) as (p): print(p)
class T:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *a): pass
with T() as (q, [r, *s]): print(q, r, s)
