def inner():
    x = yield 1
    print("inner got", x)
    y = yield 2
    return (x, y)
def outer():
    r = yield from inner()
    print("inner returned", r)
    yield from [3, 4]
    yield from "ab"
    return "done"
g = outer()
print(next(g), g.send("A"), g.send("B"), list(g))
def wrap():
    try: yield from thrower()
    except ValueError as e: yield f"wrap {e}"
def thrower():
    try: yield "t"
    except KeyError: yield "inner handled"
    yield "rest"
w = wrap(); print(next(w), w.throw(KeyError()), w.throw(ValueError("v")))
def tree(n):
    if n:
        yield from tree(n // 2)
        yield n
        yield from tree(n // 2)
print(list(tree(4)))
