def count(n):
    print("start")
    for i in range(n):
        yield i
    print("end")
    return "result"
g = count(2)
print(type(g).__name__, next(g), next(g))
try: next(g)
except StopIteration as e: print("stop", e.value)
try: next(g)
except StopIteration as e: print("again", e.value)
print(list(count(1)), next(count(0), "default"), [*count(2)], tuple(x for x in count(2)))
def empty():
    return
    yield
print(list(empty()), iter(g) is g, sum(count(4)))
a, b = count(2); print(a, b)
