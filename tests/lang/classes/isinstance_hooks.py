class Meta(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is str
class M(metaclass=Meta): pass
print(isinstance(5, M), isinstance(6, M), issubclass(str, M), issubclass(int, M), isinstance(True, int), issubclass(bool, int), isinstance(5, int | str), isinstance(None, int | None), isinstance([], (tuple, (list, dict))))
for f in (lambda: issubclass(5, int), lambda: isinstance(5, "int"), lambda: issubclass(int, 5)):
    try:
        f()
    except TypeError as e:
        print(e)
