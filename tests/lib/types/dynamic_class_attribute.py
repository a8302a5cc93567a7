from types import DynamicClassAttribute
class Meta(type):
    def __getattr__(cls, name): return f"meta:{name}"
class C(metaclass=Meta):
    def __init__(self): self._v = 1
    @DynamicClassAttribute
    def v(self): "the doc"; return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): self._v = None
    @DynamicClassAttribute
    def ro(self): return 5
c = C(); print(c.v, C.v, c.ro, C.ro); c.v = 9; print(c.v); del c.v; print(c.v); print(C.__dict__["v"].__doc__)
for f in (lambda: setattr(c, "ro", 1), lambda: delattr(c, "ro")):
    try: f()
    except AttributeError as e: print(e)
class P: w = DynamicClassAttribute(None)
try: P().w
except AttributeError as e: print(e)
try: P.w
except AttributeError as e: print(repr(e))
