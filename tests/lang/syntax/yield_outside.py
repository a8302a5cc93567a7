# stderr: full
yield 1
