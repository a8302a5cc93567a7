s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None))
print(s.indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(-100, 100).indices(3), slice(3, -9, -2).indices(4))
print(slice(1, 2) == slice(1, 2), slice(1) != slice(2), slice(1, 2) < slice(1, 3), slice(10**30).indices(5), slice(1, 2).indices(10**30))
class C:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
c = C()
print(c[1:2], c[:], c[::2], c[1:2, 3], c[..., 1:], c["a":"b"])
c[1:2] = 5
del c[::3]
class I:
    def __init__(self, i): self.i = i
    def __index__(self): return self.i
print([1, 2, 3, 4][I(1):I(3)], (1, 2, 3)[I(-1)], "abc"[I(0):I(2)], [1, 2, 3][True:])
print([0, 1, 2][-10**30:10**30], [0, 1, 2][10**30::-1], "abc"[::-1], b"abc"[1:], b"abcdef"[::2], bytearray(b"abcdef")[1:4])
print([0, 1, 2, 3][2**63:], [0, 1, 2, 3][:-2**63], (0, 1, 2, 3)[::2**62], (0, 1, 2, 3)[::-2**64])
