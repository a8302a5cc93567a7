import math
print(math.pi, math.e, math.inf, math.nan, math.tau)
print(math.sqrt(16), math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.7), math.fabs(-3), math.factorial(10))
print(math.gcd(12, 18), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.copysign(1, -0.0))
print(math.fmod(-7, 3), math.modf(3.25), math.frexp(8.0), math.ldexp(0.5, 4), math.hypot(3, 4))
print(math.sin(0), math.cos(0), math.atan2(1, 1), math.exp(0), math.log(1), math.log2(8), math.log10(1000), math.log(8, 2), math.pow(2, 3))
print(math.isqrt(10 ** 20), math.comb(5, 2), math.perm(5, 2), math.degrees(math.pi), math.radians(180), math.fsum([0.1] * 10), math.prod([2, 3, 4]))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000)):
    try:
        print(f())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
