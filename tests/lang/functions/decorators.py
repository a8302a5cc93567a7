def deco(tag):
    print("make", tag)
    def wrap(fn):
        print("wrap", tag, fn.__name__)
        def inner(*a):
            return f"{tag}({fn(*a)})"
        inner.__name__ = fn.__name__
        return inner
    return wrap
@deco("outer")
@deco("inner")
def f(x):
    return x
print(f(5), f.__name__)
def cls_deco(c):
    c.added = "yes"
    return c
@cls_deco
class C: pass
print(C.added)
@(lambda fn: 42)
def g(): pass
print(g)
class Count:
    def __init__(self, fn):
        self.fn, self.n = fn, 0
    def __call__(self, *a):
        self.n += 1
        return self.fn(*a)
@Count
def h(a):
    return a * 2
print(h(2), h(3), h.n)
