class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Color:
    RED = 1
def f(o):
    match o:
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return f"on y at {y}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point(): return "point"
        case Color.RED: return "red"
        case [Point(a, _), *_, Point(b, _)]: return f"ends {a} {b}"
        case {"p": Point(x, y), "t": (1 | 2) as t}: return f"dict {x} {y} {t}"
        case (1, (2, [3, z])): return f"nested {z}"
for o in (Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), 1, [Point(1, 1), 0, Point(9, 9)], {"p": Point(5, 6), "t": 2}, (1, (2, [3, 4])), "none"): print(f(o))
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e: print(e)
match = 5; case = 6; print(match, case)
