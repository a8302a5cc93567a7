x = [1, 2, 3]; y = {"a": 1, "b": 2}
class C: pass
o = C(); o.p = 1
del x[0], y["a"], o.p
print(x, y, vars(o))
a = b = c = 1
del a, (b, [c])
for name in ("a", "b", "c"):
    print(name in globals())
try: del a
except NameError as e: print(e)
try: del y["nope"]
except KeyError as e: print(repr(e))
try: del o.nope
except AttributeError as e: print(e)
