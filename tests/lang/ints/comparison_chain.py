def v(n):
    print("v", n)
    return n

print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 > 1, 1 == 1.0 == True)
print(v(1) < v(0) < v(5))
print(v(1) < v(2) < v(3))
print(1 < 2 != 3 in [3])
zero = 0
print(zero == zero is not None, 1 in [1] == True)
