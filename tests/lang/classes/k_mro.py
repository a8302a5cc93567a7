class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
print([c.__name__ for c in C.__mro__])
print(C.mro() == list(C.__mro__), C.__bases__, C.__base__)
class X(A): pass
class Y(B): pass
class Z(X, Y): pass
print([c.__name__ for c in Z.mro()])
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print("TypeError:", e)
class P(A, B): pass
class Q(B, A): pass
attempt(lambda: type("R", (P, Q), {}))
attempt(lambda: type("R", (A, A), {}))
attempt(lambda: type("R", (object, A), {}))
attempt(lambda: type("R", (bool,), {}))
attempt(lambda: type("R", (int, str), {}))
attempt(lambda: type("R", (1,), {}))
attempt(lambda: type("R", (type(None),), {}))
class D1:
    def who(self): return "D1"
class D2(D1): pass
class D3(D1):
    def who(self): return "D3"
class D4(D2, D3): pass
print(D4().who(), issubclass(D4, D1), isinstance(D4(), D3), issubclass(D1, D4))
print(sorted(c.__name__ for c in D1.__subclasses__()))
