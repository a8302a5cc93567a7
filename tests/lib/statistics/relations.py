import statistics as s
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
for f in (lambda: s.covariance(x, y), lambda: s.covariance(x, list(reversed(x))), lambda: s.correlation(x, x), lambda: s.correlation(x, y), lambda: s.correlation(x, [1] * 9), lambda: s.covariance([1], [1]), lambda: s.covariance([1, 2], [1]), lambda: s.correlation([1, 2], [1]), lambda: s.correlation([], []), lambda: s.linear_regression([1971, 1975, 1979, 1982, 1983], [1, 2, 3, 4, 5]), lambda: s.linear_regression([1, 1], [2, 3]), lambda: s.linear_regression([1], [2]), lambda: s.linear_regression([1, 2], [2]), lambda: s.linear_regression([1, 2, 3], [2, 4, 6.5], proportional=True), lambda: s.linear_regression([0, 0], [1, 2], proportional=True)):
    show(f)
r = s.linear_regression([1, 2, 3], [2, 4, 6.5])
slope, intercept = r
print(r.slope, r.intercept, slope == r.slope, r._asdict(), r == (slope, intercept), type(r).__name__, r._fields)
N = s.NormalDist
a, b = N(100, 15), N(10.5, 2)
for f in (lambda: N(), lambda: N(5), lambda: N(5, 2.5), lambda: N(1, -1), lambda: a.mean, lambda: a.median, lambda: a.mode, lambda: a.stdev, lambda: a.variance, lambda: a.pdf(110), lambda: a.cdf(110), lambda: a.inv_cdf(0.95), lambda: a.inv_cdf(0.5), lambda: a.inv_cdf(1e-5), lambda: a.inv_cdf(1e-20), lambda: a.inv_cdf(0.9999999), lambda: a.inv_cdf(0), lambda: a.inv_cdf(1), lambda: a.quantiles(), lambda: a.quantiles(10), lambda: a.zscore(120), lambda: a.overlap(b), lambda: N(2.4, 1.6).overlap(N(3.2, 2.0)), lambda: N(1, 2).overlap(N(3, 2)), lambda: a.overlap(5), lambda: N(1, 0).pdf(1), lambda: N(1, 0).cdf(1), lambda: N(1, 0).inv_cdf(0.5), lambda: N(1, 0).zscore(1), lambda: N(1, 0).overlap(a), lambda: a + b, lambda: a - b, lambda: a + 5, lambda: 5 + a, lambda: a - 5, lambda: 5 - a, lambda: a * 2, lambda: 2 * a, lambda: a / 4, lambda: -a, lambda: +a, lambda: a * -3, lambda: a == N(100, 15), lambda: a == b, lambda: a == 5, lambda: hash(a) == hash(N(100, 15)), lambda: a / 0, lambda: a * "x", lambda: N("a"), lambda: N.from_samples([1, 2, 4]), lambda: N.from_samples([1]), lambda: N.from_samples([1.5, 2.5, float("inf")]), lambda: a.samples(3, seed="x"), lambda: a.samples(0), lambda: setattr(a, "mean", 5), lambda: setattr(a, "foo", 5)):
    show(f)
for i in range(1, 40):
    print(N(0, 1).inv_cdf(i / 40), N(0, 1).cdf(i / 10 - 2), N(0, 1).pdf(i / 10 - 2))
class Sub(N): pass
print(repr(Sub(1, 2)), type(Sub(1, 2) + 1).__name__, Sub.from_samples([1, 2, 3]))
