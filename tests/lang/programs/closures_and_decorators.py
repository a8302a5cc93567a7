def counter(start=0, step=1):
    n = start
    def inc(by=None):
        nonlocal n
        n += step if by is None else by
        return n
    def reset(): nonlocal n; n = start
    inc.reset, inc.value = reset, lambda: n
    return inc
a, b = counter(), counter(10, -1); print(a(), a(), a(5), b(), a.value(), b.value()); a.reset(); print(a(), a.__closure__ is not None, a.__code__.co_freevars)
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
print(compose(str, lambda x: x + 1, abs)(-5), compose()(7))
def curry(f, n=None):
    n = f.__code__.co_argcount if n is None else n
    return lambda x: f(x) if n == 1 else curry(lambda *r: f(x, *r), n - 1)
print(curry(lambda a, b, c: (a, b, c))(1)(2)(3))
def logged(prefix="log", *, level=1):
    def deco(f):
        def wrapper(*args, **kw):
            shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kw.items())])
            print(f"{prefix}{'>' * level} {f.__name__}({shown})")
            try: r = f(*args, **kw)
            except Exception as e: print(f"{prefix}! {e!r}"); raise
            print(f"{prefix}= {r!r}"); return r
        wrapper.__name__, wrapper.__qualname__, wrapper.__dict__["calls"] = f.__name__, f.__qualname__, 0
        return wrapper
    return deco
@logged()
@logged("deep", level=3)
def area(w, h=2, *, unit="m"): return f"{w * h}{unit}"
area(3); area(4, h=5, unit="cm"); print(area.__name__, area.calls)
try: area("x", "y")
except TypeError as e: print("raised", e)
class CountCalls:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
    def __get__(self, o, cls=None): return self if o is None else lambda *a: self(o, *a)
class Thing:
    @CountCalls
    def go(self, x): return (type(self).__name__, x)
    @staticmethod
    def st(x): return x * 2
    @classmethod
    def make(cls, *a): return cls(*a)
    @property
    def p(self): return "prop"
t = Thing.make(); print(t.go(1), t.go(2), Thing.go.n, Thing.st(4), t.p)
def register(reg, key=None):
    def deco(f): reg[key or f.__name__] = f; return f
    return deco
cmds = {}
@register(cmds)
def hello(who="world"): "Greets."; return f"hello {who}"
@register(cmds, "bye")
def _(who): return f"bye {who}"
print({k: v.__doc__ for k, v in cmds.items()}, cmds["hello"](), cmds["bye"]("x"))
def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    return cls
def singleton(cls):
    inst = {}
    def get(*a, **k):
        if cls not in inst: inst[cls] = cls(*a, **k)
        return inst[cls]
    return get
@add_repr
class P:
    def __init__(self, x, y): self.x, self.y = x, y
@singleton
class Conf:
    def __init__(self): self.v = 1
print(P(1, "b"), Conf() is Conf())
def typed(f):
    hints = f.__annotations__
    def run(*args):
        for (name, kind), v in zip(hints.items(), args):
            if not isinstance(v, kind): raise TypeError(f"{f.__name__}: {name} must be {kind.__name__}, not {type(v).__name__}")
        return f(*args)
    return run
@typed
def mul(a: int, b: (float) ) -> float: return a * b
print(mul(2, 1.5))
for bad in ((2, 1), ("2", 1.0)):
    try: mul(*bad)
    except TypeError as e: print(e)
x = "global"
def scopes():
    x = "outer"
    class C:
        x = "class"
        def m(self): return x
        y = [x for _ in range(1)]
        z = (lambda: x)()
    def inner():
        global x
        x = "changed"
    inner(); return x, C().m(), C.y, C.z
print(scopes(), x)
Y = lambda f: (lambda g: g(g))(lambda g: f(lambda *a: g(g)(*a))); print(Y(lambda fact: lambda n: 1 if n < 2 else n * fact(n - 1))(20))
def memo(f, cache={}):
    return lambda n: cache[n] if n in cache else cache.setdefault(n, f(n))
sq = memo(lambda n: print("sq", n) or n * n); print(sq(4), sq(4), sq(5))
