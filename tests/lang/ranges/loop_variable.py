for i in range(3):
    i = i * 10
    print(i)
print(i)
for i in range(0):
    pass
print(i)
for i in range(2 ** 62 - 2, 2 ** 62 + 2):
    print(i)
for i in range(5, -5, -4):
    print(i, end=" ")
print()
