class T:
    def __init__(self): self._v = 1
    @property
    def v(self):
        "The v."
        return self._v
    @v.setter
    def v(self, x):
        print("set", x)
        self._v = x
    @v.deleter
    def v(self):
        print("del")
        self._v = None
    @property
    def ro(self): return "ro"
t = T()
print(t.v); t.v = 5; print(t.v); t.v += 1; del t.v; print(t.v, T.v.__doc__, isinstance(T.v, property))
for f in (lambda: setattr(t, "ro", 1), lambda: delattr(t, "ro")):
    try:
        f()
    except AttributeError as e:
        print(e)
class Old:
    x = property(lambda self: 42)
print(Old().x)
