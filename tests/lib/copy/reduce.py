import copyreg
class A:
    def __init__(self): self.x = 1
class E: pass
class S:
    __slots__ = ("a", "__b", "_c")
    def __init__(self): self.a = 1; self.__b = 3
class SD(S):
    def __init__(self): super().__init__(); self.z = 9
class L(list): pass
class T(tuple): pass
class I(int): pass
def show(v):
    if isinstance(v, tuple): return "(" + ", ".join(map(show, v)) + ")"
    return getattr(v, "__name__", None) or (repr(v) if "iterator" not in type(v).__name__ else type(v).__name__)
def t(f):
    try: print(show(f()))
    except Exception as e: print(type(e).__name__, e)
for c in (A, E, S, SD, object):
    for p in (0, 1, 2, 4): t(lambda: c().__reduce_ex__(p))
for v in (L([1]), T([1]), I(5), 1, "a", 1.5, 2j, b"ab", bytearray(b"a\xff"), bytearray(), None, True, {1: 2}, [1], (1, 2), frozenset([1]), {1}, slice(1, 2), range(3), ..., NotImplemented, ValueError(1, 2), OSError(2, "x"), OSError(2, "x", "f"), OSError(1, "a", "f", None, "g"), len, [].append, A().__init__):
    t(lambda: v.__reduce_ex__(2))
for v in (A(), E(), S(), SD(), object(), L(), 5): t(lambda: v.__getstate__())
t(lambda: (10**30).__getnewargs__()); t(lambda: True.__getnewargs__()); t(lambda: (1.5).__getnewargs__()); t(lambda: (1+2j).__getnewargs__()); t(lambda: "q".__getnewargs__()); t(lambda: b"q".__getnewargs__())
t(lambda: (x for x in []).__reduce_ex__(2)); t(lambda: object().__reduce__()); t(lambda: A().__reduce__()); t(lambda: copyreg._slotnames(SD)); t(lambda: copyreg.__newobj__(list)); t(lambda: copyreg.__newobj_ex__(dict, (), {})); t(lambda: A.__reduce_ex__(A(), 2)); t(lambda: object.__reduce_ex__(A(), "x"))
class BadArgs:
    def __getnewargs__(self): return [1]
class BadEx:
    def __getnewargs_ex__(self): return 5
class BadEx2:
    def __getnewargs_ex__(self): return (1, 2, 3)
class BadEx3:
    def __getnewargs_ex__(self): return ([], {})
class BadEx4:
    def __getnewargs_ex__(self): return ((), [])
for c in (BadArgs, BadEx, BadEx2, BadEx3, BadEx4): t(lambda: c().__reduce_ex__(2))
class Own:
    def __reduce__(self): return "own"
t(lambda: Own().__reduce_ex__(2)); e = Exception(); e.__setstate__({"q": 1}); print(e.q); t(lambda: e.__setstate__(5))
copyreg.add_extension("m", "n", 5); t(lambda: copyreg.add_extension("m", "n", 6)); t(lambda: copyreg.add_extension("m", "o", 5)); t(lambda: copyreg.add_extension("m", "o", 0)); copyreg.remove_extension("m", "n", 5); t(lambda: copyreg.remove_extension("m", "n", 5)); copyreg.clear_extension_cache(); print(sorted(copyreg.__all__))
