def err(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
u = "".join(chr(0x20ac + i) if i % 3 else "abc"[i % 3] for i in range(300))
a = "".join(chr(33 + i % 90) for i in range(300))
for s in (u, a, "é", "", "abc", "a😀b"):
    n = len(s)
    for sl in (slice(None), slice(1, None), slice(None, -1), slice(None, None, -1), slice(None, None, 2), slice(5, 200, 7), slice(200, 5, -9), slice(-3, None), slice(10, 3), slice(0, 1), slice(2, 1000), slice(None, None, -3), slice(63, 66), slice(127, 130)):
        r = s[sl]
        assert r == "".join([s[i] for i in range(*sl.indices(n))]), (s, sl)
        print(len(r), r[:5], end="|")
    print()
for i in (0, 1, 63, 64, 65, 128, 299, -1, -300, -64):
    print(u[i], a[i], end=" ")
print()
err(lambda: u[300])
err(lambda: u[-301])
err(lambda: ""[0])
w = "abc"
err(lambda: w["a"])
err(lambda: w[1.0])
err(lambda: w[None])
err(lambda: "abc"[10**20])
err(lambda: "abc"[::0])
err(lambda: "abc"["a":])
err(lambda: "abc"[True])
class I:
    def __index__(self): return -1
err(lambda: "abc"[I()])
print("".join(reversed("añb")), list("a€😀"), list(enumerate("éa")))
