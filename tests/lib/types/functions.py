import types
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def g(x=5, *, k=1): "doc"; return x + k
def make():
    q = 10
    def inner(a): return q + a
    return inner
F = types.FunctionType
h = F(g.__code__, globals(), "renamed", (7,)); h.__kwdefaults__ = {"k": 3}; print(h(), h.__name__, h.__defaults__, h.__doc__, h.__qualname__, h.__module__)
i = F(make().__code__, {}, None, None, make().__closure__); print(i(5), i.__name__, i.__closure__[0].cell_contents); c = types.CellType(100); print(F(make().__code__, {}, closure=(c,))(1)); c.cell_contents = 0; print(c.cell_contents)
t(lambda: F(1, {})); t(lambda: F(g.__code__, 1)); t(lambda: F(g.__code__, {}, 5)); t(lambda: F(g.__code__, {}, None, 5)); t(lambda: F(make().__code__, {})); t(lambda: F(make().__code__, {}, closure=())); t(lambda: F(g.__code__, {}, closure=(c,))); t(lambda: F(make().__code__, {}, closure=(1,))); t(lambda: types.CellType().cell_contents)
ns = {"y": 42}; exec("def f(): return y", ns); print(F(ns["f"].__code__, {"y": 1})(), F(ns["f"].__code__, ns)())
class A:
    v = 3
    def m(self): return self.v
a = A(); m = types.MethodType(lambda self, n: self.v * n, a); print(m(4), m.__self__ is a, m.__func__(a, 2)); a.bound = types.MethodType(g, 9); print(a.bound(k=2)); t(lambda: types.MethodType(1, 2)); t(lambda: types.MethodType(g, None)); t(lambda: types.MethodType(g)); print(types.MethodType(len, [1, 2])())
print(types.FunctionType is types.LambdaType, isinstance(g, types.FunctionType), isinstance(a.m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType), isinstance(types, types.ModuleType), isinstance((x for x in ""), types.GeneratorType), isinstance(g.__code__, types.CodeType), isinstance(A.__dict__, types.MappingProxyType), isinstance(None, types.NoneType), isinstance(..., types.EllipsisType), isinstance(NotImplemented, types.NotImplementedType), isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias), isinstance(str.join, types.MethodDescriptorType))
class S: __slots__ = ("q",)
print(isinstance(S.q, types.MemberDescriptorType), types.GenericAlias(list, (int,)), types.GenericAlias(dict, (str, int)), types.NoneType() is None)
try: 1 / 0
except ZeroDivisionError as e: print(isinstance(e.__traceback__, types.TracebackType), isinstance(e.__traceback__.tb_frame, types.FrameType))
mod = types.ModuleType("dyn", "the doc"); mod.x = 1; print(mod, mod.__name__, mod.__doc__, mod.x, sorted(vars(mod))); t(lambda: mod.y); t(lambda: types.ModuleType()); exec("z = x + 1", mod.__dict__); print(mod.z)
class Mod2(types.ModuleType):
    @property
    def computed(self): return self.__name__ * 2
print(Mod2("ab").computed)
for T in (types.FunctionType, types.MethodType, types.CodeType, types.GeneratorType, types.ModuleType, types.MappingProxyType, types.SimpleNamespace, types.CellType, types.NoneType, types.UnionType, types.GenericAlias, types.TracebackType, types.FrameType): print(T)
