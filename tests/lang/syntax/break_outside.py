# stderr: full
def f():
    break
