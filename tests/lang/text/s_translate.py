def err(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
t = str.maketrans("abc", "xyz", "d")
print(sorted(t.items(), key=lambda p: p[0]), "abcd-é".translate(t))
print("hello".translate({104: "HH", 101: None, 108: 0x4c, "o": 1}), "é".translate({233: "e"}), "abc".translate({}))
print(str.maketrans({"a": 1, 98: None, "é": "x"}))
class D(dict):
    def __missing__(self, k): return "?"
print("abc".translate(D({97: "A"})))
class L:
    def __getitem__(self, i):
        if i == 98: raise LookupError
        return i + 1
print("abc".translate(L()))
print("\x00\x01".translate(["z", None]))
err(lambda: "a".translate({97: 1.5}))
err(lambda: "a".translate({97: 0x110000}))
err(lambda: "a".translate({97: -1}))
err(lambda: "a".translate(5))
err(lambda: str.maketrans(1))
err(lambda: str.maketrans("ab", "c"))
err(lambda: str.maketrans({"ab": 1}))
err(lambda: str.maketrans({1.5: 1}))
err(lambda: str.maketrans("a", 1))
err(lambda: str.maketrans(1, "a"))
err(lambda: str.maketrans("a", "b", 1))
class Bad:
    def __getitem__(self, i): raise ValueError("no")
err(lambda: "a".translate(Bad()))
