class P:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
p = P(1)
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"))
p.y = 2
print(p.y); del p.y
for f in (lambda: p.y, lambda: setattr(p, "z", 1)):
    try:
        f()
    except AttributeError as e:
        print(e)
class Q(P): pass
q = Q(5); q.z = 1; print(q.x, q.z, q.__dict__)
