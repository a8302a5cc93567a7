def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result

print(factorial(20))
print(factorial(30))
f = factorial(200)
print(f)
print(f // factorial(198), len(str(f)))
