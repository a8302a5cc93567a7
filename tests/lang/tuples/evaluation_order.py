def f(n):
    print("eval", n)
    return n
class L(list):
    def __setitem__(self, i, v):
        print("set", i, v)
l = L([0, 0])
l[f(0)], l[f(1)] = f(2), f(3)
x = [f(1), f(2)][f(0)] + f(5) * f(6)
d = {f("k1"): f("v1"), f("k2"): f("v2")}
(lambda *a, **k: None)(f("a"), *[f("b")], k=f("c"), **{"d": f("e")})
