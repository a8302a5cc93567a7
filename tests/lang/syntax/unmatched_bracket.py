# stderr: full
x = [1, 2)
