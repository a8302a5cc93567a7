# stderr: full
def inner(a, b):
    return a / b

def outer():
    x = 1 + inner(5, 0)
    return x

print("before")
outer()
