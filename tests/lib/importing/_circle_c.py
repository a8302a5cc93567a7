import _circle_d
x = 1
