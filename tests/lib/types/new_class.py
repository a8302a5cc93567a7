import types
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
C = types.new_class("C"); print(C, C.__bases__, C.__name__, C.__module__)
D = types.new_class("D", (C,), {}, lambda ns: ns.update(x=1, m=lambda self: 5)); print(D.x, D().m(), D.__mro__)
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw); return {"prepared": True}
    def __new__(m, name, bases, ns, **kw):
        print("new", kw); return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw): pass
M = types.new_class("M", (), {"metaclass": Meta, "extra": 1}); print(type(M).__name__, M.prepared)
N = types.new_class("N", (M,)); print(type(N).__name__)
class E:
    def __mro_entries__(self, bases): return (C,)
class E2:
    def __mro_entries__(self, bases): return ()
class E3:
    def __mro_entries__(self, bases): return 5
print(types.resolve_bases((E(), int)) == (C, int), types.resolve_bases((int,)), types.resolve_bases((E2(),)), types.resolve_bases([int])); t(lambda: types.resolve_bases((E3(),)))
e = E(); O = types.new_class("O", (e,)); print(O.__bases__, O.__orig_bases__ == (e,)); L = types.new_class("L", (list[int],)); print(L.__bases__, L.__orig_bases__)
class M2(type): pass
A = M2("A", (), {}); B = Meta("B", (), {}); t(lambda: types.new_class("X", (A, B))); print(types.prepare_class("P", (A,))[0].__name__, types.prepare_class("P")[1:], types.prepare_class("P", (), {"metaclass": lambda *a: a, "k": 1})[2])
class Init:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag
print(types.new_class("Z", (Init,), {"tag": "q"}).tag); t(lambda: types.new_class("Z", (Init,), {"bad": 1})); t(lambda: types.new_class("Z", (5,))); t(lambda: types.new_class())
