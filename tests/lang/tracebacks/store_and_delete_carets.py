# stderr: full
t = (1, 2)
def f(i):
    t[i] = 5
f(0)
