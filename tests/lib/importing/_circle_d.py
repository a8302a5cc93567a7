import _circle_c
print(_circle_c.x)
