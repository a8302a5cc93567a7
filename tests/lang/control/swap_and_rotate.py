a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
l = [1, 2, 3]
l[0], l[2] = l[2], l[0]
l[0], l[1], l[2] = l[1], l[2], l[0]
print(l)
class P: pass
p = P(); p.x, p.y = 1, 2; p.x, p.y = p.y, p.x
print(p.x, p.y)
x, y = 0, 1
for _ in range(90): x, y = y, x + y
print(x)
