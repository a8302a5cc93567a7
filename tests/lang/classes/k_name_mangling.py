class A:
    __secret = 1
    def __init__(self): self.__x = 5
    def get(self): return self.__x, self.__secret, A.__secret
    def __hidden(self): return "hidden"
    def call(self): return self.__hidden()
    class __In: v = 3
    def inner(self): return self.__In.v
class B(A):
    def __init__(self): super().__init__(); self.__x = 6
    def mine(self): return self.__x
b = B(); print(b.get(), b.mine(), b._A__x, b._B__x, b.call(), b.inner(), sorted(vars(b)))
try: b.__x
except AttributeError as e: print(e)
class _Lead:
    def __init__(self): self.__y = 1
print(vars(_Lead()))
class __:
    def __init__(self): self.__z = 1
print(vars(__()))
class C:
    __dunder__ = 1
    def f(self, __arg=3): return __arg
print(C.__dunder__, C().f(), C().f(_C__arg=4))
