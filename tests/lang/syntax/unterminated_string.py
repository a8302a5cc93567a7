# stderr: full
s = "abc
