a = "hello_world"
b = "".join(["hello", "_", "world"])
print(a == b, hash(a) == hash(b), {a: 1}[b], b in {a}, getattr("x", "up" + "per")())
class C: pass
c = C()
setattr(c, "at" + "tr", 5)
print(c.attr, getattr(c, "a" + "ttr"), "attr" in c.__dict__, c.__dict__)
e, u, z = "", "é", "ABC"
print(e is e.strip(), u[0] is u[0:1], chr(65) is z[0])
d = {}
for i in range(500): d["key%d" % i] = i
print(d["key" + "250"], len(d), "key499" in d, "key500" in d)
d = {"é%d" % i: i for i in range(100)}
print(d["é5"], d["é" + str(99)])
