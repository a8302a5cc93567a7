print(2 ** 10, 2 ** 0, 0 ** 0, (-2) ** 3, -2 ** 2, 2 ** -1, 10 ** 20, 3 ** 100)
print(pow(3, 5), pow(3, 5, 7), pow(-3, 5, 7), pow(3, -1, 7), pow(2, 1000, 10 ** 9 + 7), pow(5, 0, 1))
try:
    pow(2, -1, 4)
except ValueError as e:
    print(e)
try:
    pow(2, 2, 0)
except ValueError as e:
    print(e)
