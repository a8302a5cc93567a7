x = "global"
class A:
    y = x
    x = "class"
    z = x
    lst = [i for i in range(3)]
    def f(self): return x
    for i in range(2): last = i
    if True: cond = "yes"
    try: t = 1 / 0
    except ZeroDivisionError: t = "caught"
    del i
print(A.y, A.x, A.z, A.lst, A().f(), A.last, A.cond, A.t, hasattr(A, "i"))
def outer(v):
    class In:
        got = v
        def m(self): return v
        v2 = [v for _ in range(2)]
    return In
print(outer(1).got, outer(2)().m(), outer(3).v2)
class B:
    a = 1
    b = a + 1
    def __init__(self, d=b): self.d = d
    funcs = [lambda self, i=i: i for i in range(3)]
print(B().d, [f(None) for f in B.funcs])
class C:
    print("body runs", __name__, __qualname__, __module__)
    locals()["dyn"] = 5
print(C.dyn)
class D:
    global gl
    gl = "set global"
print(gl, hasattr(D, "gl"))
def shadow():
    q = 1
    class E:
        nonlocal q
        q = 2
    return q
print(shadow())
try:
    class F:
        undefined_thing
except NameError as e: print(e)
