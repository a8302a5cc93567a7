def f():
    print(v)
    v = 1
def g():
    def inner():
        return w
    r = inner()
    w = 1
    return r
def h():
    x = 1
    del x
    return x
def k(flag):
    if flag:
        y = 1
    return y
for fn in (f, g, h, lambda: k(False), lambda: undefined_thing):
    try:
        print(fn())
    except NameError as e:
        print(type(e).__name__, e)
print(k(True))
