class Meta(type):
    def __instancecheck__(cls, o): print("ic"); return hasattr(o, "quack")
    def __subclasscheck__(cls, c): print("sc", c.__name__); return c.__name__.startswith("D")
class Duck(metaclass=Meta): pass
class D1: quack = 1
class E1: pass
print(isinstance(D1(), Duck), isinstance(E1(), Duck), issubclass(D1, Duck), issubclass(E1, Duck))
print(isinstance(Duck(), Duck), isinstance(5, (str, Duck, int)))
class Liar:
    @property
    def __class__(self): return int
l = Liar(); print(isinstance(l, int), isinstance(l, Liar), type(l).__name__, l.__class__)
print(type.__instancecheck__(int, 5), int.__instancecheck__(True), type.__subclasscheck__(int, bool))
for f in (lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1, (int, "x")), lambda: isinstance("a", (int, "x"))):
    try: print(f())
    except TypeError as e: print(e)
