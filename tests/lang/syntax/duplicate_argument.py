# stderr: full
def f(a, b, a):
    pass
