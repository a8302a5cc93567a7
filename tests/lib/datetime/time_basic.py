from datetime import time as C, timedelta as T, timezone as Z, datetime, tzinfo
def show(f):
    try:
        r = f()
        print(repr(r), r)
    except Exception as e:
        print(type(e).__name__, e)
z1 = Z(T(hours=1))
for f in (lambda: C(), lambda: C(12), lambda: C(12, 30), lambda: C(12, 30, 15), lambda: C(12, 30, 15, 123), lambda: C(12, 30, 0, 123), lambda: C(12, tzinfo=Z.utc), lambda: C(1, 2, fold=1), lambda: C(1, 2, 3, 4, z1, fold=1),
          lambda: C(24), lambda: C(-1), lambda: C(0, 60), lambda: C(0, 0, 60), lambda: C(0, 0, 0, 1000000), lambda: C(0, fold=2), lambda: C("a"), lambda: C(1.0), lambda: C(tzinfo=5), lambda: C(minute=None),
          lambda: C.min, lambda: C.max, lambda: C.resolution, lambda: C(1).isoformat(), lambda: C(1, 2, 3, 4).isoformat(), lambda: C(1, 2, 3, 4000).isoformat("milliseconds"), lambda: C(1, 2, 3).isoformat("hours"), lambda: C(1, 2, 3).isoformat(timespec="minutes"), lambda: C(1, 2, 3, 5).isoformat("seconds"), lambda: C(1).isoformat("microseconds"), lambda: C(1).isoformat("x"), lambda: C(1).isoformat(5),
          lambda: C(1, tzinfo=z1).isoformat(), lambda: C(1, tzinfo=Z(T(hours=-3, minutes=-30))).isoformat(), lambda: C(1, tzinfo=Z(T(seconds=3661, microseconds=5))).isoformat(),
          lambda: C(1).strftime("%H:%M:%S.%f %z %Z|"), lambda: C(1, 2, 3, 4, z1).strftime("%H:%M:%S.%f %z %Z|"), lambda: f"{C(13, 5):%I:%M %p}", lambda: C(1).strftime(5), lambda: C(1).strftime("%Y-%m-%d"),
          lambda: C(1).utcoffset(), lambda: C(1, tzinfo=z1).utcoffset(), lambda: C(1, tzinfo=z1).tzname(), lambda: C(1, tzinfo=z1).dst(), lambda: C(1).tzname(),
          lambda: C(1, 2, 3).replace(hour=5), lambda: C(1, 2, 3).replace(5, 6), lambda: C(1, 2, tzinfo=z1).replace(tzinfo=None), lambda: C(1).replace(fold=1), lambda: C(1).replace(hour=25), lambda: C(1).replace(tzinfo=3),
          lambda: C(1) < C(2), lambda: C(1) == C(1), lambda: C(1) == C(1, fold=1), lambda: C(1) < 5, lambda: C(1) == 5, lambda: C(1, tzinfo=Z.utc) == C(2, tzinfo=z1), lambda: C(1, tzinfo=Z.utc) == C(1), lambda: C(1, tzinfo=Z.utc) < C(1), lambda: C(1, tzinfo=Z.utc) <= C(1, tzinfo=z1), lambda: C(1, tzinfo=Z.utc) != C(1), lambda: C(1) >= C(1), lambda: C(1) > C(0, 59),
          lambda: hash(C(1, tzinfo=Z.utc)) == hash(C(2, tzinfo=z1)), lambda: hash(C(1)) == hash(C(1, fold=1)), lambda: bool(C(0)), lambda: C(1) + T(1), lambda: C(1) - C(1),
          lambda: C.fromisoformat("12"), lambda: C.fromisoformat("12:30"), lambda: C.fromisoformat("1230"), lambda: C.fromisoformat("12:30:45"), lambda: C.fromisoformat("123045"), lambda: C.fromisoformat("12:30:45.5"), lambda: C.fromisoformat("12:30:45,123456789"), lambda: C.fromisoformat("T12:30"), lambda: C.fromisoformat("12:30Z"), lambda: C.fromisoformat("12:30+01:00"), lambda: C.fromisoformat("12:30-0130"), lambda: C.fromisoformat("12:30+05"), lambda: C.fromisoformat("12:30:45.123+01:02:03.000004"),
          lambda: C.fromisoformat("24:00"), lambda: C.fromisoformat("12:60"), lambda: C.fromisoformat("1"), lambda: C.fromisoformat(""), lambda: C.fromisoformat("12:3"), lambda: C.fromisoformat("12:30:"), lambda: C.fromisoformat("12:30:45."), lambda: C.fromisoformat("12:3045"), lambda: C.fromisoformat("abc"), lambda: C.fromisoformat(5), lambda: C.fromisoformat("12:30+24:00"), lambda: C.fromisoformat("12:30+"), lambda: C.fromisoformat("12:30Zx"), lambda: C.fromisoformat("12:30 "),
          lambda: C(1, 2, 3, 4).__reduce__()[1], lambda: C(1, 2, fold=1).__reduce_ex__(4)[1], lambda: C(b"\x01\x02\x03\x00\x00\x04"), lambda: C(1, 2, tzinfo=z1).__reduce__()[1]):
    show(f)
for name in ("hour", "minute", "second", "microsecond", "tzinfo", "fold"):
    try:
        setattr(C(1), name, 3)
    except AttributeError as e:
        print(e)
class Sub(C):
    pass
print(repr(Sub(1, 2)), type(Sub(1).replace(hour=2)).__name__, Sub.fromisoformat("10:10"), Sub(1) == C(1))
class Odd(tzinfo):
    def __init__(self, value): self.value = value
    def utcoffset(self, dt): return self.value
    def dst(self, dt): return self.value
    def tzname(self, dt): return self.value
for value in (5, "x", T(1), T(hours=2), None):
    t = C(5, tzinfo=Odd(value))
    for name in ("utcoffset", "dst", "tzname"):
        try:
            print(name, getattr(t, name)())
        except Exception as e:
            print(name, type(e).__name__, e)
