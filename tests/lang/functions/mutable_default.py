def append(x, acc=[]):
    acc.append(x)
    return acc
print(append(1), append(2), append(3, []), append.__defaults__)
n = 5
def g(a=n):
    return a
n = 6
print(g(), g.__defaults__)
def k(*, o={}):
    o["n"] = o.get("n", 0) + 1
    return o
print(k(), k(), k.__kwdefaults__)
