g = (x * x for x in range(4))
print(next(g), list(g), list(g), sum(x for x in [1, 2]), max((len(w), w) for w in ["a", "bbb"]), type(g).__name__, ",".join(str(i) for i in range(3)))
def src():
    print("src evaluated")
    return [1, 2]
g = (x for x in src() if print("lazy", x) or True)
print("made")
print(list(g))
try: (x for x in 5)
except TypeError as e: print(e)
