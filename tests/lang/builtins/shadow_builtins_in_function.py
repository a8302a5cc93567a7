def f():
    list = [1]
    return list
def g(str):
    return str
def h():
    for range in [5]:
        pass
    return range
print(f(), g("x"), h(), list(range(2)))
