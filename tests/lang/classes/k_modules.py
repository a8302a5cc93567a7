import sys, math
m = sys.modules["__main__"]
m.injected = 5; print(injected); injected = 6; print(m.injected); del m.injected
try: injected
except NameError as e: print(e)
try: m.nope
except AttributeError as e: print(e)
try: math.nope
except AttributeError as e: print(e)
try: del m.nope
except AttributeError as e: print(e)
def __getattr__(name):
    if name == "dynamic": return "dyn!"
    raise AttributeError("custom " + name)
print(m.dynamic, hasattr(m, "zzz"), getattr(m, "qqq", 1))
try: m.other
except AttributeError as e: print(e)
print(m.__name__, m.__dict__ is globals(), vars(m) is globals(), type(m).__name__, "math" in dir(m))
Mod = type(m); x = Mod("fresh", "its doc"); print(x.__name__, x.__doc__, x); x.a = 1; print(x.a, sorted(k for k in vars(x) if not k.startswith("__")))
class Sub(Mod):
    @property
    def p(self): return self.__name__ + "!"
s = Sub("sub"); print(s.p, isinstance(s, Mod))
def rd(mod): return mod.val
x.val = 1; print([rd(x) for _ in range(3)]); x.val = 2; print(rd(x)); x.new = 1; print(rd(x)); del x.val
try: rd(x)
except AttributeError as e: print(e)
print(repr(math).startswith("<module 'math'"), math.__name__)
