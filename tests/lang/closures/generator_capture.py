def adder(n):
    return (x + n for x in range(3))
print(list(adder(10)))
def f():
    total = 0
    def add(xs):
        nonlocal total
        for total in (total + x for x in xs):
            pass
        return total
    return add([1, 2, 3]), total
print(f())
