class C:
    def __call__(self, *a, **k): return a, k
    def __str__(self): return "str!"
    def __repr__(self): return "repr!"
c = C()
print(c(1, x=2), c, repr(c), [c], str(c), f"{c}", "%s %r" % (c, c))
class OnlyRepr:
    def __repr__(self): return "R"
print(OnlyRepr(), str(OnlyRepr()))
class Bad:
    def __repr__(self): return 5
    def __str__(self): return None
for f in (lambda: repr(Bad()), lambda: str(Bad())):
    try:
        f()
    except TypeError as e:
        print(e)
class D: pass
print(repr(D), repr(D())[:18], repr(type), repr(int), D.__module__)
