class A:
    def __class_getitem__(cls, item): return (cls.__name__, item)
class B(A): pass
print(A[1], B["x", 2], A[1:2])
try: A()[0]
except TypeError as e: print(e)
class C: pass
try: C[0]
except TypeError as e: print(e)
class M(type):
    def __getitem__(cls, i): return ("meta", cls.__name__, i)
    def __len__(cls): return 3
    def __iter__(cls): return iter("abc")
    def __contains__(cls, x): return x == 1
    def __bool__(cls): return False
    def __add__(cls, o): return "cls+"
    def __eq__(cls, o): return True
    def __hash__(cls): return 1
class D(metaclass=M):
    def __class_getitem__(cls, i): return "never"
print(D[5], len(D), list(D), 1 in D, 2 in D, bool(D), D + 1, D == 4)
class E:
    def __mro_entries__(self, bases): return (A,)
class F(E()): pass
print(F.__mro__[1].__name__, type(F.__orig_bases__[0]).__name__)
class G:
    def __mro_entries__(self, bases): return 5
try:
    class H(G()): pass
except TypeError as e: print(e)
