def attempt(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__ + ":", e, getattr(e, "name", None), type(getattr(e, "obj", None)).__name__)
class C:
    k = 1
    __slots__ = ()
class D: pass
attempt(lambda: C().z); attempt(lambda: C.z); attempt(setattr, C(), "z", 1); attempt(setattr, C(), "k", 1); attempt(delattr, C(), "k")
attempt(lambda: D().z); attempt(delattr, D(), "z"); attempt(lambda: None.x); attempt(setattr, None, "x", 1)
attempt(lambda: "s".foo); attempt(lambda: (1, 2).foo); attempt(lambda: {}.foo); attempt(lambda: (lambda: 0).foo); attempt(lambda: len.foo); attempt(lambda: int.foo); attempt(lambda: type.foo); attempt(lambda: True.foo); attempt(lambda: 1.5.foo)
attempt(getattr, D(), 5); attempt(hasattr, D(), 5); attempt(setattr, D(), 5, 1)
attempt(setattr, "s", "x", 1); attempt(delattr, 5, "x"); attempt(setattr, len, "x", 1)
attempt(lambda: D().__class__.__nope__)
attempt(lambda: (x for x in ()).foo); attempt(lambda: Exception().foo)
e = ValueError("x"); e.custom = 5; print(e.custom, e.__dict__)
print(getattr(D(), "a" + "b", "dflt"), hasattr(D, "__init__"), getattr(D(), "__class__") is D)
