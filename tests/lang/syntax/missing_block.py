# stderr: full
def f():
x = 1
