# stderr: full
*a, *b = [1, 2]
