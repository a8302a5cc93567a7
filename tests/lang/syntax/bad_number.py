# stderr: full
x = 12abc
