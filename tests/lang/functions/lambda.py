print((lambda: 1)(), (lambda x, y=2: x + y)(1), (lambda *a, **k: (a, k))(1, b=2), [f(3) for f in (lambda x: x, lambda x: x * x)], (lambda x: lambda y: x + y)(1)(2), sorted([3, 1], key=lambda v: -v))
print((lambda: (yield))().__class__.__name__, (lambda x, /, *, y: (x, y))(1, y=2))
