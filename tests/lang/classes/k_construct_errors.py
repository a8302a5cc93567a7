def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__ + ":", e)
class A: pass
class B:
    def __init__(self): pass
class C:
    def __new__(cls, *a): return super().__new__(cls)
class D:
    def __new__(cls, *a): return super().__new__(cls, *a)
class E:
    def __init__(self): return 5
class F:
    def __new__(cls): return 42
    def __init__(self): print("never")
class G:
    def __init__(self, *a): super().__init__(*a)
attempt(A, 1); attempt(A, x=1); attempt(B, 1); print(type(C(1, 2)).__name__); attempt(D, 1)
attempt(E); attempt(F); attempt(G, 1)
attempt(object, 1); attempt(object.__new__, list); attempt(object.__new__, 5); attempt(object.__init__, A(), 1)
attempt(type, 1, 2); attempt(type, "a", 1, {}); attempt(type, 1, (), {}); attempt(type, "a", (), 1)
attempt(type(None), 1); print(type(None)(), type(...)(), type(NotImplemented)())
attempt(type(x for x in ())); attempt(type(iter([])))
print(type(5), type("x", (), {"a": 1}).a, type(type), type(A()))
class Sing:
    inst = None
    def __new__(cls):
        if cls.inst is None: cls.inst = super().__new__(cls)
        return cls.inst
print(Sing() is Sing())
class H:
    def __new__(cls, v): return super().__new__(cls) if v else None
    def __init__(self, v): self.v = v
print(H(0), H(3).v)
class Cnt:
    n = 0
    def __init__(self): Cnt.n += 1
for _ in range(10): Cnt()
print(Cnt.n)
class KW:
    def __init__(self, a, *b, c=3, **d): self.t = (a, b, c, d)
print(KW(1, 2, c=4, e=5).t)
attempt(KW)
