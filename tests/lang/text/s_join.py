def err(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
err(lambda: ",".join([]))
err(lambda: ",".join(["a"]))
err(lambda: ",".join(("a", "b")))
err(lambda: "é".join("abc"))
err(lambda: "".join(str(i) for i in range(12)))
err(lambda: ",".join({"x": 1, "y": 2}))
err(lambda: ",".join(["a", 1]))
err(lambda: ",".join([None]))
err(lambda: ",".join(1))
err(lambda: ",".join(["a", b"b"]))
class S(str): pass
r = "".join([S("q")])
print(type(r).__name__, r)
def bad():
    yield "a"
    raise KeyError("k")
err(lambda: ",".join(bad()))
print(len("-".join(["ab"] * 1000)), len("ß".join(["é"] * 1000)))
class NoIter: pass
err(lambda: ",".join(NoIter()))
