# ExceptionGroup: construction checks, split, subgroup, derive, texts.
g = ExceptionGroup("msg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [OSError(1, "x"), ValueError(2)])])
print(g, repr(g), g.message, len(g.exceptions))
m, r = g.split(ValueError)
print(repr(m), "|", repr(r))
print(repr(g.subgroup(lambda e: isinstance(e, OSError))), g.subgroup(KeyError), g.split(KeyError)[0])
print(type(BaseExceptionGroup("b", [ValueError()])), type(BaseExceptionGroup("b", [KeyboardInterrupt()])))
print(repr(g.derive([KeyError()])), isinstance(g, Exception))
for args in [(), ("a",), (1, [ValueError()]), ("a", []), ("a", 5), ("a", [1]), ("a", [KeyboardInterrupt()])]:
    try:
        ExceptionGroup(*args)
    except Exception as e:
        print(type(e).__name__, e)
class Mine(ExceptionGroup):
    def derive(self, excs):
        return Mine(self.message + "!", excs)
a, b = Mine("mine", [ValueError(1), TypeError(2)]).split(TypeError)
print(repr(a), repr(b))
