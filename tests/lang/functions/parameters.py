def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 5, 6, 7, c=3, d=8, e=9), f(c=1, a=2), f(*[1, 2, 3], **{"c": 4, "z": 5}), f(1, *(), c=0))
def g(a, /, b, *, c):
    return a, b, c
print(g(1, 2, c=3), g(1, b=2, c=3))
def h(*, k=1):
    return k
def i(a, /, **kw):
    return a, kw
print(h(), h(k=5), i(1, a=2))
def j(*a, **k):
    return a, k
print(j(), j(1), j(x=1), j(*range(3), *"ab", **{"p": 1}, q=2))
