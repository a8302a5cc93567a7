class P:
    x = 5
    d = {"k": [1, 2], "0": "zero", 0: "int0"}
p = P()
print("{} {}".format(1, 2), "{1} {0} {1}".format(1, 2), "{a} {b}".format(a=1, b="é"), "{0.x} {0.d[k]} {0.d[k][1]} {0.d[0]}".format(p))
print("{{}} {{{}}} }}{{".format(3), "{:{}}|{:{w}.{p}}".format("a", 5, "hello", w=7, p=2), "{0!r} {0!s} {0!a}".format("é"))
print("{:>10}|{:<10}|{:^10}|{:*^9}|{:=+8d}".format("a", "b", "c", "d", 5))
print("{[0]} {.x} {[a]}".format([7], p, {"a": 1}), "{0[-1]}".format({"-1": "neg"}), "{0[a b]}".format({"a b": 1}))
print("{:,} {:_} {:x} {:#x} {:#b} {:o} {:e} {:.3f} {:%} {:g} {:n}".format(1234567, 1234567, 255, 255, 5, 8, 12345.678, 3.14159, 0.25, 1e20, 5))
print("{:c}{:c}".format(65, 0x20ac), "{!s:>5}".format(None), "{:5}|{:5}|{:5}".format(1, "a", 1.5), "{:05d} {:+} {: }".format(-42, 3, 3))
print("{:10}".format(True), "{:d}".format(True), "{}".format(True), "{}".format([1, "a"]), "{}".format(None))
print("{x}{y}".format_map({"x": 1, "y": 2}), "{a.x}".format_map({"a": p}))
class D(dict):
    def __missing__(self, k): return "<" + k + ">"
print("{foo} {bar}".format_map(D(bar=1)))
class F:
    def __format__(self, spec): return "F[" + spec + "]"
    def __repr__(self): return "rF"
print("{} {:abc} {!r:>5} {0:{1}}".replace("{0:{1}}", "").format(F(), F(), F()), "{0:{1}}".format(F(), "zz"))
print("{:{}{}{}}".format("x", "-", "^", 7), "{0:}".format("e"), "{:.2}".format("é€😀"), "{:😀>4}".format("x"))
print(format(10**30, ","), format(2**70, "x"), format(10**20, "e"), format(-(10**25), "030,d"), format(1+2j, ".2f"), format(float("inf"), "f"), format(-0.0, "z.1f"))
