# Subclasses of ref: attributes, no sharing, __init__ of its own.
import gc
import weakref


class C:
    pass


class Named(weakref.ref):
    def __init__(self, ob, callback=None, **annotations):
        super().__init__(ob, callback)
        self.__counter = 0
        for k, v in annotations.items():
            setattr(self, k, v)

    def __new__(cls, ob, callback=None, **annotations):
        return super().__new__(cls, ob, callback)

    def __call__(self):
        ob = super().__call__()
        if ob is not None:
            self.__counter += 1
            ob = (ob, self.__counter)
        return ob


c = C()
r = Named(c, name="first")
print(r.name, r()[0] is c, r()[1], isinstance(r, weakref.ref))
print(Named(c) is Named(c), weakref.ref(c) is weakref.ref(c))
gc.collect()
print(weakref.getweakrefcount(c))
gone = []
r2 = Named(c, lambda x: gone.append(x.name), name="second")
del c
gc.collect()
print(r(), gone)


class Plain(weakref.ref):
    pass


c = C()
p = Plain(c)
p.extra = 5
print(p.extra, p() is c, type(p).__name__)
k = weakref.KeyedRef(c, None, "key") if hasattr(weakref, "KeyedRef") else None
print(k.key, k() is c)
print(weakref.ref[int])
