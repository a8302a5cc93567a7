class A:
    x = "A.x"
    @classmethod
    def make(cls): return "A.make " + cls.__name__
    @staticmethod
    def st(): return "A.st"
    @property
    def p(self): return "A.p"
class B(A):
    x = "B.x"
    @classmethod
    def make(cls): return "B>" + super().make()
    @staticmethod
    def st(): return "B>" + super(B, B).st()
    @property
    def p(self): return "B>" + super().p
    def get(self): return super().x, super(B, self).x, self.x
    def in_closure(self):
        return (lambda: super(B, self).x)(), [super(B, self).x for _ in range(1)]
print(B.make(), B.st(), B().p, B().get(), B().in_closure())
class C:
    def m(self):
        super().missing
try:
    C().m()
except AttributeError as e:
    print(e)
def loose():
    super()
try:
    loose()
except RuntimeError as e:
    print(e)
