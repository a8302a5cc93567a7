# bind(), bind_partial(), BoundArguments.
from inspect import signature


def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    pass


def g(x, y):
    pass


def h(p, /, q):
    pass


def attempt(fn):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e)


sig = signature(f)
b = sig.bind(1, d=4)
print(b, b.args, b.kwargs, b.arguments)
b.apply_defaults()
print(b, b.args, b.kwargs)
b = sig.bind(1, 2, 3, 4, 5, d=6, z=7)
print(b, b.args, b.kwargs, b.signature is sig)
print(sig.bind_partial(1), sig.bind_partial(), sig.bind(1, d=4) == sig.bind(1, d=4))
for fn in (lambda: sig.bind(), lambda: sig.bind(1), lambda: signature(g).bind(1), lambda: signature(g).bind(1, 2, 3),
           lambda: signature(g).bind(1, x=2), lambda: signature(g).bind(1, z=2), lambda: signature(g).bind(1, 2, y=3),
           lambda: signature(h).bind(p=1, q=2), lambda: signature(h).bind(1, 2), lambda: sig.bind(1, a=5, d=3),
           lambda: signature(g).bind_partial(y=1), lambda: signature(g).bind_partial(1, 2, 3),
           lambda: signature(lambda: 0).bind(1), lambda: signature(lambda *, k: 0).bind()):
    attempt(fn)
b = signature(g).bind(1, 2)
b.arguments["y"] = 10
print(b, b.args)
