# stderr: full
def deco(f):
    def wrapper(*a, **k):
        return f(*a, **k)
    return wrapper
@deco
def target(x):
    return x.upper()
print(target("ok"))
target(5)
