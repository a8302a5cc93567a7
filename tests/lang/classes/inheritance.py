class A:
    def __init__(self): self.a = 1
    def who(self): return "A"
    def call(self): return self.who()
class B(A):
    def __init__(self):
        super().__init__()
        self.b = 2
    def who(self): return "B" + super().who()
class C(B):
    who2 = A.who
c = C()
print(c.who(), c.call(), c.a, c.b, c.who2(), isinstance(c, A), isinstance(c, (int, B)), issubclass(C, A), issubclass(A, C), issubclass(C, (int, A)), C.__bases__[0].__name__, [k.__name__ for k in C.__mro__], C.mro() == list(C.__mro__), B.__base__.__name__)
