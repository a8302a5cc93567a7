# stderr: full
a, b, c = 1, "x", 2
r = (a + c) * (a + b) + c
