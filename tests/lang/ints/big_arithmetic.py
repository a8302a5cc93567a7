a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, a - b, b - a, a * b)
print(b // a, b % a, divmod(b, a), divmod(-b, a), divmod(b, -a), divmod(-b, -a))
print(a / b, b / a, a ** 3)
print(a // 7, a % 7, -a // 7, -a % 7, 7 // a, 7 % a, -7 // a, -7 % a)
print(a == a + 0, a < b, a > b, a != b, hash(a) == hash(int(str(a))))
