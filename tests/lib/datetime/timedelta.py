from datetime import timedelta as T
def show(f):
    try:
        r = f()
        print(repr(r), r)
    except Exception as e:
        print(type(e).__name__, e)
for f in (lambda: T(), lambda: T(1), lambda: T(1.5), lambda: T(days=-1), lambda: T(hours=-25, minutes=3), lambda: T(weeks=2, milliseconds=5),
          lambda: T(microseconds=0.5), lambda: T(microseconds=1.5), lambda: T(microseconds=2.5), lambda: T(seconds=0.1234567), lambda: T(1, 2, 3, 4, 5, 6, 7),
          lambda: T(days=0.1, seconds=0.2, microseconds=0.3), lambda: T(milliseconds=0.0005), lambda: T(days=1e-6),
          lambda: T("a"), lambda: T(seconds=None), lambda: T(days=10**9), lambda: T(days=-10**9), lambda: T(days=10**20), lambda: T(float("nan")), lambda: T(float("inf")),
          lambda: T(999999999, 86399, 999999), lambda: T.max + T.resolution, lambda: T.min - T.resolution, lambda: T.min, lambda: T.max, lambda: T.resolution,
          lambda: T(1) + T(2), lambda: T(1) - T(2), lambda: -T(1, 1, 1), lambda: +T(5), lambda: abs(T(-5, 3)), lambda: T(5) * 3, lambda: 3 * T(5), lambda: T(5) * 1.5, lambda: 0.1 * T(1),
          lambda: T(7) / 2, lambda: T(microseconds=3) / 2, lambda: T(microseconds=5) / 2, lambda: T(microseconds=-5) / 2, lambda: T(7) / 2.5, lambda: T(7) / T(2), lambda: T(7) // T(2), lambda: T(-7) // T(2), lambda: T(7) // 3, lambda: T(7) % T(2), lambda: T(-7) % T(2),
          lambda: divmod(T(7, 5), T(2)), lambda: T(7) / 0, lambda: T(7) / 0.0, lambda: T(7) // 0, lambda: T(7) / T(0), lambda: T(7) // T(0), lambda: T(7) % T(0), lambda: divmod(T(1), T(0)),
          lambda: T(1) + 1, lambda: 1 + T(1), lambda: T(1) - 1, lambda: T(1) * T(1), lambda: T(1) * "a", lambda: T(1) % 2, lambda: 1 / T(1), lambda: T(1) // 1.5, lambda: divmod(T(1), 2), lambda: T(1) * float("nan"), lambda: T(1) * float("inf"),
          lambda: T(1) < T(2), lambda: T(1) == T(hours=24), lambda: T(1) != T(1), lambda: T(1) == 1, lambda: T(1) < 1, lambda: T(1) >= T(1), lambda: T(1) > T(1), lambda: T(1) <= T(0),
          lambda: bool(T()), lambda: bool(T(microseconds=1)), lambda: T(1, 2, 3).total_seconds(), lambda: T(microseconds=-1).total_seconds(), lambda: T(days=123456, microseconds=7).total_seconds(),
          lambda: hash(T(1)) == hash(T(hours=24)), lambda: {T(1): 2}[T(hours=24)], lambda: T(1, 2, 3).__reduce__()[1],
          lambda: sum([T(1), T(2)], T()), lambda: max(T(1), T(2)), lambda: sorted([T(3), T(-1), T(2)]),
          lambda: str(T(days=-1, microseconds=1)), lambda: str(T(hours=1, microseconds=10)), lambda: str(T(1)), lambda: str(T(2)), lambda: str(T(-2)), lambda: str(T(-1)), lambda: f"{T(1)}", lambda: T(True), lambda: T(days=5).days):
    show(f)
d = T(1)
for name in ("days", "seconds", "microseconds"):
    try:
        setattr(d, name, 3)
    except AttributeError as e:
        print(e)
class Sub(T):
    def half(self):
        return self / 2
s = Sub(2, 3)
print(s, repr(s), type(s), type(s + s), type(-s), type(s.half()), s == T(2, 3), isinstance(s, T))
print(T.__name__, T.__qualname__, T.__module__, T)
