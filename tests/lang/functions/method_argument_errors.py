class C:
    def m(self): pass
    def n(self, a, b): pass
    def no_self(): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    def __init__(self, x): pass
def attempt(f):
    try:
        f()
    except TypeError as e:
        print(e)
o = C(1)
attempt(lambda: o.m(1)); attempt(lambda: o.n(1)); attempt(lambda: o.n()); attempt(lambda: o.no_self()); attempt(lambda: C.c(1)); attempt(lambda: C.s(1)); attempt(lambda: C()); attempt(lambda: C(1, 2)); attempt(lambda: C.m()); attempt(lambda: C(y=1))
