s = "abcabc"
u = "añb€añ😀b"
for t in (s, u):
    for sub in ("", "a", "b", "ñ", "añ", "zz", "😀b", t, t + "x"):
        for args in ((), (1,), (1, 4), (-3,), (None, -2), (3, 1), (100,), (6,), (7,), (-100, 100)):
            print(t.find(sub, *args), t.rfind(sub, *args), t.count(sub, *args), t.startswith(sub, *args), t.endswith(sub, *args), end=" ")
        print()
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
err(lambda: s.index("z"))
err(lambda: s.rindex("z"))
err(lambda: s.index("b", 2))
err(lambda: u.rindex("a"))
err(lambda: s.find(1))
err(lambda: s.find(None))
err(lambda: s.find("a", "b"))
err(lambda: s.startswith(1))
err(lambda: s.endswith(("a", 1)))
err(lambda: s.startswith(("x", "ab")))
err(lambda: s.endswith(()))
class I:
    def __index__(self): return 2
err(lambda: s.find("b", I()))
err(lambda: s.find("a", 10**30))
err(lambda: s.find("a", -10**30))
