# How the class of an uncaught exception is named.
# stderr: full
class Outer:
    class Inner(Exception):
        def __str__(self):
            return "text of\ntwo lines"


def make():
    class Local(Outer.Inner):
        pass
    return Local


try:
    raise Outer.Inner
except Outer.Inner:
    raise make()
