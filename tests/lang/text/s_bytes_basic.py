def err(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
err(lambda: bytes())
err(lambda: bytes(3))
err(lambda: bytes([1, 2, 255]))
err(lambda: bytes(b"abc"))
err(lambda: bytes(bytearray(b"x")))
err(lambda: bytes("é", "utf-8"))
err(lambda: bytes("é", "ascii", "replace"))
err(lambda: bytes(range(5)))
err(lambda: bytes(x for x in (65, 66)))
err(lambda: bytes(source=2))
class C:
    def __bytes__(self): return b"via"
class D:
    def __bytes__(self): return "no"
class X:
    def __index__(self): return 2
err(lambda: bytes(C()))
err(lambda: bytes(D()))
err(lambda: bytes(X()))
err(lambda: bytes([X()]))
for a in (("a",), ("a", "nope"), (1, "a"), (-1,), (1.5,), ([256],), ([-1],), (["a"],), (None,), (2**70,), ("é", "ascii"), ("a", 1), ([1.5],)):
    err(lambda: bytes(*a))
err(lambda: bytes(encoding="a"))
err(lambda: bytes(errors="a"))
b = b"hello"
print(b[0], b[-1], b[1:3], b[::-1], len(b), list(b), b + b" x", b * 2, 2 * b, b == b"hello", b < b"help", hash(b) == hash(bytes(b)), 104 in b, b"ell" in b, b"" in b)
print(repr(b"a'b"), repr(b'a"b\''), repr(b"\x00\xff\t\n\\"), str(b"x"), b"%s|%d|%5.1f|%c|%x" % (b"a", 5, 2.5, 65, 255))
err(lambda: b[5])
err(lambda: b["x"])
err(lambda: b + "x")
err(lambda: b * 1.5)
err(lambda: "a" in b)
err(lambda: 300 in b)
err(lambda: b < "a")
err(lambda: b == "hello")
class B(bytes): pass
x = B(b"sub")
print(type(x).__name__, x, type(x.upper()).__name__, x == b"sub", type(bytes(x)).__name__)
