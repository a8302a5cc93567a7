def err(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
print("a" + "b", "" + "x", "é" + "a", "ab" * 3, 3 * "ab", "x" * 0, "x" * -1, repr("" * 5), "é" * 3, "a" * True)
err(lambda: "a" + 1)
err(lambda: 1 + "a")
err(lambda: "a" + None)
err(lambda: "a" + b"b")
err(lambda: "a" * 1.5)
err(lambda: "a" * "b")
err(lambda: "ab" * (2**63))
err(lambda: "ab" * (2**62))
err(lambda: "a" - "b")
err(lambda: "a" < 1)
err(lambda: "a" in "abc")
err(lambda: "" in "")
err(lambda: "€" in "a€b")
err(lambda: 1 in "abc")
err(lambda: "b" not in "abc")
class R:
    def __radd__(self, o): return ("radd", o)
    def __rmul__(self, o): return ("rmul", o)
err(lambda: "a" + R())
err(lambda: "a" * R())
print("a" < "b", "a" < "B", "é" > "z", "😀" > "\uffff", "abc" <= "abc", "ab" < "abc", "a" == "a", "a" != "b", "a" == 1, "a" != 1)
print(hash("abc") == hash("".join(["a", "bc"])), hash("") == 0, {"é": 1}["é"])
s = ""
for i in range(1000):
    s += str(i)
print(len(s), s[-6:])
print(max("hello"), min("hello"), sorted("hello"), len("é€😀"), bool(""), bool("x"))
