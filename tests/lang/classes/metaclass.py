class Meta(type):
    registry = []
    def __new__(m, name, bases, ns, **kw):
        ns["tag"] = kw.get("tag", name.lower())
        c = super().__new__(m, name, bases, ns)
        Meta.registry.append(name)
        return c
    def __init__(c, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a):
        print("calling", cls.__name__)
        return super().__call__(*a)
    def meth(cls): return f"meth of {cls.__name__}"
    @property
    def prop(cls): return "prop"
class A(metaclass=Meta): pass
class B(A, tag="custom"): pass
print(A.tag, B.tag, Meta.registry, type(A).__name__, A.meth(), B.prop, isinstance(A, Meta), A().tag)
try:
    A().meth()
except AttributeError as e:
    print(e)
