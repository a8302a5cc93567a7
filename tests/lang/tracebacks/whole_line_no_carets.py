# stderr: full
def f():
    raise ValueError("no carets here")
f()
