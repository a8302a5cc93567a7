class A:
    def f(self): return "A.f"
class B(A): pass
b = B()
out = []
for i in range(60):
    if i == 20: B.f = lambda self: "B.f"
    if i == 30: b.f = lambda: "b.f"
    if i == 40: del b.f
    if i == 50: del B.f
    if i == 55: A.f = lambda self: "new A.f"
    r = b.f()
    if not out or out[-1] != r: out.append(r)
print(out)
class C: pass
def get(o): return o.x
o1, o2 = C(), C(); o1.x = 1; o2.y = 0; o2.x = 2
print([get(o) for o in (o1, o2, o1, o2)] )
b.__class__ = C; b.x = 5; print(get(b), type(b).__name__)
