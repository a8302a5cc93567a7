import cmath
inf, nan = cmath.inf, cmath.nan
values = [0.0, -0.0, 1.5, -1.5, inf, -inf, nan]
for f in ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "log", "log10", "sin", "sinh", "sqrt", "tan", "tanh", "phase", "polar", "isfinite", "isnan", "isinf"]:
    for x in values:
        for y in values:
            z = complex(x, y)
            if not (x == x and y == y and abs(x) < inf and abs(y) < inf):
                try: print(f, z, str(getattr(cmath, f)(z)).replace("-nan", "nan"))
                except Exception as e: print(f, z, type(e).__name__, e)
for x in values:
    for y in values:
        try: print("rect", x, y, cmath.rect(x, y))
        except Exception as e: print("rect", x, y, type(e).__name__, e)
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
class C:
    def __complex__(self): return 3 + 4j
class F:
    def __float__(self): return 2.0
class I:
    def __index__(self): return 4
for z in (C(), F(), I(), "1", None, [1]):
    try: print(cmath.sqrt(z))
    except Exception as e: print(type(e).__name__, e)
for args, kw in (((1, 1 + 1e-10), {}), ((1, 1.1), {}), ((1j, 1.1j), {"rel_tol": 0.2}), ((0, 1e-10), {"abs_tol": 1e-9}), ((inf, inf), {}), ((inf, 1), {}), ((nan, nan), {}), ((1, 2), {"rel_tol": -1}), ((1,), {}), (("a", 1), {})):
    try: print(cmath.isclose(*args, **kw))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: cmath.log(0), lambda: cmath.log(1, 0), lambda: cmath.log(2, 1), lambda: cmath.log(0, 2), lambda: cmath.log(8, 2), lambda: cmath.sqrt(), lambda: cmath.polar(1e308 + 1e308j), lambda: cmath.exp(1000), lambda: cmath.atanh(1), lambda: cmath.rect(1), lambda: cmath.rect("a", 1), lambda: cmath.phase(-1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(sorted(n for n in dir(cmath) if n[0] != "_"))
