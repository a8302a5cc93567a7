# A chain of contexts three deep with one suppressed link.
# stderr: full
def a():
    try:
        {}["a"]
    except KeyError:
        [][1]


def b():
    try:
        a()
    except IndexError:
        raise TypeError("b") from None


def c():
    try:
        b()
    except TypeError as e:
        raise RuntimeError("c") from e


try:
    c()
except RuntimeError:
    int("zz")
