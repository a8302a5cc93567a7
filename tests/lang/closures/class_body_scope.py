a = 1
class C:
    b = a + 1
    a = b + 1
    l = [i * 2 for i in range(a)]
    f = lambda self: a
print(C.a, C.b, C.l, C().f())
try:
    class D:
        x = 5
        bad = [x for _ in range(2)]
except NameError as e:
    print(e)
