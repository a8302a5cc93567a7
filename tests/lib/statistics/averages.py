import statistics as s
from fractions import Fraction as F
from decimal import Decimal as D
names = ["mean", "fmean", "geometric_mean", "harmonic_mean", "median", "median_low", "median_high", "median_grouped", "mode", "multimode", "quantiles", "variance", "pvariance", "stdev", "pstdev"]
data = [[1, 2, 3, 4, 4], [1.5, 2.25, -3.75, 0.1, 0.2, 0.3], [5], [], [F(1, 2), F(3, 4), F(7, 8)], [D("0.5"), D("0.75"), D("0.625"), D("0.375")], [1, 2.5, F(1, 3)], [1, D("1.5")], [1.5, D("1.5")], ["a", "b", "a"], [10**20, 10**20 + 1, 10**20 + 3], [1e16, 1, -1e16, 3], [float("inf"), 1], [float("nan"), 1, 2], [True, False, True], [1, 1, 2, 2, 3], [0, 1, 2], [-1, 2, 3], [1e-10, 2e-10, 3.5e-10], [3, 3, 3], [1, None], [1j, 2], range(1, 101), (2, 7, 1, 8, 2, 8), {1: 2, 3: 4}, "abca", 5, [0.1] * 10, [D("1E+30"), D(1), D(-5)], [1e300, -1e300, 1e300], [5e-324, 1e-323]]
for n in names:
    for d in data:
        try: print(n, d, repr(getattr(s, n)(d)))
        except Exception as e: print(n, d, type(e).__name__, e)
        try: assert d == 5 or list(getattr(s, n)(iter(d)) if n in ("multimode", "quantiles") else [getattr(s, n)(iter(d))]) == list(getattr(s, n)(d) if n in ("multimode", "quantiles") else [getattr(s, n)(d)]) or True
        except Exception as e: pass
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: s.fmean([1, 2, 3], [1, 2, 3]), lambda: s.fmean([1, 2], [1]), lambda: s.fmean([1, 2], [0, 0]), lambda: s.fmean(iter([1, 2]), iter([3, 4])), lambda: s.harmonic_mean([40, 60], weights=[5, 30]), lambda: s.harmonic_mean([40, 60], [1]), lambda: s.harmonic_mean([40, 60], [-1, 2]), lambda: s.harmonic_mean([1, 0, 2]), lambda: s.harmonic_mean(["a"]), lambda: s.harmonic_mean([1, 2], [0, 0]), lambda: s.harmonic_mean([F(1, 3), F(1, 2)]), lambda: s.harmonic_mean([D(3)]),
          lambda: s.quantiles(range(20), n=10), lambda: s.quantiles([1, 2, 5, 9], n=3, method="inclusive"), lambda: s.quantiles([1, 2], n=0), lambda: s.quantiles([1]), lambda: s.quantiles([1, 2], method="x"), lambda: s.quantiles([D(1), D(2), D(4)]), lambda: s.quantiles([1.5, 2.5], n=100)[:3], lambda: s.median_grouped([1, 3, 3, 5, 7], 2), lambda: s.median_grouped(["a"]), lambda: s.variance([1, 2, 4], 2), lambda: s.pvariance([1, 2, 4], mu=2.5), lambda: s.stdev([1.5, 2.5, 4], xbar=2), lambda: s.pstdev([D("1.5"), D("2.5"), D("4.1")]), lambda: s.variance([D("27.5"), D("30.25"), D("30.25"), D("34.5"), D("41.75")]), lambda: s.stdev([F(1, 6), F(1, 2), F(5, 3)]), lambda: s.mean([D("0.1"), F(1, 3)]), lambda: s.mode([]), lambda: s.mode(["red", "blue", "blue"]), lambda: s.multimode("aabbbbccddddeeffffgg"), lambda: s.variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]), lambda: s.mean(x / 10 for x in range(10))):
    show(f)
import random
r = random.Random(5)
for n in (10, 100, 1000):
    d = [r.gauss(100, 15) for _ in range(n)]
    print(s.mean(d), s.fmean(d), s.stdev(d), s.pstdev(d), s.variance(d), s.pvariance(d), s.median(d), s.quantiles(d), s.geometric_mean(d), s.harmonic_mean(d))
    e = [r.randint(-1000, 1000) / 10 for _ in range(n)]
    print(s.mean(e), s.stdev(e), s.pvariance(e), s.covariance(d, e), s.correlation(d, e), s.linear_regression(d, e), s.linear_regression(d, e, proportional=True))
print(s.StatisticsError.__mro__[1].__name__, sorted(s.__all__))
