# stderr: full
def f():
    x = 1
    global x
