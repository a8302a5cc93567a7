import _circle_b
x = 1
