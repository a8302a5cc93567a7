from array import array
import array as mod
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = array("i", [1, 2, 3])
t(lambda: array()); t(lambda: array("z")); t(lambda: array("ii")); t(lambda: array("é")); t(lambda: array(5)); t(lambda: array("i", 5)); t(lambda: array("i", "abc")); t(lambda: array("d", array("u", "ab"))); t(lambda: array("i", b"abc")); t(lambda: array("i", [], [])); t(lambda: array(typecode="i"))
for c, v in [("b", 200), ("b", -129), ("b", 40000), ("B", 256), ("B", -1), ("B", 2**70), ("h", 40000), ("h", -40000), ("H", 70000), ("H", -1), ("H", 2**40), ("i", 2**31), ("i", -2**31 - 1), ("i", 2**80), ("I", -1), ("I", 2**32), ("I", 2**64), ("l", 2**63), ("L", -1), ("L", 2**64), ("q", 2**63), ("Q", -1), ("Q", 2**64), ("u", 1), ("u", "ab"), ("u", b"a"), ("f", "x"), ("d", None), ("d", 10**400), ("i", 1.5), ("i", "a"), ("Q", 1.5), ("L", "a"), ("b", None)]:
    t(lambda: array(c, [v]))
t(lambda: a[3]); t(lambda: a["x"]); t(lambda: a[1.5]); t(lambda: a[10**30]); t(lambda: a.__setitem__(0, "x")); t(lambda: a.__setitem__(9, 1)); t(lambda: a.__setitem__("k", 1)); t(lambda: a.__setitem__(slice(0, 1), [1])); t(lambda: a.__setitem__(slice(0, 1), array("b", [1]))); t(lambda: a.__setitem__(slice(0, 3, 2), array("i", [1]))); t(lambda: a.__delitem__(9)); t(lambda: a[::0])
t(lambda: a + [1]); t(lambda: a + array("b", [1])); t(lambda: a * "x"); t(lambda: a < [1]); t(lambda: a == [1, 2, 3]); t(lambda: hash(a)); t(lambda: a.foo); t(lambda: setattr(a, "x", 1)); t(lambda: setattr(a, "typecode", "b")); t(lambda: a.pop(9)); t(lambda: array("i").pop()); t(lambda: a.remove(9)); t(lambda: a.index(9)); t(lambda: a.index(2, 2)); t(lambda: a.append("x")); t(lambda: a.append()); t(lambda: a.insert(0)); t(lambda: a.insert("a", 1))
t(lambda: a.extend([1, "x"])); print(a); t(lambda: a.extend(array("b", [1]))); t(lambda: a.extend(5)); t(lambda: a.fromlist([1, "x"])); t(lambda: a.fromlist((1,))); print(a); t(lambda: a.frombytes(b"abc")); t(lambda: a.frombytes("abc")); t(lambda: a.fromunicode("x")); t(lambda: a.tounicode()); t(lambda: array("u").fromunicode(5)); t(lambda: a.fromfile(5, 1)); t(lambda: a.tofile(5)); t(lambda: a.__iadd__([1])); t(lambda: array("i", [1]).__iadd__(array("b", [1]))); t(lambda: mod.nope)
class Bad:
    def __index__(self): raise ZeroDivisionError("idx")
t(lambda: array("i", [Bad()])); t(lambda: a.append(Bad())); print(a)
class EqClear:
    def __eq__(self, o): del a[:]; return False
a = array("i", range(5)); t(lambda: a.index(EqClear())); print(a); a.extend(range(5)); t(lambda: a.count(EqClear())); a.extend(range(5)); t(lambda: EqClear() in a)
R = mod._array_reconstructor
print(R(array, "i", 8, b"\x01\0\0\0"), R(array, "i", 9, b"\0\0\0\x01"), R(array, "q", 5, b"\xff\xfe"), R(array, "d", 15, b"\x3f\x80\0\0"), R(array, "u", 18, b"a\0b\0"), R(array, "i", 0, b"\xff"), R(array, "i", 1, b"\xff"), R(array, "Q", 11, b"\xff" * 8)); t(lambda: R(5, "i", 8, b"")); t(lambda: R(int, "i", 8, b"")); t(lambda: R(array, "z", 8, b"")); t(lambda: R(array, "i", 99, b"")); t(lambda: R(array, "i", 8, "x")); t(lambda: R(array, "b", 5, b"\x7f\xff"))
