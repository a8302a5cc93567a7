class A:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): self.v.append(("iadd", o)); return self
    def __mul__(self, o): return ("mul", o)
    def __ior__(self, o): return "replaced"
a = A([])
b = a
a += 1
print(a is b, a.v)
a *= 3
print(a)
b |= 0
print(b)
class Box: pass
o = Box(); o.n = 1; o.n += 5; o.n <<= 2; o.n -= 1; o.n //= 2; o.n **= 2; o.n %= 50; o.n ^= 3; o.n &= 0xff; o.n |= 256; o.n >>= 1
print(o.n)
d = {"k": [1]}; d["k"] += [2]; print(d)
def idx():
    print("index once")
    return 0
l = [10]; l[idx()] += 5; print(l)
