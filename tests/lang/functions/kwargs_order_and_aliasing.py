def f(**kw):
    kw["added"] = 1
    return kw
d = {"z": 1, "a": 2}
print(f(**d), d, list(f(b=1, a=2)))
def g(*args):
    return args
l = [1, 2]
a = g(*l)
l.append(3)
print(a, g(*a) is a or g(*a) == a)
