def f(): ...
class C: pass
print(f(), Ellipsis, ..., type(...).__name__, NotImplemented, None, bool(Ellipsis), repr(type(None)), type(NotImplemented).__name__)
if True: pass
for _ in (): pass
x = 1; y = 2; print(x, y); z = x if y else (x, y)
