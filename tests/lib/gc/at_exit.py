# Generators still suspended when the program ends are closed, however deep they delegate.


def leaf(n):
    try:
        yield n
    finally:
        print("leaf", n)


def middle(n):
    yield from leaf(n)


def top(n):
    yield from middle(n)


class D:
    def __del__(self):
        print("deleted")


g = top(1)
print(next(g))
h = leaf(2)
print(next(h))
d = D()
print("end")
