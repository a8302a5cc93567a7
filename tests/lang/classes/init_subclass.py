class Plugin:
    names = []
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.names.append((cls.__name__, name))
class A(Plugin, name="a"): pass
class B(A): pass
print(Plugin.names)
try:
    class C(object, foo=1): pass
except TypeError as e:
    print(e)
