# ref(): alive, dead, callback, identity, equality, hash.
import gc
import weakref


class C:
    def __init__(self, n=0):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, C) and self.n == other.n

    def __hash__(self):
        return hash(self.n)


a = C(1)
r = weakref.ref(a)
print(r() is a, r is weakref.ref(a), type(r) is weakref.ref, weakref.ref is weakref.ReferenceType)
print(r.__callback__)
died = []
r2 = weakref.ref(a, died.append)
print(r2 is r, r2 == r, hash(r2) == hash(r), r2.__callback__ == died.append)
b = C(1)
rb = weakref.ref(b)
print(r == rb, r != rb, hash(r) == hash(rb), r == a, r != 5)
c = C(2)
print(r == weakref.ref(c))
unhashed = weakref.ref(c)
print(weakref.getweakrefcount(a), weakref.getweakrefcount(5), weakref.getweakrefs(5))
print(weakref.getweakrefs(a) == [r, r2], weakref.getweakrefs(a)[0] is r)
h = hash(r)
del a
gc.collect()
print(r(), r2(), len(died), died[0] is r2, r2.__callback__)
print(hash(r) == h, r == rb, r == r2, r == r, r != r2)
del c
gc.collect()
try:
    hash(unhashed)
except TypeError as e:
    print(e)
print(repr(unhashed).startswith("<weakref at 0x"), repr(unhashed).endswith("; dead>"))
print("to 'C' at 0x" in repr(rb))


def f():
    pass


print(repr(weakref.ref(f)).endswith("(f)>"))
