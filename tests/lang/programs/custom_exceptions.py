import sys
class AppError(Exception):
    code = 1
    def __init__(self, msg, **ctx): super().__init__(msg); self.ctx = ctx
    def __str__(self): return super().__str__() + (" " + repr(self.ctx) if self.ctx else "")
class NotFound(AppError, LookupError): code = 404
class Denied(AppError): code = 403
def find(k, d):
    try: return d[k]
    except KeyError as e: raise NotFound(f"no {k}", key=k) from e
def retry(n, *kinds):
    def deco(f):
        def run(*a):
            for i in range(n):
                try: return f(*a, attempt=i)
                except kinds as e: last = e; print(f"  try {i}: {type(e).__name__}: {e}")
            raise RuntimeError(f"gave up after {n}") from last
        return run
    return deco
@retry(3, ValueError, NotFound)
def flaky(x, attempt):
    if attempt < x: raise ValueError(f"not yet {attempt}")
    return f"done at {attempt}"
print(flaky(2))
try: flaky(9)
except RuntimeError as e: print(e, "<-", repr(e.__cause__), e.__cause__.__traceback__ is not None)
for act in (lambda: find("x", {}), lambda: find("x", {"x": 1}), lambda: (_ for _ in ()).throw(Denied("stop", user="u")), lambda: [][1], lambda: 1 / 0, lambda: int("z"), lambda: {}["q"], lambda: None.x, lambda: "a" + 1, lambda: undefined_name, lambda: next(iter(())), lambda: sys.exit(3), lambda: [1, 2].index(5), lambda: float("1e"), lambda: "%d" % "x", lambda: (1, 2) < "a", lambda: len(5), lambda: [1][str()]):
    try: r = act()
    except LookupError as e: print("lookup", type(e).__name__, e, getattr(e, "code", None), isinstance(e, AppError), repr(e.__cause__))
    except AppError as e: print("app", e.code, e, e.args, e.ctx)
    except ArithmeticError as e: print("arith", e)
    except (ValueError, TypeError, AttributeError, NameError) as e: print(type(e).__name__, "|", e)
    except BaseException as e: print("base", type(e).__name__, e.args)
    else: print("fine", r)
    finally: print(end="")
def order(fail):
    log = []
    try:
        log.append("try")
        if fail: raise fail
        log.append("rest")
    except ValueError: log.append("except")
    else: log.append("else")
    finally: log.append("finally")
    return log
print(order(None), order(ValueError()))
try: order(KeyError("k"))
except KeyError as e: print("out", e)
def f():
    try: return "try"
    finally: print("cleanup")
def g():
    for i in range(3):
        try:
            if i == 1: continue
            print("body", i)
        finally: print("fin", i)
print(f()); g()
def nested():
    try:
        try: 1 / 0
        finally: raise KeyError("second")
    except KeyError as e: return type(e.__context__).__name__, e.__suppress_context__, e.__cause__
print(nested())
try:
    try: raise ValueError("a")
    except ValueError: raise TypeError("b") from None
except TypeError as e: print(repr(e), e.__cause__, repr(e.__context__), e.__suppress_context__)
try: raise ExceptionGroup("many", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3)])])
except* ValueError as eg: print("values", eg.exceptions)
except* TypeError as eg: print("types", eg.exceptions)
