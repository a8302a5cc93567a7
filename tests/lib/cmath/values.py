import cmath
names = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "log", "log10", "sin", "sinh", "sqrt", "tan", "tanh", "phase", "polar", "isfinite", "isnan", "isinf"]
def p(f, *args):
    try: print(f, args, getattr(cmath, f)(*args))
    except Exception as e: print(f, args, type(e).__name__, e)
state = 5
def r(a, b):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return a + (b - a) * ((state >> 11) / 2**53)
points = [0, 1, -1, 1j, -1j, 2, 0.5, 1 + 1j, -2 + 0.5j, 3 - 4j, 1e200 + 1e200j, 1e308 - 1e308j, 1e-310 + 1e-312j, 710j, 710 + 1j, -710 - 1j, 1 + 1e-200j, complex(0.0, -0.0), complex(-0.0, 0.0), complex(-2, -0.0), complex(1, -0.0), True, 10**20]
for f in names:
    for z in points:
        p(f, z)
    for _ in range(12):
        p(f, complex(r(-2, 2), r(-2, 2)))
        p(f, complex(r(-30, 30), r(-30, 30)))
for _ in range(8):
    p("log", complex(r(-3, 3), r(-3, 3)), complex(r(-3, 3), r(-3, 3)))
    p("rect", r(-5, 5), r(-7, 7))
    p("polar", complex(r(-3, 3), r(-3, 3)))
