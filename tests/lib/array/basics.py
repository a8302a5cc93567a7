from array import array, ArrayType, typecodes
import copy
print(typecodes, ArrayType is array, array)
for c in typecodes:
    a = array(c); print(c, a.itemsize, a.typecode, len(a), a, bool(a))
a = array("i", [1, 2, 3]); print(a, a[0], a[-1], len(a), list(a), a.tolist(), 2 in a, 9 in a, 2.0 in a, sum(a), max(a), sorted(a, reverse=True))
a.append(4); a.extend([5, 6]); a.extend(array("i", [7])); a.extend(x for x in (8, 9)); a.insert(0, 0); a.insert(100, 10); a.insert(-1, 99); print(a); print(a.pop(), a.pop(0), a.pop(-2), a); a.remove(99); a.reverse(); print(a, a.index(5), a.count(5), a.index(1, 2), a.index(3, -6, 100))
a[0] = -1; a[-1] = -2; print(a, a[1:3], a[::-1], a[::2], a[10:], a[-3:]); a[1:3] = array("i", [100, 200, 300]); print(a); a[::2] = array("i", range(len(a[::2]))); print(a); del a[0]; del a[1:3]; del a[::2]; print(a); a[2:2] = array("i", [7, 7]); a[:1] = array("i"); print(a); del a[::-1]; print(a); a[:] = array("i", [1, 2]); a[:] = a; print(a)
b = array("i", [3]); print(a + b, a * 3, 2 * a, a * 0, a * -1); a += b; a *= 2; print(a); a *= 0; print(a); a.extend(a); b.extend(b); b += b; print(b)
print(array("i", [1, 2]) == array("d", [1, 2]), array("i", [1]) < array("i", [1, 2]), array("b", [3]) > array("b", [2, 9]), array("i") == array("b"), array("i", [1]) != array("i", [1]), array("i", [1]) <= array("f", [1.5]), array("d", [float("nan")]) == array("d", [float("nan")]))
print(array("u", "héllo"), array("u", "abc").tounicode(), array("u", ["x", "é"]), array("u", "😀").tobytes()); u = array("u"); u.fromunicode("hi"); u.append("!"); print(u, u[0], u.tolist(), repr("".join(u)))
h = array("h", b"\x01\x00\x02\x00"); print(h, h.tobytes(), bytearray(h.tobytes())); h.frombytes(b"\xff\xff"); h.frombytes(bytearray(2)); print(h); h.byteswap(); print(h); h.fromlist([5, 6]); print(h)
print(array("f", [0.1, 1e40, -0.0]), array("d", [0.1, 1e300, float("inf"), -0.0]), array("q", [-2**63, 2**63 - 1]), array("Q", [2**64 - 1]), array("L", [2**64 - 1]), array("I", [2**32 - 1]), array("b", [True, False, -128, 127]), array("B", b"\x00\xff"), array("B", bytearray(b"ab")))
for x in (array("i", (1, 2)), array("i", range(3)), array("i", array("b", [1, 2])), array("d", array("i", [1])), array("i", {5: 1}), array("B", "")if False else array("i", iter([7]))): print(x)
c = copy.copy(a); d = copy.deepcopy(array("i", [1])); print(c, d, copy.copy(array("i", [5])) == array("i", [5])); it = iter(array("i", [1, 2])); print(next(it), list(it), list(it)); print(len(a.buffer_info()), hasattr(a, "__dict__"), array("i", [1, 2]).__reduce_ex__(2), array("h", [1]).__reduce_ex__(4)[1:])
class I:
    def __index__(self): return 7
class F:
    def __float__(self): return 2.5
print(array("i", [I()]), array("d", [F(), I(), 3]), array("i", [1, 2, 3])[I():] if False else array("i", [1, 2])[True])
class A(array):
    def __init__(self, *a): self.tag = "t"
    def double(self): return A("i", [x * 2 for x in self])
s = A("i", [1, 2]); s.other = 1; print(s, s.tag, s.double(), type(s[:1]), s + s, isinstance(s, array), s.__dict__, copy.copy(s))
match array("i", [1, 2, 3]):
    case [x, *y]: print("seq", x, y)
from collections.abc import MutableSequence, Sequence
print(isinstance(a, MutableSequence), issubclass(array, Sequence)); big = array("i", range(10000)); big.extend(big); print(len(big), big[-1], sum(big[::1000]), big.index(9999), len(big.tobytes()))
