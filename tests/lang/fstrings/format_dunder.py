class P:
    def __init__(self, x):
        self.x = x
    def __format__(self, spec):
        return f"P({self.x}|{spec})"
    def __repr__(self):
        return "repr"
p = P(3)
print(f"{p} {p:abc} {p!r} {p!r:>6} {p:{'a'}{'b'}}", format(p, "z"), "{:q}".format(p))
