class A:
    __secret = 1
    def get(self): return self.__secret
    def set(self, v): self.__secret = v
    def __m(self): return "mangled"
    def call(self): return self.__m()
class B(A):
    __secret = 2
    def getb(self): return self.__secret
b = B(); print(b.get(), b.getb(), b._A__secret, b.call()); b.set(9); print(b.__dict__, b.get(), b.getb())
try:
    b.__secret
except AttributeError as e:
    print(e)
