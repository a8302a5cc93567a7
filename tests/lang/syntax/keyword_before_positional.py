# stderr: full
f(a=1, 2)
