d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1], 1.0 in d, len(d))
class K:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return 7
    def __eq__(self, other):
        return isinstance(other, K) and self.n == other.n
    def __repr__(self):
        return f"K{self.n}"
e = {K(i): i for i in range(5)}
print(e, e[K(3)], K(9) in e, e.pop(K(0)), len(e))
class U:
    __hash__ = None
try:
    {U(): 1}
except TypeError as err:
    print(err)
class E:
    def __eq__(self, o):
        return True
try:
    hash(E())
except TypeError as err:
    print(err)
